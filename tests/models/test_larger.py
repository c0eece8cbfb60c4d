"""The model of events reads sentences by themselves; weights in which its encoder has embeddings of its own."""

import shutil
from pathlib import Path

import pytest

from onrecord.cli import run
from onrecord.model import Extent
from onrecord.models.encoder import EMBEDDINGS, VOCABULARY, WEIGHTS
from onrecord.models.events import Answer, Question
from onrecord.models.load import ALONE, Models, load_models

WARNING = "Fiji warned Samoa that it would close the port."
AMONG = f"The rain had stopped. {WARNING} Tonga bought rice from Peru."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packaged weights, with embeddings for the model of events too."""
    folder = Path(shutil.copytree(WEIGHTS, tmp_path_factory.mktemp("weights"), dirs_exist_ok=True))
    for name in (EMBEDDINGS, VOCABULARY):
        shutil.copy(WEIGHTS / name, folder / ALONE / name)
    return folder


def asked(models: Models, text: str) -> Answer | None:
    """What Fiji does to Samoa."""
    sentence = Extent(text.index("Fiji"), text.index("port.") + 5)
    fiji, samoa, warned = (Extent(text.index(w), text.index(w) + len(w)) for w in ("Fiji", "Samoa", "warned"))
    [[answer]] = models.look(text, {0}).answer(
        [Question(sentence=sentence, pairs=((fiji, samoa),), triggers=(warned,))]
    )
    return answer


def test_a_sentence_is_read_by_itself_whatever_stands_around_it(folder: Path) -> None:
    models = load_models(folder)
    assert asked(models, WARNING) == asked(models, AMONG)


def test_other_weights_have_another_name(folder: Path) -> None:
    larger = load_models(folder)
    assert larger.name.startswith("larger-")
    assert larger.name.split("-")[1] != load_models().name.split("-")[1]


def test_a_sentence_longer_than_a_window_is_read_in_several(folder: Path) -> None:
    text = (
        "Fiji, "
        + "as it has said again and again since the spring, " * 40
        + "warned Samoa that it would close the port."
    )
    encoder = load_models(folder).alone
    assert encoder is not None
    seen = encoder.look(text, [Extent(0, len(text))])
    assert len(seen) > 1
    assert [word for view in seen for word in view.words][-1].end == len(text)


def test_no_reader_is_chosen_by_a_name_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "report.txt").write_text(WARNING, encoding="utf-8")
    assert run(["read", str(tmp_path / "report.txt"), "--reader", "rule"]) != 0
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert "'rule' is no reader: choose rules, models, or a folder" in said
