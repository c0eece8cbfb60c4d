"""Mentions held to be of one entity, while a report's mentions are being joined."""

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from itertools import takewhile

from onrecord.model import Form, Kind
from onrecord.read.who.office_claims import Claim
from onrecord.read.who.reference import Reference

MANY = 40
"""How many of an entity's mentions are looked at when it is asked whether one more is of it."""


@dataclass(slots=True, eq=False)
class Cluster:
    """Mentions held to be of one entity so far. Lives only while a report's mentions are being joined."""

    members: list[Reference] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    @property
    def kind(self) -> Kind | None:
        """The kind that its surest mention tells."""
        for form in (Form.NAME, Form.NOMINAL):
            for member in self.members:
                if member.form == form and member.kind is not None:
                    return member.kind
        return next((m.kind for m in self.members if m.kind is not None), None)

    @property
    def gender(self) -> str | None:
        return next((m.gender for m in self.members if m.gender in ("m", "f")), None)

    @property
    def country(self) -> str | None:
        return next((m.country for m in self.members if m.country is not None), None)

    @property
    def sector(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(s for m in self.members for s in m.sector))

    @property
    def names(self) -> list[Reference]:
        return [m for m in self.members if m.form == Form.NAME]

    def several(self, last: Reference) -> bool:
        """Whether it is more than one: what its last mention says, or, of a relative pronoun, what that stands for."""
        if last.gender != "r":
            return last.plural
        return next((m.plural for m in self.members if m.form != Form.PRONOUN), False)

    def before(self, at: int) -> Reference | None:
        """Its last mention before a place in the text."""
        i = self._place(at)
        return self.members[i - 1] if i else None

    def spoken_with(self, last: Reference, first: int) -> list[Reference]:
        """A mention and those before it in its sentence, which begins at token `first`, the last first."""
        if len(self.members) == 1:
            return [last]
        i = self._place(last.start)
        earlier = takewhile(lambda m: m.head.i >= first, reversed(self.members[max(0, i - MANY) : i]))
        return [last, *earlier]

    def around(self, at: int) -> list[Reference]:
        """Its first mentions and those next to a place in the text: enough to know it by, however often it is named."""
        if len(self.members) <= MANY:
            return self.members
        i = self._place(at)
        return self.members[:10] + self.members[max(10, i - MANY) : i + 5]

    def _place(self, at: int) -> int:
        """How many mentions begin before a place in the text: mostly all, since a text is gone through in its order."""
        if self.members and self.members[-1].extent.start < at:
            return len(self.members)
        return bisect_left(self.members, at, key=lambda m: m.start)

    def add(self, mention: Reference) -> None:
        """Puts a mention in its place."""
        insort(self.members, mention, key=lambda m: m.start)
