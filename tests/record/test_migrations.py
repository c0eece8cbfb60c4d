"""The migrations make just the tables that the code declares."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import CheckConstraint, inspect, select, text

from factories import border_strike
from onrecord.record import Record, schema
from onrecord.record.link_schema import LINKED, judgement, link
from onrecord.record.migrations import revisions
from onrecord.record.store import VERSION_TABLE, Store


def declared(name: str | None, kind: str, parents: object) -> bool:
    """Leaves out the full-text index, which no table object describes."""
    return not (kind == "table" and name and (name == "search" or name.startswith("search_")))


def test_the_newest_migration_is_the_version_that_the_code_wants() -> None:
    assert revisions()[0] == schema.VERSION


def test_an_empty_file_comes_to_the_declared_tables(path: Path) -> None:
    Record(path).close()
    store = Store(path, create=False)
    with store.reading() as connection:
        options = {"include_name": declared, "version_table": VERSION_TABLE, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, schema.METADATA) == []
    store.close()


def test_primary_keys_and_checks_are_the_declared_ones_too(path: Path) -> None:
    """Which Alembic does not compare."""
    store = Store(path, create=True)
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


def test_every_projection_row_belongs_to_a_document(path: Path) -> None:
    store = Store(path, create=True)
    with store.reading() as connection:
        for table in schema.PROJECTIONS:
            keys = inspect(connection).get_foreign_keys(table.name)
            assert any(key["referred_table"] == "document" for key in keys), table.name
    store.close()


def test_a_record_of_the_first_schema_is_brought_up_with_its_names(path: Path) -> None:
    with Record(path) as record:
        record.add(*border_strike().made())
    store = Store(path, create=False)
    with store.writing() as connection:
        parts = connection.execute(select(schema.name_part)).all()
        for table in (*LINKED, link, judgement, schema.name_part):
            table.drop(connection)
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '0001'"))
    store.close()
    store = Store(path, create=False)
    with store.reading() as connection:
        assert parts
        assert connection.execute(select(schema.name_part)).all() == parts
    store.close()


def test_the_database_is_set_up_for_readers_beside_a_writer(path: Path) -> None:
    store = Store(path, create=True)
    with store.reading() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
    store.close()
