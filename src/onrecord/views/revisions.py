"""What changed in a report from one version to the next."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from onrecord.record.passages import find_passages
from onrecord.record.versions import VersionRow

TOLD_OF = ("id", "title", "url", "publisher", "published")
"""What a version has besides its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Sentences that stand in place of others; `before` is empty for new ones, `after` for those that went."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """What is said of the report besides its text, and was said before."""

    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A version of a report, when it came into the record, and what is different in it from the one before."""

    number: int
    id: str
    recorded_at: str | None
    withdrawn_at: str | None
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    sha256: str
    fields: tuple[FieldChange, ...] = ()
    changes: tuple[Change, ...] = ()


def as_revisions(versions: Iterable[VersionRow]) -> tuple[Revision, ...]:
    """Each version with its differences from the one before; the first has none."""
    in_order = tuple(versions)
    first = (_revision(version, None) for version in in_order[:1])
    return (*first, *(_revision(after, before) for before, after in pairwise(in_order)))


def find_changes(before: str, after: str) -> tuple[Change, ...]:
    """Sentences that differ, white space aside, in the order of the text."""
    old, new = _sentences(before), _sentences(after)
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    return tuple(Change(before=old[i:j], after=new[k:m]) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal")


def _sentences(text: str) -> tuple[str, ...]:
    return tuple(" ".join(passage.of(text).split()) for passage in find_passages(text, ()))


def _revision(version: VersionRow, before: VersionRow | None) -> Revision:
    return Revision(
        number=version.number,
        id=version.id,
        recorded_at=version.recorded_at or None,
        withdrawn_at=version.withdrawn_at,
        title=version.title,
        url=version.url,
        publisher=version.publisher,
        published=version.published,
        sha256=version.sha256,
        fields=tuple(_fields(before, version)) if before else (),
        changes=find_changes(before.text, version.text) if before else (),
    )


def _fields(before: VersionRow, after: VersionRow) -> Iterator[FieldChange]:
    for name in TOLD_OF:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield FieldChange(name=name, before=old, after=new)
