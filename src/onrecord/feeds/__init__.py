"""Reports that come by themselves: feeds of the web and watched folders, into a record."""

from onrecord.feeds.pull import Pulled, pull_all
from onrecord.feeds.visits import Visits

__all__ = ["Pulled", "Visits", "pull_all"]
