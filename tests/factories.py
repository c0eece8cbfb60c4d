"""Readings made by hand, for tests that need a reading but no reader: words are given, offsets are found."""

from dataclasses import dataclass, field, replace

from onrecord.model import (
    Act,
    Attribution,
    Basis,
    Document,
    DocumentRead,
    Edition,
    Entity,
    Event,
    Evidence,
    Extent,
    Figure,
    Form,
    Kin,
    Kind,
    Mention,
    Modality,
    Office,
    Place,
    Precision,
    Published,
    Quote,
    Reading,
    Source,
    Time,
    TimeType,
    When,
)
from onrecord.model.document import digest

EDITION = Edition(version="0.0", lexicon="lexicon-1", model="by-hand")


@dataclass(kw_only=True)
class Report:
    """A report being put together. Every method finds its words in the text and gives the id of what it added."""

    text: str
    id: str = "report-1"
    title: str | None = None
    url: str | None = None
    publisher: str | None = "The Example Post"
    published: str | None = "2025-03-18"
    edition: Edition = EDITION
    entities: list[Entity] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    kinships: list[Kin] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def find(self, words: str, nth: int = 0) -> Extent:
        """The extent of the `nth` occurrence of the words. Raises ValueError where they are not in the text."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return Extent(start, start + len(words))

    def entity(
        self,
        name: str,
        kind: Kind = Kind.PERSON,
        country: str | None = None,
        names: tuple[str, ...] = (),
        sector: tuple[str, ...] = (),
    ) -> str:
        """An entity called by its name and `names`, once each."""
        spots = sorted(self.find(n) for n in (name, *names))
        mentions = tuple(Mention(start=s.start, end=s.end, form=Form.NAME) for s in spots)
        id = f"n{len(self.entities)}"
        made = Entity(id=id, kind=kind, name=name, country=country, sector=sector, mentions=mentions)
        self.entities.append(made)
        return made.id

    def office(self, holder: str, title: str, **more: str | None) -> None:
        self.offices.append(Office(holder=holder, title=title, spans=(self.find(title),), **more))  # type: ignore[arg-type]

    def kin(self, person: str, relation: str, of: str) -> None:
        self.kinships.append(Kin(person=person, relation=relation, of=of, spans=(self.find(relation),)))

    def time(self, words: str, value: str) -> str:
        spot = self.find(words)
        made = Time(id=f"t{len(self.times)}", start=spot.start, end=spot.end, type=TimeType.DATE, value=value)
        self.times.append(made)
        return made.id

    def place(self, name: str, country: str | None = None) -> str:
        spot = self.find(name)
        made = Place(
            id=f"p{len(self.places)}",
            start=spot.start,
            end=spot.end,
            name=name,
            country=country,
            precision=Precision.CITY,
        )
        self.places.append(made)
        return made.id

    def said(
        self,
        content: str,
        *,
        cue: str,
        source: str | None = None,
        source_words: str | None = None,
        act: Act = Act.STATEMENT,
        within: str | None = None,
        answers: tuple[str, ...] = (),
        channel: str | None = None,
        time: str | None = None,
    ) -> str:
        """An attribution with one stretch of content."""
        made = Attribution(
            id=f"a{len(self.attributions)}",
            source=Source(entity=source, spans=(self.find(source_words),) if source_words else ()),
            cue=(self.find(cue),),
            content=(self.find(content),),
            quote=Quote.INDIRECT,
            act=act,
            within=within,
            channel=channel,
            time=time,
            answers=answers,
        )
        self.attributions.append(made)
        return made.id

    def event(
        self,
        sentence: str,
        type: str,
        *,
        trigger: str,
        actor: tuple[str, ...] = (),
        recipient: tuple[str, ...] = (),
        date: When | None = None,
        place: str | None = None,
        modality: Modality = Modality.ACTUAL,
        evidence: Evidence = Evidence.REPORTED,
        attribution: str | None = None,
        figures: tuple[Figure, ...] = (),
    ) -> str:
        made = Event(
            id=f"e{len(self.events)}",
            type=type,
            quad="material conflict",
            intensity=-9.0,
            actor=actor,
            recipient=recipient,
            trigger=(self.find(trigger),),
            sentence=self.find(sentence),
            date=date or When(),
            place=place,
            modality=modality,
            evidence=evidence,
            attribution=attribution,
            figures=figures,
            rule="by-hand",
        )
        self.events.append(made)
        return made.id

    def figure(
        self, words: str, what: str, low: int, high: int | None = None, attribution: str | None = None
    ) -> Figure:
        return Figure(what=what, low=low, high=high, spans=(self.find(words),), attribution=attribution)

    def made(self) -> tuple[Document, Reading]:
        """The document and its reading as they stand now."""
        document = Document(
            id=self.id,
            text=self.text,
            title=self.title,
            url=self.url,
            publisher=self.publisher,
            language="en",
            date=self.published,
        )
        published = Published(value=self.published, basis=Basis.GIVEN if self.published else Basis.UNKNOWN)
        read = DocumentRead(
            id=self.id,
            title=self.title,
            url=self.url,
            publisher=self.publisher,
            language="en",
            sha256=digest(self.text),
            published=published,
        )
        reading = Reading(
            coder=self.edition,
            document=read,
            entities=tuple(self.entities),
            offices=tuple(self.offices),
            kin=tuple(self.kinships),
            times=tuple(self.times),
            places=tuple(self.places),
            attributions=tuple(self.attributions),
            events=tuple(self.events),
        )
        return document, reading


def day(date: str) -> When:
    """An event's date as stated to the day."""
    return When(start=date, end=date, basis="stated")


