"""What is done by saying it: statements that accuse, and the PLOVER events that speech acts are."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from onrecord.lexicon.entries import ActType, EventWord
from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Act, Kind, Modality
from onrecord.read.firing import fits, is_pos
from onrecord.read.modality import find_modality
from onrecord.read.parse import Parsed
from onrecord.read.spans import noun_of, tokens_within
from onrecord.read.trees import logical_subject, walk
from onrecord.read.what.deeds import deed_at, doers, guilt_at, is_victim, who_wrongs
from onrecord.read.what.events import REFUSAL, Told, refusal_of
from onrecord.read.what.parties import is_known, nearest_parties, parties
from onrecord.read.what.polls import OPINIONS, is_polled
from onrecord.read.who.cast import Cast
from onrecord.read.word.attributions import Saying
from onrecord.read.word.untrue import RULE as UNTRUE

SUFFERED = frozenset(
    "battle campaign combat commemorate condemn confront counter eliminate elimination end eradicate eradication "
    "examine fight inquiry investigate investigation mark mourn oppose opposition prevent probe remember resist "
    "struggle study suppress suppression survivor tackle target trial victim war".split()
)
"""Words over a wrong by which it is somebody else's."""
BESIDE = frozenset("against after before during since until amid".split())
"""Prepositions by which a wrong is only what something is against, or when something is."""
MAY_ACCUSE = frozenset((Act.STATEMENT, Act.CLAIM, Act.BELIEF))
ONE_SIDED = frozenset(("ACCUSE", "REQUEST"))
"""Types that speech acts are at somebody's expense, whoever it is that speaks."""


def find_accusations(parsed: Parsed, cast: Cast, lexicon: Lexicon, sayings: Sequence[Saying]) -> tuple[Saying, ...]:
    """The same sayings, with a statement that tells a wrong of another party made an accusation of it."""
    return tuple(accuse(parsed, cast, lexicon, saying) for saying in sayings)


def accuse(parsed: Parsed, cast: Cast, lexicon: Lexicon, saying: Saying) -> Saying:
    """The saying, as an accusation where it tells a wrong."""
    told = saying.attribution
    if told.act not in MAY_ACCUSE or told.modality is not Modality.ACTUAL:
        return saying
    wrong = told_wrong(parsed.doc, cast, lexicon, saying)
    return saying if wrong is None else replace(saying, attribution=replace(told, act=Act.ACCUSATION, rule=wrong[0]))


def told_wrong(doc: Doc, cast: Cast, lexicon: Lexicon, saying: Saying) -> tuple[str, tuple[str, ...]] | None:
    """The entry of the wrong that a saying tells, as a fact, of a party other than its source in one sentence with that
    party; and the party."""
    if saying.attribution.source.entity is None:
        return None
    for token in tokens_within(doc, saying.attribution.content):
        for entry in lexicon.wrongs.get(token.lemma_.lower(), ()):
            if is_pos(token, entry.pos) and not is_suffered(token, lexicon):
                of = wrongdoers(cast, saying, lexicon, token)
                if of:
                    return entry.id, of
    return None


def wrongdoers(cast: Cast, saying: Saying, lexicon: Lexicon, wrong: Token) -> tuple[str, ...]:
    """Who is accused of a wrong; nobody where its subject names no party: "said that *the ship* broke a ban"."""
    if wrong.dep_ in ("acl", "amod") and wrong.tag_ == "VBN" and not any(True for _ in logical_subject(wrong)):
        return ()  # "men *armed* with knives"
    doing = tuple(logical_subject(wrong)) if wrong.pos_ == "VERB" else ()
    found = accused(cast, saying, lexicon, wrong.sent)
    return () if doing and not parties(cast, doing) else found


