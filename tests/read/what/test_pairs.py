"""Off which word of a sentence a pair of parties may be read."""

from types import SimpleNamespace
from typing import cast as typed

import pytest
from spacy.language import Language
from spacy.tokens import Token

from onrecord.lexicon.lexicon import load_lexicon
from onrecord.model import Document, Kind
from onrecord.models.events import Answer
from onrecord.read.parse import parse
from onrecord.read.what.orientation import may_do
from onrecord.read.what.pairs import as_possible
from onrecord.read.what.questions import Pair
from onrecord.read.what.roots import as_type
from onrecord.read.who.cast import Cast

STATES = typed(Cast, SimpleNamespace(entity=lambda id: SimpleNamespace(kind=Kind.STATE)))


def pair_of(type: str, actor: Token, recipient: Token, trigger: Token, others: tuple[Token, ...] = ()) -> Pair:
    """What a model that is sure of a type says of two parties."""
    return Pair(
        actor=actor.text,
        recipient=recipient.text,
        actor_noun=actor,
        recipient_noun=recipient,
        trigger=trigger,
        others=others,
        answer=Answer(type=type, confidence=0.9, none=0.1, triggers=tuple(range(1 + len(others)))),
        sentence=0,
    )


@pytest.mark.parametrize(
    ("type", "others", "read_off"),
    [
        ("AID", ("described", "sent"), "sent"),
        ("AID", ("described",), None),
        ("PROTEST", ("described", "sent"), None),
    ],
)
def test_a_pair_is_read_off_another_word_of_its_type_where_the_grammar_asks_for_it(
    nlp: Language, type: str, others: tuple[str, ...], read_off: str | None
) -> None:
    text = "In an hour of need for help Fiji described the tents which Samoa had sent."
    doc = parse(nlp, Document.from_text(text)).doc
    words = {t.text: t for t in doc}
    pair = pair_of(type, words["Samoa"], words["Fiji"], words["help"], tuple(words[w] for w in others))
    found = as_possible(pair, STATES, load_lexicon())
    assert (found and found.trigger.text) == read_off


@pytest.mark.parametrize(
    ("text", "word", "type"),
    [
        ("Chad freed two men from Peru.", "freed", "RETREAT"),
        ("Chad pulled its men out of Peru.", "pulled", "RETREAT"),
        ("Chad lifted the ban on the party of Peru.", "lifted", "CONCEDE"),
        ("Chad softened towards Peru.", "softened", "CONCEDE"),
    ],
)
def test_a_yield_is_what_the_lexicon_has_for_its_word(nlp: Language, text: str, word: str, type: str) -> None:
    doc = parse(nlp, Document.from_text(text)).doc
    words = {t.text: t for t in doc}
    assert as_type("YIELD", words[word], load_lexicon()) == type


@pytest.mark.parametrize(
    ("text", "recipient", "told"),
    [
        ("Chad, which chairs the league, offered talks to Sudan.", "Sudan", True),
        ("Chad, which chairs the league, offered talks to Sudan.", "league", False),
        ("Chad, an ally of Peru, offered talks to Sudan.", "Peru", False),
        ("Chad, which offered Peru talks, is poor.", "Peru", True),
    ],
)
def test_who_is_only_named_in_telling_who_the_actor_is_gets_nothing(
    nlp: Language, text: str, recipient: str, told: bool
) -> None:
    words = {t.text: t for t in parse(nlp, Document.from_text(text)).doc}
    pair = pair_of("AGREE", words["Chad"], words[recipient], words["offered"])
    assert may_do(pair, STATES) is told
