"""A dossier gathers what reports tell of one name, and keeps apart whom it can't know to be one."""

from factories import Report, border_strike
from onrecord.model import Act, Kind
from onrecord.record import Record
from onrecord.views import as_dossiers


def test_a_person_of_two_reports_is_one(two_reports: Record) -> None:
    (dossier,) = as_dossiers(two_reports.who("Dawit Alemu"))
    assert (dossier.kind, dossier.name, dossier.names) == (Kind.PERSON, "Dawit Alemu", ("Dawit Alemu", "Alemu"))
    assert dossier.countries == ("ETH",)
    (office,) = dossier.offices
    assert (office.title, office.since, office.appointed_by) == ("spokesman", "2024-01-01", "Sara Alemu")
    assert [d.id for d in office.reports] == ["report-1", "report-2"]
    assert [(t.person, t.relation, t.of) for t in dossier.kin] == [("Dawit Alemu", "nephew", "Sara Alemu")]
    assert [(act, len(said)) for act, said in dossier.said] == [(Act.DENIAL, 2), (Act.STATEMENT, 2)]
    assert dossier.said[0][1][0].voices[0].name == "The Example Post"
    assert [d.id for d in dossier.reports] == ["report-1", "report-2"]


def test_a_surname_lists_every_candidate(two_reports: Record) -> None:
    assert [d.name for d in as_dossiers(two_reports.who("Alemu"))] == ["Dawit Alemu", "Sara Alemu"]


def test_kin_stand_in_both_dossiers(record: Record) -> None:
    record.add(*border_strike().made())
    assert [[t.relation for t in d.kin] for d in as_dossiers(record.who("Alemu"))] == [["nephew"], ["nephew"]]


def test_a_person_and_a_body_of_one_name_stay_two(record: Record) -> None:
    for id, kind in (("report-1", Kind.PERSON), ("report-2", Kind.BODY), ("report-3", Kind.BODY)):
        report = Report(id=id, text="Alemu left.")
        report.entity("Alemu", kind)
        record.add(*report.made())
    assert [(d.kind, len(d.reports)) for d in as_dossiers(record.who("Alemu"))] == [(Kind.BODY, 2), (Kind.PERSON, 1)]


def test_a_name_written_otherwise_is_the_same_and_the_commonest_is_shown(record: Record) -> None:
    for n, name in enumerate(("Zoë Grönlund", "Zoë Grönlund", "ZOE GRONLUND")):
        report = Report(id=f"report-{n}", text=f"{name} left.")
        report.entity(name)
        record.add(*report.made())
    (dossier,) = as_dossiers(record.who("Zoe Gronlund"))
    assert dossier.name == "Zoë Grönlund"
    assert dossier.names == ("Zoë Grönlund", "ZOE GRONLUND")


def test_nobody_has_no_dossier(two_reports: Record) -> None:
    assert as_dossiers(two_reports.who("Nobody Atall")) == ()
