"""One deed told twice in one breath, by a verb and by what it governs: "*expressed sympathy*", "*said* he *sought*"."""

from collections import defaultdict
from collections.abc import Sequence

from onrecord.read.what.events import Told


def without_repeats(told: Sequence[Told]) -> tuple[Told, ...]:
    """The tellings without those that another says too, of the same doers and of more on the other side; of two that
    say the same the higher stays."""
    above, under = defaultdict(list), defaultdict(list)
    for one in told:
        above[one.trigger.i].append(one)
        under[one.trigger.head.i].append(one)
    return tuple(
        one
        for one in told
        if not any(repeats(one, other) for other in (*above[one.trigger.head.i], *under[one.trigger.i]))
    )


def repeats(one: Told, other: Told) -> bool:
    """Whether a telling adds nothing to another that hangs right above or under it."""
    if one.type != other.type or one.modality is not other.modality or one.actor != other.actor or one is other:
        return False
    above, under = other.trigger == one.trigger.head, one.trigger == other.trigger.head
    own, others = set(one.recipient), set(other.recipient)
    return (above and own <= others) or (under and own < others)
