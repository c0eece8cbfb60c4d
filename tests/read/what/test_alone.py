"""Deeds of which a sentence names one side only, as a model sees them."""

from types import SimpleNamespace
from typing import cast as typed

import pytest
from spacy.language import Language
from spacy.tokens import Token

from onrecord.lexicon.lexicon import load_lexicon
from onrecord.model import Document, Kind, Modality
from onrecord.models.events import Answer
from onrecord.read.parse import parse
from onrecord.read.what.alone import ALONE_AT, add_alone
from onrecord.read.what.events import Told
from onrecord.read.what.questions import Part
from onrecord.read.who.cast import Cast

STATES = typed(
    Cast,
    SimpleNamespace(
        entity=lambda id: SimpleNamespace(kind=Kind.STATE),
        at=lambda t: t.text if t.pos_ == "PROPN" else None,
        all_at=lambda t: (),
    ),
)


def part_of(type: str, party: Token, trigger: Token, *, acts: bool, confidence: float = 0.9) -> Part:
    """What a model says of one party of a sentence."""
    return Part(
        party=party.text,
        noun=party,
        acts=acts,
        trigger=trigger,
        others=(),
        answer=Answer(type=type, confidence=confidence, none=1 - confidence, triggers=(0,)),
        sentence=0,
    )


def told_of(type: str, trigger: Token, *actor: str) -> Told:
    return Told(
        trigger=trigger, type=type, mode=(), actor=actor, recipient=(), modality=Modality.ACTUAL, rule="by hand"
    )


def read(nlp: Language, text: str) -> dict[str, Token]:
    return {t.text: t for t in parse(nlp, Document.from_text(text)).doc}


@pytest.mark.parametrize(
    ("text", "party", "acts", "word", "told"),
    [
        ("Chad fortified the hills above the lake.", "Chad", True, "fortified", True),
        ("A bomb injured Malians near the lake.", "Malians", False, "injured", True),
        ("Malians were shunned near the lake.", "Malians", False, "shunned", True),
        # who a thing is done to does not do it, nor does who does it suffer it
        ("Malians were shunned near the lake.", "Malians", True, "shunned", False),
        ("Chad fortified the hills above the lake.", "Chad", False, "fortified", False),
        # beside another deed
        ("Chad fortified the hills, and Malians slept.", "Malians", True, "fortified", False),
    ],
)
def test_a_party_does_or_suffers_what_the_grammar_lets_it(
    nlp: Language, text: str, party: str, acts: bool, word: str, told: bool
) -> None:
    words = read(nlp, text)
    part = part_of("ASSAULT", words[party], words[word], acts=acts)
    found = list(add_alone([part], (), STATES, load_lexicon(), ()))
    assert [(t.actor, t.recipient) for t in found] == ([((party,), ()) if acts else ((), (party,))] if told else [])


def test_both_sides_of_one_word_are_one_telling(nlp: Language) -> None:
    words = read(nlp, "Chad chased Malians from the lake.")
    parts = [
        part_of("ASSAULT", words["Chad"], words["chased"], acts=True),
        part_of("ASSAULT", words["Malians"], words["chased"], acts=False),
    ]
    [found] = add_alone(parts, (), STATES, load_lexicon(), ())
    assert (found.actor, found.recipient, found.rule) == (("Chad",), ("Malians",), "model.assault")


def test_what_is_told_already_is_not_told_again(nlp: Language) -> None:
    words = read(nlp, "Chad fortified the hills and warned of war.")
    part = part_of("MOBILIZE", words["Chad"], words["fortified"], acts=True)
    lexicon = load_lexicon()
    assert not list(add_alone([part], (told_of("MOBILIZE", words["warned"], "Chad"),), STATES, lexicon, ()))
    assert not list(add_alone([part], (told_of("COERCE", words["fortified"]),), STATES, lexicon, ()))
    assert list(add_alone([part], (told_of("THREATEN", words["warned"], "Chad"),), STATES, lexicon, ()))


def test_nobody_meets_alone(nlp: Language) -> None:
    words = read(nlp, "Chad fortified the hills above the lake.")
    lexicon = load_lexicon()
    assert not list(
        add_alone([part_of("CONSULT", words["Chad"], words["fortified"], acts=True)], (), STATES, lexicon, ())
    )
    assert list(add_alone([part_of("AGREE", words["Chad"], words["fortified"], acts=True)], (), STATES, lexicon, ()))


def test_a_faint_part_is_not_told(nlp: Language) -> None:
    words = read(nlp, "Chad fortified the hills above the lake.")
    part = part_of("MOBILIZE", words["Chad"], words["fortified"], acts=True, confidence=ALONE_AT - 0.01)
    assert not list(add_alone([part], (), STATES, load_lexicon(), ()))


def test_who_is_named_along_with_a_party_does_it_too(nlp: Language) -> None:
    words = read(nlp, "Chad and Mali, both run by soldiers, fortified the hills.")
    [found] = add_alone(
        [part_of("MOBILIZE", words["Chad"], words["fortified"], acts=True)], (), STATES, load_lexicon(), ()
    )
    assert found.actor == ("Chad", "Mali")
