"""The time of a statement hangs on its cue; the times of what is said are not its."""

import pytest

from onrecord.model import Document

TUESDAY = "2025-03-18"
CASES = [
    ("The minister said on Tuesday that the talks had failed.", TUESDAY),
    ("The minister said Tuesday that the talks had failed.", TUESDAY),
    ("On Tuesday, the minister said that the talks had failed.", TUESDAY),
    ("The talks had failed, the minister said on Tuesday.", TUESDAY),
    ("The ministry said in a statement on Tuesday that the talks had failed.", TUESDAY),
    ("The army denied on Tuesday that it had shelled the village on 11 March.", TUESDAY),
    ("The minister said that the talks on Tuesday had failed.", None),
    ("The minister said the talks on Tuesday failed.", None),
    ("The army said that its guns had shelled the village on 11 March.", None),
    ("The minister said that for three days nobody had slept.", None),
    ("The minister said that the talks had failed.", None),
]


@pytest.mark.parametrize(("text", "value"), CASES)
def test_a_statement_has_the_time_that_hangs_on_its_cue(reader, text: str, value: str | None) -> None:
    reading = reader.read(Document.from_text(text, date="2025-03-19"))
    values = {time.id: time.value for time in reading.times}
    said = reading.attributions[0]
    assert (values[said.time] if said.time else None) == value
