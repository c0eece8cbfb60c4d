"""What is kept: readings as the truth, tables made from them, and the questions that can be asked of them."""

from onrecord.record.record import Record

__all__ = ["Record"]