def border_strike(id: str = "report-1", killed: int = 12) -> Report:
    """A strike that one side claims and the other denies, told inside a ministry's statement."""
    report = Report(
        id=id,
        title="Strike on border post",
        text=(
            f"Kenya's army struck a camp in Moyale on Monday, killing {killed} people, "
            "the ministry of defence said.\n\n"
            "Ethiopian spokesman Dawit Alemu, a nephew of Sara Alemu, denied the report. "
            f"He said that only 3 people died. Hospital workers counted {killed + 5} dead."
        ),
    )
    kenya = report.entity("Kenya", Kind.STATE, "KEN")
    ministry = report.entity("the ministry of defence", Kind.BODY, "KEN")
    camp = report.entity("a camp", Kind.GROUP, "ETH")
    dawit = report.entity("Dawit Alemu", country="ETH", names=("Alemu",))
    sara = report.entity("Sara Alemu")
    report.office(dawit, "spokesman", country="ETH", since="2024-01-01", appointed_by=sara)
    report.kin(dawit, "nephew", sara)
    report.time("Monday", "2025-03-17")
    moyale = report.place("Moyale", "KEN")
    struck = f"Kenya's army struck a camp in Moyale on Monday, killing {killed} people"
    claim = report.said(struck, cue="said", source=ministry, source_words="the ministry of defence", act=Act.CLAIM)
    report.said("the report", cue="denied", source=dawit, act=Act.DENIAL, answers=(claim,))
    other = report.said("only 3 people died", cue="said that", source=dawit)
    report.event(
        f"{struck}, the ministry of defence said.",
        "ASSAULT",
        trigger="struck",
        actor=(kenya,),
        recipient=(camp,),
        date=day("2025-03-17"),
        place=moyale,
        evidence=Evidence.DENIED,
        attribution=claim,
        figures=(
            report.figure(f"{killed} people", "killed", killed, killed, claim),
            report.figure("only 3 people", "killed", 3, 3, other),
        ),
    )
    return report


HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>\u202e{{7*7}}\x1b[31m'


def hostile_report(id: str = "../../etc/passwd?x=<b>#y") -> Report:
    """Markup, a template, controls and a direction override wherever a report has words."""
    report = Report(
        text=f"{HOSTILE}\n\nKenya said {HOSTILE} was true. Sudan denied {HOSTILE} again.",
        id=id,
        title=HOSTILE,
        url="javascript:alert(3)",
        publisher=HOSTILE,
    )
    kenya = report.entity("Kenya", Kind.STATE, "KEN")
    other = report.entity(HOSTILE, Kind.PERSON, "SDN")
    claim = report.said(f"{HOSTILE} was true", cue="said", source=other, act=Act.ACCUSATION)
    report.said(f"{HOSTILE} again", cue="denied", source=kenya, act=Act.DENIAL, answers=(claim,))
    report.office(other, HOSTILE, country="SDN", since="2025-01-01", appointed_by=kenya)
    report.event(
        f"Kenya said {HOSTILE} was true.",
        "ACCUSE",
        trigger="said",
        actor=(other,),
        recipient=(kenya,),
        place=report.place(HOSTILE, "SDN"),
        attribution=claim,
    )
    return report


def as_of(report: Report, lexicon: str) -> Report:
    """The same report as another edition reads it."""
    return replace(report, edition=replace(report.edition, lexicon=lexicon))