def is_suffered(wrong: Token, lexicon: Lexicon) -> bool:
    """Whether a wrong is not told as done by those spoken of: "did not arm", "could face provocations", "a victim of
    terrorism", "the fight against terrorism", "would investigate the genocide", "before the occupation"."""
    above = wrong.head.head if wrong.dep_ == "pobj" else wrong.head
    over = above.lemma_.lower() in SUFFERED or (wrong.dep_ == "pobj" and wrong.head.lower_ in BESIDE)
    return over or find_modality(wrong, lexicon) in (Modality.NEGATED, Modality.HYPOTHETICAL)


def accused(cast: Cast, saying: Saying, lexicon: Lexicon, within: Span | None = None) -> tuple[str, ...]:
    """The party that the content speaks of (in one sentence, if that is given), not of the source's own side nor whom a
    deed was done to; states and groups go first."""
    told, doc = saying.attribution, saying.candidate.cue.doc
    source = cast.entity(told.source.entity) if told.source.entity else None
    named = [
        cast.entity(id)
        for extent in told.content
        for mention, id in cast.beginning_in(extent)
        if within is None or within.start_char <= mention.start < within.end_char
        if not ((noun := noun_of(doc, mention.named)) and is_victim(noun, lexicon))
    ]
    others = [
        e
        for e in dict.fromkeys(named)
        if e.country is not None and source is not None and e.id != source.id and e.country != source.country
    ]
    ranked = sorted(others, key=lambda e: e.kind.value not in ("state", "body", "group"))
    return tuple(e.id for e in ranked[:1])


def find_speech_events(cast: Cast, lexicon: Lexicon, sayings: Sequence[Saying]) -> tuple[Told, ...]:
    """The events that speech acts are by themselves (`acts.yaml`): an accusation is an ACCUSE of whom it names."""
    told = []
    for saying in sayings:
        act = lexicon.acts.get(saying.attribution.act)
        if act is None or is_deed(saying.candidate.cue, lexicon):
            continue
        if act.type in OPINIONS and is_polled(saying.candidate.cue):
            continue
        if not has_speaker(cast, saying) and not is_told_without(cast, saying, act):
            continue
        actor = speakers(cast, saying)
        recipient = towards(cast, lexicon, sayings, saying, act, actor)
        if saying.candidate.entry.sided and not recipient:
            continue
        mode = saying.candidate.entry.mode or act.mode
        known = lexicon.types[act.type].modes
        modality = find_modality(saying.candidate.cue, lexicon)
        refused = refusal_of(act.type, modality, saying.candidate.cue, lexicon)
        told.append(
            Told(
                trigger=saying.candidate.cue,
                type=act.type if refused is None else REFUSAL,
                mode=((mode,) if mode in known else ()) if refused is None else refused,
                actor=actor,
                recipient=tuple(r for r in recipient if r not in actor),
                modality=modality if refused is None else Modality.ACTUAL,
                rule=saying.attribution.rule or saying.candidate.entry.id,
                content=saying.attribution.content,
            )
        )
    return tuple(told)


def towards(
    cast: Cast, lexicon: Lexicon, sayings: Sequence[Saying], saying: Saying, act: ActType, actor: Collection[str]
) -> tuple[str, ...]:
    """At whom a speech act is aimed: whoever is spoken to or of; of a deed that is condemned, who did it, known or not;
    of a denial, who said what it denies; and of most others the nearest party to the cue."""
    cue = saying.candidate.cue
    if saying.attribution.rule == UNTRUE:
        return told_by(sayings, saying.attribution.answers)
    addressee = tuple(t for word in saying.candidate.addressee for t in who_wrongs(word))
    if act.type == "ACCUSE" and (deeds := [(t, d) for t in addressee if (d := blamed_for(cast, t, lexicon))]):
        return tuple(dict.fromkeys(id for token, deed in deeds for id in doers(cast, token, deed, lexicon)))
    found = parties(cast, addressee)
    if not found and act.type == "ACCUSE":
        if charged := tuple(id for id in charged_in(cast, cue) if id not in actor):
            return charged
        wrong = told_wrong(cue.doc, cast, lexicon, saying)
        found = wrong[1] if wrong is not None else accused(cast, saying, lexicon)
    if found:
        return found
    if saying.attribution.answers:
        return told_by(sayings, saying.attribution.answers)
    if act.id is Act.CONDOLENCE or (act.type == "AGREE" and len(actor) > 1):
        return ()
    aside = walk(cue, "dobj") if act.type == "AGREE" else tuple(asked_about(cue))
    if act.id is Act.DENIAL:
        aside = (*aside, *(t for c in cue.children if c.dep_ in ("xcomp", "ccomp") for t in c.subtree))
    elif act.type == "ACCUSE":
        aside = (*aside, *(t for t in cue.subtree if is_victim(t, lexicon)))
    near = nearest_parties(cast, cue, actor, aside)
    if act.type == "AGREE":
        return tuple(r for r in near if is_known(cast, r))
    return tuple(r for r in near if cast.entity(r).kind is not Kind.PLACE)


