"""Reports: a row each, without their text."""

from onrecord.export.tables.table import DOCUMENT, Table, column, day, whole

REPORTS = Table(
    name="reports",
    about="a report, without its text",
    items=lambda report: (report.reading,),
    columns=(
        DOCUMENT,
        column("title", "its headline", lambda r, _: r.title()),
        column("url", "its address", lambda _, reading: reading.document.url),
        column("publisher", "who brings it", lambda _, reading: reading.document.publisher),
        column("language", "ISO 639-1", lambda _, reading: reading.document.language),
        day("published", "its date", lambda _, reading: reading.document.published.value),
        column(
            "published_basis",
            "what the date rests on: given, metadata, dateline, inferred, unknown",
            lambda _, reading: reading.document.published.basis.value,
        ),
        column("sha256", "digest of the text that was read", lambda _, reading: reading.document.sha256),
        whole("events", "how many events were read", lambda _, reading: len(reading.events)),
        whole("attributions", "how many attributions were read", lambda _, reading: len(reading.attributions)),
        column("version", "edition of onrecord that read it", lambda _, reading: reading.coder.version),
        column("lexicon", "edition of the lexicon", lambda _, reading: reading.coder.lexicon),
        column("model", "parser and models", lambda _, reading: reading.coder.model),
    ),
)
