"""What the parse says of the words at a time expression: whether they are one at all, and the tense they stand in."""

from bisect import bisect_right
from enum import StrEnum

from spacy.tokens import Doc, Token

from onrecord.model import Extent
from onrecord.read.when.expression import Expression

COUNTED = frozenset({"CARDINAL", "MONEY", "QUANTITY", "PERCENT"})
NAMES = frozenset({"PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "FAC"})
FUTURE = frozenset({"will", "'ll", "wo", "shall", "would"})
MONTH_FOLLOWS = frozenset("in since until till during before after of throughout by month".split())
RECORDED = frozenset("video audio music footage film tape recording data material programming broadcasting".split())
CLIMB = 12
"""How many heads up a governing verb is looked for."""


class Tense(StrEnum):
    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


class Around:
    """The parse by offsets of the text. Tokens that the parse blanked (a dateline) are simply not there."""

    __slots__ = ("_starts", "doc", "text")

    def __init__(self, text: str, doc: Doc) -> None:
        self.text = text
        self.doc = doc
        self._starts = [t.idx for t in doc]

    def tokens(self, extent: Extent) -> tuple[Token, ...]:
        """The tokens that lie in the extent, spaces left out."""
        first = max(0, bisect_right(self._starts, extent.start) - 1)
        last = bisect_right(self._starts, extent.end - 1)
        return tuple(t for t in self.doc[first:last] if not t.is_space and t.idx + len(t) > extent.start)

    def tense(self, extent: Extent) -> Tense:
        """The tense of the verb that governs the words, else of its sentence's root."""
        tokens = self.tokens(extent)
        if not tokens:
            return Tense.NONE
        token = next((t for t in tokens if t.head not in tokens), tokens[0])
        if token.dep_ == "poss":
            return Tense.NONE
        if tokens[0].i and tokens[0].nbor(-1).lower_ in ("until", "till"):
            return Tense.FUTURE
        planned = False
        for _ in range(CLIMB):
            found = tense_of(token) if token.pos_ in ("VERB", "AUX") else Tense.NONE
            if found != Tense.NONE:
                return Tense.FUTURE if planned and found != Tense.PAST else found
            planned = planned or is_infinitive(token)
            if token.head == token:
                break
            token = token.head
        return Tense.FUTURE if planned else Tense.NONE

    def is_time(self, expression: Expression) -> bool:
        """Whether the words are a time and not the modal "may", a person called April, or the year-like "2000 men"."""
        tokens = self.tokens(expression.extent)
        if not tokens:
            return True
        check = CHECKS.get(expression.rule)
        return check is None or check(tokens)


def is_infinitive(verb: Token) -> bool:
    """ "to meet": yet to come, unless what it hangs on is past ("had been due to expire Friday")."""
    return any(c.tag_ == "TO" for c in verb.children)


def tense_of(verb: Token) -> Tense:
    """The tense of a verb by its tag and its auxiliaries; none for a participle that leans on another verb."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    words = {h.lower_ for h in helpers}
    if words & FUTURE and not any(h.lower_ == "have" for h in helpers):
        return Tense.FUTURE
    if any(h.lower_ in ("had", "was", "were", "did", "has", "have", "'ve") for h in helpers) or verb.tag_ == "VBD":
        return Tense.PAST
    if verb.lower_ in FUTURE or (verb.lower_ == "going" and any(c.dep_ == "xcomp" for c in verb.children)):
        return Tense.FUTURE
    if verb.tag_ in ("VBP", "VBZ") and any(c.lower_ == "due" and c.dep_ == "acomp" for c in verb.children):
        return Tense.FUTURE
    if verb.tag_ in ("VBP", "VBZ") or any(h.tag_ in ("VBP", "VBZ") for h in helpers):
        return Tense.PRESENT
    return Tense.PAST if verb.tag_ == "VBN" and not words & FUTURE else Tense.NONE


def is_year(tokens: tuple[Token, ...]) -> bool:
    """A number of four digits that is no count, price or part of a name."""
    first, last = tokens[0], tokens[-1]
    before = first.nbor(-1) if first.i else None
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    if before is not None and (before.text in "$£€#" or before.lower_ in ("no.", "number", "flight", "article")):
        return False
    if after is not None and (after.text == "%" or after.lower_ in ("dollars", "percent", "km", "miles")):
        return False
    if len(tokens) > 1 or (before is not None and before.lower_ in ("in", "since", "until", "during", "year")):
        return True
    if before is not None and (before.pos_ == "DET" or before.tag_ in ("POS", "PRP$")):
        return True
    if last.dep_ == "nummod" and last.head.tag_ == "NNS" and last.head.i > last.i:
        return False
    return last.ent_type_ not in COUNTED


def is_month(tokens: tuple[Token, ...]) -> bool:
    """A month and not a modal, a verb or a name."""
    token = tokens[-1]
    if len(tokens) > 1:
        return True
    if token.tag_ in ("MD", "VB", "VBP"):
        return False
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if after is not None and after.pos_ == "PROPN" and after.ent_type_ not in ("DATE", "TIME") and after.is_title:
        return False
    return not (token.ent_type_ == "PERSON" or (token.ent_type_ in NAMES and token.ent_iob_ == "I"))


def is_foreign_month(tokens: tuple[Token, ...]) -> bool:
    """A month of another calendar: with its year or day, or after a preposition of time; "Mehr" may be an agency."""
    first, last = tokens[0], tokens[-1]
    if any(t.like_num for t in tokens):
        return True
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    named = last.ent_type_ in NAMES or (after is not None and after.pos_ == "PROPN")
    return not named and first.i > 0 and first.nbor(-1).lower_ in MONTH_FOLLOWS


def is_span(tokens: tuple[Token, ...]) -> bool:
    """A length of time, and not how much is recorded or held: "75 hours of footage"."""
    last = tokens[-1]
    after = [t.lemma_.lower() for t in last.doc[last.i + 1 : last.i + 3]]
    stored = last.dep_ in ("nsubj", "nsubjpass", "dobj") and last.head.lemma_ in ("store", "record", "hold")
    return not (stored or (after[:1] == ["of"] and after[1:] and after[1] in RECORDED))


def is_season(tokens: tuple[Token, ...]) -> bool:
    """ "last fall", "the summer", "this spring"; alone only "summer", "winter" and the like as nouns."""
    return tokens[-1].pos_ in ("NOUN", "PROPN") and (len(tokens) > 1 or tokens[-1].lower_ not in ("spring", "fall"))


def is_decade(tokens: tuple[Token, ...]) -> bool:
    """ "the 1990s"; "in his 30s" is an age."""
    return not tokens[0].i or tokens[0].nbor(-1).tag_ != "PRP$"


def is_length(tokens: tuple[Token, ...]) -> bool:
    """ "a year" as a length; in "two flights a week" it is a rate."""
    before = tokens[0].nbor(-1) if tokens[0].i else None
    return len(tokens) != 2 or before is None or before.pos_ not in ("NOUN", "PROPN")


def is_adjective(tokens: tuple[Token, ...]) -> bool:
    """ "recent", "current" and "future" before a noun."""
    return tokens[-1].pos_ in ("ADJ", "NOUN")


def is_noun(tokens: tuple[Token, ...]) -> bool:
    """ "the past", and not "the past decades" or "the future minister"."""
    return tokens[-1].tag_ == "NN" and tokens[-1].dep_ not in ("amod", "compound")


CHECKS = {
    "date.year": is_year,
    "date.decade": is_decade,
    "duration.one": is_length,
    "date.month": is_month,
    "date.season": is_season,
    "date.foreign-month": is_foreign_month,
    "duration.many": is_span,
    "date.vague": is_adjective,
    "date.vague-past": is_noun,
}
