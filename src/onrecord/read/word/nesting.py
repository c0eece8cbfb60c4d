"""What is told within something told, and what only seems to be."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from onrecord.model import Act, Attribution, Extent
from onrecord.read.spans import runs, tokens_within
from onrecord.read.word.cues import Candidate

FINITE = frozenset(("VBD", "VBZ", "VBP"))
AGAINST = frozenset(("while", "whereas", "though", "although"))
"""Conjunctions that set one's word against another's."""
SAYINGS = frozenset(
    "accusation account allegation assertion blame charge claim figure number report statement suggestion toll "
    "version".split()
)
"""Nouns that stand for what somebody else said."""


def part_coordinated(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The same candidates, where a parse hung a second cue of the same speaker inside the content of the first.

    In "said that he was ready and accused Chad of lying" and "said that it was late, adding that ..." the second cue
    goes with the first: its words leave the first one's content, and its speaker is the first one's.
    """
    parted = list(candidates)
    for i, inner in enumerate(parted):
        j = outer_of(parted, inner) if is_loose(inner) else None
        if j is not None:
            parted[i] = replace(inner, head=parted[j].head, source=parted[j].source)
            parted[j] = replace(parted[j], content=less(parted[j], inner.cue))
    return parted


def part_contrasted(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The same candidates, without what another says against it in the content of the first: "said that nine had died,
    while the army admitted four dead", "accused Chad of arming them, a charge that it denies"."""
    parted = list(candidates)
    for inner in parted:
        j = outer_of(parted, inner) if is_contrast(inner.cue) else None
        if j is not None:
            parted[j] = replace(parted[j], content=less(parted[j], inner.cue))
        charge = answered_charge(inner)
        for n, outer in enumerate(parted if charge is not None else ()):
            if outer is not inner and charge is not None and charge.idx in range_of(outer):
                parted[n] = replace(outer, content=less(outer, charge))
    return parted


def answered_charge(denial: Candidate) -> Token | None:
    """The noun behind a comma by which a denial takes up what stands before it: "…, a *charge* that it denies"."""
    noun = denial.cue.head
    if denial.entry.act is not Act.DENIAL or denial.cue.dep_ not in ("relcl", "acl"):
        return None
    first = noun.left_edge
    behind = first.i > 0 and first.nbor(-1).text == ","
    return noun if behind and noun.lemma_.lower() in SAYINGS else None


def range_of(candidate: Candidate) -> range:
    """The characters from where a content begins to its end; none where that is empty."""
    content = candidate.content
    return range(content[0].start, content[-1].end) if content else range(0)


def outer_of(candidates: Sequence[Candidate], inner: Candidate) -> int | None:
    """Number of the candidate in whose content another one's cue stands that can go with the same subject."""
    at = inner.cue.idx
    return next(
        (
            j
            for j, outer in enumerate(candidates)
            if outer is not inner
            and is_level(outer.cue, inner.cue)
            and any(at in range(e.start, e.end) for e in outer.content)
        ),
        None,
    )


def is_contrast(cue: Token) -> bool:
    """Whether a cue tells, against what stands before it, what another says: ", while the army admitted"."""
    opening = next((c for c in cue.children if c.dep_ == "mark" and c.lower_ in AGAINST), None)
    apart = opening is not None and opening.i > 0 and opening.nbor(-1).text in (",", ";", "-", "–", "—")
    return apart and cue.dep_ == "advcl" and any(c.dep_ == "nsubj" for c in cue.children)


def is_loose(c: Candidate) -> bool:
    """Whether a cue has no subject of its own and hangs in another clause as a coordinate or a participle."""
    if c.cue.dep_ == "conj" and c.entry.act is Act.BELIEF:
        return False
    return c.cue.dep_ in ("conj", "advcl") and not any(t.dep_ in ("nsubj", "nsubjpass") for t in c.cue.children)


def is_level(outer: Token, inner: Token) -> bool:
    """Whether two verbs can go with one subject: both finite in one tense, or the second a participle after a comma."""
    if inner.dep_ == "advcl" and not is_contrast(inner):
        return inner.tag_ == "VBG" and inner.i > 0 and inner.nbor(-1).text == ","
    return inner.tag_ == outer.tag_ and inner.tag_ in FINITE


def less(c: Candidate, branch: Token) -> tuple[Extent, ...]:
    """A content without the words under a token."""
    doc = c.cue.doc
    words = {t.i for t in tokens_within(doc, c.content)} - {t.i for t in branch.subtree}
    joining = {t.i for t in branch.head.children if t.dep_ == "cc" and t.i < branch.i and t.i + 3 > branch.left_edge.i}
    return tuple(runs(doc, {i for i in words - joining if not doc[i].is_space}))


def nest(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Sets `within`: the smallest other attribution whose content holds this one's cue."""
    sizes = {a.id: size(a) for a in attributions}

    def holder(inner: Attribution) -> str | None:
        at = inner.cue[0].start
        outer = [
            (sizes[a.id], a.id)
            for a in attributions
            if sizes[a.id] > sizes[inner.id] and any(e.start <= at < e.end for e in a.content)
        ]
        return min(outer)[1] if outer else None

    return tuple(replace(a, within=holder(a)) for a in attributions)


def size(attribution: Attribution) -> int:
    """How many characters an attribution's content holds."""
    return sum(e.end - e.start for e in attribution.content)
