"""Places among the entities have the country that the gazetteer gives the names in them."""

import pytest

from onrecord.model import Document
from onrecord.read.reader import Reader


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Fighters seized a town in North Kivu on Friday.", "a town in North Kivu", "COD"),
        ("A strike hit a market in Goma.", "Goma", "COD"),
        ("Ukrainian drones hit a bridge in Crimea.", "a bridge in Crimea", None),
        ("Guards closed the crossing between Kenya and Uganda.", "the crossing between Kenya and Uganda", None),
        ("Rebels took the town on Friday.", "the town", None),
    ],
)
def test_a_place_lies_in_the_one_country_of_the_names_in_it(
    reader: Reader, text: str, words: str, country: str | None
) -> None:
    reading = reader.read(Document.from_text(text))
    named = {m.extent.of(text): e.country for e in reading.entities for m in e.mentions}
    assert named.get(words) == country
