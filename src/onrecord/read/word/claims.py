"""Denials set against what they deny, and how far each event is known to have happened."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from onrecord.model import Act, Attribution, Evidence, Extent, Kind, Modality
from onrecord.read.parse import Parsed
from onrecord.read.spans import tokens_within
from onrecord.read.who.cast import Cast
from onrecord.read.word.attributions import Saying
from onrecord.read.word.nesting import SAYINGS
from onrecord.read.word.untrue import RULE as UNTRUE

DENIABLE = (Act.ACCUSATION, Act.CLAIM, Act.RESPONSIBILITY, Act.STATEMENT, Act.ESTIMATE, Act.CONDEMNATION)
ANAPHORS = frozenset(("that", "they", "this", "these", "those", "it", "which"))
"""Pronouns that stand for what somebody else said."""
NEIGHBOURS = 100
"""Sayings before a denial, and as many behind it, among which what it answers is looked for."""


def find_answers(parsed: Parsed, cast: Cast, sayings: Sequence[Saying]) -> tuple[Saying, ...]:
    """The same sayings, each denial with the earlier (or later) attributions that it answers.

    A denial that only points ("these claims") answers the nearest accusation or claim that concerns the denier; one
    that says what it denies answers those that share its words. Requests are never denied.
    """
    return tuple(
        replace(s, attribution=replace(s.attribution, answers=answered(parsed, cast, s, around(sayings, i))))
        if s.attribution.act is Act.DENIAL and tells(s.attribution)
        else s
        for i, s in enumerate(sayings)
    )


def around(sayings: Sequence[Saying], at: int) -> Sequence[Saying]:
    """A saying and its neighbours."""
    return sayings[max(at - NEIGHBOURS, 0) : at + NEIGHBOURS + 1]


def answered(parsed: Parsed, cast: Cast, denial: Saying, sayings: Sequence[Saying]) -> tuple[str, ...]:
    """The id of what a denial answers: the saying that its object names, else the best-fitting one of another source,
    the nearest of equals; or none."""
    deniable = [s for s in sayings if s.attribution.act in DENIABLE]
    named = next((s for s in deniable if is_object(s, denial) or is_taken_up(s, denial)), None)
    if named is not None:
        return (named.attribution.id,)
    others = [
        s
        for s in sayings
        if s.attribution.act in DENIABLE
        and tells(s.attribution)
        and s.attribution.source.entity != denial.attribution.source.entity
        and s.attribution.within != denial.attribution.id
        and not is_own_word(parsed, cast, s.attribution, denial.attribution)
    ]
    fits = {s.attribution.id: fit(parsed, cast, denial, s) for s in others}
    best = max(others, key=lambda s: (fits[s.attribution.id], -abs(distance(denial, s))), default=None)
    return (best.attribution.id,) if best is not None and fits[best.attribution.id] > 0 else ()


def is_object(told: Saying, denial: Saying) -> bool:
    """Whether a saying is the object of a denial ("rejected *claims by Chad* that …"), not told in a denied clause."""
    cue, verb = told.candidate.cue, denial.candidate.cue
    return told.attribution.within == denial.attribution.id and cue.pos_ == "NOUN" and verb in (cue.head, cue.head.head)


def is_taken_up(told: Saying, denial: Saying) -> bool:
    """Whether a denial is a relative clause on the last word of a saying in its sentence: "accused the army of killing
    nine near Bria, *which* Chad denies"."""
    verb, cue = denial.candidate.cue, told.candidate.cue
    which = any(c.lower_ == "which" and c.dep_ in ("dobj", "nsubjpass") for c in verb.children)
    if verb.dep_ != "relcl" or not which or not cue.is_ancestor(verb):
        return False
    return any(e.start <= verb.head.idx < e.end for e in told.attribution.content)


def distance(denial: Saying, told: Saying) -> int:
    """Tokens from what is told to the denial; negative where the denial comes first."""
    return denial.candidate.cue.i - told.candidate.cue.i


def fit(parsed: Parsed, cast: Cast, denial: Saying, told: Saying) -> int:
    """How well a saying fits as what is denied: its act, whom it concerns, the words that both share."""
    pointing = is_pointing(parsed, denial.attribution)
    shared = len(content_lemmas(parsed, denial.attribution) & content_lemmas(parsed, told.attribution))
    concerns = speaks_of(cast, told.attribution, denial.attribution)
    accuses = told.attribution.act is Act.ACCUSATION
    if is_set_against(parsed, told, denial):
        return 4
    if told.attribution.act is Act.STATEMENT and concerns and is_just_before(told, denial):
        return 3 + min(shared, 3)
    if told.attribution.act is Act.STATEMENT and not (concerns and shared):
        return int(pointing and not content_lemmas(parsed, denial.attribution) and is_just_before(told, denial))
    if pointing and distance(denial, told) < 0:
        return 0
    if not shared and (distance(denial, told) < 0 or not (pointing or (concerns and accuses))):
        return 0
    return 3 * concerns + 2 * accuses + (told.attribution.act is Act.CLAIM) + min(shared, 3)


