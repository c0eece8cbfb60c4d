"""Average linkage: what belongs together, and that no order matters."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.link.clusters import cluster

ITEMS = "abcdef"
PAIRS = [(one, other) for i, one in enumerate(ITEMS) for other in ITEMS[i + 1 :]]


def test_a_chain_of_likeness_does_not_join_its_ends() -> None:
    scores = {("a", "b"): 0.9, ("b", "c"): 0.5, ("a", "c"): 0.0}
    assert cluster("abc", scores, 0.4) == [("a", "b"), ("c",)]


def test_a_mean_over_all_pairs_decides() -> None:
    scores = {("a", "b"): 0.9, ("b", "c"): 0.5, ("a", "c"): 0.4}
    assert cluster("abc", scores, 0.4) == [("a", "b", "c")]


def test_what_nothing_connects_stays_alone() -> None:
    assert cluster("ab", {}, 0.4) == [("a",), ("b",)]


@given(st.dictionaries(st.sampled_from(PAIRS), st.sampled_from([0.1, 0.3, 0.5, 0.7, 0.9])), st.randoms())
def test_the_order_of_pairs_changes_nothing(scores: dict[tuple[str, str], float], random) -> None:
    items, pairs = list(ITEMS), list(scores.items())
    random.shuffle(items)
    random.shuffle(pairs)
    found = cluster(items, dict(pairs), 0.35)
    assert found == cluster(ITEMS, scores, 0.35)
    assert sorted(item for members in found for item in members) == sorted(ITEMS)
