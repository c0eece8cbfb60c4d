"""Words of violence in sport, on markets, in weather and in films mean none."""

import pytest

from onrecord.lexicon.lexicon import load_lexicon
from onrecord.read.what.domain import find_fields

NONE = [
    ("The striker shot from the edge of the pitch after the whistle.", "shot"),
    ("The team attacked the goalkeeper's left side from the start of the match.", "attacked"),
    ("Shares were hit by a price war between two producers.", "hit"),
    ("The hurricane hit the coast with gales and heavy rain.", "hit"),
    ("The thriller ends with a scene in which thieves storm the palace.", "storm"),
    ("Doctors fought the cancer with surgery.", "fought"),
]
MEANT = [
    ("Rebels attacked the garrison.", "attacked"),
    ("Gunmen attacked the stadium after the match, killing two police officers and a soldier.", "attacked"),
    ("Soldiers shot the captain of the team.", "shot"),
    ("Rockets hit the company's depot.", "hit"),
    ("Police arrested a film director.", "arrested"),
]


def own(nlp, sentence, word):
    doc = nlp(sentence)
    trigger = next(t for t in doc if t.text == word)
    return find_fields(doc, load_lexicon()).own(trigger, "ASSAULT")


@pytest.mark.parametrize(("sentence", "word"), NONE)
def test_violent_words_of_other_fields_are_left_out(nlp, sentence, word):
    assert own(nlp, sentence, word)


@pytest.mark.parametrize(("sentence", "word"), MEANT)
def test_violence_stays_violence(nlp, sentence, word):
    assert not own(nlp, sentence, word)


def test_a_report_on_sport_colours_its_sentences(nlp):
    report = "The coach changed his squad. The final began late. The referee gave a penalty. The visitors attacked."
    assert own(nlp, report, "attacked")


def test_a_sober_sentence_in_a_report_on_sport_stays(nlp):
    report = (
        "The coach changed his squad. The final began late. The referee gave a penalty. "
        "Later gunmen attacked an embassy."
    )
    assert not own(nlp, report, "attacked")


def test_words_of_talk_are_never_left_out(nlp):
    doc = nlp("The coach of the team met the referee before the match.")
    assert not find_fields(doc, load_lexicon()).own(next(t for t in doc if t.text == "met"), "CONSULT")
