"""Voice and the like in a dependency tree."""

import pytest

from onrecord.read.trees import is_passive, walk

VOICES = [
    ("The monks were arrested by the army.", "arrested", True),
    ("The army freed the monks arrested in May.", "arrested", True),
    ("The captain was arrested and flown to Lima.", "flown", True),
    ("The army, having expelled the monks, closed the road.", "expelled", False),
    ("The chief thanked a colonel having sent his men home.", "sent", False),
    ("The army has arrested the monks.", "arrested", False),
    ("The army has arrested the monks and sent them home.", "sent", False),
    ("The monks, having been arrested in May, left.", "arrested", True),
    ("The Chadian minister, wanted in France for fraud, left.", "wanted", True),
    ("Rosa Quiroga said the sailors freed by Chad were at home.", "freed", True),
    ("Ada Lovell, quoting Lucas Bran, called on bishops not to travel.", "called", False),
    ("Chinese embassy to Iraq donated on Monday a number of desks to the school.", "donated", False),
]


@pytest.mark.parametrize(("sentence", "word", "expected"), VOICES, ids=[v[0] for v in VOICES])
def test_a_passive_is_known_by_its_auxiliary(nlp, sentence, word, expected):
    assert is_passive(next(t for t in nlp(sentence) if t.text == word)) is expected


DOERS = [
    ("Their threat to storm the port shook the town.", "storm", "Their"),
    ("The government dropped a plan to close the station.", "close", "government"),
    ("Chad's decision to shut the mine surprised the firm.", "shut", "Chad"),
    ("The board rejected a plan to close the station.", "close", None),
    ("Peter Crane called Wednesday for Chief Justice Ruth Ada Weaver to resign.", "called", "Crane"),
    ("Ada Lovell, quoting Lucas Bran, called on bishops not to travel.", "called", "Lovell"),
    ("Rosa Quiroga said the sailors freed by Chad were at home.", "freed", "Chad"),
    ("The widows petitioned the high court to free the miners.", "free", "court"),
    ("Chad's role in arming the rebels was praised.", "arming", "Chad"),
    ("Chad's accusations of arming the rebels were denied.", "arming", None),
    ("Petitions call on delegates to back the mayor.", "back", "delegates"),
    ("Chad's proposal to shut the mine surprised the firm.", "shut", "Chad"),
    ("The envoy has a room to rent.", "rent", None),
    ("The general was sentenced to life imprisonment by the court.", "sentenced", "court"),
    ("The general was sentenced for a theft by the river.", "sentenced", None),
    ("Bishops called for a court to convict the general.", "convict", "court"),
    ("Bishops asked for a special court to convict the general.", "convict", "court"),
    ("Laura Perez, the head of the African Union, who accused Chad, left.", "accused", "head"),
    ("The wife of Peter Mensah, who accused Chad, left.", "accused", "Mensah"),
    ("The queen called the captain to thank him.", "thank", "queen"),
    ("The queen phoned the captain to praise him.", "praise", "queen"),
    ("The court called the captain to testify.", "testify", "captain"),
    ("The queen called on the captain to thank her.", "thank", "captain"),
]


@pytest.mark.parametrize(("sentence", "word", "expected"), DOERS, ids=[d[0] for d in DOERS])
def test_who_does_what_a_verb_says(nlp, sentence, word, expected):
    found = walk(next(t for t in nlp(sentence) if t.text == word), "lsubj")
    assert [t.text for t in found] == ([expected] if expected else [])


NOUNS = [
    ("The rebels carried out hundreds of raids in Chad.", "raids", "gsubj", ["rebels"]),
    ("The rebels carried out raids in Chad.", "raids", "gsubj", ["rebels"]),
    ("The rebels told of hundreds of raids in Chad.", "raids", "gsubj", []),
    ("The French invasion of Mali was criticised.", "invasion", "premod", ["French"]),
]


@pytest.mark.parametrize(("sentence", "word", "path", "expected"), NOUNS, ids=[n[0] for n in NOUNS])
def test_who_does_what_a_noun_says(nlp, sentence, word, path, expected):
    assert [t.text for t in walk(next(t for t in nlp(sentence) if t.text == word), path)] == expected


OBJECTS = [
    ("The navy of Malta arrested on Sunday six smugglers.", "arrested", "navy", "smugglers"),
    ("The police arrested on Monday four editors.", "arrested", "police", "editors"),
    ("The army of Togo arrested on Friday nine smugglers.", "arrested", "army", "smugglers"),
    ("Six smugglers arrested on Sunday were freed.", "arrested", None, "smugglers"),
]


@pytest.mark.parametrize(("sentence", "word", "who", "whom"), OBJECTS, ids=[o[0] for o in OBJECTS])
def test_an_object_may_stand_behind_the_day(nlp, sentence, word, who, whom):
    verb = next(t for t in nlp(sentence) if t.text == word)
    assert [t.text for t in walk(verb, "lsubj")] == ([who] if who else [])
    assert [t.text for t in walk(verb, "lobj")] == [whom]


NAMED = [
    ("The junta sacked Clara Boateng in May.", "dobj:minister|PERSON", True),
    ("The junta sacked the minister in May.", "dobj:minister|PERSON", True),
    ("The junta sacked the cook in May.", "dobj:minister|PERSON", False),
    ("The junta sacked Clara Boateng in May.", "dobj:minister", False),
]


@pytest.mark.parametrize(("sentence", "path", "expected"), NAMED, ids=[f"{n[0]} {n[1]}" for n in NAMED])
def test_a_step_may_lead_to_a_person_by_name(nlp, sentence, path, expected):
    assert bool(walk(next(t for t in nlp(sentence) if t.text == "sacked"), path)) is expected
