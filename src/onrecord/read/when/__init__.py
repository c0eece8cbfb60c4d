"""When: time expressions as TIMEX3 and the date of the report. `times.py` holds the way through."""
