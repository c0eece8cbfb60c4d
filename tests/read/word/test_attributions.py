"""Who says what: sources, cues, contents, kinds of quotation, acts, and what is told within something told."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from casting import NOBODY
from onrecord.lexicon.lexicon import load_lexicon
from onrecord.model import Act, Attribution, Document, Extent, Modality, Quote
from onrecord.read.parse import parse
from onrecord.read.word.attributions import find_attributions

Told = Callable[[str], tuple[Attribution, ...]]


@dataclass(frozen=True)
class Line:
    """An attribution in the words of its text."""

    source: str
    cue: str
    content: str


def lines(text: str, attributions: tuple[Attribution, ...]) -> list[Line]:
    def words(extents: tuple[Extent, ...]) -> str:
        return " … ".join(e.of(text) for e in extents)

    return [Line(words(a.source.spans), words(a.cue), words(a.content)) for a in attributions]


@pytest.fixture(scope="module")
def told(nlp: Language) -> Told:
    def read(text: str) -> tuple[Attribution, ...]:
        sayings = find_attributions(parse(nlp, Document.from_text(text)), NOBODY, load_lexicon())
        return tuple(s.attribution for s in sayings)

    return read


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor said that the road was open.", "The mayor", "said", "that the road was open"),
        ("The road, the mayor said, is closed.", "the mayor", "said", "The road … is closed"),
        (
            "“We will talk to them,” said Ruth Weah, the envoy.",
            "Ruth Weah, the envoy",
            "said",
            "“We will talk to them,”",
        ),
        ("Japan sent rice; the EU promised money.", "the EU", "promised", "money"),
        ("Four boats sank, according to the coast guard.", "the coast guard", "according to", "Four boats sank"),
        ("He added: “We will go home.”", "He", "added", "“We will go home.”"),
        ("The general is said to have fled.", "", "is said", "The general … to have fled"),
        ("Sudan was accused by Chad of arming the rebels.", "Chad", "was accused", "Sudan … of arming the rebels"),
        ("Chad has denied the claim.", "Chad", "has denied", "the claim"),
        ("Chad did not comment on the raid.", "Chad", "did not comment on", "the raid"),
        (
            "The auditor pointed out that the ship was insured.",
            "The auditor",
            "pointed out",
            "that the ship was insured",
        ),
        ("The general reportedly fled to the coast.", "", "reportedly", "The general … fled to the coast"),
        ("Malta's call for a new search was ignored.", "Malta's", "call", "a new search"),
        ("The villagers, who said the well was dry, left.", "who", "said", "the well was dry"),
        ("The dam had cracked, as the engineers noted.", "the engineers", "noted", "The dam had cracked"),
        (
            "Rosa Tellez (Unity Party) said the vote was fair.",
            "Rosa Tellez (Unity Party)",
            "said",
            "the vote was fair",
        ),
        (
            "Three clerks are accused of selling permits.",
            "",
            "are accused",
            "Three clerks … of selling permits",
        ),
        ("Oman dismissed as absurd claims by Yemen.", "Oman", "dismissed as", "absurd claims by Yemen"),
        (
            "What they call a fence is a trench, Weah told the court.",
            "Weah",
            "told",
            "What they call a fence is a trench",
        ),
        ("It is believed that the boats are safe.", "", "is believed", "that the boats are safe"),
        (
            "The governor said he had met Omar Otieno, a trader from Mombasa.",
            "The governor",
            "said",
            "he had met Omar Otieno",
        ),
    ],
)
def test_a_sentence_is_told_on_the_word_of(text: str, source: str, cue: str, content: str, told: Told) -> None:
    assert Line(source, cue, content) in lines(text, told(text))


@pytest.mark.parametrize(
    "text",
    [
        "The sign at the gate was small.",
        "He claimed his luggage at the airport.",
        "The two sides reached an accord.",
        "The rebels attacked the base at dawn.",
        "The judge may say that the vote was void.",
        "You think the sea is calm.",
        "The note lay on the table.",
        "The list was short: bread, salt and water.",
        "Photo: Soldiers cross the river",
        "Three clerks stood accused.",
    ],
)
def test_nobody_says_anything(text: str, told: Told) -> None:
    assert told(text) == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "“We are leaving,” said Ruth Weah, who runs the port, on Monday. “We are tired of waiting here.”",
            "“We are leaving,” … “We are tired of waiting here.”",
        ),
        (
            "“We are leaving,” Weah said, “and we will not come back.”",
            "“We are leaving,” … “and we will not come back.”",
        ),
        (
            "“The sea is calm. The boats are ready,” Weah said.",
            "“The sea is calm. The boats are ready,”",
        ),
        (
            "“The sea is calm,” Weah said. “The boats are ready to sail.\n\n“Nothing holds us back any more.”",
            "“The sea is calm,” … “The boats are ready to sail. … “Nothing holds us back any more.”",
        ),
        ("Weah said:\n\n“The boats are ready to sail today.”", "“The boats are ready to sail today.”"),
    ],
)
def test_a_quotation_goes_on_over_sentences_and_paragraphs(text: str, content: str, told: Told) -> None:
    assert next(line.content for line in lines(text, told(text))) == content.replace("\n", "")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("According to two traders, Japan offered to pay for the dam.", Modality.ACTUAL),
        ("Chad may, according to Mali, close the road.", Modality.ACTUAL),
        ("Chad says that Mali closed the road; Mali denies it.", Modality.ACTUAL),
        ("Neither Chad nor Mali has confirmed that the road is shut.", Modality.NEGATED),
        ("Chad has not confirmed that the road is shut.", Modality.NEGATED),
    ],
)
def test_only_what_stands_over_a_cue_and_is_not_told_by_it_undoes_it(text: str, modality: Modality, told: Told) -> None:
    assert told(text)[0].modality is modality


def test_a_quotation_of_another_paragraph_stays_with_nobody(told: Told) -> None:
    text = "“The sea is calm,” Weah said.\n\nA song was heard. “Sail on and on and on.”"
    assert [line.content for line in lines(text, told(text))] == ["“The sea is calm,”"]


@pytest.mark.parametrize("content", ["they had killed nine soldiers", "nine soldiers had died"])
@pytest.mark.parametrize("but", ["while", "whereas", "although"])
def test_what_another_says_against_it_is_no_part_of_what_is_said(but: str, content: str, told: Told) -> None:
    text = f"The rebels said {content}, {but} the ministry said that nobody was hurt."
    assert lines(text, told(text)) == [
        Line("The rebels", "said", content),
        Line("the ministry", "said", "that nobody was hurt"),
    ]
    assert [a.within for a in told(text)] == [None, None]


def test_what_was_going_on_meanwhile_is_part_of_what_is_said(told: Told) -> None:
    text = "The rebels said they had killed nine soldiers while the army slept."
    assert lines(text, told(text)) == [Line("The rebels", "said", "they had killed nine soldiers while the army slept")]


NESTED = [
    "The Foreign Ministry wrote in a statement that Ibrahim Otieno said, “We want the border to be open.”",
    "The ministry added in its statement that Ibrahim Otieno denied the report.",
    "The police stated on Telegram that Sudan's envoy claimed the road was safe.",
    "The army said in a letter to the court that the governor had promised to wait.",
    "The paper quoted Ibrahim Otieno as saying that the mine was shut.",
]


@pytest.mark.parametrize("text", NESTED)
def test_what_is_told_by_another_lies_within_the_word_of_the_teller(text: str, told: Told) -> None:
    outer, inner, *_ = told(text)
    assert outer.within is None
    assert inner.within == outer.id
    assert all(any(e.start <= part.start and part.end <= e.end for e in outer.content) for part in inner.source.spans)


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that he was ready and accused Sudan of lying.",
        "The minister said that the talks were over, adding that Sudan had lied.",
    ],
)
def test_one_speaker_with_two_cues_says_them_side_by_side(text: str, told: Told) -> None:
    first, second, *_ = told(text)
    assert first.within is None
    assert second.within is None
    assert first.source.spans == second.source.spans


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will not leave this town,” the general said.", Quote.DIRECT),
        ("The general said he would not leave.", Quote.INDIRECT),
        ("The general said he would “never ever leave this town” to the rebels.", Quote.MIXED),
    ],
)
def test_quotations_are_told_from_reports(text: str, kind: Quote, told: Told) -> None:
    assert told(text)[0].quote is kind


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Egypt vowed to help the refugees.", Act.PROMISE),
        ("Egypt vowed to avenge the sailors.", Act.THREAT),
        ("Ethiopia warned Eritrea that it would answer any attack.", Act.THREAT),
        ("The bank warned that growth would slow.", Act.STATEMENT),
        ("Austria supports the candidacy of Croatia.", Act.PRAISE),
        ("The bishops opposed the new law.", Act.BELIEF),
        ("Sudan rejected the accusation.", Act.DENIAL),
        ("Sudan rejected the plan.", Act.BELIEF),
        ("Peru called on Bolivia to stop the smuggling of fuel.", Act.REQUEST),
        ("The group claimed responsibility for a bombing at a market.", Act.RESPONSIBILITY),
        ("The queen sent her condolences to the miners.", Act.CONDOLENCE),
        ("The cardinal railed against the arms trade.", Act.CONDEMNATION),
        ("The agency estimated that 400 families had left.", Act.ESTIMATE),
        ("The pilot was told to land.", None),
    ],
)
def test_acts_are_told_apart(text: str, act: Act | None, told: Told) -> None:
    assert next((a.act for a in told(text)), None) is act


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("The ministry wrote on X that two guards were missing.", "X"),
        ("The minister told a news conference that the talks were over.", "press conference"),
        ("The army said in a statement that the town was safe.", "statement"),
        ("The army said on Monday that the town was safe.", None),
    ],
)
def test_channels_are_read_beside_the_cue(text: str, channel: str | None, told: Told) -> None:
    assert told(text)[0].channel == channel


def test_a_headline_that_opens_with_a_name_and_a_colon_is_said_by_that_name(told: Told) -> None:
    text = "Otieno: Sudan Must Pay for the Broken Dam\n\nThe river rose on Monday."
    assert lines(text, told(text)) == [Line("Otieno", ":", "Sudan Must Pay for the Broken Dam")]


PIECES = (
    "said",
    "“",
    "”",
    '"',
    ":",
    ".",
    ",",
    "\n\n",
    "that",
    "Chad",
    "he",
    "(",
    ")",
    "accused",
    "of",
    "we",
    "lie",
    "…",
    "’s",
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(st.sampled_from(PIECES), max_size=24).map(" ".join) | st.text(max_size=60))
def test_whatever_the_text_all_extents_lie_in_it(text: str, told: Told) -> None:
    found = told(text)
    ids = {a.id for a in found}
    for a in found:
        assert a.cue
        assert a.content
        assert a.within is None or a.within in ids - {a.id}
        for e in (*a.source.spans, *a.cue, *a.content):
            assert 0 <= e.start < e.end <= len(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Tribal leaders called off a boycott that Chad had asked for.", "a boycott"),
        ("The envoy landed in Nairobi, which Mogadishu condemned.", "Nairobi"),
        ("Samoa said that the port was closed.", "that the port was closed"),
    ],
)
def test_a_relative_pronoun_stands_for_what_is_said_and_is_never_all_of_it(told: Told, text: str, content: str) -> None:
    assert content in [line.content for line in lines(text, told(text))]
