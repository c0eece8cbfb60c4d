"""What the record answers with where it is asked who somebody is."""

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.record.judgements import Judgement
from onrecord.record.page_rows import HolderRow
from onrecord.record.rows import EntityRow, KinRow, OfficeRow, Sayings


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoRows:
    """The newest entities that a name may mean or that may be one with these, with all that tells who they are.

    `sought` are those that the name means (document, entity). `company` are the keys of the names in each document,
    `incidents` what it mainly tells of; `holders` others who hold an office of one of them, as their reports tell it.
    `reports` counts all reports that name one sought, of which the newest are here.
    """

    entities: tuple[EntityRow, ...]
    sought: frozenset[tuple[str, str]]
    offices: tuple[OfficeRow, ...]
    holders: tuple[HolderRow, ...]
    kin: tuple[KinRow, ...]
    sayings: Sayings
    company: Mapping[str, tuple[str, ...]]
    incidents: Mapping[str, str]
    judgements: tuple[Judgement, ...]
    reports: int
