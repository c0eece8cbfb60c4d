"""The packaged models: they load, decide alike alone and together, and refuse what they are not."""

from pathlib import Path
from shutil import copytree

import pytest

from onrecord.errors import ModelError
from onrecord.model import Extent
from onrecord.models.attribution import Proposal
from onrecord.models.encoder import EMBEDDINGS, WEIGHTS
from onrecord.models.events import TYPES, Answer, Question
from onrecord.models.load import SIEVE, Models, load_models

SAID = 'Lesotho\'s foreign minister said on Monday that the dam would not be sold. "We will wait," she added.'
ATTACK = "Malawian troops attacked Zambian soldiers near the lake."


@pytest.fixture(scope="module")
def models() -> Models:
    return load_models()


def extent(text: str, words: str) -> Extent:
    at = text.index(words)
    return Extent(at, at + len(words))


def question(text: str, actor: str, recipient: str, *triggers: str) -> Question:
    return Question(
        sentence=Extent(0, len(text)),
        pairs=((extent(text, actor), extent(text, recipient)),),
        triggers=tuple(extent(text, t) for t in triggers),
    )


def answers(models: Models, text: str, *asked: Question) -> list[list[Answer | None]]:
    return models.look(text, {0}).answer(asked)


def words(proposal: Proposal, text: str) -> tuple[str, str, str]:
    source, cue, content = (
        " ".join(e.of(text) for e in part) for part in (proposal.source, proposal.cue, proposal.content)
    )
    return source, cue, content


def test_a_saying_is_proposed_with_its_source_and_content(models: Models) -> None:
    source, cue, content = words(models.look(SAID, {0}).propose()[0], SAID)
    assert "minister" in source
    assert "said" in cue
    assert "would not be sold" in content


def test_a_pair_is_typed_off_the_word_that_tells_it(models: Models) -> None:
    [[answer]] = answers(models, ATTACK, question(ATTACK, "Malawian troops", "Zambian soldiers", "attacked", "lake"))
    assert answer is not None
    assert (answer.type, answer.triggers[0]) == ("ASSAULT", 0)
    assert answer.confidence > 0.5 > answer.none


def test_a_pair_of_a_ball_game_is_no_event(models: Models) -> None:
    game = "Zambia beat Malawi 2-0 in the semi-final in Lusaka."
    [[answer]] = answers(models, game, question(game, "Zambia", "Malawi", "beat"))
    assert answer is not None
    assert answer.none > 0.5


def test_the_same_text_twice_gives_the_same(models: Models) -> None:
    assert models.look(SAID, {0}).propose() == models.look(SAID, {0}).propose()


def test_a_sentence_alone_and_among_others_is_read_alike(models: Models) -> None:
    asked = question(ATTACK, "Malawian troops", "Zambian soldiers", "attacked")
    [[alone]] = answers(models, ATTACK, asked)
    [[among]] = answers(models, f"{ATTACK} {'Nobody saw a boat. ' * 90}", asked)
    assert alone is not None
    assert among is not None
    assert (alone.type, alone.triggers) == (among.type, among.triggers)


@pytest.mark.parametrize("text", ["", " \n\n ", "x" * 5000, "🙂" * 700, "не по-английски " * 300, "\ud800 said \x00"])
def test_text_of_any_kind_goes_through(models: Models, text: str) -> None:
    for proposal in models.look(text, {0}).propose():
        assert all(e.end <= len(text) for part in (proposal.source, proposal.cue, proposal.content) for e in part)


def test_parties_far_apart_in_a_long_sentence_have_no_answer_and_near_ones_have(models: Models) -> None:
    text = f"Malawi {'and so on ' * 100}thanked Zambia."
    asked = Question(
        sentence=Extent(0, len(text)),
        pairs=((extent(text, "Malawi"), extent(text, "Zambia")), (extent(text, "thanked"), extent(text, "Zambia"))),
        triggers=(extent(text, "thanked"),),
    )
    [[far, near]] = answers(models, text, asked)
    assert far is None
    assert near is not None
    assert near.type in TYPES


def test_nothing_asked_nothing_answered(models: Models) -> None:
    assert answers(models, ATTACK) == []
    assert answers(models, ATTACK, Question(sentence=Extent(0, len(ATTACK)), pairs=(), triggers=())) == [[]]


@pytest.mark.parametrize("name", sorted(str(p.relative_to(WEIGHTS)) for p in WEIGHTS.rglob("*.*")))
def test_a_missing_file_is_named_in_one_line(tmp_path: Path, name: str) -> None:
    copytree(WEIGHTS, tmp_path / "weights")
    (tmp_path / "weights" / name).unlink()
    with pytest.raises(ModelError, match=rf"^[^:]*{name}: no such model file; [^:]*rules only$"):
        load_models(tmp_path / "weights")


@pytest.mark.parametrize(
    "name",
    ["encoder.onnx", "roles.onnx", "decisions.json", "events/encoder.onnx", "events/pairs.onnx", EMBEDDINGS, SIEVE],
)
def test_a_broken_file_is_named_in_one_line(tmp_path: Path, name: str) -> None:
    copytree(WEIGHTS, tmp_path / "weights")
    (tmp_path / "weights" / name).write_bytes(b"broken")
    with pytest.raises(ModelError, match=name):
        load_models(tmp_path / "weights")


def test_decisions_of_another_version_are_refused(tmp_path: Path) -> None:
    copytree(WEIGHTS, tmp_path / "weights")
    path = tmp_path / "weights" / "decisions.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"version": 5', '"version": 4'), encoding="utf-8")
    with pytest.raises(ModelError, match=r"of version 4, this onrecord reads 5"):
        load_models(tmp_path / "weights")


def test_the_weights_are_small() -> None:
    assert sum(p.stat().st_size for p in WEIGHTS.rglob("*.*")) < 40_000_000
