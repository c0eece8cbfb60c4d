"""Bytes to text: UTF-8 first, then what the bytes are declared to be, then what they look like."""

import codecs

from onrecord.errors import InputError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 before UTF-16: its little-endian mark begins with the other's."""

KNOWN_FILES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
)
CANDIDATES = [
    *("cp1252", "mac_roman", "cp850", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
]
"""One encoding for each way of writing that is met in practice: its many near twins only blur the choice."""

HEAD = 8_000
TEXT_CONTROLS = frozenset(b"\t\n\v\f\r\x1b")


def decode(data: bytes, source: str, *, declared: str | None = None) -> str:
    """The text of `data` with its line ends as they are and without a byte order mark.

    Raises InputError for what is empty, binary, or in no encoding that can be told.
    """
    if not data.strip():
        raise InputError(source, "is empty")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strictly(data.removeprefix(mark), encoding) or _refuse(source)
    kind = binary_kind(data)
    if kind is not None:
        raise InputError(source, f"is {kind}, not text")
    encodings = ("utf-8", *([declared] if declared else ()))
    for encoding in encodings:
        text = _strictly(data, encoding)
        if text is not None:
            return text
    return _detected(data) or _refuse(source)


def binary_kind(data: bytes) -> str | None:
    """What kind of binary file this is, or None if it may be text."""
    for magic, kind in KNOWN_FILES:
        if data.startswith(magic):
            return kind
    head = data[:HEAD]
    controls = sum(byte < 32 and byte not in TEXT_CONTROLS for byte in head)
    return "binary" if 0 in head or controls * 20 > len(head) else None


def _strictly(data: bytes, encoding: str) -> str | None:
    """The text if every byte is lawful in `encoding`, a name that may come from a page and may be anything."""
    try:
        return codecs.lookup(encoding).name and data.decode(encoding)
    except (LookupError, ValueError):
        return None


def _detected(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # here, since UTF-8 does without

    best = from_bytes(data, cp_isolation=CANDIDATES).best()
    return None if best is None else str(best)


def _refuse(source: str) -> str:
    raise InputError(source, "is in an encoding that could not be told; save it as UTF-8")
