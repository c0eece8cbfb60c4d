"""One invented report with its Reading, built by quoting words, for every exporter to be tried on."""

import pytest

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
    Note,
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

TEXT = """Peru's Envoy and Bolivia's Interior Minister Meet in La Paz
Peru's special envoy for Bolivia, Amaru Quispe, met Bolivian Interior Minister Celia Mamani \
in La Paz on Monday, March 10.
The Interior Ministry wrote in a statement that Quispe said, “We will settle the matter of the lake together.”
The Red Condor Front claimed responsibility for an attack on an army post near Puno on Saturday. The group said \
that it killed 12 Peruvian soldiers. However, the Peruvian army denied the claim and put the dead at no more than three.
Lima will not close the border, Quispe added, but it would send observers.
Mamani is a niece of the painter Ximena Mamani.
"""


class Quoting:
    """Extents by quoting words, so that no offset is counted by hand."""

    def __init__(self, text: str) -> None:
        self.text = text

    def at(self, words: str, after: str = "") -> Extent:
        start = self.text.index(words, self.text.index(after) if after else 0)
        return Extent(start, start + len(words))

    def mention(self, words: str, form: Form = Form.NAME, after: str = "") -> Mention:
        extent = self.at(words, after)
        return Mention(start=extent.start, end=extent.end, form=form)


def quispe_report() -> tuple[Document, Reading]:
    """The whole sample: two people, three bodies, a nested quote, a disputed attack, a negated and a future event."""
    document = Document.from_text(TEXT, id="lake", title=TEXT.split("\n")[0], publisher="The Lake Post", language="en")
    q = Quoting(TEXT)
    reading = Reading(
        coder=Edition(version="0.1.0", lexicon="test", model="by hand"),
        document=DocumentRead(
            id="lake",
            title=document.title,
            publisher=document.publisher,
            language="en",
            sha256=digest(TEXT),
            published=Published(
                value="2025-03-11", basis=Basis.INFERRED, spans=(q.at("Monday, March 10"),), confidence=0.7
            ),
        ),
        entities=_entities(q),
        offices=_offices(q),
        kin=(Kin(person="en-mamani", relation="niece", of="en-ximena", spans=(q.at("niece"),)),),
        times=(
            _time(q, "ti-mon", "Monday, March 10", "2025-03-10"),
            _time(q, "ti-sat", "Saturday", "2025-03-08"),
        ),
        places=_places(q),
        attributions=_attributions(q),
        events=_events(q),
        notes=(Note(code="date.year", message="The year rests on one weekday.", spans=(q.at("Monday"),)),),
    )
    return document, reading


def _entities(q: Quoting) -> tuple[Entity, ...]:
    return (
        Entity(
            id="en-quispe",
            kind=Kind.PERSON,
            name="Amaru Quispe",
            country="PER",
            sector=("GOV",),
            mentions=(
                q.mention("Peru's special envoy for Bolivia", Form.NOMINAL),
                q.mention("Amaru Quispe"),
                q.mention("Quispe", after="that Quispe"),
                q.mention("Quispe", after="border, Quispe"),
            ),
        ),
        Entity(
            id="en-mamani",
            kind=Kind.PERSON,
            name="Celia Mamani",
            country="BOL",
            sector=("GOV",),
            mentions=(q.mention("Celia Mamani"), q.mention("Mamani", after="\nMamani")),
        ),
        Entity(id="en-ximena", kind=Kind.PERSON, name="Ximena Mamani", mentions=(q.mention("Ximena Mamani"),)),
        Entity(
            id="en-ministry",
            kind=Kind.BODY,
            name="Interior Ministry",
            country="BOL",
            sector=("GOV",),
            mentions=(q.mention("The Interior Ministry"),),
        ),
        Entity(
            id="en-front",
            kind=Kind.GROUP,
            name="Red Condor Front",
            country="PER",
            sector=("REB",),
            mentions=(q.mention("The Red Condor Front"), q.mention("The group", Form.NOMINAL)),
        ),
        Entity(
            id="en-army",
            kind=Kind.BODY,
            name="Peruvian army",
            country="PER",
            sector=("MIL",),
            mentions=(q.mention("an army post", Form.NOMINAL), q.mention("the Peruvian army")),
        ),
        Entity(id="en-lima", kind=Kind.STATE, name="Peru", country="PER", mentions=(q.mention("Lima"),)),
    )


