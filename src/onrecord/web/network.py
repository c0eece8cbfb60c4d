"""Who has to do with whom, around one actor, as numbers for an SVG. The templates draw it, with a table beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt

from onrecord.export.plain import one_line
from onrecord.model import Kind
from onrecord.record.page_rows import TieCount

ACROSS, UP = 190, 135
"""How far the others stand from the actor in the middle."""
ROOM, LITTLE_ROOM = 24, 13
"""Letters of a name that there is room for, and on a phone."""
FEWEST = 3
"""Others from which on a network shows more than the table beside it."""
ALIKE = 0.67
"""The share of events from which a tie counts as one of cooperation, or of conflict."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One of the others; `side` is where its name goes: start, middle or end of the text at its point. The `label` is
    the name as far as there is room, `brief` as far as there is on a phone."""

    x: float
    y: float
    side: str
    name: str
    label: str
    brief: str
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A tie as an SVG path between two `ends`, by name; `kind` is cooperation, conflict or both."""

    path: str
    width: float
    kind: str
    label: str
    ends: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def draw_network(centre: str, ties: Sequence[TieCount]) -> Network | None:
    """The actor in the middle and the others around; None where there are too few to draw."""
    others = [tie for tie in ties if tie.one == centre]
    if len(others) < FEWEST:
        return None
    nodes = {tie.other: _node(tie, n, len(others)) for n, tie in enumerate(others)}
    spots = {centre: (0.0, 0.0), **{name: (node.x, node.y) for name, node in nodes.items()}}
    most = max(tie.cooperation + tie.conflict for tie in ties)
    known = [tie for tie in ties if tie.one in spots and tie.other in spots]
    return Network(nodes=tuple(nodes.values()), edges=tuple(_edge(tie, spots, most) for tie in known))


def kind_of(tie: TieCount) -> str:
    """What most events between two are, where most are of one kind."""
    share = tie.cooperation / max(tie.cooperation + tie.conflict, 1)
    return "cooperation" if share >= ALIKE else "conflict" if share <= 1 - ALIKE else "both"


def _node(tie: TieCount, n: int, of: int) -> Node:
    angle = 2 * pi * n / of - pi / 2
    x, y = ACROSS * cos(angle), UP * sin(angle)
    side = "middle" if abs(x) < ACROSS / 4 else "start" if x > 0 else "end"
    name = one_line(tie.other)
    label, brief = shortened(name, ROOM), shortened(name, LITTLE_ROOM)
    return Node(x=round(x, 1), y=round(y, 1), side=side, name=tie.other, label=label, brief=brief, kind=tie.kind)


def shortened(name: str, length: int) -> str:
    """The name, or as many of its words as fit; of a first word that does not fit its beginning."""
    if len(name) <= length:
        return name
    return (name[: length + 1].rpartition(" ")[0] or name[:length]) + "…"


def _edge(tie: TieCount, spots: dict[str, tuple[float, float]], most: int) -> Edge:
    (x1, y1), (x2, y2) = spots[tie.one], spots[tie.other]
    x, y = _bend(x1, y1, x2, y2)
    number = tie.cooperation + tie.conflict
    return Edge(
        path=f"M{x1} {y1}Q{x} {y} {x2} {y2}",
        width=round(1.2 + 4 * sqrt(number / most), 1),
        kind=kind_of(tie),
        label=f"{tie.one} and {tie.other}: {tie.cooperation} cooperation, {tie.conflict} conflict",
        ends=(tie.one, tie.other),
    )


def _bend(x1: float, y1: float, x2: float, y2: float) -> tuple[float, float]:
    """Where a tie is drawn to: straight from the middle of the picture, around it between two others."""
    x, y = (x1 + x2) / 2, (y1 + y2) / 2
    if (x1, y1) == (0.0, 0.0):
        return round(x, 1), round(y, 1)
    aside = abs(x) < ACROSS / 5 and abs(y) < UP / 5
    return (round((y2 - y1) * 0.35, 1), round((x1 - x2) * 0.35, 1)) if aside else (round(x * 1.3, 1), round(y * 1.3, 1))
