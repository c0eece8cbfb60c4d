"""Formats of standards, each read back with the tool that it is for."""

import csv
import io
import json
import re
from dataclasses import replace

import feedparser
import networkx
import pytest
from pour import pour

from onrecord.export.formats import annotations, atom, citations, geojson, graphml, ics


def test_graphml_is_a_graph_of_who_does_what_to_whom(readings):
    text, left = pour(graphml.pieces(readings))
    graph = networkx.parse_graphml(text)
    assert graph.is_directed()
    assert graph.nodes["group:red condor front"] == {
        "name": "Red Condor Front",
        "kind": "group",
        "country": "PER",
        "sectors": "REB",
    }
    attack = graph.get_edge_data("group:red condor front", "body:peruvian army")
    assert (attack["type"], attack["intensity"], attack["reciprocal"]) == ("ASSAULT", -9.0, False)
    assert attack["word"] == "claimed by Red Condor Front; denied by Peruvian army"
    assert left == "events of one party alone, which are no edges: 2"


def test_graphml_writes_an_actor_of_two_reports_once(readings):
    text, _ = pour(graphml.pieces([*readings, *readings]))
    assert text.count('id="state:kenya"') == 1
    assert networkx.parse_graphml(text).number_of_edges() == 3


def test_geojson_has_points_east_before_north_and_says_how_exact_they_are(readings):
    text, left = pour(geojson.pieces(readings))
    collection = json.loads(text)
    (feature,) = collection["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [-68.15, -16.5]}
    assert (feature["id"], feature["properties"]["precision"]) == ("ev-meet", "city")
    assert left == "events without a place that has coordinates, left out: 4"


def unfolded(text):
    return text.replace("\r\n ", "").split("\r\n")


def test_ics_holds_meetings_as_whole_days(readings):
    text, left = pour(ics.pieces(readings))
    lines = unfolded(text)
    assert (lines[0], lines[-2], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR", "")
    assert lines.count("BEGIN:VEVENT") == 1
    assert {"DTSTART;VALUE=DATE:20250310", "DTEND;VALUE=DATE:20250311", "GEO:-16.5;-68.15"} <= set(lines)
    assert "SUMMARY:Amaru Quispe and Celia Mamani: visit" in lines
    assert r"LOCATION:La Paz\, BOL" in lines
    assert left is None


def test_ics_folds_lines_at_75_octets_and_parts_no_character(told):
    text, _ = pour(ics.pieces([told]))
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_atom_is_a_feed_of_reports(readings):
    text, left = pour(atom.pieces(readings, "2025-03-18"))
    feed = feedparser.parse(text.encode())
    assert not feed.bozo
    assert (feed.version, feed.feed.updated) == ("atom10", "2025-03-18T00:00:00Z")
    assert [entry.title for entry in feed.entries] == [document.title for document, _ in readings]
    assert feed.entries[1].author == "The Example Post"
    assert "ASSAULT: Kenya → a camp, 2025-03-17 [denied]" in feed.entries[1].summary
    assert left is None


def test_atom_leaves_out_and_counts_reports_without_a_date(undated):
    text, left = pour(atom.pieces(undated, None))
    assert feedparser.parse(text.encode()).entries == []
    assert left == "reports without a date, left out: 1"


def test_annotations_point_at_their_words_by_offset_and_by_quoting(readings):
    page = json.loads(pour(annotations.pieces(readings))[0])
    texts = {document.id: document.text for document, _ in readings}
    assert (page["type"], page["id"]) == ("AnnotationPage", "urn:onrecord:annotations")
    assert len({item["id"] for item in page["items"]}) == len(page["items"])
    for item in page["items"]:
        for target in item["target"]:
            at, quote = target["selector"]
            text = texts[target["source"]]
            assert text[at["start"] : at["end"]] == quote["exact"]
            assert text.find(quote["prefix"] + quote["exact"] + quote["suffix"]) >= 0


def test_annotations_tell_source_cue_and_content_apart(readings):
    items = json.loads(pour(annotations.pieces(readings))[0])["items"]
    parts = {item["id"].rsplit(":", 1)[1] for item in items if ":at-claim:" in item["id"]}
    assert parts == {"source", "cue", "content"}


def test_citations_have_report_outlet_date_and_sentence_for_each_fact(readings):
    rows = list(csv.DictReader(io.StringIO(pour(citations.pieces(readings))[0])))
    attack = next(row for row in rows if row["id"] == "ev-attack")
    assert (attack["outlet"], attack["published"]) == ("The Lake Post", "2025-03-11")
    assert attack["words"].startswith("The Red Condor Front claimed responsibility")
    assert re.fullmatch(r"“Peru's Envoy .*”, The Lake Post, 2025-03-11, characters \d+-\d+", attack["citation"])
    assert {row["kind"] for row in rows} == {"event", "attribution", "office", "kin"}


@pytest.mark.parametrize("format", [graphml, geojson, ics, annotations, citations])
def test_hostile_text_stays_text(hostile, format):
    text, _ = pour(format.pieces([hostile]))
    assert "\x1b" not in text
    if format is graphml:
        networkx.parse_graphml(text)
    if format in (geojson, annotations):
        json.loads(text)


def test_hostile_text_in_a_feed_is_no_markup(hostile):
    document, reading = hostile
    dated = replace(reading.document, published=replace(reading.document.published, value="2025-03-18"))
    text, _ = pour(atom.pieces([(document, replace(reading, document=dated))], None))
    (entry,) = feedparser.parse(text.encode()).entries
    assert "<script>" not in text
    assert "javascript:" not in text
    assert entry.title.startswith("<script>")
