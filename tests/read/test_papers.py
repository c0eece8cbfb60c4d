"""Whose word what is written is: that of a body named before it, or of whoever issues it."""

import pytest

from onrecord.model import Document


def sources(reader, text):
    reading = reader.read(Document.from_text(text, id="d"))
    names = {e.id: (e.name, e.country) for e in reading.entities}
    return [names.get(a.source.entity) for a in reading.attributions]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A defence ministry statement said the base was closed.", ("defence ministry", None)),
        ("According to a Philippine navy report, two boats came.", ("Philippine navy", "PHL")),
        ("The Chadian foreign ministry letter accused Sudan of delay.", ("Chadian foreign ministry", "TCD")),
    ],
)
def test_what_a_document_says_is_said_by_the_body_before_it(reader, text, source):
    assert sources(reader, text) == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Clara Boateng sent a letter urging Chad to wait.", "Clara Boateng"),
        ("Clara Boateng has launched a petition calling on Chad to free the poet.", "Clara Boateng"),
        ("In a statement calling on Sudan to withdraw, Clara Boateng praised the envoy.", "Clara Boateng"),
        ("Clara Boateng received a letter urging Chad to wait.", None),
        ("Clara Boateng met a nurse urging Chad to wait.", None),
    ],
)
def test_what_a_text_urges_is_asked_by_whoever_issues_it(reader, text, source):
    reading = reader.read(Document.from_text(text, id="d"))
    names = {e.id: e.name for e in reading.entities}
    asked = [names.get(a.source.entity) for a in reading.attributions if a.act == "request"]
    assert asked[0] == source if source else "Clara Boateng" not in asked


@pytest.mark.parametrize(
    "text", ["A defence ministry driver said the base was closed.", "A weather report said it rained."]
)
def test_other_nouns_make_no_body_the_source(reader, text):
    assert not {"defence ministry", "weather"} & {s[0] for s in sources(reader, text) if s}
