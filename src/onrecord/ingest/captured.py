"""A page as a web archive captured it, closed: finding the report in it is work for a reading process."""

from dataclasses import dataclass

from onrecord.errors import InputError
from onrecord.ingest.decode import decode
from onrecord.ingest.options import Options
from onrecord.ingest.page import declared_charset
from onrecord.ingest.source import as_report
from onrecord.model import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """The bytes of an HTML response. `id` is the archive's record, `charset` what the response's header says."""

    where: str
    id: str
    url: str | None
    charset: str | None
    body: bytes
    options: Options

    def opened(self) -> Document | InputError:
        """The report in the page, or why there is none."""
        try:
            text = decode(self.body, self.where, declared=self.charset or declared_charset(self.body))
            return as_report(self.where, text, self.options, html=True, url=self.url, id=self.id)
        except InputError as error:
            return error
