"""Offices: who holds which, of which body or country, from when, by whose appointment."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from onrecord.lexicon.people import Role
from onrecord.model import Form, Kind
from onrecord.read.trees import logical_object, logical_subject
from onrecord.read.who.apposed import named_after, named_before, named_with_first
from onrecord.read.who.office_claims import Claim, day_near, describe, is_office, of_phrase
from onrecord.read.who.reference import Reference
from onrecord.read.who.scene import Scene, first_token, last_token
from onrecord.read.who.terms import term_after

APPOINTING = frozenset("appoint name elect nominate designate reappoint re-elect reelect choose pick select".split())
APPOINTING |= frozenset("install promote confirm swear make assign recall recruit tap crown".split())
TAKING = frozenset("serve become act work remain continue return begin start take".split())
LEAVING = frozenset("resign step retire sack dismiss fire oust remove quit suspend depose".split())
NAMINGS = frozenset("election appointment nomination reelection re-election promotion reappointment selection".split())
NAMINGS |= frozenset("tenure term stint role return resignation dismissal inauguration".split())
HEADING = {"head": "head", "lead": "leader", "chair": "chair", "command": "commander", "run": "head", "rule": "ruler"}


def find_claims(scene: Scene) -> tuple[Claim, ...]:
    """Every claim of an office in the doc."""
    found: list[Claim] = []
    for mention in scene.mentions:
        if mention.form == Form.NAME and mention.kind == Kind.PERSON:
            found += before_name(scene, mention)
        elif is_office(mention):
            found += beside_name(scene, mention)
            found += said_of(scene, mention)
    for token in scene.words.tokens:
        if token.pos_ == "VERB" and token.lemma_.lower() in HEADING:
            found += who_heads(scene, token)
    return tuple(found)


def before_name(scene: Scene, person: Reference) -> Iterator[Claim]:
    """Prime Minister X; Kenya's envoy X."""
    name = person.name
    if name is None or name.lead == name.start:
        return
    words = scene.words.nouns
    if any(
        i in words and isinstance(entry := words[i].noun and words[i].noun.entry, Role) and entry.office  # type: ignore[union-attr]
        for i in range(name.lead, name.start)
    ):
        claim = describe(scene, person, name.lead, name.start, "office.title")
        if claim is not None:
            yield replace(claim, country=claim.country or country_after(scene, name.end))


def country_after(scene: Scene, end: int) -> str | None:
    """The country of "Queen Mele of Tonga", where the name ends at token `end`."""
    known = scene.words.known.get(end + 1) if scene.doc[end : end + 1].text == "of" else None
    return known.known.country if known is not None and known.known is not None else None


def beside_name(scene: Scene, office: Reference) -> Iterator[Claim]:
    """The envoy, X, said; X, the envoy, said."""
    person = named_after(scene, office) or named_before(scene, office) or named_with_first(scene, office)
    if person is not None:
        claim = of_phrase(scene, person, office, "office.apposition")
        if claim is not None:
            since, until = term_after(scene, office.head.i)
            yield replace(claim, since=since, until=until, former=claim.former or until is not None)


def said_of(scene: Scene, office: Reference) -> Iterator[Claim]:
    """X is the envoy; A appointed X as envoy; X's election as envoy; X served as envoy until May."""
    head = office.head
    governor = chain_head(head).head
    if chain_head(head).dep_ == "attr" and governor.lemma_ in ("be", "become", "remain"):
        yield from by_copula(scene, office, governor)
    elif head.dep_ in ("oprd", "dobj", "attr", "xcomp") and governor.lemma_.lower() in APPOINTING:
        yield from by_appointment(scene, office, governor)
    elif (verb := appointing_before(scene, office)) is not None:
        yield from by_appointment(scene, office, verb)
    else:
        as_ = governor if governor.lower_ == "as" else None
        if as_ is not None:
            yield from by_as(scene, office, as_)


def appointing_before(scene: Scene, office: Reference) -> Token | None:
    """The verb of "A named X, a retired diplomat, special envoy": an apposition to X stands between commas before the
    office, and X is whom the verb appoints."""
    doc, end = scene.doc, first_token(scene, office) - 1
    if office.head.dep_ not in ("conj", "appos") or end < 0 or doc[end].text != ",":
        return None
    apposition = scene.mention(office.head.head)
    if apposition is None or apposition.form != Form.NOMINAL or office.definite or last_token(scene, apposition) != end:
        return None
    person = apposition.head.head
    return person.head if apposition.head.dep_ == "appos" and person.head.lemma_.lower() in APPOINTING else None


def chain_head(token: Token) -> Token:
    """The head of a coordination; of a predicate that was tied to a name within it, the predicate's."""
    here = token
    while here.dep_ == "conj" and here.head != here:
        here = here.head
    if here != token and here.dep_ == "pobj" and here.head.head.dep_ == "attr":
        return here.head.head
    return here


