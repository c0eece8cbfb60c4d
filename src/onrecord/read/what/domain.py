"""Whether words of violence mean violence where they stand: not in sport, on markets, in weather, in films."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.lexicon.lexicon import Lexicon

CONFLICT = "conflict"
VIOLENT = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION"))
"""Types whose words other fields borrow."""
MANY = 5
"""Different words of one field that make a whole report one of that field."""
SOME = 2
"""Different words of one field that make a sentence one of that field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """Of which field a document and each of its sentences are; None where of none that borrows violent words."""

    document: str | None
    sentences: Mapping[int, str | None]
    sober: frozenset[int]
    """Starts of the sentences that hold a word of conflict and none of the document's field."""

    def own(self, trigger: Token, type: str) -> bool:
        """Whether a word that would tell of an event of `type` belongs to such a field where it stands."""
        if type not in VIOLENT:
            return False
        start = trigger.sent.start
        return self.sentences.get(start) is not None or (self.document is not None and start not in self.sober)


def find_fields(doc: Doc, lexicon: Lexicon) -> Fields:
    """The fields of a document and of its sentences."""
    told: dict[int, dict[str, set[str]]] = {}
    for token in doc:
        for entry in lexicon.domains.get(token.lemma_.lower(), ()):
            words = told.setdefault(token.sent.start, defaultdict(set))
            words[entry.domain].add(token.lemma_.lower())
    document = leading(merged(told.values()), MANY)
    return Fields(
        document=document,
        sentences={start: leading(words, SOME) for start, words in told.items()},
        sober=frozenset(s for s, words in told.items() if words.get(CONFLICT) and not words.get(document or "")),
    )


def merged(parts: Iterable[Mapping[str, set[str]]]) -> dict[str, set[str]]:
    """The words of each field in all parts together."""
    total: defaultdict[str, set[str]] = defaultdict(set)
    for words in parts:
        for domain, lemmas in words.items():
            total[domain] |= lemmas
    return total


def leading(words: Mapping[str, set[str]], least: int) -> str | None:
    """The field with the most words, where there are enough and more than three times as many as words of conflict."""
    ranked = sorted(((len(w), d) for d, w in words.items() if d != CONFLICT), reverse=True)
    if not ranked or ranked[0][0] < least:
        return None
    return ranked[0][1] if ranked[0][0] > 3 * len(words.get(CONFLICT, ())) else None
