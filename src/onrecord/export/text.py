"""A Reading for a person at a terminal: who, what happened, on whose word. Fits any width from 40 columns."""

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text
from rich.tree import Tree

from onrecord.export import wording
from onrecord.export.lookup import Lookup
from onrecord.export.plain import one_line
from onrecord.model import Act, Attribution, Document, Entity, Event, Evidence, Form, Kind, Modality, Quote, Reading

NARROWEST, WIDEST = 40, 200
SNIPPET = 280
"""Characters of a sentence that are shown around an event's trigger."""

LOUD = {
    Evidence.REPORTED: "green",
    Evidence.ATTRIBUTED: "cyan",
    Evidence.CLAIMED: "yellow",
    Evidence.DENIED: "red",
    Evidence.DISPUTED: "magenta",
}


def text_console(**options: object) -> Console:
    """A console for `as_text`: colours on a terminal only, no markup, 40 to 200 columns wide."""
    console = Console(markup=False, emoji=False, highlight=False, **options)  # type: ignore[arg-type]
    console.width = min(max(console.width, NARROWEST), WIDEST)
    return console


def print_text(console: Console, shown: RenderableType) -> None:
    """Prints on a `text_console`, with no blanks at the ends of lines."""
    with console.capture() as captured:
        console.print(shown)
    console.file.write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))


def as_text(document: Document, reading: Reading) -> RenderableType:
    """What to print of a Reading. Nothing of the report is taken as markup or reaches the terminal as code."""
    lookup = Lookup(document, reading)
    parts: list[RenderableType] = [_header(lookup)]
    for heading, items in (
        ("Who", _who(lookup)),
        ("What happened", _what(lookup)),
        ("On whose word", _said(lookup)),
        ("Notes", _notes(lookup)),
    ):
        shown = list(items)
        if shown:
            parts += [Text(), Rule(Text(heading, style="bold"), align="left", style="dim"), *shown]
    return Group(*parts)


def _header(lookup: Lookup) -> RenderableType:
    read = lookup.reading.document
    title = Text(lookup.title(), style="bold")
    about = " · ".join(filter(None, (one_line(read.publisher or ""), f"published {wording.published(lookup)}")))
    return Group(title, Text(one_line(about), style="dim"))


def _who(lookup: Lookup) -> Iterator[RenderableType]:
    parties = [e for e in lookup.reading.entities if e.kind is not Kind.PLACE]
    told = lookup.taking_part()
    for entity in (e for e in parties if e.id in told):
        line = Text(one_line(entity.name), style="bold")
        line.append(f"  {' · '.join(filter(None, (entity.kind.value, wording.party(entity))))}", style="not bold dim")
        yield line
        yield from map(_indented, _about(lookup, entity))
    named = (e for e in parties if e.id not in told and any(m.form is not Form.PRONOUN for m in e.mentions))
    others = [one_line(e.name) for e in named]
    if others:
        yield Text(f"also spoken of: {'; '.join(others)}", style="dim")


def _about(lookup: Lookup, entity: Entity) -> Iterator[str]:
    yield from (wording.office(lookup, held) for held in lookup.offices(entity))
    yield from wording.kin(lookup, entity)


def _what(lookup: Lookup) -> Iterator[RenderableType]:
    for number, event in enumerate(lookup.reading.events):
        if number:
            yield Text()
        yield _headline(lookup, event)
        yield _indented(_where_and_when(lookup, event), "dim")
        yield _indented(wording.word(lookup, event), LOUD[event.evidence])
        yield from (_indented(wording.figure(lookup, told)) for told in event.figures)
        yield _indented(_snippet(lookup, event))


def _headline(lookup: Lookup, event: Event) -> Text:
    line = Text(one_line(" ".join((event.type, *event.mode))), style="bold")
    line.append("  " + (lookup.names(event.actor) or "somebody"), style="not bold")
    if event.recipient:
        line.append(" → " + (lookup.names(event.recipient) or "somebody"), style="not bold")
    if event.modality is not Modality.ACTUAL:
        line.append(f"  [{wording.MODALITIES[event.modality]}]", style="reverse")
    return line


def _where_and_when(lookup: Lookup, event: Event) -> str:
    place = lookup.place(event.place)
    where = ", ".join(filter(None, (place.name, place.country))) if place else ""
    return one_line(" · ".join(filter(None, (wording.when(event.date), where))))


def _snippet(lookup: Lookup, event: Event) -> Text:
    """The sentence with its trigger in bold, cut to about SNIPPET characters around it."""
    text, sentence = lookup.document.text, event.sentence
    trigger = next((t for t in event.trigger if sentence.start <= t.start < sentence.end), event.trigger[0])
    start = max(sentence.start, trigger.start - SNIPPET // 2)
    end = min(sentence.end, trigger.end + SNIPPET // 2)
    snippet = Text("…" if start > sentence.start else "", style="italic")
    snippet.append(one_line("|" + text[start : trigger.start] + "|")[1:-1].lstrip())
    snippet.append(one_line(trigger.of(text)), style="bold underline")
    snippet.append(one_line("|" + text[trigger.end : end] + "|")[1:-1].rstrip())
    return snippet.append("…" if end < sentence.end else "")


def _said(lookup: Lookup) -> Iterator[RenderableType]:
    for told in lookup.told_within(None):
        tree = Tree(_saying(lookup, told), guide_style="dim")
        _grow(tree, lookup, told)
        yield tree


def _grow(tree: Tree, lookup: Lookup, outer: Attribution) -> None:
    for told in lookup.told_within(outer):
        _grow(tree.add(_saying(lookup, told)), lookup, told)


def _saying(lookup: Lookup, told: Attribution) -> RenderableType:
    head = Text(wording.saying(lookup, told), style="bold")
    if told.act is not Act.STATEMENT:
        head.append(f"  [{told.act.value}]", style="not bold dim")
    if told.modality is not Modality.ACTUAL:
        head.append(f"  [{wording.SAYINGS[told.modality]}]", style="not bold dim")
    content = lookup.words(told.content)
    lines: list[RenderableType] = [head, _indented(wording.quoted(content) if told.quote is Quote.DIRECT else content)]
    for answered in filter(None, map(lookup.attribution, told.answers)):
        verb = "denies" if told.act is Act.DENIAL else "answers"
        words = f"↳ {verb} {lookup.speaker(answered)}: {lookup.words(answered.content)}"
        lines.append(_indented(words, "red"))
    return Group(*lines)


def _notes(lookup: Lookup) -> Iterator[RenderableType]:
    for note in lookup.reading.notes:
        words = lookup.words(note.spans)
        yield Text(one_line(note.message) + (f" ({wording.quoted(words)})" if words else ""), style="dim")


def _indented(words: str | Text, style: str = "") -> Padding:
    return Padding(words if isinstance(words, Text) else Text(words, style=style), (0, 0, 0, 2))
