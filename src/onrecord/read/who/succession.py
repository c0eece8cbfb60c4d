"""Who came after whom in an office: one claim for the holder who came, one for the holder who went."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from onrecord.model import Form
from onrecord.read.trees import logical_subject
from onrecord.read.who.apposed import named_after, named_before
from onrecord.read.who.handovers import NOUNS, verbs_parties
from onrecord.read.who.office_claims import Claim, day_near, is_office, of_phrase
from onrecord.read.who.reference import Reference
from onrecord.read.who.scene import Scene

RULE = "office.succession"


def find_successions(scene: Scene) -> Iterator[Claim]:
    """X succeeded Y as envoy; Y was replaced by X as envoy; Y's successor as envoy, X."""
    for office in scene.mentions:
        if not is_office(office) or office.head.dep_ != "pobj" or office.head.head.lower_ != "as":
            continue
        as_ = office.head.head
        for over in (as_.head, *as_.head.ancestors):
            lemma = over.lemma_.lower()
            if over.pos_ == "VERB" and (pair := verbs_parties(over)) is not None:
                yield from by_verb(scene, office, over, *pair)
            elif lemma in NOUNS:
                yield from by_noun(scene, office, over)
            if over.pos_ == "VERB":
                break


def by_verb(scene: Scene, office: Reference, verb: Token, comes: Token | None, went: Token | None) -> Iterator[Claim]:
    """X succeeded (replaced, took over from) Y as envoy; A replaced Y with X as envoy."""
    subject = next(iter(logical_subject(verb)), None)
    by = scene.mention(subject) if subject is not None and subject is not comes else None
    yield from claims(scene, office, comes, went, day_near(scene, verb), by)


def by_noun(scene: Scene, office: Reference, noun: Token) -> Iterator[Claim]:
    """Y's successor as envoy, X; X's predecessor as envoy, Y."""
    whose = next((c for c in noun.children if c.dep_ == "poss"), None)
    nominal = scene.mention(noun)
    named = None
    for mention in (nominal, office):
        named = named or (mention and (named_after(scene, mention) or named_before(scene, mention)))
    found = named.head if named is not None else None
    if noun.lemma_.lower() == "successor":
        yield from claims(scene, office, found, whose, None, None)
    else:  # the phrase is that of whom it stands beside, who went
        yield from (replace(claim, phrase=None) for claim in claims(scene, office, whose, found, None, None))


def claims(
    scene: Scene, office: Reference, comes: Token | None, went: Token | None, day: str | None, by: Reference | None
) -> Iterator[Claim]:
    """The claims of the holder who came on a day and of the one who went."""
    for token, came in ((comes, True), (went, False)):
        person = scene.mention(token) if token is not None else None
        if person is None or person is office or person.form == Form.NOMINAL:
            continue
        claim = of_phrase(scene, person, office, RULE)
        if claim is not None and came:
            yield replace(claim, since=day, appointed_by=by)
        elif claim is not None:
            yield replace(claim, until=day, former=True, phrase=None)
