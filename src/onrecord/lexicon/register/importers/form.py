"""What a list of actors may be written as."""

from enum import StrEnum


class Form(StrEnum):
    WIKIDATA = "wikidata"
    CSV = "csv"
    PETRARCH = "petrarch"