def _offices(q: Quoting) -> tuple[Office, ...]:
    return (
        Office(
            holder="en-quispe",
            title="special envoy for Bolivia",
            body="en-lima",
            country="PER",
            spans=(q.at("special envoy for Bolivia"),),
        ),
        Office(holder="en-mamani", title="Interior Minister", country="BOL", spans=(q.at("Interior Minister"),)),
    )


def _time(q: Quoting, id: str, words: str, value: str) -> Time:
    extent = q.at(words)
    return Time(id=id, start=extent.start, end=extent.end, type=TimeType.DATE, value=value)


def _places(q: Quoting) -> tuple[Place, ...]:
    paz, puno = q.at("La Paz", after="Mamani in"), q.at("Puno")
    return (
        Place(
            id="pl-paz",
            start=paz.start,
            end=paz.end,
            name="La Paz",
            country="BOL",
            lat=-16.5,
            lon=-68.15,
            geonameid=3911925,
            precision=Precision.CITY,
        ),
        Place(id="pl-puno", start=puno.start, end=puno.end, name="Puno", country="PER", precision=Precision.CITY),
    )


def _attributions(q: Quoting) -> tuple[Attribution, ...]:
    claim = "an attack on an army post near Puno on Saturday"
    return (
        Attribution(
            id="at-wrote",
            source=Source(entity="en-ministry", spans=(q.at("The Interior Ministry"),)),
            cue=(q.at("wrote"),),
            content=(q.at("Quispe said, “We will settle the matter of the lake together.”"),),
            quote=Quote.INDIRECT,
            act=Act.STATEMENT,
        ),
        Attribution(
            id="at-quispe",
            source=Source(entity="en-quispe", spans=(q.at("Quispe", after="that Quispe"),)),
            cue=(q.at("said", after="that Quispe"),),
            content=(q.at("“We will settle the matter of the lake together.”"),),
            quote=Quote.DIRECT,
            act=Act.STATEMENT,
            within="at-wrote",
        ),
        Attribution(
            id="at-claim",
            source=Source(entity="en-front", spans=(q.at("The Red Condor Front"),)),
            cue=(q.at("claimed responsibility"),),
            content=(q.at(claim),),
            quote=Quote.INDIRECT,
            act=Act.RESPONSIBILITY,
        ),
        Attribution(
            id="at-twelve",
            source=Source(entity="en-front", spans=(q.at("The group"),)),
            cue=(q.at("said", after="The group"),),
            content=(q.at("it killed 12 Peruvian soldiers"),),
            quote=Quote.INDIRECT,
            act=Act.CLAIM,
        ),
        Attribution(
            id="at-denial",
            source=Source(entity="en-army", spans=(q.at("the Peruvian army"),)),
            cue=(q.at("denied"),),
            content=(q.at("the claim"),),
            quote=Quote.INDIRECT,
            act=Act.DENIAL,
            answers=("at-claim", "at-twelve"),
        ),
        Attribution(
            id="at-three",
            source=Source(entity="en-army", spans=(q.at("the Peruvian army"),)),
            cue=(q.at("put"),),
            content=(q.at("the dead at no more than three"),),
            quote=Quote.INDIRECT,
            act=Act.ESTIMATE,
        ),
        Attribution(
            id="at-added",
            source=Source(entity="en-quispe", spans=(q.at("Quispe", after="border, Quispe"),)),
            cue=(q.at("added"),),
            content=(q.at("Lima will not close the border"), q.at("it would send observers")),
            quote=Quote.INDIRECT,
            act=Act.STATEMENT,
        ),
    )


