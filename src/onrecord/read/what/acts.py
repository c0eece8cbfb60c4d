"""What is done by saying it: statements that accuse, and the PLOVER events that speech acts are."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Act, Attribution, Modality
from onrecord.read.confidence import is_by_model
from onrecord.read.firing import fits, is_pos
from onrecord.read.modality import find_modality
from onrecord.read.parse import Parsed
from onrecord.read.spans import tokens_within
from onrecord.read.trees import walk
from onrecord.read.what.events import Told
from onrecord.read.what.parties import is_known, nearest_parties, parties
from onrecord.read.who.cast import Cast
from onrecord.read.word.attributions import Saying

SUFFERED = frozenset("victim target survivor fight combat counter battle resist condemn prevent".split())
"""Words over a wrong by which it is somebody else's."""
MAY_ACCUSE = frozenset((Act.STATEMENT, Act.CLAIM, Act.BELIEF))
TOLD_AS = {
    "ACCUSE": Act.ACCUSATION,
    "REJECT": Act.DENIAL,
    "REQUEST": Act.REQUEST,
    "THREATEN": Act.THREAT,
    "AGREE": Act.PROMISE,
}
"""The act of a plain saying by which its speaker does an event of a type."""


def find_accusations(parsed: Parsed, cast: Cast, lexicon: Lexicon, sayings: Sequence[Saying]) -> tuple[Saying, ...]:
    """The same sayings, with a statement that tells a wrong of another party made an accusation of it."""
    return tuple(accuse(parsed, cast, lexicon, saying) for saying in sayings)


def accuse(parsed: Parsed, cast: Cast, lexicon: Lexicon, saying: Saying) -> Saying:
    """The saying, as an accusation where it tells a wrong."""
    told = saying.attribution
    if told.act not in MAY_ACCUSE or told.modality is not Modality.ACTUAL:
        return saying
    wrong = told_wrong(parsed, cast, lexicon, saying)
    return saying if wrong is None else replace(saying, attribution=replace(told, act=Act.ACCUSATION, rule=wrong))


def told_wrong(parsed: Parsed, cast: Cast, lexicon: Lexicon, saying: Saying) -> str | None:
    """The entry of the wrong that a saying tells of a party other than its source, if it tells one as a fact."""
    if saying.attribution.source.entity is None or not accused(cast, saying.attribution):
        return None
    for token in tokens_within(parsed.doc, saying.attribution.content):
        for entry in lexicon.wrongs.get(token.lemma_.lower(), ()):
            if is_pos(token, entry.pos) and not is_suffered(token, lexicon):
                return entry.id
    return None


def is_suffered(wrong: Token, lexicon: Lexicon) -> bool:
    """Whether a wrong is not told as done: "did not arm", "a victim of terrorism", "the fight against terrorism"."""
    above = wrong.head.head if wrong.dep_ == "pobj" else wrong.head
    over = above.lemma_.lower() in SUFFERED or (wrong.dep_ == "pobj" and wrong.head.lower_ == "against")
    return over or find_modality(wrong, lexicon) is Modality.NEGATED


def accused(cast: Cast, attribution: Attribution) -> tuple[str, ...]:
    """The parties that the content speaks of, less those of the source's own side; states and groups first."""
    source = cast.entity(attribution.source.entity) if attribution.source.entity else None
    told = [cast.entity(id) for extent in attribution.content for id in cast.within(extent)]
    others = [
        e
        for e in dict.fromkeys(told)
        if e.country is not None and source is not None and e.id != source.id and e.country != source.country
    ]
    ranked = sorted(others, key=lambda e: e.kind.value not in ("state", "body", "group"))
    return tuple(e.id for e in ranked[:1])


def find_speech_events(cast: Cast, lexicon: Lexicon, sayings: Sequence[Saying]) -> tuple[Told, ...]:
    """The events that speech acts are by themselves (`acts.yaml`): an accusation is an ACCUSE of whom it names."""
    told = []
    for saying in sayings:
        act = lexicon.acts.get(saying.attribution.act)
        if act is None or saying.attribution.source.entity is None or is_deed(saying.candidate.cue, lexicon):
            continue
        actor = speakers(cast, saying)
        recipient = parties(cast, saying.candidate.addressee) or (
            accused(cast, saying.attribution) if act.type == "ACCUSE" else ()
        )
        if not recipient and saying.attribution.answers:
            recipient = told_by(sayings, saying.attribution.answers)
        elif not recipient and act.id is not Act.CONDOLENCE and not (act.type == "AGREE" and len(actor) > 1):
            promised = walk(saying.candidate.cue, "dobj") if act.type == "AGREE" else ()
            recipient = nearest_parties(cast, saying.candidate.cue, actor, promised)
            recipient = tuple(r for r in recipient if act.type != "AGREE" or is_known(cast, r))
        mode = saying.candidate.entry.mode or act.mode
        known = lexicon.types[act.type].modes
        told.append(
            Told(
                trigger=saying.candidate.cue,
                type=act.type,
                mode=(mode,) if mode in known else (),
                actor=actor,
                recipient=tuple(r for r in recipient if r not in actor),
                modality=find_modality(saying.candidate.cue, lexicon),
                rule=saying.attribution.rule or saying.candidate.entry.id,
                content=saying.attribution.content,
            )
        )
    return tuple(told)


def told_by(sayings: Sequence[Saying], ids: Sequence[str]) -> tuple[str, ...]:
    """Who said what a denial answers: to them it is addressed."""
    told = (s.attribution for s in sayings if s.attribution.id in ids)
    return tuple(dict.fromkeys(a.source.entity for a in told if a.source.entity is not None))


def is_deed(cue: Token, lexicon: Lexicon) -> bool:
    """Whether a word of speech tells a deed here: crowds that protest do more than say so."""
    return any(entry.deed and fits(entry, cue) for entry in lexicon.events.get(cue.lemma_.lower(), ()))


def speakers(cast: Cast, saying: Saying) -> tuple[str, ...]:
    """Those who speak: the source's entity, and others that its phrase coordinates with it."""
    head = saying.candidate.head
    named = parties(cast, (head,)) if head is not None else ()
    source = saying.attribution.source.entity
    return named if source in named or source is None else (source, *named)


def name_acts(told: Sequence[Told], sayings: Sequence[Saying]) -> tuple[Saying, ...]:
    """The same sayings, a plain statement made the act that it is by the event that a model sees done with it."""
    done = {t.trigger.i: TOLD_AS[t.type] for t in told if is_by_model(t.rule) and t.type in TOLD_AS}

    def named(saying: Saying) -> Saying:
        act = done.get(saying.candidate.cue.i)
        if act is None or saying.attribution.act is not Act.STATEMENT:
            return saying
        return replace(saying, attribution=replace(saying.attribution, act=act))

    return tuple(named(s) for s in sayings)


def credit_claims(told: Sequence[Told], sayings: Sequence[Saying]) -> tuple[Told, ...]:
    """The same tellings, with whoever claims responsibility for a deed as its actor where none is named."""
    claims = [s.attribution for s in sayings if s.attribution.act is Act.RESPONSIBILITY]

    def claimant(one: Told) -> tuple[str, ...]:
        at = one.trigger.idx
        by = next((c.source.entity for c in claims if any(e.start <= at < e.end for e in c.content)), None)
        return (by,) if by is not None and by not in one.recipient else ()

    return tuple(replace(t, actor=t.actor or claimant(t)) if t.type == "ASSAULT" else t for t in told)
