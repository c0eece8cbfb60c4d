"""One report that a feed announces or a folder holds, brought into the record; whatever it comes to is kept."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.errors import InputError, LanguageError, UnreachedError
from onrecord.feeds.entries import Entry
from onrecord.feeds.visits import Visits
from onrecord.ingest import Options, load
from onrecord.ingest.decode import decode
from onrecord.ingest.fetch import PAGES, PLAIN
from onrecord.ingest.page import declared_charset
from onrecord.ingest.rows import id_in
from onrecord.ingest.source import as_report
from onrecord.model import Basis, Document, Reading
from onrecord.record import Record
from onrecord.record.feeds import FeedItem, ItemState

ACCEPT = "text/html,application/xhtml+xml,text/plain;q=0.9"
BUSY = (429, 500, 502, 503, 504)
"""Answers that say nothing of the report, only that it can't be had now."""

Read = Callable[[Document], Reading]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bringer:
    """`read` gives a report's reading. What goes wrong with one item costs that item."""

    record: Record
    read: Read
    visits: Visits
    options: Options

    def page(self, entry: Entry, feed: str, publisher: str | None) -> FeedItem:
        """The report at an entry's address; date and publisher are the feed's where the page does not tell."""
        item = FeedItem(
            address=entry.address, feed=feed, state=ItemState.READ, title=entry.title, published=entry.published
        )
        return self._kept(item, lambda: _completed(self._fetched(entry.address), entry, publisher))

    def file(self, folder: Path, path: Path, mark: str) -> FeedItem:
        """The report in a file."""
        item = FeedItem(address=str(path), feed=str(folder), mark=mark, state=ItemState.READ)
        return self._kept(item, lambda: load(str(_inside(folder, path)), self.options, id=id_in(folder, path)))

    def _kept(self, item: FeedItem, report: Callable[[], Document]) -> FeedItem:
        """What became of the item. One that was not reached is not kept, so the next round asks for it again."""
        try:
            document = report()
            self.record.add(document, self.read(document))
            kept = replace(item, title=item.title or document.title)
        except LanguageError as error:
            kept = replace(item, state=ItemState.UNREAD, language=error.language, text=error.text)
        except UnreachedError as error:
            return replace(item, state=ItemState.FAILED, reason=error.reason)
        except InputError as error:
            kept = replace(item, state=ItemState.FAILED, reason=error.reason)
        self.record.feeds.keep(kept)
        return kept

    def _fetched(self, address: str) -> Document:
        answer = self.visits.ask(address, accept=ACCEPT)
        if answer.status in BUSY:
            raise UnreachedError(address, f"answered {answer.status} {answer.reason}".rstrip())
        if answer.status != 200:
            raise InputError(address, f"answered {answer.status} {answer.reason}".rstrip())
        if answer.kind not in PAGES | PLAIN:
            raise InputError(address, f"is {answer.kind}; onrecord reads HTML and plain text")
        text = decode(answer.body, address, declared=answer.charset or declared_charset(answer.body))
        return as_report(address, text, self.options, html=answer.kind in PAGES or None, url=answer.url)


def _inside(folder: Path, path: Path) -> Path:
    """The path, unless it leads out of the folder: whoever may put a file there may not read others by it."""
    if not path.resolve().is_relative_to(folder.resolve()):
        raise InputError(str(path), "is a link that leads out of the folder; put the report itself there")
    return path


def _completed(document: Document, entry: Entry, publisher: str | None) -> Document:
    dated = {} if document.date or not entry.published else {"date": entry.published, "date_basis": Basis.METADATA}
    return replace(
        document,
        title=document.title or entry.title,
        publisher=document.publisher or publisher,
        **dated,  # type: ignore[arg-type]
    )
