"""The record as tables: each column with its kind, its meaning and how it is got, in one place."""

from onrecord.export.tables.actors import ENTITIES, KIN, OFFICES
from onrecord.export.tables.events import EVENTS
from onrecord.export.tables.figures import FIGURES
from onrecord.export.tables.reports import REPORTS
from onrecord.export.tables.sayings import ATTRIBUTIONS
from onrecord.export.tables.table import Column, ColumnKind, Table

TABLES: tuple[Table, ...] = (REPORTS, EVENTS, FIGURES, ATTRIBUTIONS, ENTITIES, OFFICES, KIN)

__all__ = ["EVENTS", "TABLES", "Column", "ColumnKind", "Table"]
