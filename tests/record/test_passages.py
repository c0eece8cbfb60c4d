"""A text is cut into passages of which none is lost and none stands twice."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Extent
from onrecord.record.passages import find_passages


def cut(text: str, *sentences: Extent) -> list[str]:
    return [passage.of(text) for passage in find_passages(text, sentences)]


def test_sentences_and_lines_are_cut() -> None:
    assert cut('Talks end\n\nThey met. "We agreed." It rained?!\tYes') == [
        "Talks end",
        "They met.",
        '"We agreed."',
        "It rained?!",
        "Yes",
    ]


def test_a_stop_inside_a_number_cuts_nothing() -> None:
    assert cut("It cost 3.5 million.") == ["It cost 3.5 million."]


def test_a_known_sentence_is_kept_whole() -> None:
    text = "He left. Gen. Otis Ndlovu stayed. She wrote."
    assert cut(text, Extent(9, 33)) == ["He left.", "Gen. Otis Ndlovu stayed.", "She wrote."]


def test_overlapping_known_sentences_give_the_first() -> None:
    assert cut("One two three.", Extent(0, 7), Extent(4, 14)) == ["One two", "three."]


def test_a_megabyte_of_one_word_is_one_passage() -> None:
    assert len(cut("a" * 1_000_000)) == 1


@given(st.text(alphabet='aB .!?\n"”\t', max_size=60))
def test_every_visible_character_is_in_just_one_passage(text: str) -> None:
    passages = find_passages(text, ())
    covered = [at for passage in passages for at in range(passage.start, passage.end)]
    assert covered == sorted(set(covered))
    assert {at for at, c in enumerate(text) if not c.isspace()} <= set(covered)
