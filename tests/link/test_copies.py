"""An agency's text under another headline is a copy; the same news in own words is not."""

from onrecord.link.copies import find_copies

WIRE = (
    "Chadian guards stopped forty lorries at the crossing of Adre on Monday, the customs office in Abeche said. "
    "The drivers had no papers for the flour that they carried, and the lorries were sent back to Sudan."
)
OWN = "Forty lorries with flour had to turn back at Adre. Guards from Chad asked for papers that nobody had."


def test_a_copy_with_a_line_more_is_a_copy() -> None:
    assert find_copies({"b": WIRE, "c": f"{WIRE} It was a hot day.", "a": OWN}) == {"a": "a", "b": "b", "c": "b"}


def test_copies_of_copies_lead_to_the_first() -> None:
    half = WIRE.split(". ")[0]
    texts = {"1": WIRE, "2": WIRE.replace("forty", "some"), "3": WIRE.replace("forty", "some").replace("hot", "cold")}
    assert set(find_copies({**texts, "4": half[:40]}).values()) == {"1", "4"}


def test_a_report_without_words_is_itself() -> None:
    assert find_copies({"a": "", "b": WIRE}) == {"a": "a", "b": "b"}
