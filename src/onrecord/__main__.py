"""`python -m onrecord` is the command `onrecord`."""

from onrecord.cli import run

raise SystemExit(run())
