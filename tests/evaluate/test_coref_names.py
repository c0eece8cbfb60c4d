"""Coreference of names alone, and gold files that list mentions by entity."""

from small import REPORT, at, entity, reading, stretch

from onrecord.evaluate.coref import NAMES, TASK
from onrecord.evaluate.report import total

BY_ENTITY = {
    "id": "r",
    "text": REPORT,
    "entities": [
        {"key": "1", "type": "LOC", "mentions": [stretch("Fiji", syn="NAM"), stretch("Fiji's envoy", syn="NOM")]},
        {"key": "2", "type": "LOC", "mentions": [stretch("Samoa", syn="PRE.NAM")]},
        {"key": "3", "mentions": [stretch("port", syn="NOM")]},
    ],
}
READ = reading(entities=[entity("f", at("Fiji")), entity("s", at("Samoa"))])


def test_a_file_by_entity_is_read_like_one_by_mention() -> None:
    figures = TASK.figures(total([TASK.score(BY_ENTITY, READ)]))
    assert (figures["mention precision"], figures["mention recall"]) == (100.0, 66.67)


def test_names_alone_leave_nominals_out() -> None:
    figures = NAMES.figures(total([NAMES.score(BY_ENTITY, READ)]))
    assert (figures["mention precision"], figures["mention recall"]) == (100.0, 100.0)


def test_other_forms_of_a_reading_do_not_count_as_names() -> None:
    nominal = reading(entities=[{**entity("f"), "mentions": [{**stretch("Fiji"), "form": "nominal"}]}])
    figures = NAMES.figures(total([NAMES.score(BY_ENTITY, nominal)]))
    assert figures["mention F1"] == 0.0
