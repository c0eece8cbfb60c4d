"""What each role may do, by method and path alone, so that nothing is looked up for those who may not ask."""

from dataclasses import dataclass
from enum import StrEnum

SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
OPEN_TO_ALL = ("/login",)
STATIC = "/static/"
FOR_ADMINS = ("/audit",)
KEEPING_NOTHING = ("/logout", "/paste", "/api/v1/read")
"""What is sent here changes nothing on record."""


class Role(StrEnum):
    """Each may do what the one before it may, and more."""

    READER = "reader"
    REVIEWER = "reviewer"
    ADMIN = "admin"

    def covers(self, needed: "Role") -> bool:
        """Whether this role may do what `needed` may."""
        order = list(Role)
        return order.index(self) >= order.index(needed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who has said who they are."""

    name: str
    role: Role


def may_change(person: Person | None) -> bool:
    """Whether somebody may change the record; where nobody has to say who they are, all may."""
    return person is None or person.role.covers(Role.REVIEWER)


def role_for(method: str, path: str) -> Role | None:
    """The least role that may make this request; None where nobody has to say who they are."""
    if path in OPEN_TO_ALL or path.startswith(STATIC):
        return None
    if any(path == root or path.startswith(f"{root}/") for root in FOR_ADMINS):
        return Role.ADMIN
    return Role.READER if method in SAFE or path in KEEPING_NOTHING else Role.REVIEWER
