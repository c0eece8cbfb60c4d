"""Why items stand in a reading: the rule's own paths, and where a model decided against the rules."""

from dataclasses import replace

from onrecord.model import Document, Reading
from onrecord.read.explain import Ruling, explain_items
from onrecord.read.reader import Reader
from onrecord.read.trial import Trial

ATTACK = "Fijian soldiers attacked Samoan troops."
DENIAL = "Samoa denied that the port was closed."


def only_event(reader: Reader, text: str) -> tuple[Reading, tuple[Trial, ...]]:
    return reader.read(Document.from_text(text)), reader.explain(text)


def test_an_event_tells_its_rule_its_word_and_where_its_paths_led(reader: Reader) -> None:
    reading, [why] = reader.read_explained(Document.from_text(ATTACK))
    [event] = reading.events
    assert (why.item, why.kind, why.decided_by, why.rule) == (event.id, "ASSAULT", "rule", event.rule)
    assert [w.of(ATTACK) for w in why.words] == ["attacked"]
    assert [(p.name, p.path, p.extent.of(ATTACK)) for p in why.parts] == [
        ("actor", "lsubj", "Fijian soldiers"),
        ("recipient", "lobj", "Samoan troops"),
    ]
    assert why.stands
    assert why.otherwise is None


def test_a_speech_act_is_explained_as_attribution_and_as_event(reader: Reader) -> None:
    _, why = reader.read_explained(Document.from_text(DENIAL))
    assert [(w.kind, w.rule) for w in why] == [("denial", "cue.deny"), ("REJECT", "cue.deny")]
    assert all("source" in {p.name for p in w.parts} for w in why)


def test_an_item_that_only_a_model_sees_has_rules_that_see_nothing(reader: Reader) -> None:
    reading, trials = only_event(reader, ATTACK)
    [why] = explain_items(by_model(reading, "ASSAULT"), replace(reading, events=()), trials)
    assert (why.decided_by, why.parts, why.otherwise) == ("model", (), Ruling())


def test_an_item_that_a_model_typed_otherwise_says_what_the_rules_make_of_it(reader: Reader) -> None:
    reading, trials = only_event(reader, ATTACK)
    [why] = explain_items(by_model(reading, "COERCE"), reading, trials)
    assert why.otherwise == Ruling(kind="ASSAULT", rule=reading.events[0].rule)


def test_an_item_that_a_model_dropped_is_told_and_does_not_stand(reader: Reader) -> None:
    reading, trials = only_event(reader, ATTACK)
    [why] = explain_items(replace(reading, events=()), reading, trials)
    assert (why.kind, why.stands, why.decided_by) == ("ASSAULT", False, "model")
    assert why.parts


def test_reading_by_rules_leaves_the_reader_its_models(reader: Reader) -> None:
    assert reader.without_models() is not reader
    assert reader.without_models().read(Document.from_text(ATTACK)) == reader.read(Document.from_text(ATTACK))


def by_model(reading: Reading, type: str) -> Reading:
    [event] = reading.events
    return replace(reading, events=(replace(event, type=type, rule=f"model.{type.lower()}"),))
