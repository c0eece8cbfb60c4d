"""What every text must pass before it becomes a Document, wherever it came from."""

from onrecord.errors import InputError, LanguageError
from onrecord.ingest.language import as_code, find_language, language_name

MAX_CHARACTERS = 1_000_000


def admit(source: str, text: str, *, language: str | None = None) -> str | None:
    """The language of a text that onrecord can read: `en`, or None where it can't be told (a headline).

    `language` is what the text's owner says of it, as a code or an English name, and is believed. Raises InputError
    for a text that is empty, too long, or in another language.
    """
    if not text.strip():
        raise InputError(source, "is empty")
    if len(text) > MAX_CHARACTERS:
        raise InputError(source, f"has {len(text):,} characters; onrecord reads up to {MAX_CHARACTERS:,} a report")
    found = as_code(language) if language else None
    found = found or find_language(text)
    if found not in ("en", None):
        reason = f"is written in {language_name(found)}, not English; onrecord reads English"
        raise LanguageError(source, reason, language=found, text=text)
    return found
