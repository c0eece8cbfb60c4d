"""The mentions of one report while they are being joined into entities."""

from collections import defaultdict
from collections.abc import Iterable

from onrecord.read.who.cluster import Cluster
from onrecord.read.who.kin import Tie
from onrecord.read.who.office_claims import Claim
from onrecord.read.who.reference import Reference
from onrecord.read.who.scene import Scene
from onrecord.read.who.together import Row, find_rows

REACH = 5000
"""How many characters nominals and pronouns look back."""


class Joining:
    """The joining of one report's mentions."""

    def __init__(self, scene: Scene, ties: tuple[Tie, ...], claims: tuple[Claim, ...] = ()) -> None:
        self._scene = scene
        self._kin = {(t.person, t.of) for t in ties}
        self._serving = {c.holder: c.country for c in claims if c.country is not None}
        self._of: dict[Reference, Cluster] = {}
        self._all: dict[int, Cluster] = {}
        self._rows = find_rows(scene)
        self.together: dict[Reference, Row] = {}
        self._by_word: dict[str, list[Reference]] = defaultdict(list)

    def clusters(self) -> Iterable[Cluster]:
        """The clusters, each once."""
        return self._all.values()

    def near(self, mention: Reference) -> list[tuple[Reference, Cluster]]:
        """The clusters spoken of not long before a mention, with their last mention before it."""
        at = mention.start
        found = [(last, c) for c in self.clusters() if (last := c.before(at)) is not None]
        return [(last, c) for last, c in found if last.start > at - REACH]

    def add(self, mention: Reference, cluster: Cluster | None = None) -> None:
        """Puts a mention into a cluster, or into one of its own."""
        cluster = cluster or Cluster()
        cluster.add(mention)
        self._of[mention] = cluster
        self._all[id(cluster)] = cluster

    def join(self, a: Reference, b: Reference) -> None:
        """Makes two mentions one entity's; either may be new."""
        for new, old in ((a, b), (b, a)):
            if new not in self._of and old in self._of:
                self.add(new, self._of[old])
                return
        if a not in self._of:
            self.add(a)
            self.add(b, self._of[a])
            return
        one, other = self._of[a], self._of[b]
        if one is not other:
            for mention in other.members:
                self._of[mention] = one
            one.members = sorted((*one.members, *other.members), key=lambda m: m.start)
            one.claims += other.claims
            del self._all[id(other)]