def is_set_against(parsed: Parsed, told: Saying, denial: Saying) -> bool:
    """Whether a denial takes up with a pronoun what was said just before a semicolon in its sentence: "Chad says it
    took the town; *rebels deny losing it*"."""
    cue, verb = told.candidate.cue, denial.candidate.cue
    if cue.sent.start != verb.sent.start or cue.i > verb.i or not any(t.text == ";" for t in cue.doc[cue.i : verb.i]):
        return False
    return any(t.pos_ == "PRON" and t.lower_ in ANAPHORS for t in tokens_within(parsed.doc, denial.attribution.content))


def is_just_before(told: Saying, denial: Saying) -> bool:
    """Whether a saying stands in the sentence before that of a denial, or before it in the same."""
    first = denial.candidate.cue.sent.start
    return distance(denial, told) > 0 and (first == 0 or told.candidate.cue.sent.end >= first)


def is_pointing(parsed: Parsed, denial: Attribution) -> bool:
    """Whether a denial says only that it denies, not what ("denied the claims")."""
    lemmas = content_lemmas(parsed, denial)
    pronouns = {t.lower_ for t in tokens_within(parsed.doc, denial.content) if t.pos_ == "PRON"}
    return len(lemmas) <= 3 and bool(lemmas & SAYINGS or (not lemmas and pronouns & ANAPHORS))


def content_lemmas(parsed: Parsed, attribution: Attribution) -> set[str]:
    """The lemmas of nouns, names and full verbs that are said; none of what says only that something is untrue."""
    if attribution.rule == UNTRUE:
        return set()
    return {
        t.lemma_.lower()
        for t in tokens_within(parsed.doc, attribution.content)
        if t.pos_ in ("NOUN", "PROPN", "VERB", "NUM") and not t.is_stop
    }


def speaks_of(cast: Cast, told: Attribution, denial: Attribution) -> bool:
    """Whether what is told names the denier, or one of the same country."""
    if denial.source.entity is None:
        return False
    denier = cast.entity(denial.source.entity)
    named = [cast.entity(id) for e in told.content for id in cast.within(e)]
    country = None if denier.kind is Kind.GROUP else denier.country  # rebels don't answer for their state
    return any(e.id == denier.id or (country is not None and e.country == country) for e in named)


def is_own_word(parsed: Parsed, cast: Cast, told: Attribution, denial: Attribution) -> bool:
    """Whether what is told is no word against the denier: both speak for one state, or his people say no too."""
    if not are_of_one_side(cast, told, denial):
        return False
    speakers = [cast.entity(a.source.entity) for a in (told, denial) if a.source.entity is not None]
    return all(e.kind is Kind.STATE or "GOV" in e.sector for e in speakers) or says_no(parsed, told)


def are_of_one_side(cast: Cast, told: Attribution, denial: Attribution) -> bool:
    """Whether who tells and who denies are of one country."""
    if told.source.entity is None or denial.source.entity is None:
        return False
    teller, denier = cast.entity(told.source.entity), cast.entity(denial.source.entity)
    return teller.country is not None and teller.country == denier.country


def says_no(parsed: Parsed, told: Attribution) -> bool:
    """Whether what is said is itself that something was not so: "*No* soldier crossed the border"."""
    words = tokens_within(parsed.doc, told.content)
    return any(t.dep_ == "neg" or t.lower_ in ("no", "none", "nobody", "never", "neither") for t in words)


def tells(attribution: Attribution) -> bool:
    """Whether what it holds is anybody's word: said, and not only believed."""
    return attribution.modality is Modality.ACTUAL and attribution.act is not Act.BELIEF


def is_given(trigger: Token, content: Sequence[Extent]) -> bool:
    """Whether a word of a content tells what is taken for known there: "denied that the ship *that Iran seized* …"."""
    above = (t for t in (trigger, *trigger.ancestors) if any(e.start <= t.idx < e.end for e in content))
    return any(t.dep_ == "relcl" for t in above)


def find_evidence(at: Extent, attributions: Sequence[Attribution]) -> tuple[Evidence, str | None]:
    """On what a telling at `at` rests, and the innermost attribution that tells it."""
    telling = [a for a in attributions for e in a.content if e.start <= at.start and at.end <= e.end and tells(a)]
    if not telling:
        return Evidence.REPORTED, None
    inner = min(telling, key=lambda a: sum(e.end - e.start for e in a.content))
    if inner.act is Act.DENIAL:
        return Evidence.DENIED, inner.id
    if any(inner.id in a.answers for a in attributions):
        return Evidence.DISPUTED, inner.id
    if inner.act in (Act.CLAIM, Act.RESPONSIBILITY, Act.ACCUSATION):
        return Evidence.CLAIMED, inner.id
    return Evidence.ATTRIBUTED, inner.id
