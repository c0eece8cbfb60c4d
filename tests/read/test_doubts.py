import pytest

from onrecord.model import Document


@pytest.mark.parametrize(
    ("text", "date", "codes"),
    [
        ("Peru met Chile.", None, ["date.unknown"]),
        ("LIMA, Sept 12 (Wire) - Peru on Friday expelled a consul.\nHe left.", None, ["date.doubtful"]),
        ("Peru met Chile on Tuesday, May 6. The talks began on Monday, May 5.", None, []),
        ("Peru met Chile.", "2025-05-07", []),
    ],
)
def test_reader_says_where_it_doubts_the_date(reader, text, date, codes):
    assert [n.code for n in reader.read(Document.from_text(text, date=date)).notes] == codes
