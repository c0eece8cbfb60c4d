"""Words of violence in sport, on markets, in weather and in films mean none."""

import pytest

from onrecord.lexicon.lexicon import load_lexicon
from onrecord.model import Document
from onrecord.read.what.domain import find_fields

NONE = [
    ("The striker shot from the edge of the pitch after the whistle.", "shot"),
    ("The team attacked the goalkeeper's left side from the start of the match.", "attacked"),
    ("Shares were hit by a price war between two producers.", "hit"),
    ("The hurricane hit the coast with gales and heavy rain.", "hit"),
    ("The thriller ends with a scene in which thieves storm the palace.", "storm"),
    ("Doctors fought the cancer with surgery.", "fought"),
    ("A hurricane struck Fiji.", "struck"),
    ("Samoan farmers fought the locusts.", "fought"),
    ("Argentine ants have invaded Chile.", "invaded"),
    ("Lenders were hit by bad loans in Ghana.", "hit"),
    ("Fiji attacked Samoa all through the rugby.", "attacked"),
    ("Fiji attacked Samoa, whose goalkeeper was ill.", "attacked"),
    ("Cyclone Sefina struck Fiji.", "struck"),
    ("In the second episode Fiji invades Samoa.", "invades"),
    ("Shareholders fought the pay of the director.", "fought"),
    ("Rome fought Carthage in three wars.", "fought"),
    ("Thousands of Somalis were displaced by floods in Kenya.", "displaced"),
]
MEANT = [
    ("Rebels attacked the garrison.", "attacked"),
    ("General Sefina struck Fiji.", "struck"),
    ("Gunmen attacked the stadium after the match, killing two police officers and a soldier.", "attacked"),
    ("Soldiers shot the captain of the team.", "shot"),
    ("Rockets hit the company's depot.", "hit"),
    ("Police arrested a film director.", "arrested"),
    ("Rebels seized the shares of the mine.", "seized"),
    ("The army attacked Samoa after the hurricane.", "attacked"),
    ("Soldiers hit a rugby stadium with mortars.", "hit"),
    ("Soldiers hit an Ottoman mosque.", "hit"),
]


def own(nlp, sentence, word, type="ASSAULT"):
    doc = nlp(sentence)
    trigger = next(t for t in doc if t.text == word)
    return find_fields(doc, load_lexicon()).own(trigger, type)


@pytest.mark.parametrize(("sentence", "word"), NONE)
def test_violent_words_of_other_fields_are_left_out(nlp, sentence, word):
    assert own(nlp, sentence, word)


@pytest.mark.parametrize(("sentence", "word"), MEANT)
def test_violence_stays_violence(nlp, sentence, word):
    assert not own(nlp, sentence, word)


@pytest.mark.parametrize(
    ("sentence", "nobodys"),
    [
        ("Thousands of Somalis were displaced by floods in Kenya.", True),
        ("Thousands of Somalis were displaced by the army in Kenya.", False),
        ("Kenya fought the floods.", False),
    ],
)
def test_what_the_weather_does_is_nobodys_deed_of_any_type(nlp, sentence, nobodys):
    assert own(nlp, sentence, "fought" if "fought" in sentence else "displaced", "AID") is nobodys


def test_a_report_on_sport_colours_its_sentences(nlp):
    report = "The coach changed his squad. The final began late. The referee gave a penalty. The visitors attacked."
    assert own(nlp, report, "attacked")


def test_a_sober_sentence_in_a_report_on_sport_stays(nlp):
    report = (
        "The coach changed his squad. The final began late. The referee gave a penalty. "
        "Later gunmen attacked an embassy."
    )
    assert not own(nlp, report, "attacked")


@pytest.mark.parametrize(
    ("sentence", "left_out"),
    [
        ("The coach of the team met the minister before the match.", False),
        ("Fiji and Samoa met in the rugby final.", True),
        ("Fiji and Samoa met after rebels fired on a hockey stadium.", False),
    ],
)
def test_words_of_talk_are_left_out_only_where_a_game_is_named(nlp, sentence, left_out):
    doc = nlp(sentence)
    assert find_fields(doc, load_lexicon()).own(next(t for t in doc if t.text == "met"), "CONSULT") is left_out


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("Portugal seized Malacca in 1511.", 0),
        ("Portugal annexed the island in May 1946.", 1),
        ("Kenyan troops seized the port on Monday.", 1),
    ],
)
def test_what_happened_before_our_states_is_no_event(reader, sentence, events):
    assert len(reader.read(Document.from_text(sentence, date="2025-03-18")).events) == events
