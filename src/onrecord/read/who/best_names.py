"""By which of its names an entity is called."""

from collections import Counter

from onrecord.lexicon.countries import Countries
from onrecord.lexicon.known import Sort
from onrecord.model import Kind
from onrecord.read.who.reference import Reference

OTHERWISE = frozenset((Sort.PEOPLE, Sort.CAPITAL))
"""By what a state is spoken of besides its name."""


def name_by_country(telling: list[Reference], states: Countries) -> str | None:
    """The name of a state of which only the adjective or the seat stands in the text: Nigeria, of "Nigerian jets" and
    "Abuja said"."""
    known = [m.name.known if m.name is not None else None for m in telling if m.kind == Kind.STATE]
    countries = {k.country for k in known if k is not None and k.sort in OTHERWISE and k.country is not None}
    if len(known) < len(telling) or len(countries) != 1 or any(k is None or k.sort not in OTHERWISE for k in known):
        return None
    state = states.by_code(countries.pop())
    return state.name if state is not None else None


def best_name(telling: list[Reference]) -> str:
    """The fullest name of a person; of others the one used most, but no acronym or capital if there is another."""
    if any(m.kind == Kind.PERSON for m in telling):
        return max(telling, key=lambda m: (len(m.text.split()), -m.start)).text
    used = Counter(m.text for m in telling)
    full = {m.text for m in telling if not m.text.isupper() and not is_seat(m)}
    return max(full or used, key=lambda name: (used[name], len(name), name))


def is_seat(mention: Reference) -> bool:
    """Whether a state is named by its seat of government."""
    known = mention.name.known if mention.name is not None else None
    return mention.kind == Kind.STATE and known is not None and known.sort == Sort.CAPITAL
