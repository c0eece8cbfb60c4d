"""A Reading beside its text: ids become what they stand for, extents become words."""

from collections.abc import Iterable

from onrecord.export.plain import one_line
from onrecord.model import Act, Attribution, Document, Entity, Extent, Form, Office, Place, Reading

GAP = " … "
"""Stands between words that the report keeps apart."""

HEADLINE, ENDS = 160, (".", "!", "?", ".”", '."', ":")
"""A first line that is longer, or ends so, is no headline."""


class Lookup:
    """What the exporters ask of a Reading. Ids that lead nowhere give nothing; chains that bite their tail end."""

    def __init__(self, document: Document, reading: Reading) -> None:
        self.document = document
        self.reading = reading
        self._entities = {e.id: e for e in reading.entities}
        self._places = {p.id: p for p in reading.places}
        self._attributions = {a.id: a for a in reading.attributions}
        self._inside = self._nest()
        self._denials: dict[str, list[Attribution]] = {}
        for denial in (a for a in reading.attributions if a.act is Act.DENIAL):
            for answered in denial.answers:
                self._denials.setdefault(answered, []).append(denial)
        self._offices: dict[str, list[Office]] = {}
        for office in reading.offices:
            self._offices.setdefault(office.holder, []).append(office)

    def title(self) -> str:
        """The report's title; where none is known its first line if that looks like one, its address, or its id."""
        read = self.reading.document
        first = one_line(next((line for line in self.document.text.split("\n") if line.strip()), ""))
        headline = first if len(first) <= HEADLINE and not first.endswith(ENDS) else ""
        return one_line(read.title or headline or read.url or read.id)

    def words(self, spans: Iterable[Extent]) -> str:
        """The words that stand there, on one line."""
        return GAP.join(filter(None, (one_line(span.of(self.document.text)) for span in spans)))

    def entity(self, id: str | None) -> Entity | None:
        return self._entities.get(id or "")

    def entities(self, ids: Iterable[str]) -> tuple[Entity, ...]:
        return tuple(e for e in map(self.entity, ids) if e)

    def place(self, id: str | None) -> Place | None:
        return self._places.get(id or "")

    def attribution(self, id: str | None) -> Attribution | None:
        return self._attributions.get(id or "")

    def names(self, ids: Iterable[str]) -> str:
        """Names in one phrase: "A", "A and B", "A, B and C"; nothing for nobody."""
        names = [one_line(e.name) for e in self.entities(ids)]
        return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))

    def speaker(self, attribution: Attribution) -> str:
        """Who says it, by name where the source was resolved, else in the report's words, else "somebody"."""
        entity = self.entity(attribution.source.entity)
        return (one_line(entity.name) if entity else self.words(attribution.source.spans)) or "somebody"

    def chain(self, attribution: Attribution | None) -> tuple[Attribution, ...]:
        """The attribution and all that it is told within, the outermost last."""
        links: list[Attribution] = []
        while attribution and attribution not in links:
            links.append(attribution)
            attribution = self.attribution(attribution.within)
        return tuple(links)

    def told_within(self, outer: Attribution | None) -> tuple[Attribution, ...]:
        """The attributions directly inside `outer`; with None, those that are inside no other."""
        return tuple(self._inside.get(outer, ()))

    def denials(self, attribution: Attribution) -> tuple[Attribution, ...]:
        """The attributions that deny this one."""
        return tuple(self._denials.get(attribution.id, ()))

    def offices(self, holder: Entity) -> tuple[Office, ...]:
        return tuple(self._offices.get(holder.id, ()))

    def taking_part(self) -> frozenset[str]:
        """Ids of those who are called by name, hold an office, have kin, say something or are party to an event."""
        reading = self.reading
        return frozenset(
            (
                *(e.id for e in reading.entities if any(m.form is Form.NAME for m in e.mentions)),
                *self._offices,
                *(id for tie in reading.kin for id in (tie.person, tie.of)),
                *(a.source.entity for a in reading.attributions if a.source.entity),
                *(id for event in reading.events for id in (*event.actor, *event.recipient)),
            )
        )

    def _nest(self) -> dict[Attribution | None, list[Attribution]]:
        """The attributions by what they are told within; a ring of them is cut open at its first one."""
        inside: dict[Attribution | None, list[Attribution]] = {}
        cut: set[Attribution] = set()
        for told in self.reading.attributions:
            ring = self.chain(told)
            closes = self.attribution(ring[-1].within) == told
            if closes and not cut.intersection(ring):
                cut.add(told)
            inside.setdefault(None if told in cut else self.attribution(told.within), []).append(told)
        return inside
