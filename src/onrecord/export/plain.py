"""Text made plain to show: what could steer a terminal, or hide or reorder words, is taken out of hostile text."""

import re

ESCAPES = re.compile(r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[@-Z\\-~]")
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]")
BLANKS = re.compile(r"[\s\u2028\u2029]+")


def visible(text: str) -> str:
    """The text without terminal escapes, control characters, direction overrides and lone surrogates; lines stay."""
    return CONTROLS.sub("", ESCAPES.sub("", text))


def one_line(text: str) -> str:
    """As `visible`, on one line, every run of white space a single space."""
    return BLANKS.sub(" ", visible(text)).strip()


def many(number: int, one: str) -> str:
    """ "1 report", "2 reports"."""
    return f"{number} {one}{'' if number == 1 else 's'}"
