"""The words that are said: where a cue's content paths lead, cut to what belongs, widened to whole quotations."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.lexicon.entries import Cue
from onrecord.model import Extent
from onrecord.read.quotes import Quotation, in_quotation
from onrecord.read.spans import cover, runs
from onrecord.read.trees import phrase, walk

TELLING = frozenset("add announce argue claim note report say state tell write".split())
RELATIVES = frozenset(("which", "that", "whom"))
BARE = frozenset(("relcl", "acl", "prep", "appos"))
"""Relations of what is told of a noun for which a relative pronoun stands."""
STOPS = frozenset((".", "!", "?"))


def find_content(entry: Cue, cue: Token, source: Token | None, quotations: Sequence[Quotation]) -> tuple[Extent, ...]:
    """What the first fruitful content path leads to, what the paths of `also` add, and quotations met on the way."""
    heads = next((h for path in entry.content if (h := tuple(t for t in walk(cue, path) if can_be_said(t, cue)))), ())
    if not heads:
        return tuple(quotation_after(cue, quotations)) if entry.quotes else ()
    heads += marked_clauses(cue)
    heads = tuple(h.head if h.dep_ in ("aux", "auxpass") and h.is_ancestor(cue) else h for h in heads)
    heads += tuple(h for path in entry.also for h in walk(cue, path) if not is_empty(h) and not is_when(h))
    words: set[int] = set()
    for head in heads:
        meant = antecedent(head, cue)
        words |= said_under(head, cue) - asides(head) if meant is None else meant
    words -= {t.i for t in own_words(cue)}
    if source is not None and not any(source.is_ancestor(h) or source == h for h in heads):
        words -= {t.i for t in source.subtree}
    words = within_stops(cue, words, quotations)
    spans = list(runs(cue.doc, words))
    if entry.quotes:
        spans += whole_quotations(cue, spans, quotations)
    return tuple(cover(spans))


def antecedent(head: Token, cue: Token) -> set[int] | None:
    """The words of the noun for which a relative pronoun stands ("the raid, which Chad denied"), else None."""
    if head.lower_ not in RELATIVES or head.tag_ not in ("WDT", "WP", "WPRO", "IN"):
        return None
    clause = next((t for t in (cue, *cue.ancestors) if t.dep_ in ("relcl", "acl")), None)
    return None if clause is None else {t.i for t in phrase(clause.head, without=BARE)}


def marked_clauses(cue: Token) -> tuple[Token, ...]:
    """What "that" opens after the noun in which it is told, where the parser hangs it on that noun and another clause
    on the cue: "said in a statement that the envoy told him: …"."""
    nouns = (t for t in walk(cue, "prep>pobj") if any(c.dep_ == "relcl" for c in t.children))
    return tuple(c for n in nouns for c in walk(n, "relcl") if any(m.dep_ == "mark" for m in c.children))


def quotation_after(cue: Token, quotations: Sequence[Quotation]) -> Iterator[Extent]:
    """The quotation that opens right after a cue and whom it is said to ("told the minister, “…"), which the parser
    has hung elsewhere."""
    after = cue.i + 1
    to = [c.right_edge.i for c in cue.children if c.dep_ in ("dobj", "dative", "prep", "npadvmod") and c.i > cue.i]
    for i in (after, *(edge + 1 for edge in sorted(to))):
        if i + 1 < len(cue.doc) and cue.doc[i].text in (",", ":"):
            opening = cue.doc[i + 1].idx
            yield from (q.extent for q in quotations if q.extent.start == opening and not q.is_term)
            return


def can_be_said(head: Token, cue: Token) -> bool:
    """Whether a clause that a path leads to can be a content: not the speech in which the cue itself is told ("has
    told Chad, officials said"), nor a second sentence after a mere comma ("Chad warns Mali, Niger denies it"), nor
    what stands before a semicolon ("Chad fell; Mali promised rice")."""
    if head.i < cue.i and follows_semicolon(cue):
        return False
    if head.is_ancestor(cue):
        if cue.dep_ == "conj":
            return is_juxtaposed(cue)
        return head.lemma_.lower() not in TELLING or cue.dep_ != "ccomp"
    first = head.left_edge
    spliced = head.dep_ == "ccomp" and first.i > cue.i + 1 and first.nbor(-1).text == ","
    return not spliced or any(c.dep_ == "mark" for c in head.children) or first.text == '"'


def is_juxtaposed(cue: Token) -> bool:
    """Whether a cue and its own subject stand after no more than a comma, so that the parser takes them for another
    clause of the same rank: "The road is shut, the mayor told reporters"."""
    subject = next((c for c in cue.children if c.dep_ == "nsubj" and c.i < cue.i), None)
    return subject is not None and subject.left_edge.i > 0 and subject.left_edge.nbor(-1).text == ","


def follows_semicolon(cue: Token) -> bool:
    """Whether a semicolon stands before a cue and its subject."""
    first = min(
        (c.left_edge for c in cue.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < cue.i),
        default=cue,
        key=lambda t: t.i,
    )
    return first.i > 0 and first.nbor(-1).text == ";"


def is_empty(head: Token) -> bool:
    """Whether a subject only holds the place of a clause: "*it* is believed that they fled"."""
    return head.lower_ == "it" and any(c.dep_ == "ccomp" for c in head.head.children)


def is_when(head: Token) -> bool:
    """Whether a preposition tells a time: "*on* Monday, Peru accused Chad of fraud"."""
    return head.dep_ == "prep" and any(c.ent_type_ in ("DATE", "TIME") for c in head.children)


def said_under(head: Token, cue: Token) -> set[int]:
    """The words under a content's head; where the cue hangs in it ("The road, he said, is closed"), less the cue's."""
    words = {t.i for t in head.subtree}
    if head.is_ancestor(cue) or head == cue:
        words -= {t.i for t in cue.subtree}
    return words


def asides(head: Token) -> set[int]:
    """The words that the report itself hangs on the end of what is said: ", a port in the north", ", which it lost"."""
    end = head.right_edge.i
    last = (t for t in head.subtree if t.dep_ in ("relcl", "appos") and t.i > head.i and t.right_edge.i >= end - 2)
    return {word.i for t in last if is_aside(t) for word in t.subtree}


def is_aside(token: Token) -> bool:
    """Whether an apposition, or a clause with a relative pronoun, is set off by a comma."""
    return is_set_off(token) and (token.dep_ == "appos" or token.left_edge.lower_ in ("which", "who", "where"))


def is_set_off(token: Token) -> bool:
    """Whether a comma or a dash stands before a token's phrase."""
    first = token.left_edge
    return first.i > 0 and first.nbor(-1).text in (",", "-", "–", "—", "--")


def own_words(cue: Token) -> Iterator[Token]:
    """The cue with its auxiliaries, its negation and its particle."""
    yield cue
    yield from (c for c in cue.children if c.dep_ in ("aux", "auxpass", "neg", "prt") and c.tag_ != "TO")


def within_stops(cue: Token, words: set[int], quotations: Sequence[Quotation]) -> set[int]:
    """The words between the nearest full stops outside quotations: a parse that runs on over one is mistaken."""
    doc = cue.doc
    if not words:
        return words
    first, last = min(words), max(words)
    stops = [
        i
        for i in range(min(first, cue.i), max(last, cue.i) + 1)
        if is_stop(doc[i]) and not in_quotation(doc[i].idx, quotations)
    ]
    low = max((i for i in stops if i < cue.i), default=first - 1)
    high = min((i for i in stops if i > cue.i), default=last + 1)
    return {i for i in words if low < i < high}


def is_stop(token: Token) -> bool:
    """Whether a token ends a sentence; the point of an abbreviation that was split from it ("Lt.") does not."""
    if token.text not in STOPS or token.i == 0:
        return False
    before = token.nbor(-1)
    abbreviated = before.text[:1].isupper() and len(before.text) <= 3 and not before.whitespace_
    return not abbreviated or token.i + 1 == len(token.doc) or bool(token.nbor(1).is_sent_start)


def whole_quotations(cue: Token, spans: Sequence[Extent], quotations: Sequence[Quotation]) -> Iterator[Extent]:
    """The full quotations that share words with what was found, and the short ones that hold a stretch of it whole;
    not those that hold the cue itself."""
    for q in quotations:
        outside = not q.extent.start <= cue.idx < q.extent.end
        if outside and any(s in q.extent if q.is_term else s.overlaps(q.extent) for s in spans):
            yield q.extent