def _events(q: Quoting) -> tuple[Event, ...]:
    saturday = When(start="2025-03-08", end="2025-03-08", basis="stated", spans=(q.at("Saturday"),))
    return (
        Event(
            id="ev-meet",
            type="CONSULT",
            mode=("visit",),
            quad="verbal cooperation",
            intensity=4.0,
            actor=("en-quispe",),
            recipient=("en-mamani",),
            trigger=(q.at("met"),),
            sentence=q.at(TEXT.split("\n")[1]),
            date=When(start="2025-03-10", end="2025-03-10", basis="stated", spans=(q.at("Monday, March 10"),)),
            place="pl-paz",
            confidence=0.8,
        ),
        Event(
            id="ev-attack",
            type="ASSAULT",
            context=("military",),
            quad="material conflict",
            intensity=-9.0,
            actor=("en-front",),
            recipient=("en-army",),
            trigger=(q.at("attack"),),
            sentence=q.at(TEXT.split("\n")[3].split(". ")[0] + "."),
            date=saturday,
            place="pl-puno",
            evidence=Evidence.DISPUTED,
            attribution="at-claim",
            figures=(
                Figure(what="killed", low=12, high=12, spans=(q.at("12"),), attribution="at-twelve"),
                Figure(what="killed", low=None, high=3, spans=(q.at("no more than three"),), attribution="at-three"),
            ),
        ),
        Event(
            id="ev-border",
            type="COERCE",
            mode=("restrict",),
            quad="material conflict",
            intensity=-7.0,
            actor=("en-lima",),
            trigger=(q.at("close"),),
            sentence=q.at("Lima will not close the border, Quispe added, but it would send observers."),
            modality=Modality.NEGATED,
            evidence=Evidence.ATTRIBUTED,
            attribution="at-added",
        ),
        Event(
            id="ev-observers",
            type="COOPERATE",
            quad="material cooperation",
            intensity=9.5,
            actor=("en-lima",),
            trigger=(q.at("send"),),
            sentence=q.at("Lima will not close the border, Quispe added, but it would send observers."),
            date=When(start="2025-03-11", end="2025-03-11", basis="published"),
            modality=Modality.FUTURE,
            evidence=Evidence.ATTRIBUTED,
            attribution="at-added",
        ),
    )


@pytest.fixture(scope="session")
def told() -> tuple[Document, Reading]:
    """The sample report and its Reading."""
    return quispe_report()


@pytest.fixture(scope="session")
def hostile() -> tuple[Document, Reading]:
    """A report whose every field tries to get out of the page or to steer the terminal."""
    bad = '<script>alert(1)</script>"><img src=x onerror=alert(2)> [red]\x1b[31mboo\x1b[0m\x07 {{7*7}}\u202e'
    text = f"{bad} said {bad} on Monday.\n{bad}"
    document = Document.from_text(text, id=bad, title=bad, publisher=bad, url="javascript:alert(3)", language='en"><b>')
    whole, word = Extent(0, len(text)), Extent(text.index("said"), text.index("said") + 4)
    source = Extent(0, len(bad))
    return document, Reading(
        coder=Edition(version=bad, lexicon=bad, model=bad),
        document=DocumentRead(
            id=bad,
            title=bad,
            url="javascript:alert(3)",
            publisher=bad,
            language='en"><b>',
            sha256=digest(text),
            published=Published(value=bad, basis=Basis.INFERRED, spans=(source,)),
        ),
        entities=(
            Entity(
                id=bad,
                kind=Kind.PERSON,
                name=bad,
                country=bad,
                sector=(bad,),
                mentions=(Mention(start=0, end=source.end, form=Form.NAME),),
            ),
        ),
        offices=(Office(holder=bad, title=bad, country=bad),),
        kin=(Kin(person=bad, relation=bad, of=bad),),
        times=(Time(id=bad, start=word.start, end=word.end, type=TimeType.DATE, value=bad),),
        places=(Place(id=bad, start=0, end=5, name=bad, country=bad, admin1=bad),),
        attributions=(
            Attribution(
                id=bad,
                source=Source(entity=bad, spans=(source,)),
                cue=(word,),
                content=(whole,),
                quote=Quote.MIXED,
                act=Act.CLAIM,
                within=bad,
                channel=bad,
                answers=(bad,),
            ),
        ),
        events=(
            Event(
                id=bad,
                type=bad,
                mode=(bad,),
                context=(bad,),
                quad=bad,
                intensity=0.0,
                actor=(bad,),
                recipient=("nobody",),
                trigger=(word,),
                sentence=whole,
                date=When(start=bad, end=bad, basis=bad),
                place=bad,
                attribution=bad,
                figures=(Figure(what=bad, low=1, high=None, spans=(word,), attribution=bad),),
            ),
        ),
        notes=(Note(code=bad, message=bad, spans=(whole,)),),
    )
