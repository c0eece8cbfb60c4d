"""CAMEO's actor codes as PLOVER's country and sectors."""

from onrecord.lexicon.countries import load_countries
from onrecord.lexicon.register.entries import SECTORS, STATELESS

LENGTH = 3
OLD_COUNTRIES = {"KSV": "KOS", "ROM": "ROU", "ZAR": "COD", "TMP": "TLS", "BUR": "MMR", "SIN": "SGP"}
"""Country codes of CAMEO that are no longer ISO's."""
BODIES = {
    "UNO": "UNO",
    "EUR": "EUR",
    "EEC": "EUR",
    "IGO": "IGO",
    "NGO": "NGO",
    "MNC": "MNC",
    "IMG": "IMG",
    "NGM": "NGO",
}
"""Codes of what belongs to no state; a later one goes before "IGO" (IGOUNO is UNO)."""
ROLES = {
    "MED": "JRN",
    "HLH": "MED",
    "HRI": "SOC",
    "ENV": "SOC",
    "DEV": "SOC",
    "NGO": "SOC",
    "SEP": "REB",
    "INS": "REB",
    "RAD": "UAF",
    "SET": "CVL",
    "PRO": "PTY",
    "MOS": "REL",
    "CHR": "REL",
    "JEW": "REL",
    "CTH": "REL",
    "HIN": "REL",
    "BUD": "REL",
}
"""Roles that PLOVER calls otherwise. CAMEO's MED is the press, which PLOVER calls JRN."""


def as_plover(code: str) -> tuple[str | None, tuple[str, ...]]:
    """Country (or PLOVER's code) and sectors of a code. Raises ValueError where its beginning is none.

    Parts that PLOVER has no sector for (ethnic groups, single organisations) are left out.
    """
    parts = [code[i : i + LENGTH] for i in range(0, len(code), LENGTH)]
    country: str | None = None
    while parts and (found := country_of(parts[0])) is not None and country in (None, "IGO"):
        country = found
        parts.pop(0)
    sectors = tuple(dict.fromkeys(s for p in parts if (s := ROLES.get(p, p)) in SECTORS))
    if country is None and not sectors:
        raise ValueError(f"the code {code!r} begins with neither a country nor a role")
    return country, sectors


def country_of(part: str) -> str | None:
    """The country, or the body of no state, that a part of a code names."""
    if part in BODIES:
        return BODIES[part]
    found = load_countries().by_code(OLD_COUNTRIES.get(part, part))
    return found.code if found is not None else (part if part in STATELESS else None)