def charged_in(cast: Cast, cue: Token) -> tuple[str, ...]:
    """Who does what is charged, as the subject of the clause that tells it: "charged that *Ruiz* hid the letters",
    and not whose a thing is of which it tells ("stressed that *rebel* camps lie in Chad")."""
    clauses = (c for c in cue.children if c.dep_ in ("ccomp", "acl") and any(t.lower_ == "that" for t in c.children))
    doing = (c for verb in clauses for c in verb.children if c.dep_ == "nsubj" and cast.at(c) is not None)
    found = parties(cast, doing)
    return tuple(id for id in found if cast.entity(id).kind is not Kind.PLACE)


def asked_about(cue: Token) -> Iterator[Token]:
    """The words of what is asked for that name no addressee: "a request *to expel a colonel*", "asked for help
    *against a gang*", "demanded *an envoy*"."""
    for path in ("dobj", "for"):
        yield from (t for t in walk(cue, path) if not walk(t, "acl>aux:to"))
    for token in cue.subtree:
        if (token.dep_ == "acl" and token.head == cue) or token.lower_ == "against":
            yield from token.subtree


def blamed_for(cast: Cast, token: Token, lexicon: Lexicon) -> EventWord | None:
    """The deed that a phrase names, unless it names a party: "condemned the *bombing*", "condemned those *responsible*
    for it", not "condemned the *rebels*"."""
    if cast.at(token) is not None:
        return None
    return deed_at(token, lexicon) or next((d for t in token.subtree if (d := guilt_at(t, lexicon))), None)


def told_by(sayings: Sequence[Saying], ids: Sequence[str]) -> tuple[str, ...]:
    """Who said what a denial answers: to them it is addressed."""
    told = (s.attribution for s in sayings if s.attribution.id in ids)
    return tuple(dict.fromkeys(a.source.entity for a in told if a.source.entity is not None))


def is_deed(cue: Token, lexicon: Lexicon) -> bool:
    """Whether a word of speech tells a deed here: crowds that protest do more than say so."""
    return any(entry.deed and fits(entry, cue) for entry in lexicon.events.get(cue.lemma_.lower(), ()))


def has_speaker(cast: Cast, saying: Saying) -> bool:
    """Whether it is known who speaks, one or several together ("*They* accused Chad")."""
    head = saying.candidate.head
    return saying.attribution.source.entity is not None or (head is not None and bool(cast.all_at(head)))


def is_told_without(cast: Cast, saying: Saying, act: ActType) -> bool:
    """Whether a speech act is told though nobody is named who speaks, since it is said at whom it is aimed ("*Ruiz* is
    accused of theft")."""
    return act.type in ONE_SIDED and bool(parties(cast, saying.candidate.addressee))


def speakers(cast: Cast, saying: Saying) -> tuple[str, ...]:
    """Those who speak: the source's entity, and others that its phrase coordinates with it."""
    head = saying.candidate.head
    named = parties(cast, (head,)) if head is not None else ()
    source = saying.attribution.source.entity
    together = head is not None and cast.all_at(head)
    told_of = head is not None and head.dep_ == "appos" and bool(named)
    return named if together or told_of or source in named or source is None else (source, *named)
