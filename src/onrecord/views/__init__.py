"""What the record's rows mean to a person: a timeline, a ledger of claims, a dossier. Pure functions, no verdicts."""

from onrecord.views.accounts import (
    Account,
    Contradiction,
    Difference,
    as_accounts,
    as_contradictions,
    as_differences,
)
from onrecord.views.counts import Count
from onrecord.views.dossier import Dossier, as_dossiers
from onrecord.views.incidents import Incident, as_incident, as_incidents
from onrecord.views.ledger import Claim, State, as_ledger
from onrecord.views.revisions import Revision, as_revisions
from onrecord.views.timeline import Entry, as_timeline
from onrecord.views.voices import Voice

__all__ = [
    "Account",
    "Claim",
    "Contradiction",
    "Count",
    "Difference",
    "Dossier",
    "Entry",
    "Incident",
    "Revision",
    "State",
    "Voice",
    "as_accounts",
    "as_contradictions",
    "as_differences",
    "as_dossiers",
    "as_incident",
    "as_incidents",
    "as_ledger",
    "as_revisions",
    "as_timeline",
]
