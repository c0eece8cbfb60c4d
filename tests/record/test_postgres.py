"""A record in PostgreSQL answers as one in a file does.

Needs a server: ONRECORD_TEST_POSTGRES holds the address of a database in which a schema may be made and dropped.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, make_url, text

from factories import Report, as_of, border_strike
from onrecord.record import Record
from onrecord.views import as_dossiers, as_ledger, as_timeline

ADDRESS = os.environ.get("ONRECORD_TEST_POSTGRES")
SCHEMA = "onrecord_test"

pytestmark = pytest.mark.skipif(not ADDRESS, reason="ONRECORD_TEST_POSTGRES names no PostgreSQL database")


@pytest.fixture
def address() -> Iterator[str]:
    url = make_url(str(ADDRESS)).set(drivername="postgresql+psycopg")
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE"))
        connection.execute(text(f"CREATE SCHEMA {SCHEMA}"))
    yield url.update_query_dict({"options": f"-csearch_path={SCHEMA}"}).render_as_string(hide_password=False)
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {SCHEMA} CASCADE"))
    engine.dispose()


def answers(where: str | Path) -> list[Any]:
    """What a record says after the same reports and questions."""
    unstorable = Report(id="report-3", text="Peru\0 and \ud800 more.")
    unstorable.entity("Peru\0")
    with Record(where) as record:
        told: list[Any] = [
            record.add(*border_strike("report-1").made()),
            record.add(*border_strike("report-2", killed=20).made()),
            record.add(*border_strike("report-1").made()),
            record.add(*as_of(border_strike("report-1", killed=14), "lexicon-2").made()),
            record.add(*unstorable.made()),
            record.add(*unstorable.made()),
            as_timeline(record.timeline("KEN", "ETH", since="2025", until="2025-03")),
            as_ledger(record.claims()),
            as_ledger(record.claims(about="KEN", disputed=True)),
            as_ledger(record.claims(by="ministry of defence")),
            as_dossiers(record.who("Alemu")),
            record.rebuild(),
            as_ledger(record.claims()),
            record.documents(),
            list(record.readings()),
        ]
        for words in ('"struck a camp" killing', "denies", "NEAR(", "a & b | !", "'", "\0", "***", "camp <-> struck:*"):
            told.append({(h.document.id, h.kind, h.words, h.source) for h in record.search(words)})
    return told


def test_both_databases_give_the_same_answers(address: str, path: Path) -> None:
    assert answers(address) == answers(path)
