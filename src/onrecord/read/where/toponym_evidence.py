"""Whether a known name is used as a place's name here: "Reading" the town, or reading."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from onrecord.lexicon.gazetteer import Candidate, Match
from onrecord.lexicon.place_words import place_words
from onrecord.lexicon.placekey import place_key
from onrecord.model import Precision
from onrecord.read.where.toponym_words import Word

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
SHOWING = PLACE_LABELS | {"ORG"}
"""Labels under which a name that was found may be a place too: "Islamabad", "Nairobi Hospital"."""

NAME_LABELS = frozenset({"ORG", "EVENT", "PRODUCT", "NORP", "WORK_OF_ART", "LAW"})
NEVER_PLACES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"})
DASHES = frozenset({"-", "--", "---", "–", "—", "―", "(", ":"})
ABBREVIATING = frozenset({"USA", "CAN", "AUS"})
FAMOUS = frozenset({Precision.COUNTRY, Precision.REGION, Precision.POINT})
LARGE_TOWN = 100_000
GREAT_TOWN = 1_000_000
GREAT_PROVINCE = 3_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A known name at words `start` to `stop` (exclusive)."""

    start: int
    stop: int
    name: str
    candidates: tuple[Candidate, ...]


def believed(mentions: Sequence[Mention], words: Sequence[Word]) -> list[bool]:
    """For each mention whether it is a place's name; a name sure in one sentence is believed in others."""
    people = surnames(words)
    sure = [is_sure(m, words, people) for m in mentions]
    keys = {place_key(m.name) for m, s in zip(mentions, sure, strict=True) if s}
    known = {m.start: m for m, s in zip(mentions, sure, strict=True) if s}
    ends = {m.stop for m in known.values()}
    return [
        s
        or (
            may_be(m, words, strict=False)
            and not is_abbreviation(m)
            and not is_surname(m, words, people)
            and (place_key(m.name) in keys or is_contained(m, words, known) or is_listed(m, words, known, ends))
        )
        for m, s in zip(mentions, sure, strict=True)
    ]


def surnames(words: Sequence[Word]) -> frozenset[str]:
    """The words that end the full names of people."""
    people = (w for w in words if w.label == "PERSON" and w.whole is not None)
    return frozenset(w.lower for w in people if w.whole and w.end == w.whole.end and w.start > w.whole.start)


def is_surname(mention: Mention, words: Sequence[Word], people: frozenset[str]) -> bool:
    return mention.stop - mention.start == 1 and words[mention.start].lower in people


def is_sure(mention: Mention, words: Sequence[Word], people: frozenset[str]) -> bool:
    """Whether the sentence itself shows it: the parser's label, a preposition, a word for a kind of place."""
    first = words[mention.start]
    if not may_be(mention, words):
        return False
    if is_abbreviation(mention):
        return follows_comma(mention, words) or ("." in mention.name and is_placed(mention, words))
    if place_key(mention.name) in place_words().seats:
        return is_placed(mention, words)
    if is_famous(mention) or heads_report(mention, words):
        return True
    if is_surname(mention, words, people):
        return is_placed(mention, words) and first.label != "PERSON"
    if first.label in PLACE_LABELS:
        return True
    if first.label in NAME_LABELS:
        if previous(mention, words) in place_words().placing and is_whole(mention, words):
            return True
        return is_well_known(mention) and (begins_whole(mention, words) or is_placed(mention, words))
    return is_placed(mention, words) or is_typed(mention, words)


def may_be(mention: Mention, words: Sequence[Word], *, strict: bool = True) -> bool:
    """Whether nothing speaks against it: a date, a person's name, a word that is no name or only part of one.

    Not strict: a single word that the parser takes for a person may be a place all the same.
    """
    inside = words[mention.start : mention.stop]
    famous = is_famous(mention)
    if place_key(mention.name) in place_words().part_of_names or lacks_its_dot(mention):
        return False
    if heads_report(mention, words):
        return True
    if any(w.label in NEVER_PLACES for w in inside):
        return famous
    if any(w.label == "PERSON" for w in inside):
        return is_whole(mention, words) and (not strict or is_placed(mention, words) or is_no_persons(mention))
    if any(w.named and w.label not in SHOWING for w in inside) and not famous:
        return False
    return famous or any(w.proper or w.label in PLACE_LABELS for w in inside)


def is_famous(mention: Mention) -> bool:
    """A country, its people, a place of the hand-made list, or a province that is nothing else."""
    if is_abbreviation(mention):
        return False
    first = mention.candidates[0]
    if first.kind is Precision.ADMIN1 and first.match is Match.NAME and first.population >= GREAT_PROVINCE:
        return True
    return any(c.kind in FAMOUS or c.match is Match.DEMONYM for c in mention.candidates)


def is_hand_made(candidate: Candidate) -> bool:
    """Whether it is of places.yaml, all of which news names often."""
    return candidate.geonameid is None and candidate.population == 0 and candidate.code is None


