"""What the reader knows of words, loaded once: cues, event words, modality, tolls, and PLOVER itself."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, TypeVar

from onrecord.lexicon.entries import (
    ActType,
    Channel,
    ContextWord,
    Cue,
    DomainWord,
    EventType,
    EventWord,
    Measured,
    ModalWord,
    ModeWord,
    Toll,
    Wrong,
)
from onrecord.lexicon.load import load_entries, load_folder, packaged, yaml_files
from onrecord.lexicon.register.load import shipped_files
from onrecord.model import Act


class HasLemmas(Protocol):
    """An entry that fires on lemmas."""

    @property
    def lemma(self) -> tuple[str, ...]: ...


E = TypeVar("E", bound=HasLemmas)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The lexicons of saying and doing. The maps lead from a lower-case lemma to the entries that it fires.

    They stand in the order of the files; of cues, those that require more come first, so that a general entry takes
    what a special one leaves.
    """

    digest: str
    types: Mapping[str, EventType]
    acts: Mapping[Act, ActType]
    cues: Mapping[str, tuple[Cue, ...]]
    events: Mapping[str, tuple[EventWord, ...]]
    modes: Mapping[str, tuple[ModeWord, ...]]
    contexts: Mapping[str, tuple[ContextWord, ...]]
    domains: Mapping[str, tuple[DomainWord, ...]]
    wrongs: Mapping[str, tuple[Wrong, ...]]
    modals: Mapping[str, tuple[ModalWord, ...]]
    tolls: Mapping[str, tuple[Toll, ...]]
    channels: tuple[Channel, ...]
    confidence: Mapping[str, float]


@cache
def load_lexicon(folder: Path | None = None) -> Lexicon:
    """The lexicon of `folder`, or the one that ships. Raises LexiconError with one line for each problem."""
    root = folder or packaged()
    return Lexicon(
        digest=digest_folder(folder),
        types=load_types(folder),
        acts=MappingProxyType({a.id: a for a in load_entries(root / "acts.yaml", ActType)}),
        cues=by_lemma(sorted(load_folder(root / "cues", Cue), key=lambda cue: -len(cue.requires))),
        events=by_lemma(load_folder(root / "events", EventWord)),
        modes=by_lemma(load_entries(root / "modes.yaml", ModeWord)),
        contexts=by_lemma(load_entries(root / "contexts.yaml", ContextWord)),
        domains=by_lemma(load_entries(root / "domains.yaml", DomainWord)),
        wrongs=by_lemma(load_entries(root / "wrongs.yaml", Wrong)),
        modals=by_lemma(load_entries(root / "modality.yaml", ModalWord)),
        tolls=by_lemma(load_entries(root / "tolls.yaml", Toll)),
        channels=load_entries(root / "channels.yaml", Channel),
        confidence=MappingProxyType({m.id: m.right for m in load_entries(root / "confidence.yaml", Measured)}),
    )


@cache
def load_types(folder: Path | None = None) -> Mapping[str, EventType]:
    """PLOVER's types by name, of `folder` or as they ship. Raises LexiconError with one line for each problem."""
    return MappingProxyType({t.id: t for t in load_entries((folder or packaged()) / "plover.yaml", EventType)})


def by_lemma(entries: Iterable[E]) -> Mapping[str, tuple[E, ...]]:
    """Entries under each of their lemmas, in the order of the file."""
    found: defaultdict[str, list[E]] = defaultdict(list)
    for entry in entries:
        for lemma in entry.lemma:
            found[lemma].append(entry)
    return MappingProxyType({lemma: tuple(es) for lemma, es in found.items()})


def digest_folder(folder: Path | None = None) -> str:
    """Twelve hexadecimal digits that change when any lexicon file does."""
    root = folder or packaged()
    total = hashlib.sha256()
    folders = (root, root / "cues", root / "events")
    for file in chain(*map(yaml_files, folders), shipped_files(root)):
        total.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()[:12]
