"""What is wrong in the lexicon files, a line each: file, entry, and what to do about it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from onrecord.errors import LexiconError
from onrecord.lexicon.currencies import FILE as CURRENCIES
from onrecord.lexicon.currencies import read_currencies
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
from onrecord.lexicon.given_names import FILE as GIVEN
from onrecord.lexicon.given_names import read_given_names
from onrecord.lexicon.load import load_entries, packaged, yaml_files
from onrecord.lexicon.paths import parse_path
from onrecord.lexicon.people import Adjective, BodyWord, KinWord, OfficeWord, Role, Title
from onrecord.lexicon.register.check import check_shipped
from onrecord.lexicon.spellings import FILE as SPELLINGS
from onrecord.lexicon.spellings import read_spellings

SINGLE_FILES: dict[str, type[Any]] = {
    "plover.yaml": EventType,
    "acts.yaml": ActType,
    "modes.yaml": ModeWord,
    "contexts.yaml": ContextWord,
    "domains.yaml": DomainWord,
    "wrongs.yaml": Wrong,
    "modality.yaml": ModalWord,
    "tolls.yaml": Toll,
    "channels.yaml": Channel,
    "confidence.yaml": Measured,
    "roles.yaml": Role,
    "titles.yaml": Title,
    "kin.yaml": KinWord,
    "bodies.yaml": BodyWord,
    "adjectives.yaml": Adjective,
    "offices.yaml": OfficeWord,
}
PHRASED = (Role, Title, KinWord, BodyWord, Adjective, OfficeWord)
"""Entries whose words are phrases as they stand in a text, not lemmas."""
FOLDERS: dict[str, type[Any]] = {"cues": Cue, "events": EventWord}
PATHS = ("source", "content", "also", "addressee", "actor", "recipient", "requires", "unless", "paths")
PARTS_OF_SPEECH = ("verb", "noun", "adjective", "adverb", "mark")


def check_lexicon(folder: Path | None = None) -> tuple[str, ...]:
    """Every problem of the lexicon in `folder` (or of the one that ships), one line each; none when all is well."""
    root = folder or packaged()
    problems: list[str] = []
    entries: list[tuple[str, Any]] = []
    for name, file, type_ in lexicon_files(root):
        try:
            for entry in load_entries(file, type_):
                entries.append((name, entry))
        except LexiconError as error:
            problems += error.problems
    problems += [f"{name}: {entry.id}: {problem}" for name, entry in entries for problem in check_entry(entry)]
    problems += list(repeated_ids(entries))
    problems += list(unknown_types(entries))
    problems += list(rival_types(entries))
    for read, name in ((read_spellings, SPELLINGS), (read_given_names, GIVEN), (read_currencies, CURRENCIES)):
        try:
            read(root / name)
        except LexiconError as error:
            problems += error.problems
    problems += check_shipped(root)
    return tuple(problems)


def lexicon_files(root: Traversable | Path) -> Iterator[tuple[str, Traversable | Path, type[Any]]]:
    """Every lexicon file with the type of its entries; a file that is missing is named when it is loaded."""
    for name, type_ in SINGLE_FILES.items():
        yield name, root / name, type_
    for folder, type_ in FOLDERS.items():
        for file in yaml_files(root / folder):
            yield f"{folder}/{file.name}", file, type_


def check_paths(entry: Any) -> Iterator[str]:
    """Paths must name relations that the parser gives: a misspelt one would match nothing, silently."""
    for key in PATHS:
        paths = getattr(entry, key, ())
        for path in paths if isinstance(paths, tuple) else ():
            try:
                parse_path(path)
            except ValueError as error:
                yield f"{key}: {error}"


def check_lemmas(entry: Any) -> Iterator[str]:
    """Lemmas are lower-case single words: anything else would never fire."""
    lemmas = getattr(entry, "lemma", ())
    for lemma in lemmas if not isinstance(entry, PHRASED) else ():
        if lemma != lemma.lower() or " " in lemma or not lemma:
            yield f"lemma {lemma!r} must be one lower-case word"
    for lemma in sorted({x for x in lemmas if lemmas.count(x) > 1}):
        yield f"lemma {lemma!r} stands twice"


def check_pos(entry: Any) -> Iterator[str]:
    """The part of speech is one that the reader tells apart."""
    pos = getattr(entry, "pos", None)
    if pos is not None and pos not in PARTS_OF_SPEECH:
        yield f"pos {pos!r} is not one of {', '.join(PARTS_OF_SPEECH)}"


def check_examples(entry: Any) -> Iterator[str]:
    """At least one sentence that must fire and one that must not; what an example expects stands in its text."""
    if hasattr(entry, "silent") and not entry.silent:
        yield "add a sentence to `silent`: a near miss on which it must not fire"
    if hasattr(entry, "examples") and not entry.examples and not isinstance(entry, ModalWord):
        yield "add a sentence to `examples` on which it must fire"
    for example in getattr(entry, "examples", ()):
        for key in ("source", "content", "actor", "recipient"):
            words = getattr(example, key, None)
            if words is not None and words not in example.text:
                yield f"example: {key} {words!r} does not stand in {example.text!r}"


CHECKS: tuple[Callable[[Any], Iterator[str]], ...] = (check_paths, check_lemmas, check_pos, check_examples)


def check_entry(entry: Any) -> Iterator[str]:
    """What is wrong with one entry by itself."""
    for check in CHECKS:
        yield from check(entry)


def repeated_ids(entries: Iterable[tuple[str, Any]]) -> Iterator[str]:
    """An id names one entry for ever: it stands on everything that the entry coded."""
    seen: dict[str, str] = {}
    for name, entry in entries:
        if entry.id in seen:
            yield f"{name}: {entry.id}: the id is used in {seen[entry.id]} already"
        seen.setdefault(entry.id, name)


def unknown_types(entries: Iterable[tuple[str, Any]]) -> Iterator[str]:
    """Event types and modes must be PLOVER's (`plover.yaml`)."""
    types = {e.id: e for _, e in entries if isinstance(e, EventType)}
    for name, entry in entries:
        type = getattr(entry, "type", None)
        if not isinstance(entry, EventWord | ModeWord | ActType):
            continue
        if type not in types:
            yield f"{name}: {entry.id}: type {type!r} is none of PLOVER's"
            continue
        mode = entry.mode if isinstance(entry.mode, tuple) else (entry.mode,)
        for one in mode:
            if one is not None and one not in types[type].modes:
                yield f"{name}: {entry.id}: {one!r} is no mode of {type}"


def rival_types(entries: Iterable[tuple[str, Any]]) -> Iterator[str]:
    """A bare lemma that two event types claim would always go to the first: one of them must require more."""
    claimed: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for _, entry in entries:
        if isinstance(entry, EventWord) and not entry.requires:
            for lemma in entry.lemma:
                claimed[lemma, entry.pos].setdefault(entry.type, entry.id)
    for (lemma, pos), types in claimed.items():
        if len(types) > 1:
            yield f"events: {pos} {lemma!r} is claimed by {' and '.join(types.values())}: let one of them require more"


def example_sentences(folder: Path | None = None) -> Iterator[str]:
    """The text of every example and every near miss of the cues and event words."""
    for _, file, type_ in lexicon_files(folder or packaged()):
        for entry in load_entries(file, type_):
            if isinstance(entry, Cue | EventWord):
                yield from (e.text for e in entry.examples)
                yield from entry.silent
