"""What one report may cost before it is set aside."""

import resource
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Of a reading process: `seconds` for one report, and `megabytes` (of 2**20 bytes) that the process may hold.

    Measured: a reader by rules holds 220 MB, one with models 500 MB, and a report of 100,000 characters 310 MB more.
    """

    seconds: float = 120.0
    megabytes: int = 2000

    def hold(self) -> None:
        """Holds this process to its memory: more is refused, which Python and NumPy tell as a MemoryError, while other
        libraries may end the process. Where the system doesn't count private memory (macOS) nothing is held."""
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        wanted = self.megabytes * 2**20
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


LIMITS = Limits()
"""Where nothing else is asked for."""
