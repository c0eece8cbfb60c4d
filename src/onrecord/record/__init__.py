"""What is kept: readings as the truth, tables made from them, and the questions that can be asked of them.

Importing it raises RecordError where the extra `record` is not installed.
"""

from onrecord.errors import RecordError

try:
    from onrecord.record.record import Record
except ModuleNotFoundError as error:
    if (error.name or "").partition(".")[0] not in ("alembic", "sqlalchemy"):
        raise
    raise RecordError("a record needs some more packages: pip install 'onrecord[record]'") from error

__all__ = ["Record"]