def is_no_persons(mention: Mention) -> bool:
    """Whether hardly a person is called so: a demonym, a famous name of several words, a city of millions."""
    first = mention.candidates[0]
    if first.match is Match.DEMONYM or (is_famous(mention) and " " in mention.name):
        return True
    if first.kind is Precision.REGION:
        return True
    return first.kind is not Precision.COUNTRY and max(c.population for c in mention.candidates) >= GREAT_TOWN


def is_well_known(mention: Mention) -> bool:
    """A province, a large town or a name of several words."""
    best = mention.candidates[0]
    if any(map(is_hand_made, mention.candidates)):
        return True
    if best.match is Match.OTHER and best.kind is not Precision.ADMIN1:
        return False
    return best.kind is Precision.ADMIN1 or best.population >= LARGE_TOWN or " " in mention.name


def is_abbreviation(mention: Mention) -> bool:
    """A province's short form ("Ga.", "OH"), which needs its town before it."""
    letters = mention.name.replace(".", "")
    short = len(letters) <= 5 and (mention.name.endswith(".") or (len(letters) == 2 and letters.isupper()))
    return short and any(c.kind is Precision.ADMIN1 and c.match is Match.OTHER for c in mention.candidates)


def lacks_its_dot(mention: Mention) -> bool:
    """Whether it is the word "Miss", "Mass" or "Wash" and no abbreviation."""
    first = mention.candidates[0]
    other = first.kind is Precision.ADMIN1 and first.match is Match.OTHER and first.country in ABBREVIATING
    return other and len(mention.name) <= 5 and "." not in mention.name and not mention.name.isupper()


def follows_comma(mention: Mention, words: Sequence[Word]) -> bool:
    at = mention.start
    return at > 1 and words[at - 1].text == "," and words[at - 2].capital


def heads_report(mention: Mention, words: Sequence[Word]) -> bool:
    """Whether it stands in capitals before a dash, a bracket or a colon: the place that a report was sent from."""
    after = words[mention.stop].text if mention.stop < len(words) else ""
    return mention.name.isupper() and len(mention.name) > 3 and (after in DASHES or words[mention.start].hidden)


def is_listed(mention: Mention, words: Sequence[Word], known: Mapping[int, Mention], ends: Set[int]) -> bool:
    """Whether it is enumerated with sure names: "Kogi, Benue and Taraba"."""
    before = mention.start > 1 and words[mention.start - 1].lower in (",", "and") and mention.start - 1 in ends
    after = mention.stop < len(words) and words[mention.stop].lower in (",", "and") and mention.stop + 1 in known
    return before and after and is_well_known(mention)


def is_whole(mention: Mention, words: Sequence[Word]) -> bool:
    """Whether the name is all of the entity that the parser sees, a possessive apart."""
    first, last = words[mention.start], words[mention.stop - 1]
    return first.whole is not None and first.whole.start >= first.start and first.whole.end <= last.end + 2


def begins_whole(mention: Mention, words: Sequence[Word]) -> bool:
    """Whether the name stands at the head of an organisation's name ("Nairobi Hospital")."""
    first = words[mention.start]
    if first.whole is None:
        return True
    return first.start - first.whole.start <= 4 or previous(mention, words) == "of"


def is_placed(mention: Mention, words: Sequence[Word]) -> bool:
    """Whether a preposition of place stands before it."""
    before = previous(mention, words)
    if before in place_words().placing:
        return True
    return before in place_words().weakly_placing and is_well_known(mention)


def is_typed(mention: Mention, words: Sequence[Word]) -> bool:
    """Whether a word for a kind of place stands beside it: "Ilorin district", "the town of Ilorin"."""
    after = words[mention.stop].lower if mention.stop < len(words) else ""
    if after in place_words().kinds or after in place_words().followers:
        return True
    at = mention.start
    return at > 1 and words[at - 1].lower == "of" and words[at - 2].lower in place_words().kinds


def is_contained(mention: Mention, words: Sequence[Word], known: Mapping[int, Mention]) -> bool:
    """Whether a comma and a sure place that has it inside follow: "Ilorin, Nigeria"."""
    after = known.get(mention.stop + 1)
    if after is None or words[mention.stop].text != ",":
        return False
    return any(is_inside(c, a) for c in mention.candidates for a in after.candidates)


def is_inside(candidate: Candidate, area: Candidate) -> bool:
    """Whether `area` is the country or the province of `candidate`."""
    if area.country is None or candidate.country != area.country or candidate.kind is area.kind:
        return False
    if area.kind is Precision.COUNTRY:
        return True
    return area.kind is Precision.ADMIN1 and candidate.code == area.code and candidate.kind is not Precision.COUNTRY


def previous(mention: Mention, words: Sequence[Word]) -> str:
    """The word before the name, an article apart, in lower case."""
    at = mention.start - 1
    while at > 0 and words[at].lower in place_words().sides:
        at -= 1
    return words[at].lower if at >= 0 else ""
