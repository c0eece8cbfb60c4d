"""The whole reading, in order. Every step is a plain function over what the steps before it found."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from copy import copy
from dataclasses import dataclass
from datetime import date as Date
from pathlib import Path

from spacy.language import Language

from onrecord.errors import InputError
from onrecord.lexicon.countries import Countries, load_countries
from onrecord.lexicon.gazetteer import Gazetteer, load_gazetteer
from onrecord.lexicon.lexicon import Lexicon, load_lexicon
from onrecord.lexicon.people import PeopleLexicon, load_people
from onrecord.lexicon.register.load import digests
from onrecord.model import Document, DocumentRead, Edition, Extent, Kind, Reading
from onrecord.model.document import Published, digest
from onrecord.models.choice import DEFAULT_READER, find_models
from onrecord.models.load import Models
from onrecord.read.doubts import find_notes
from onrecord.read.explain import Explanation, explain_items
from onrecord.read.forgetting import WordMemory
from onrecord.read.parse import PIPELINE, Parsed, parse, parse_many
from onrecord.read.pipeline import load_pipeline
from onrecord.read.trial import Trial, hold_against
from onrecord.read.what.acts import find_accusations, find_speech_events
from onrecord.read.what.compose import as_event, assign_figures
from onrecord.read.what.domain import without_fields
from onrecord.read.what.events import Told, find_events
from onrecord.read.what.figures import find_counts
from onrecord.read.what.incidents import absorb_promised, is_history, join, settle
from onrecord.read.what.named_acts import credit_claims, name_acts
from onrecord.read.what.pairs import find_typed
from onrecord.read.what.repeats import without_repeats
from onrecord.read.when.expression import Expression
from onrecord.read.when.find import find_expressions
from onrecord.read.when.published import find_published
from onrecord.read.when.times import resolve_times
from onrecord.read.where.places import find_places
from onrecord.read.who.cast import Cast, find_cast
from onrecord.read.who.located import is_government, locate
from onrecord.read.word.attributions import find_attributions
from onrecord.read.word.claims import find_answers
from onrecord.read.word.stated import date_sayings
from onrecord.read.word.untrue import with_denials
from onrecord.version import __version__


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """All that the reader knows before it reads: the lexicons, the countries, the people's register, the gazetteer."""

    lexicon: Lexicon
    people: PeopleLexicon
    countries: Countries
    gazetteer: Gazetteer


