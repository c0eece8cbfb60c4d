"""What `onrecord export` can write."""

from enum import StrEnum


class Shape(StrEnum):
    PLOVER = "plover"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    XLSX = "xlsx"
    INCIDENTS = "incidents"
    POLECAT = "polecat"
    ICEWS = "icews"
    ACLED = "acled"
    UCDP = "ucdp"
    FTM = "ftm"
    GRAPHML = "graphml"
    GEOJSON = "geojson"
    ICS = "ics"
    ATOM = "atom"
    ANNOTATIONS = "annotations"
    CITATIONS = "citations"
