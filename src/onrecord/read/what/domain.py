"""Whether words of violence mean violence where they stand: not in sport, on markets, in weather, in films."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.lexicon.entries import DomainWord
from onrecord.lexicon.lexicon import Lexicon
from onrecord.read.trees import walk
from onrecord.read.what.events import Told

CONFLICT = "conflict"
VIOLENT = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION"))
"""Types whose words other fields borrow."""
MANY = 5
"""Different words of one field that make a whole report one of that field."""
SOME = 2
"""Different words of one field that make a sentence one of that field."""
Words = dict[str, dict[str, int]]
"""The words of each field, each with what it counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """Of which field a document and each of its sentences are; None where of none that borrows violent words."""

    document: str | None
    sentences: Mapping[int, str | None]
    sober: frozenset[int]
    """Starts of the sentences that hold a word of conflict and none of the document's field."""
    whole: frozenset[int]
    """Starts of the sentences in which nothing is an event."""
    lexicon: Lexicon

    def own(self, trigger: Token, type: str) -> bool:
        """Whether a word that would tell of an event of `type` belongs to such a field where it stands."""
        start = trigger.sent.start
        if start in self.whole or self.is_done_by(trigger):
            return True
        coloured = self.document is not None and start not in self.sober
        return type in VIOLENT and (self.sentences.get(start) is not None or coloured or self.is_done_to(trigger))

    def is_done_by(self, trigger: Token) -> bool:
        """Whether a word's subject is nobody who takes part in events: a storm (by name too), a price."""
        subjects = list(walk(trigger, "lsubj"))
        kinds = [t for token in subjects if token.pos_ == "PROPN" for t in token.children if t.dep_ == "compound"]
        called = (entry for token in kinds for entry in self.lexicon.domains.get(token.lemma_.lower(), ()))
        acting = (entry for token in subjects for entry in self.entries(token))
        return any(entry.doer for entry in (*acting, *called))

    def is_done_to(self, trigger: Token) -> bool:
        """Whether a word's object is one of those: a disease that is fought."""
        return any(entry.target for token in walk(trigger, "lobj") for entry in self.entries(token))

    def entries(self, token: Token) -> tuple[DomainWord, ...]:
        """What the lexicon has of a common noun; a name that is spelt alike is none."""
        common = token.pos_ == "NOUN" or token.is_sent_start
        return self.lexicon.domains.get(token.lemma_.lower(), ()) if common else ()


def without_fields(told: Sequence[Told], doc: Doc, lexicon: Lexicon) -> tuple[Told, ...]:
    """The tellings without those that belong to sport, markets, the weather, … where they stand."""
    fields = find_fields(doc, lexicon)
    return tuple(one for one in told if not fields.own(one.trigger, one.type))


def find_fields(doc: Doc, lexicon: Lexicon) -> Fields:
    """The fields of a document and of its sentences."""
    told: dict[int, Words] = {}
    surely: set[tuple[int, str]] = set()
    for token in doc:
        for entry in lexicon.domains.get(token.lemma_.lower(), ()):
            words = told.setdefault(token.sent.start, {})
            words.setdefault(entry.domain, {})[token.lemma_.lower()] = SOME if entry.whole else 1
            surely |= {(token.sent.start, entry.domain)} if entry.whole else set()
    document = leading(merged(told.values()), MANY)
    sentences = {start: leading(words, SOME) for start, words in told.items()}
    return Fields(
        document=document,
        sentences=sentences,
        whole=frozenset(start for start, field in sentences.items() if field and (start, field) in surely),
        sober=frozenset(s for s, words in told.items() if words.get(CONFLICT) and not words.get(document or "")),
        lexicon=lexicon,
    )


def merged(parts: Iterable[Words]) -> Words:
    """The words of each field in all parts together."""
    total: Words = {}
    for words in parts:
        for domain, lemmas in words.items():
            total.setdefault(domain, {}).update(lemmas)
    return total


def leading(words: Words, least: int) -> str | None:
    """The field whose words count most, where it is enough and more than three times as much as words of conflict."""
    ranked = sorted(((sum(w.values()), d) for d, w in words.items() if d != CONFLICT), reverse=True)
    if not ranked or ranked[0][0] < least:
        return None
    return ranked[0][1] if ranked[0][0] > 3 * len(words.get(CONFLICT, {})) else None
