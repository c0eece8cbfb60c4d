"""The fields of an office or a tie of kin that a person may set."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from onrecord.errors import RecordError
from onrecord.model import Kin, Office
from onrecord.record.dates import days_of
from onrecord.record.parties import as_party
from onrecord.record.scene import Scene

Set = Callable[[Scene, Office, str], tuple[Scene, Office]]


def _party(field: str) -> Set:
    def put(scene: Scene, office: Office, value: str) -> tuple[Scene, Office]:
        if not value:
            return scene, replace(office, **{field: None})  # type: ignore[arg-type]
        scene, entity = scene.party(value)
        return scene, replace(office, **{field: entity.id})  # type: ignore[arg-type]

    return put


def _day(field: str) -> Set:
    def put(scene: Scene, office: Office, value: str) -> tuple[Scene, Office]:
        if value:
            days_of(value)
        return scene, replace(office, **{field: value or None})  # type: ignore[arg-type]

    return put


def _holder(scene: Scene, office: Office, value: str) -> tuple[Scene, Office]:
    scene, entity = scene.party(value)
    return scene, replace(office, holder=entity.id)


def _country(scene: Scene, office: Office, value: str) -> tuple[Scene, Office]:
    code = as_party(value).country if value else None
    if value and code is None:
        raise RecordError(f"{value}: no country; give its name or its code of three letters")
    return scene, replace(office, country=code)


def _person(scene: Scene, kin: Kin, value: str) -> tuple[Scene, Kin]:
    scene, entity = scene.party(value)
    return scene, replace(kin, person=entity.id)


def _of(scene: Scene, kin: Kin, value: str) -> tuple[Scene, Kin]:
    scene, entity = scene.party(value)
    return scene, replace(kin, of=entity.id)


OFFICE_FIELDS: Mapping[str, Set] = {
    "holder": _holder,
    "title": lambda scene, office, value: (scene, replace(office, title=value or office.title)),
    "body": _party("body"),
    "country": _country,
    "from": _day("since"),
    "until": _day("until"),
    "appointed_by": _party("appointed_by"),
}
"""An empty value is none, but for the holder and the title, which an office must have."""

KIN_FIELDS: Mapping[str, Callable[[Scene, Kin, str], tuple[Scene, Kin]]] = {
    "person": _person,
    "relation": lambda scene, kin, value: (scene, replace(kin, relation=value or kin.relation)),
    "of": _of,
}
