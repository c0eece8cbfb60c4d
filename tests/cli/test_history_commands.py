"""What the record held before, from the command line."""

import json

from factories import border_strike
from onrecord.record import Record


def test_versions_show_what_an_outlet_changed(onrecord, tmp_path):
    with Record(tmp_path / "onrecord.db") as kept:
        for killed in (12, 14):
            kept.add(*border_strike(killed=killed).made())
    out = onrecord("versions", "report-1").out
    assert "version 2" in out
    assert "- Hospital workers counted 17 dead." in out
    assert "+ Hospital workers counted 19 dead." in out
    second = json.loads(onrecord("versions", "report-1", "--format", "json").out.splitlines()[1])
    assert second["number"] == 2
    assert {"before": ["Hospital workers counted 17 dead."], "after": ["Hospital workers counted 19 dead."]} in second[
        "changes"
    ]


def test_versions_of_what_is_not_there_is_one_line(onrecord, strike):
    onrecord("add", "strike.txt")
    ran = onrecord("versions", "nowhere")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
