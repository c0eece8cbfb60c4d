"""What holds of every reading, whatever the text."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.model import Document, reading_from_json, reading_to_json
from onrecord.model.document import digest

REPORT = (
    "Chadian Envoy Visits Kigali\n"
    "KIGALI, May 6 (Lakes Wire) - Chad's envoy, Idriss Abakar, met Rwandan Foreign Minister Jean Mugabo on Tuesday.\n"
    '"We agree," Abakar said. "The border will open." The Free Lake Army (FLA) claimed responsibility for an attack '
    "near Goma that killed at least 12 soldiers. Rwanda denied the claim.\n"
)
WORDS = st.sampled_from(
    [
        *REPORT.replace("\n", " \n ").split(" "),
        "“",
        "”",
        '"',
        "said",
        "Kenya",
        "\U0001f600",
        "١٢",
        "https://x.y/z",
        "**",
    ]
)
GIBBERISH = st.lists(WORDS, max_size=60).map(" ".join)
CAREFUL = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def spans(value: Any) -> Iterator[tuple[int, int]]:
    if isinstance(value, dict):
        if isinstance(value.get("start"), int):
            yield value["start"], value["end"]
        for v in value.values():
            yield from spans(v)
    elif isinstance(value, list):
        if len(value) == 2 and all(type(v) is int for v in value):
            yield value[0], value[1]
        for v in value:
            yield from spans(v)


def check(text: str, line: str) -> None:
    """What every reading must keep, whatever it found."""
    reading = json.loads(line)
    assert all(0 <= s < e <= len(text) for s, e in spans(reading))
    kinds = ("entities", "times", "places", "attributions", "events")
    ids = Counter(item["id"] for kind in kinds for item in reading[kind])
    assert all(n == 1 for n in ids.values()), [i for i, n in ids.items() if n > 1]
    assert reading["document"]["sha256"] == digest(text)
    known = set(ids)
    for e in reading["events"]:
        assert {*e["actor"], *e["recipient"], *filter(None, (e["place"], e["attribution"]))} <= known
        assert not set(e["actor"]) & set(e["recipient"])
    for a in reading["attributions"]:
        assert {*a["answers"], *filter(None, (a["within"], a["source"]["entity"]))} <= known
        assert a["id"] != a["within"]
        assert a["cue"]
        assert a["content"]


@CAREFUL
@given(text=st.text())
def test_any_text_is_read_and_every_span_lies_in_it(reader, text):
    check(text, reading_to_json(reader.read(Document.from_text(text))))


@CAREFUL
@given(text=GIBBERISH)
def test_any_words_of_news_are_read_and_every_span_lies_in_them(reader, text):
    check(text, reading_to_json(reader.read(Document.from_text(text, date="2025-05-07"))))


def test_same_text_gives_the_same_bytes_alone_and_among_others(reader):
    document = Document.from_text(REPORT)
    others = [Document.from_text(f"Peru arrested {n} men.") for n in range(20)]
    alone = reading_to_json(reader.read(document))
    among = [reading_to_json(r) for r in reader.read_many([*others, document, *others])]
    assert among[len(others)] == alone == reading_to_json(reader.read(document))


def test_reading_outlives_its_json(reader):
    reading = reader.read(Document.from_text(REPORT))
    assert reading_from_json(reading_to_json(reading)) == reading


def test_paragraph_put_in_front_shifts_what_follows(reader):
    front = "The weather was fine in the hills all week, and nobody spoke of it.\n"
    body = REPORT.split("\n", 1)[1]
    before = reader.read(Document.from_text(body, id="x", date="2025-05-07"))
    after = reader.read(Document.from_text(front + body, id="x", date="2025-05-07"))
    moved = [(a.cue[0].start + len(front), a.act) for a in before.attributions]
    assert moved == [(a.cue[0].start, a.act) for a in after.attributions if a.cue[0].start >= len(front)]
    told = [(e.trigger[0].start + len(front), e.type, e.modality, e.evidence) for e in before.events]
    assert told == [(e.trigger[0].start, e.type, e.modality, e.evidence) for e in after.events]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "x" * 300_000, "a " * 20_000, '"' * 2_000, "(" * 5_000, "A-" * 5_000]
)
def test_hostile_text_is_read_in_good_time(reader, text):
    check(text, reading_to_json(reader.read(Document.from_text(text))))


def test_date_that_is_none_is_refused_by_name(reader):
    with pytest.raises(InputError, match="'soon' is no ISO date"):
        reader.read(Document.from_text("Peru met Chile.", date="soon"))


def test_time_of_day_in_the_given_date_is_let_go(reader):
    reading = reader.read(Document.from_text("Peru met Chile.", date="2025-03-18T09:30:00+01:00"))
    assert reading.document.published.value == "2025-03-18"
