"""What a trained model proposes as attributions, put together with what the rules found.

Where the rules see a cue, their act is taken, and the source and content that the model sees for it, if it is sure of
it. The model adds the cues that they miss, and speaks against plain sayings and attitudes that it finds unlikely.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.lexicon.entries import Cue
from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Act, Extent
from onrecord.models.attribution import Proposal
from onrecord.read.firing import fits
from onrecord.read.spans import tokens_within
from onrecord.read.word.contents import own_words
from onrecord.read.word.cues import Candidate
from onrecord.read.word.stretches import PAUSES, STOPS, from_its_edge, is_phrase, opens, top, whole_words

SAID = Cue(id="model.attribution", lemma=(), pos="verb", act=Act.STATEMENT, anonymous=True, examples=(), silent=())
"""The entry of a cue that the lexicon does not know."""
PLAIN = frozenset((Act.STATEMENT, Act.BELIEF, Act.PRAISE, Act.CONDEMNATION, Act.QUESTION))
"""Acts of which the model knows enough to say that there is none where it sees none."""


def put_together(
    doc: Doc, lexicon: Lexicon, proposals: Sequence[Proposal], ruled: Sequence[Candidate]
) -> list[Candidate]:
    """One candidate a cue, in text order: the rules' that stand, and those that only the model sees."""
    seen = {t.i for c in ruled for t in own_words(c.cue)}
    firm = [p for p in proposals if p.firm]
    whole = (p for p in firm if not runs_over(doc, p.cue))
    new = (p for p in whole if not any(t.i in seen for t in tokens_within(doc, p.cue)))
    added = [c for p in new if (c := as_candidate(doc, lexicon, p)) is not None]
    kept = [agreed(c, firm) for c in ruled if stands(c, proposals)]
    return without_others(sorted([*kept, *added], key=lambda c: c.cue.i))


