"""A reader that is kept is loaded without what no reading needs."""

import gc
import subprocess
import sys

import pytest

from onrecord.read.loading import load_for_good

ALONE = """
import sys
from onrecord.read.loading import reader_class
reader_class()
print(*(name in sys.modules for name in ("spacy", "spacy.cli", "weasel")))
import spacy, spacy.cli
print(spacy.info is not spacy.cli.info, callable(spacy.info), callable(spacy.cli.download))
"""


def test_spacy_comes_without_its_command_line_which_can_be_imported_later() -> None:
    said = subprocess.run([sys.executable, "-c", ALONE], capture_output=True, text=True, check=True).stdout
    assert said.splitlines() == ["True False False", "True True True"]


def test_what_cannot_be_loaded_leaves_the_search_for_garbage_as_it_was() -> None:
    frozen = gc.get_freeze_count()
    with pytest.raises(OSError, match="no_such_pipeline"):
        load_for_good(pipeline="no_such_pipeline")
    assert gc.isenabled()
    assert gc.get_freeze_count() <= frozen
