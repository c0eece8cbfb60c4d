import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Document
from onrecord.read.paragraphs import find_paragraphs
from onrecord.read.parse import make_shadow, parse, parse_many


def sentences(nlp, text: str) -> list[str]:
    parsed = parse(nlp, Document.from_text(text))
    return [text[s.start_char : s.end_char].strip() for s in parsed.doc.sents if s.text.strip()]


@pytest.mark.parametrize(
    ("text", "split"),
    [
        (
            "Envoy Visits Lima Again\nThe envoy came. He left.",
            ["Envoy Visits Lima Again", "The envoy came.", "He left."],
        ),
        ('She said, "We agree." He left.', ['She said, "We agree."', "He left."]),
        ("Gen. Ali met Mr. Otieno in St. Petersburg.", ["Gen. Ali met Mr. Otieno in St. Petersburg."]),
    ],
)
def test_text_is_split_into_its_sentences(nlp, text, split):
    assert sentences(nlp, text) == split


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The speech of Abd-ur-Rahim Noor was long.", "Abd-ur-Rahim"),
        ("Fighters of al-Nur came.", "al-Nur"),
    ],
)
def test_hyphenated_name_is_one_word(nlp, text, word):
    assert word in [text[t.idx : t.idx + len(t.text)] for t in parse(nlp, Document.from_text(text)).doc]


def test_pair_of_states_stays_two_words(nlp):
    text = "The India-Nepal border is long."
    doc = parse(nlp, Document.from_text(text), names=frozenset(("india", "nepal"))).doc
    assert [t.text for t in doc][1:4] == ["India", "-", "Nepal"]


def test_name_of_one_letter_at_the_end_is_no_abbreviation(nlp):
    doc = parse(nlp, Document.from_text("She posted it on X.")).doc
    assert [t.text for t in doc][-2:] == ["X", "."]


@pytest.mark.parametrize(
    ("text", "noun", "head"),
    [
        ("Chad's army chief Abdel Fattah Hamdan arrived in Cairo on Sunday.", "chief", "Hamdan"),
        ("Chad's army chief, Abdel Fattah Hamdan, arrived in Cairo on Sunday.", "chief", "arrived"),
        ("The envoy gave the minister Lima's offer.", "minister", "gave"),
    ],
)
def test_a_title_and_the_name_behind_it_are_one_phrase(nlp, text, noun, head):
    [found] = [t for t in parse(nlp, Document.from_text(text)).doc if t.text == noun]
    assert found.head.text == head


@pytest.mark.parametrize(
    ("text", "verb", "is_name"),
    [
        ("The World Health Organization (WHO) is sending doctors to Chad.", "sending", True),
        ("The doctor who is leaving Chad came on Sunday.", "came", False),
        ("THE DOCTOR WHO IS LEAVING CHAD CAME ON SUNDAY.", None, False),
    ],
)
def test_initials_of_a_body_are_no_pronoun(nlp, text, verb, is_name):
    doc = parse(nlp, Document.from_text(text)).doc
    [who] = [t for t in doc if t.lower_ == "who"]
    assert (who.pos_ == "PROPN") is is_name
    assert verb is None or [t.text for t in doc if t.dep_ == "ROOT"] == [verb]


def test_dateline_is_not_read_as_text(nlp):
    parsed = parse(nlp, Document.from_text("LIMA, March 3 (Wire) - The envoy came on Sunday.\nHe left."))
    assert [t.text for t in parsed.doc if not t.is_space][:2] == ["The", "envoy"]


def test_many_documents_come_parsed_in_their_order(nlp):
    texts = [f"Envoy number {i} came." for i in range(40)]
    found = [p.document.text for p in parse_many(nlp, map(Document.from_text, texts))]
    assert found == texts


@given(st.text())
def test_shadow_is_as_long_as_the_text(text):
    assert len(make_shadow(text, find_paragraphs(text), frozenset())) == len(text)


@settings(max_examples=30, deadline=None)
@given(text=st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_tokens_stand_where_the_text_has_them(nlp, text):
    parsed = parse(nlp, Document.from_text(text))
    assert all(t.idx + len(t.text) <= len(text) for t in parsed.doc)
    assert len(parsed.doc.text) == len(text)
