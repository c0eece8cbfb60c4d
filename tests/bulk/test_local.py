"""A corpus in order, where no report stops another."""

import pytest
from stub import make_stub

from factories import EDITION
from onrecord.bulk import local
from onrecord.bulk.limits import LIMITS
from onrecord.bulk.pool import Pool
from onrecord.bulk.worker import Work
from onrecord.errors import InputError, OnrecordError
from onrecord.ingest import Options, Placed
from onrecord.ingest.captured import Captured
from onrecord.model import Document, DocumentRead, Reading
from onrecord.model.document import digest


class Fragile:
    """Reads any report but those that say BREAKS; counts how often it was asked."""

    edition = EDITION

    def read(self, document: Document) -> Reading:
        if "BREAKS" in document.text:
            raise IndexError("beyond the end")
        read = DocumentRead(id=document.id, sha256=digest(document.text))
        return Reading(coder=EDITION, document=read)

    def read_many(self, documents, jobs=1):
        return map(self.read, documents)


def row(id: int, text: str = "They met.") -> Document:
    return Document.from_text(text, id=str(id))


def name(found: local.Coded) -> str:
    return f"{found.source}!" if isinstance(found, InputError) else found[1].document.id


@pytest.mark.parametrize("count", [0, 1, local.BATCH, local.BATCH + 1, 3 * local.BATCH])
def test_read_with_keeps_the_order(count):
    assert [name(f) for f in local.read_with(Fragile(), map(row, range(count)))] == [str(i) for i in range(count)]


def test_read_with_leaves_failures_in_their_place():
    rows = [row(0), InputError("in.jsonl:2", "is not JSON"), row(2, "It BREAKS."), row(3)]
    found = list(local.read_with(Fragile(), rows))
    assert [name(f) for f in found] == ["0", "in.jsonl:2!", "2!", "3"]
    assert "by a fault of onrecord (IndexError: beyond the end)" in str(found[2])


def test_read_with_takes_no_more_than_it_needs():
    taken = []

    def rows():
        for i in range(10_000):
            taken.append(i)
            yield row(i)

    found = local.read_with(Fragile(), rows())
    next(found)
    assert len(taken) <= local.BATCH + 1


def test_read_safely_leaves_alone_what_went_wrong_on_purpose():
    class Refuses:
        def read(self, document):
            raise InputError(document.id, "is written in French")

    with pytest.raises(InputError, match=r"^7: is written in French$"):
        local.read_safely(Refuses(), row(7))


@pytest.mark.slow
def test_a_pipeline_that_is_not_installed_is_named():
    with pytest.raises(OnrecordError, match="spaCy pipeline no_such_pipeline is not installed"):
        local.make_reader("no_such_pipeline")


@pytest.mark.slow
def test_read_rows_gives_the_same_with_more_processes():
    rows = [row(i, f"Kenyan minister Amina Otieno met Sudanese envoy Idris Bakri on March {i + 1}.") for i in range(20)]
    assert list(local.read_rows(rows, jobs=2)) == list(local.read_rows(rows))


def test_a_page_of_an_archive_is_opened_by_the_process_that_reads_it(monkeypatch):
    told = "The ministry said on Monday that the two envoys had met at the border and agreed on a truce of nine days. "
    page = f"<html><body><article><h1>Envoys meet</h1><p>{told * 3}</p><p>{told * 3}</p></article></body></html>"
    closed = Captured(where="crawl.warc", id="one", url=None, charset="utf-8", body=page.encode(), options=Options())
    pool = Pool(Work(make=make_stub, shape=local._pair), 1, LIMITS)
    monkeypatch.setattr(local, "start_pool", lambda *_, **__: pool)
    monkeypatch.setattr(Captured, "opened", lambda page: pytest.fail(f"{page.id} is opened here"))
    [(document, _)] = local.read_rows([Placed(where="crawl.warc", row=closed, id="one")])
    assert document.id == "one"
    assert "The ministry said on Monday" in document.text
