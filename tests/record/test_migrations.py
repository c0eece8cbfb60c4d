"""The migrations make just the tables that the code declares."""

from dataclasses import replace
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import CheckConstraint, MetaData, insert, inspect, select, text

from factories import Report, border_strike
from onrecord.model import Kind
from onrecord.record import Record, schema
from onrecord.record.migrations import revisions, upgrade
from onrecord.record.store import VERSION_TABLE, Store, engine_of


def declared(name: str | None, kind: str, parents: object) -> bool:
    """Leaves out the full-text index, which no table object describes."""
    return not (name and (name == "search" or name.startswith(("search_", "ix_passage_search"))))


def test_the_newest_migration_is_the_version_that_the_code_wants() -> None:
    assert revisions()[0] == schema.VERSION


def test_an_empty_database_comes_to_the_declared_tables(empty: str | Path) -> None:
    Record(empty).close()
    store = Store(empty, create=False)
    with store.reading() as connection:
        options = {"include_name": declared, "version_table": VERSION_TABLE, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, schema.METADATA) == []
    store.close()


def test_primary_keys_and_checks_are_the_declared_ones_too(where: str | Path) -> None:
    """Which Alembic does not compare."""
    store = Store(where, create=True)
    with store.reading() as connection:
        found = inspect(connection)
        for table in schema.METADATA.sorted_tables:
            key = found.get_pk_constraint(table.name)
            assert (key["name"], key["constrained_columns"]) == (
                table.primary_key.name,
                [column.name for column in table.primary_key.columns],
            )
            declared_checks = {str(c.name) for c in table.constraints if isinstance(c, CheckConstraint)}
            assert {check["name"] for check in found.get_check_constraints(table.name)} == declared_checks
    store.close()


def test_opening_again_changes_nothing(path: Path) -> None:
    Record(path).close()
    before = path.read_bytes()
    Record(path).close()
    assert path.read_bytes() == before


def test_every_projection_row_belongs_to_a_document(where: str | Path) -> None:
    store = Store(where, create=True)
    with store.reading() as connection:
        for table in schema.PROJECTIONS:
            keys = inspect(connection).get_foreign_keys(table.name)
            assert any(key["referred_table"] == "document" for key in keys), table.name
    store.close()


def at_first(where: str | Path, like: Record) -> None:
    """Makes a record of the first schema that holds what another holds, as far as its tables go."""
    store = object.__new__(Store)
    store.engine, store.name = engine_of(where), str(where)
    with store.writing() as connection, like._store.reading() as other:
        upgrade(connection, "0001")
        kept = MetaData()
        kept.reflect(connection)
        for table in schema.METADATA.sorted_tables:
            if table.name in kept.tables and (rows := other.execute(select(table)).mappings().all()):
                old = kept.tables[table.name]
                then = [{**row, "current": row.get("withdrawn_at") is None} for row in rows]
                connection.execute(insert(old), [{n: v for n, v in row.items() if n in old.columns} for row in then])
    store.close()


def loan() -> Report:
    """A state's loan to another, in a currency."""
    report = Report(id="loan", text="Kenya lent Uganda 3,000 shillings.", published="2025-03-20")
    kenya, uganda = report.entity("Kenya", Kind.STATE, "KEN"), report.entity("Uganda", Kind.STATE, "UGA")
    lent = replace(report.figure("3,000", "money", 3000, 3000), currency="KES")
    report.event(report.text, "AID", trigger="lent", actor=(kenya,), recipient=(uganda,), figures=(lent,))
    return report


def test_a_record_of_the_first_schema_is_brought_up_and_nothing_is_read_again(
    tmp_path: Path, empty: str | Path
) -> None:
    with Record(tmp_path / "newest.db") as newest:
        newest.add(*border_strike().made())
        newest.add(*loan().made())
        at_first(empty, newest)
        with Record(empty, create=False) as brought_up:
            assert list(brought_up.readings()) == list(newest.readings())
            assert brought_up.timeline("KEN") == newest.timeline("KEN")
            assert [f.currency for e in brought_up.timeline("UGA").events for f in e.figures] == ["KES"]
            assert len(brought_up.search("camp")) == len(newest.search("camp"))
        store, other = Store(empty, create=False), newest._store
        with store.reading() as one, other.reading() as two:
            parts = [set(connection.execute(select(schema.name_part)).all()) for connection in (one, two)]
        store.close()
    assert parts[0] == parts[1] != set()


def test_a_file_is_set_up_for_readers_beside_a_writer(path: Path) -> None:
    store = Store(path, create=True)
    with store.reading() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
    store.close()