def by_copula(scene: Scene, office: Reference, verb: Token) -> Iterator[Claim]:
    """X is (was, has been) the envoy."""
    if any(c.dep_ == "neg" for c in verb.children):
        return
    for child in verb.children:
        person = scene.mention(child) if child.dep_ == "nsubj" else None
        if person is not None and person.gender == "r" and verb.dep_ == "relcl":
            person = scene.mention(verb.head)
        if person is not None and person.kind == Kind.PERSON and person.form != Form.NOMINAL:
            claim = of_phrase(scene, person, office, "office.copula")
            if claim is not None:
                past = verb.tag_ == "VBD" and verb.lemma_ == "be"
                since, until = term_after(scene, office.head.i)
                since = since or (day_near(scene, verb) if verb.lemma_ == "become" else None)
                yield replace(claim, former=claim.former or past, since=since, until=until)


def by_appointment(scene: Scene, office: Reference, verb: Token) -> Iterator[Claim]:
    """A appointed X (as) envoy."""
    for person in whom_appointed(scene, office, verb):
        claim = of_phrase(scene, person, office, "office.appointed")
        if claim is not None and person.name is not None and person.name.end == noun_start(scene, office):
            claim = describe(scene, person, person.name.end, last_token(scene, office), "office.appointed")
        if claim is not None:
            yield replace(claim, phrase=office, appointed_by=by_whom(scene, verb, person), since=day_near(scene, verb))


def whom_appointed(scene: Scene, office: Reference, verb: Token) -> list[Reference]:
    """Whom a verb puts into an office: its object; the name right before the office ("elected Ana Cruz speaker"); the
    name before the comma of "Ana Cruz, appointed speaker in May, left"."""
    found = [m for t in logical_object(verb) if (m := scene.mention(t)) is not None and m is not office]
    if found:
        return [m for m in found if m.kind in (Kind.PERSON, None)]
    end = noun_start(scene, office) if office.head.dep_ == "dobj" else -1
    aside = verb.i if verb.i and scene.doc[verb.i - 1].text == "," and not office.definite else -1
    names = (m for m in scene.mentions if m.form == Form.NAME and m.kind == Kind.PERSON and m.name is not None)
    return [m for m in names if m.name is not None and (m.name.end == end or m.name.end + 1 == aside)]


def noun_start(scene: Scene, office: Reference) -> int:
    """The token with which the noun of an office begins."""
    at = scene.words.noun_at.get(office.head.i)
    return at.start if at is not None else office.head.i


def by_whom(scene: Scene, verb: Token, person: Reference) -> Reference | None:
    """Who appoints: the verb's subject, or the agent, which the parser may hang on the office."""
    found = next((m for t in logical_subject(verb) if (m := scene.mention(t)) is not None), None)
    if found is None:
        agents = (c for p in verb.subtree if p.lower_ == "by" and p.i > verb.i for c in p.children if c.dep_ == "pobj")
        found = next((m for t in agents if (m := scene.mention(t)) is not None), None)
    return found if found is not person else None


def by_as(scene: Scene, office: Reference, as_: Token) -> Iterator[Claim]:
    """What "as envoy" is said of: a verb of appointing, serving or leaving, or a noun of appointment."""
    for over in (as_.head, *as_.head.ancestors):
        lemma = over.lemma_.lower()
        if over.pos_ == "VERB":
            if lemma in APPOINTING:
                yield from by_appointment(scene, office, over)
            elif lemma in TAKING or lemma in LEAVING:
                yield from by_serving(scene, office, over)
            return
        if lemma in NAMINGS:
            yield from by_noun(scene, office, over)
            return


def by_serving(scene: Scene, office: Reference, verb: Token) -> Iterator[Claim]:
    """X served as envoy until May; X resigned as envoy."""
    leaving = verb.lemma_.lower() in LEAVING
    token = next(iter(logical_object(verb) if leaving else ()), None) or next(iter(logical_subject(verb)), None)
    person = scene.mention(token) if token is not None else None
    claim = of_phrase(scene, person, office, "office.served") if person is not None else None
    if claim is not None:
        day = day_near(scene, verb)
        since, until = term_after(scene, verb.i)
        until = until or (day if leaving else None)
        since = since or (None if until else day)
        yield replace(claim, until=until, since=since, former=leaving or until is not None)


def by_noun(scene: Scene, office: Reference, noun: Token) -> Iterator[Claim]:
    """X's election as envoy; the appointment of X as envoy."""
    for child in noun.children:
        found = [child] if child.dep_ == "poss" else []
        if child.dep_ == "prep" and child.lower_ == "of":
            found = [c for c in child.children if c.dep_ == "pobj"]
        for token in found:
            person = scene.mention(token)
            claim = of_phrase(scene, person, office, "office.naming") if person is not None else None
            if claim is not None:
                yield claim


def who_heads(scene: Scene, verb: Token) -> Iterator[Claim]:
    """X, who heads the agency."""
    body = next((m for c in verb.children if c.dep_ == "dobj" and (m := scene.mention(c)) is not None), None)
    if body is None or body.kind not in (Kind.BODY, Kind.GROUP):
        return
    for token in logical_subject(verb):
        person = scene.mention(token)
        holder = scene.mention(verb.head) if person is not None and person.gender == "r" else person
        if holder is not None and holder.kind == Kind.PERSON:
            since, until = term_after(scene, verb.i)
            yield Claim(
                holder=holder,
                title=HEADING[verb.lemma_.lower()],
                country=body.country,
                body=body,
                spans=(holder.extent, body.extent),
                rule="office.heads",
                since=since,
                until=until,
                former=verb.tag_ == "VBD",
            )
