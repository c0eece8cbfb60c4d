"""A timeline shows through whose mouths each event came."""

from factories import Report, border_strike, day
from onrecord.model import Act, Evidence, Kind
from onrecord.record import Record
from onrecord.views import Voice, as_timeline


def test_an_entry_says_what_happened_and_on_whose_word(record: Record) -> None:
    record.add(*border_strike().made())
    (entry,) = as_timeline(record.timeline("KEN", "ETH"))
    assert (entry.since, entry.until, entry.basis) == ("2025-03-17", "2025-03-17", "stated")
    assert (entry.type, entry.evidence, entry.place) == ("ASSAULT", Evidence.DENIED, "Moyale")
    assert entry.voices == (
        Voice(name="The Example Post"),
        Voice(name="the ministry of defence", country="KEN", act=Act.CLAIM),
    )
    assert [(f.what, f.low, f.voices[-1].name) for f in entry.figures] == [
        ("killed", 12, "the ministry of defence"),
        ("killed", 3, "Dawit Alemu"),
    ]
    assert entry.extent.of(record.document("report-1").text) == entry.sentence


def nested(**more: str | None) -> Report:
    report = Report(text="The army wrote on X that a guard had seen Peru close the road.", **more)  # type: ignore[arg-type]
    army, guard = report.entity("The army", Kind.BODY, "KEN"), report.entity("a guard")
    peru = report.entity("Peru", Kind.STATE, "PER")
    outer = report.said("a guard had seen Peru close the road", cue="wrote", source=army, channel="X")
    inner = report.said("Peru close the road", cue="had seen", source=guard, within=outer, act=Act.CLAIM)
    report.event(report.text, "COERCE", trigger="close", actor=(peru,), date=day("2025-03-01"), attribution=inner)
    return report


def test_a_chain_runs_from_the_outlet_inwards(record: Record) -> None:
    record.add(*nested().made())
    (entry,) = as_timeline(record.timeline("PER"))
    assert [(v.name, v.channel) for v in entry.voices] == [
        ("The Example Post", None),
        ("The army", "X"),
        ("a guard", None),
    ]


def test_a_report_of_no_publisher_is_named_by_its_id(record: Record) -> None:
    record.add(*nested(publisher=None).made())
    (entry,) = as_timeline(record.timeline("PER"))
    assert entry.voices[0].name == "report-1"


def test_a_report_s_own_word_has_only_the_outlet_s_voice(record: Record) -> None:
    report = Report(text="Peru closed the road.")
    peru = report.entity("Peru", Kind.STATE, "PER")
    report.event(report.text, "COERCE", trigger="closed", actor=(peru,))
    record.add(*report.made())
    (entry,) = as_timeline(record.timeline("PER"))
    assert entry.voices == (Voice(name="The Example Post"),)


def test_two_reports_of_one_incident_are_two_entries_in_the_same_order_always(two_reports: Record) -> None:
    entries = as_timeline(two_reports.timeline("KEN"))
    assert [e.document.id for e in entries] == ["report-1", "report-2"]
    assert entries == as_timeline(two_reports.timeline("KEN"))
