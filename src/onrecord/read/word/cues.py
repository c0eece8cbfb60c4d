"""Finds cues in the text, and where their paths lead: the candidates of attributions, before any is judged."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.lexicon.entries import Cue
from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Extent
from onrecord.read.firing import first_reached, fits
from onrecord.read.quotes import Quotation
from onrecord.read.trees import ancestors, extent, is_passive, subject
from onrecord.read.word.contents import find_content, is_set_off

LOOSE = frozenset(("advcl", "parataxis", "ccomp", "punct", "csubj", "mark", "cc", "preconj"))
"""Relations by which nothing that names a source hangs in its phrase."""
FINITE = frozenset(("VBD", "VBZ", "VBP"))
NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
BEFORE_NOUN = frozenset("det compound amod nmod poss nummod predet".split())
INSIDE = frozenset("pobj prep relcl acl advcl dobj compound amod xcomp acomp attr advmod npadvmod nummod conj".split())
"""Relations that climb from the last word of a noun phrase to its head."""
CLAUSES = frozenset(("relcl", "acl", "conj"))
RELATIVES = frozenset(("who", "which", "that"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A cue in the text and where its paths led. Extents count characters of the text; `head` is the source's head,
    `addressee` the heads of those to whom, or of whom, it is said, `words` the cue's words where a model told them, and
    `confidence` how sure it is that source, cue and content are right."""

    entry: Cue
    cue: Token
    head: Token | None
    source: tuple[Extent, ...]
    content: tuple[Extent, ...]
    addressee: tuple[Token, ...] = ()
    words: tuple[Extent, ...] = ()
    confidence: float | None = None


def find_candidates(doc: Doc, lexicon: Lexicon, quotations: Sequence[Quotation]) -> list[Candidate]:
    """Every cue that the lexicon knows, in text order, with what its paths lead to.

    Of the entries that fit a word the first whose paths lead to a content is taken, or else the first.
    """
    found = []
    for token in doc:
        entries = lexicon.cues.get(token.lemma_.lower())
        if entries:
            read = [read_cue(entry, token, quotations) for entry in entries if fits(entry, token)]
            if read:
                found.append(next((c for c in read if c.content), read[0]))
    return found


def read_cue(entry: Cue, token: Token, quotations: Sequence[Quotation]) -> Candidate:
    """Follows an entry's paths from its cue."""
    heads = first_reached(token, entry.source)
    head = heads[0] if heads else near_subject(token) if "lsubj" in entry.source else None
    source = None if head is None else source_extent(token, head)
    content = find_content(entry, token, head, quotations)
    return Candidate(
        entry=entry,
        cue=token,
        head=head,
        source=() if source is None else (source,),
        content=content,
        addressee=first_reached(token, entry.addressee),
    )


def near_subject(verb: Token) -> Token | None:
    """The subject of a finite verb to which the parse gives none: the noun phrase after it where it is inverted, that
    of the clause it is coordinated with further up, or else the noun phrase that ends just before it."""
    if verb.tag_ not in FINITE or is_passive(verb):
        return None
    if verb.i > 0 and verb.nbor(-1).text in (",", '"') and verb.i + 1 < len(verb.doc):
        inverted = noun_after(verb)
        if inverted is not None:
            return inverted
    if verb.dep_ == "conj":
        level = (a for a in ancestors(verb) if a.tag_ == verb.tag_)
        return next((who for a in level if (who := subject(a)) is not None), None)
    return None if verb.dep_ != "ROOT" else noun_before(verb)


def noun_after(verb: Token) -> Token | None:
    """The head of the noun phrase that begins right after an inverted verb (", said Ruth Weah")."""
    here = verb.nbor(1)
    while here.head.i > here.i and here.dep_ in BEFORE_NOUN:
        here = here.head
    return here if here.pos_ in NOMINAL else None


def noun_before(verb: Token) -> Token | None:
    """The head of the noun phrase that ends just before a verb, adverbs and auxiliaries apart."""
    here = verb
    while not here.is_sent_start and (here == verb or here.dep_ in ("advmod", "aux", "neg", "npadvmod", "punct")):
        here = here.nbor(-1)
    comma = any(t.text == "," for t in verb.doc[here.i : verb.i])
    while here.head.i < verb.i and here.head != here and (here.dep_ in INSIDE or (comma and here.dep_ == "appos")):
        here = here.head
    return here if here.pos_ in NOMINAL and here != verb else None


def source_extent(cue: Token, head: Token) -> Extent:
    """The words that name the source: its phrase with what is not set off by a comma and with appositions, or the
    relative pronoun that stands for it ("who said")."""
    over = head.is_ancestor(cue)
    if over:
        pronoun = next((c for c in cue.children if c.dep_ in ("nsubj", "agent") and c.lower_ in RELATIVES), None)
        if pronoun is not None:
            return extent((pronoun,))
    loose = LOOSE | CLAUSES if over else LOOSE
    naming = (c for c in head.children if c.dep_ not in loose and not (c.dep_ in CLAUSES and is_set_off(c)))
    words = [head, *(t for c in naming for t in c.subtree)]
    beside = [t for t in words if (t.i < cue.i) == (head.i < cue.i) and t.i != cue.i]
    return extent(closed(beside or [head]))


def closed(words: list[Token]) -> list[Token]:
    """The words with the bracket that closes one opened among them: "Rosa Tellez (Unity Party)"."""
    last = max(words, key=lambda t: t.i)
    brackets = [t.text for t in last.doc[min(t.i for t in words) : last.i + 1] if t.text in ("(", ")")]
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    return [*words, after] if brackets.count("(") > brackets.count(")") and after and after.text == ")" else words