class Reader:
    """Reads reports. Loading takes about a second; keep one and read many.

    `pipeline` names any installed spaCy English pipeline with tagger, parser, lemmatizer and entity recogniser.
    `register` is a file or folder with more actors, which go before those that ship (`onrecord register import`).
    `today` bounds the guess of a year that a report leaves out. `kind`: `rules` alone, the package's own trained
    `models` beside them, or a folder with the weights of others; `models` are some that you loaded (`load_models`).
    Raises OSError where the pipeline is not installed, OnrecordError where there is no such reader and LexiconError
    where the register can't be read; where weights can't be used, a ModelWarning says so and the rules read alone.
    """

    def __init__(
        self,
        *,
        pipeline: str = PIPELINE,
        today: Date | None = None,
        kind: str = DEFAULT_READER,
        models: Models | None = None,
        register: Path | None = None,
    ) -> None:
        self.nlp: Language = load_pipeline(pipeline)
        self._memory = WordMemory.of(self.nlp)
        self.today = today or Date.today()
        self.knowledge = Knowledge(
            lexicon=load_lexicon(),
            people=load_people(own=register),
            countries=load_countries(),
            gazetteer=load_gazetteer(),
        )
        models = models or find_models(kind)
        meta = self.nlp.meta
        named = (f"{meta['name']}-{meta['version']}", *((models.name,) if models else ()))
        known = "+".join((self.knowledge.lexicon.digest, *digests(register)))
        self.edition = Edition(version=__version__, lexicon=known, model="+".join(named))
        self.models = models
        self._names = country_words(self.knowledge.countries) | self.knowledge.people.capitalised

    def read(self, document: Document) -> Reading:
        """One report read."""
        return self.read_parsed(parse(self.nlp, document, names=self._names))

    def read_many(self, documents: Iterable[Document], jobs: int = 1) -> Iterator[Reading]:
        """Reports read in the order given."""
        for parsed in parse_many(self.nlp, documents, names=self._names):
            yield self.read_parsed(parsed)

    def forgetting(self) -> AbstractContextManager[object]:
        """While it is open, the parser keeps no word for good: its memory is the same after a million reports.

        For a reader that one thread alone uses, and neither inside another nor across a `yield`.
        """
        return self._memory.forgetting()

    def explain(self, text: str) -> tuple[Trial, ...]:
        """Every cue and event word that the words of a text call up: which fired, and what each other one lacked."""
        parsed = parse(self.nlp, Document.from_text(text), names=self._names)
        return hold_against(parsed.doc, parsed.paragraphs, self.knowledge.lexicon)

    def read_explained(self, document: Document) -> tuple[Reading, tuple[Explanation, ...]]:
        """One report read, and why each event and attribution stands in the reading."""
        parsed = parse(self.nlp, document, names=self._names)
        reading = self.read_parsed(parsed)
        trials = hold_against(parsed.doc, parsed.paragraphs, self.knowledge.lexicon)
        by_rules = self.without_models().read_parsed(parsed) if self.models else reading
        return reading, explain_items(reading, by_rules, trials)

    def without_models(self) -> "Reader":
        """The same reader by the rules alone; nothing is loaded again."""
        alone = copy(self)
        alone.models = None
        return alone

    def read_parsed(self, parsed: Parsed) -> Reading:
        """The reading of a parsed report: the whole engine, one question a line."""
        know, doc, document = self.knowledge, parsed.doc, parsed.document
        expressions = find_expressions(document.text, doc)
        published = date_report(parsed, expressions, self.today)
        anchor = Date.fromisoformat(published.value) if published.value is not None else None
        times = resolve_times(document.text, doc, expressions, anchor, document_id=document.id)
        cast = find_cast(parsed, know.people, know.countries, times=times, published=published.value)
        places = find_places(
            doc, know.gazetteer, know.countries, document_id=document.id, text=document.text, taken=names_of(cast)
        )
        cast = locate(cast, places)
        begins = {s.start_char for s in doc.sents}
        look = self.models.look(document.text, begins) if self.models else None
        sayings = find_attributions(parsed, cast, know.lexicon, look=look)
        sayings = with_denials(doc, find_accusations(parsed, cast, know.lexicon, sayings))
        sayings = date_sayings(find_answers(parsed, cast, sayings), times)
        told = in_order((*find_speech_events(cast, know.lexicon, sayings), *find_events(parsed, cast, know.lexicon)))
        if look:
            told = find_typed(parsed, cast, know.lexicon, look, told, sayings)
            sayings = find_answers(parsed, cast, name_acts(told, sayings))
        told = without_fields(without_repeats(told), doc, know.lexicon)
        told = absorb_promised(credit_claims(told, sayings), know.lexicon)
        attributions = tuple(s.attribution for s in sayings)
        scenes = [place for place in places if not is_government(place, cast)]
        settled = [settle(t, document.text, times, scenes, attributions, published) for t in told]
        settled = [s for s in settled if not is_history(s)]
        headline = parsed.paragraphs.headline
        groups = join(settled, cast, headline.end if headline is not None else 0)
        figures = assign_figures(find_counts(doc, know.lexicon), groups, attributions, cast)
        by_id = {a.id: a for a in attributions}
        events = tuple(
            as_event(parsed, cast, group, know.lexicon, by_id, figures.get(i, ()), beside=look is not None)
            for i, group in enumerate(groups)
        )
        return Reading(
            coder=self.edition,
            document=document_read(parsed, published),
            entities=cast.entities,
            offices=cast.offices,
            kin=cast.kin,
            times=times,
            places=places,
            attributions=attributions,
            events=events,
            notes=tuple(find_notes(published)),
        )


def date_report(parsed: Parsed, expressions: tuple[Expression, ...], today: Date) -> Published:
    """The report's date: the given one as a day, or what its words tell. Raises InputError where the given is none."""
    document = parsed.document
    given = None if document.date is None else document.date[:10]
    try:
        Date.fromisoformat(given or "2000-01-01")
    except ValueError:
        raise InputError(document.id, f"its date {document.date!r} is no ISO date such as 2025-03-18") from None
    return find_published(
        document.text,
        parsed.doc,
        expressions,
        given=given,
        given_basis=document.date_basis,
        dateline=next((d.date for d in parsed.paragraphs.datelines), None),
        today=today,
    )


def country_words(countries: Countries) -> frozenset[str]:
    """The lower-case single words by which countries and their people are called."""
    names = (name for c in countries for name in (c.name, *c.names, *c.demonyms, *c.short))
    return frozenset(n.lower() for n in names if " " not in n)


def names_of(cast: Cast) -> tuple[Extent, ...]:
    """Where persons, bodies and groups are named: no place is looked for inside those names."""
    kinds = (Kind.PERSON, Kind.BODY, Kind.GROUP)
    return tuple(m.named for e in cast.entities if e.kind in kinds for m in e.mentions if m.form.value == "name")


def in_order(told: tuple[Told, ...]) -> tuple[Told, ...]:
    """Tellings in text order, one a word: what a speech act is goes before what its word may mean otherwise."""
    kept: dict[int, Told] = {}
    for one in told:
        kept.setdefault(one.trigger.i, one)
    return tuple(kept[i] for i in sorted(kept))


def document_read(parsed: Parsed, published: Published) -> DocumentRead:
    """What a Reading says of its document. Where no title or publisher came with it, its headline is the title and the
    outlet of its dateline the publisher: the text says so itself."""
    document, shape = parsed.document, parsed.paragraphs
    outlet = next((d.outlet.of(document.text) for d in shape.datelines if d.outlet is not None), None)
    headline = shape.headline.of(document.text) if shape.headline is not None else None
    return DocumentRead(
        id=document.id,
        title=document.title or headline,
        url=document.url,
        publisher=document.publisher or outlet,
        language=document.language,
        sha256=digest(document.text),
        published=published,
    )
