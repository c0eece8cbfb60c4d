"""An attribution taken out of a reading, and what then becomes of all that pointed at it."""

from dataclasses import replace

from onrecord.model import Attribution, Event, Evidence
from onrecord.record.scene import Scene

SPOKEN_AGAINST = (Evidence.DENIED, Evidence.DISPUTED)


def without(scene: Scene, said: Attribution) -> Scene:
    """Without an attribution: what rested on it rests on the one that it was told in, or on the report's own word, and
    what only it denied is not denied."""
    return _undenied(in_place_of(scene, said, said.within), said)


def in_place_of(scene: Scene, said: Attribution, heir: str | None) -> Scene:
    """Without an attribution: what pointed at it points at its heir, by id, or at nobody's word but the report's."""

    def follow(id: str | None) -> str | None:
        return heir if id == said.id else id

    def point(event: Event) -> Event:
        figures = tuple(replace(f, attribution=follow(f.attribution)) for f in event.figures)
        evidence = Evidence.REPORTED if heir is None and event.attribution == said.id else event.evidence
        return replace(event, attribution=follow(event.attribution), figures=figures, evidence=evidence)

    kept = (a for a in scene.reading.attributions if a.id != said.id)
    others = (replace(a, within=follow(a.within), answers=_followed(a, said.id, heir)) for a in kept)
    return scene.with_items(map(point, scene.reading.events), others)


def _followed(attribution: Attribution, gone: str, heir: str | None) -> tuple[str, ...]:
    answers = (heir if other == gone else other for other in attribution.answers)
    return tuple(dict.fromkeys(a for a in answers if a is not None and a != attribution.id))


def _undenied(scene: Scene, denial: Attribution) -> Scene:
    """What nobody else denies is claimed again."""
    attributions = scene.reading.attributions
    still = {other for a in attributions for other in a.answers}
    free = set(denial.answers) - still
    events = (
        replace(e, evidence=Evidence.CLAIMED) if e.attribution in free and e.evidence in SPOKEN_AGAINST else e
        for e in scene.reading.events
    )
    return scene.with_items(events, attributions)