def without_others(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The same candidates without stretches of their contents that lie wholly in what another cue beside them tells:
    "urged both sides to talk and called for *an immediate* truce"."""
    cues = {c.cue.i for c in candidates}
    parted = [
        replace(c, content=own) if (own := tuple(e for e in c.content if not is_anothers(c, e, candidates))) else c
        for c in candidates
    ]
    return [replace(c, content=tuple(without_end(c.cue, e, cues) for e in c.content)) for c in parted]


def without_end(cue: Token, stretch: Extent, cues: Collection[int]) -> Extent:
    """A stretch of a content without a cue beside its own that it ends with: "accused Chad of theft *and said*"."""
    words = tokens_within(cue.doc, (stretch,))
    kept = len(words)
    while kept > 1 and (words[kept - 1].i in cues or opens(words[kept - 1]) or words[kept - 1].text in PAUSES):
        kept -= 1
    cut = any(t.i in cues and t.head == cue for t in words[kept:])
    return Extent(stretch.start, words[kept - 1].idx + len(words[kept - 1].text)) if cut else stretch


def is_anothers(c: Candidate, stretch: Extent, candidates: Sequence[Candidate]) -> bool:
    """Whether all words of a stretch hang under the cue of another, which is neither over this one's nor told by it."""
    words = tokens_within(c.cue.doc, (stretch,))
    beside = (
        o.cue
        for o in candidates
        if o.cue.is_ancestor(words[0]) and not o.cue.is_ancestor(c.cue) and o.cue.idx != c.cue.idx
    )
    return any(
        all(cue.is_ancestor(t) for t in words) and not any(e.start <= cue.idx < e.end for e in c.content)
        for cue in beside
    )


def agreed(ruled: Candidate, firm: Sequence[Proposal]) -> Candidate:
    """A rule's candidate with the source and the content that the model sees for its cue, if it is sure of it.

    Where one of the two sees only a part of the other's content, the whole is told.
    """
    at, doc = ruled.cue.idx, ruled.cue.doc
    own = next((p for p in firm if any(e.start <= at < e.end for e in p.cue)), None)
    if own is None or runs_over(doc, own.cue):
        return ruled
    seen = tuple(whole_words(ruled.cue, own.content))
    content = ruled.content if holds(ruled.content, seen) else seen
    agreed = replace(ruled, content=content, words=own.cue, confidence=own.confidence)
    source = tokens_within(doc, own.source)
    if holds(ruled.source, own.source) or not is_phrase(source) or lies_under(ruled.head, source):
        return agreed
    if ruled.head is None and source[0].lower_ == "it":  # "it is believed that"
        return agreed
    speaks = top(source)
    if ruled.head in source and ruled.head != speaks:  # more is named than who speaks
        return agreed
    if ruled.head is not None and shares_subject(ruled.cue, ruled.head) and not is_subject(speaks):
        return agreed
    return replace(agreed, source=(from_its_edge(source),), head=speaks)


def shares_subject(cue: Token, head: Token) -> bool:
    """Whether a cue goes on with the subject of the verb before it: "*Ana* met the bishop, 60, and *said*"."""
    return cue.dep_ == "conj" and head.dep_ == "nsubj" and head.head == cue.head


def is_subject(word: Token) -> bool:
    """Whether a word is a subject, one of several, or what is said of one by an apposition."""
    while word.dep_ in ("conj", "appos") and word.head != word:
        word = word.head
    return word.dep_ in ("nsubj", "nsubjpass", "ROOT")


def runs_over(doc: Doc, cue: Sequence[Extent]) -> bool:
    """Whether the words of a cue stand in several sentences: then they are those of several cues."""
    return len({t.sent.start for t in tokens_within(doc, cue)}) > 1


def lies_under(head: Token | None, source: Sequence[Token]) -> bool:
    """Whether a source is only named within what is told of who speaks: "Ali, whose *father* is ill, said"."""
    return head is not None and all(head in t.ancestors for t in source)


def holds(whole: Sequence[Extent], parts: Sequence[Extent]) -> bool:
    """Whether all parts lie in a whole."""
    return all(any(part in one for one in whole) for part in parts)


def stands(ruled: Candidate, proposals: Sequence[Proposal]) -> bool:
    """Whether a rule's candidate stands: the model finds its cue not unlikely, or cannot speak against it.

    It knows one layer of sayings: nothing of what is told within, of other acts, or of words in quotation marks, which
    are said and not only thought; and the lexicon knows cues that are nothing else ("quoted as *saying*").
    """
    at = ruled.cue.idx
    told = any(e.start <= at < e.end for p in proposals if p.firm for e in p.content)
    heard = any(e.start <= t.idx < e.end for t in own_words(ruled.cue) for p in proposals for e in p.cue)
    quoted = any(t.text == '"' for t in tokens_within(ruled.cue.doc, ruled.content))
    return (
        ruled.entry.plain
        or told
        or heard
        or (quoted and ruled.entry.act is not Act.BELIEF)
        or ruled.entry.act not in PLAIN
    )


def as_candidate(doc: Doc, lexicon: Lexicon, proposal: Proposal) -> Candidate | None:
    """The candidate that a proposal makes; None where its words are no tokens of the parse."""
    cue, source = tokens_within(doc, proposal.cue), who_speaks(tokens_within(doc, proposal.source))
    content = tokens_within(doc, proposal.content)
    if not cue or not content or (source and all(t.pos_ == "DET" for t in source)):
        return None
    token, entry = read_as(cue, lexicon)
    if entry is SAID and does_more(token, content, lexicon):
        return None
    return Candidate(
        entry=entry,
        cue=token,
        head=top(source) if source else None,
        source=(from_its_edge(source),) if source else (),
        content=tuple(whole_words(token, proposal.content)),
        words=proposal.cue,
        confidence=proposal.confidence,
    )


def does_more(cue: Token, content: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a word that the lexicon knows for a deed tells that here, and nothing said: "*banned* imports",
    "*recalled* its envoy"."""
    if any(t.pos_ in ("VERB", "AUX") or t.text == '"' for t in content):
        return False
    entries = lexicon.events.get(cue.lemma_.lower(), ())
    return any(lexicon.types[e.type].quad.startswith("material") and fits(e, cue) for e in entries)


def who_speaks(source: Sequence[Token]) -> Sequence[Token]:
    """The words of a source without signs before them; of a clause that only tells more of somebody, that somebody:
    "Chad, *which holds the chair*, offered"."""
    words = source[next((n for n, t in enumerate(source) if t.text not in STOPS), 0) :]
    clause = top(words) if words else None
    if clause is None or clause.dep_ != "relcl":
        return words
    return [t for t in clause.head.subtree if t.i < clause.left_edge.i and t.text not in STOPS] or words


def read_as(cue: Sequence[Token], lexicon: Lexicon) -> tuple[Token, Cue]:
    """The word of a cue that carries it, with the lexicon's entry for it or that of a plain statement."""
    for token in cue:
        for entry in lexicon.cues.get(token.lemma_.lower(), ()):
            if fits(entry, token):
                return token, entry
    return next((t for t in cue if t.pos_ == "VERB"), top(cue)), SAID
