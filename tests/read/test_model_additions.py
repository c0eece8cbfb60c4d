"""What trained models add to the rules' reading, and what they may not: stand-ins say what a model would say."""

from dataclasses import dataclass, field, replace

import pytest
from spacy.language import Language

from onrecord.lexicon.lexicon import load_lexicon
from onrecord.model import Document, Extent, Reading
from onrecord.models.attribution import Proposal
from onrecord.models.events import Answer, Question
from onrecord.models.load import Models
from onrecord.read.confidence import sure_alone, sure_of_typed
from onrecord.read.parse import parse
from onrecord.read.reader import Reader
from onrecord.read.word.stretches import is_heading

NOTHING = Answer(type="AGREE", confidence=0.01, none=0.99, triggers=(0,))


def extents(text: str, words: str) -> tuple[Extent, ...]:
    at = text.find(words) if words else -1
    return (Extent(at, at + len(words)),) if at >= 0 else ()


class Letters:
    """Looks at a text and sees its letters."""

    def look(self, text: str, begins: set[int]) -> str:
        return text


@dataclass(frozen=True)
class Sayings:
    """Proposes one attribution, or none, whatever the text."""

    source: str = ""
    cue: str = ""
    content: str = ""
    firm: bool = True

    def propose(self, text: str) -> list[Proposal]:
        source, cue, content = (extents(text, w) for w in (self.source, self.cue, self.content))
        proposal = Proposal(source=source, cue=cue, content=content, confidence=0.9, firm=self.firm)
        return [proposal] if cue else []


@dataclass(frozen=True)
class Deeds:
    """Answers for pairs of words what it is told, off the trigger of that word, and none for all others.

    `silent`: how sure it is of each whole sentence that it tells of nothing.
    """

    said: dict[tuple[str, str], tuple[str, float, str]] = field(default_factory=dict)
    silent: float = 0.1

    def answer(self, text: str, questions: list[Question]) -> list[list[Answer | None]]:
        return [[self.of(text, q, a, b) for a, b in q.pairs] for q in questions]

    def of(self, text: str, question: Question, a: Extent | None, b: Extent | None) -> Answer:
        if a is None or b is None:
            return replace(NOTHING, none=self.silent)
        for (actor, recipient), (type, confidence, word) in self.said.items():
            if actor in a.of(text) and recipient in b.of(text):
                trigger = [t.of(text) for t in question.triggers].index(word)
                return Answer(type=type, confidence=confidence, none=1 - confidence, triggers=(trigger,))
        return NOTHING


@dataclass(frozen=True)
class Urging:
    """Proposes one attribution whose content has gaps, whatever the text."""

    proposal: Proposal

    def propose(self, text: str) -> list[Proposal]:
        return [self.proposal]


def read(reader: Reader, text: str, sayings: Sayings | Urging | None = None, deeds: Deeds | None = None) -> Reading:
    seen, done = sayings or Sayings(), deeds or Deeds()
    models = Models(encoder=Letters(), alone=Letters(), attribution=seen, events=done, name="stand-in")  # type: ignore[arg-type]
    with_models = object.__new__(Reader)
    with_models.__dict__.update(reader.__dict__, models=models)
    return with_models.read(Document.from_text(text))


def told(reading: Reading) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    names = {e.id: e.name for e in reading.entities}
    return [(e.type, tuple(names[i] for i in e.actor), tuple(names[i] for i in e.recipient)) for e in reading.events]


def test_a_cue_that_only_the_model_sees_is_a_statement(reader: Reader) -> None:
    text = "Fiji let it slip that the port was closed."
    seen = Sayings(source="Fiji", cue="let it slip", content="that the port was closed")
    [found] = read(reader, text, seen).attributions
    assert (found.act, found.rule) == ("statement", "model.attribution")
    assert [e.of(text) for e in found.cue] == ["let it slip"]
    assert found.source.entity is not None


@pytest.mark.parametrize(
    ("source", "content", "whole"),
    [
        ("The Samoan minister", "the port was closed", "that the port was closed"),
        ("The Samoan minister", "on Friday that the port was closed", "on Friday that the port was closed"),
        ("minister", "the port was closed", "that the port was closed"),
        ("on Friday", "the port was closed", "that the port was closed"),
        ("", "the port was closed", "that the port was closed"),
    ],
)
def test_where_the_rules_see_a_cue_their_act_is_taken_and_the_fuller_words(
    reader: Reader, source: str, content: str, whole: str
) -> None:
    text = "The Samoan minister denied on Friday that the port was closed."
    [found] = read(reader, text, Sayings(source=source, cue="denied", content=content)).attributions
    assert found.act == "denial"
    assert [e.of(text) for e in found.content] == [whole]
    assert [e.of(text) for e in found.source.spans] == ["The Samoan minister"]
    assert found.source.entity is not None
    assert found.confidence == 0.9


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        ("The minister, a farmer,", "said", "that the port was closed"),
        ("his sister", "said", "that the port was closed,"),
        ("The president", "said that the port was closed. The president agreed", "the port"),
    ],
)
def test_what_the_model_sees_is_held_against_the_parse(reader: Reader, source: str, cue: str, content: str) -> None:
    text = "The minister, a farmer, who drove his sister home, said that the port was closed. The president agreed."
    first = read(reader, text, Sayings(source=source, cue=cue, content=content)).attributions[0]
    assert [e.of(text) for e in first.source.spans] == ["The minister, a farmer"]
    assert [e.of(text) for e in first.cue] == ["said"]
    assert [e.of(text) for e in first.content] == ["that the port was closed"]


def test_a_source_begins_where_its_noun_phrase_does(reader: Reader) -> None:
    text = "The Fijian president let it slip that the port was closed."
    [found] = read(reader, text, Sayings(source="president", cue="let it slip", content="that the port")).attributions
    assert [e.of(text) for e in found.source.spans] == ["The Fijian president"]


@pytest.mark.parametrize(
    ("before", "kept"),
    [
        ("Fiji Closes Its Last Port\n\n", ["the port was shut"]),
        ("The navy left. It had come late, too.\n\n", ["It had come late, too.\n\nthe port was shut"]),
    ],
)
def test_words_of_a_headline_are_told_by_nobody_below_it(reader: Reader, before: str, kept: list[str]) -> None:
    last = before.strip().split(". ")[-1]
    text = f"{before}the port was shut, Fiji said."
    [found] = read(reader, text, Sayings(source="Fiji", cue="said", content=text[text.index(last) : -12])).attributions
    assert [e.of(text) for e in found.content] == kept


@pytest.mark.parametrize(("words", "is_head"), [((0, 4), True), ((0, 3), False), ((3, 4), False), ((4, 9), False)])
def test_a_heading_has_words_and_ends_with_its_line(nlp: Language, words: tuple[int, int], is_head: bool) -> None:
    doc = parse(nlp, Document.from_text("Fiji shuts port\n\nThe port was closed.")).doc
    assert doc[3].is_space
    assert is_heading(doc[slice(*words)]) is is_head


def test_what_the_model_finds_not_unlikely_stands_as_the_rules_see_it(reader: Reader) -> None:
    text = "Samoa believes that the port is closed."
    faint = Sayings(source="Samoa", cue="believes", content="the port", firm=False)
    [found] = read(reader, text, faint).attributions
    assert [e.of(text) for e in found.content] == ["that the port is closed"]


def test_what_the_rules_alone_tell_beside_a_model_is_as_sure_as_its_like_was(reader: Reader) -> None:
    text = "Samoa denied that the port was closed."
    [alone], [by_rules] = read(reader, text).attributions, reader.read(Document.from_text(text)).attributions
    assert alone.confidence == sure_alone(load_lexicon()) < by_rules.confidence


def test_what_is_told_within_something_told_is_as_sure_as_by_rules(reader: Reader) -> None:
    text = "Fiji said that Samoa denied the raid."
    seen = Sayings(source="Fiji", cue="said", content="that Samoa denied the raid")
    inner = next(a for a in read(reader, text, seen).attributions if a.within)
    assert inner.confidence == next(
        a.confidence for a in reader.read(Document.from_text(text)).attributions if a.within
    )


def test_what_another_cue_tells_is_no_part_of_a_content(reader: Reader) -> None:
    text = "Samoa urged Fiji to wait and called for an early truce."
    stretches = tuple(e for words in ("Fiji to wait", "an early") for e in extents(text, words))
    urged = Proposal(source=extents(text, "Samoa"), cue=extents(text, "urged"), content=stretches, confidence=0.9)
    first = read(reader, text, Urging(urged)).attributions[0]
    assert [e.of(text) for e in first.content] == ["Fiji to wait"]


@pytest.mark.parametrize("cue", ["is", "is believed"])
def test_nobody_is_the_it_of_what_is_believed(reader: Reader, cue: str) -> None:
    text = "It is believed that the port was closed."
    [found] = read(reader, text, Sayings(source="It", cue=cue, content="that the port was closed")).attributions
    assert found.source.spans == ()


def test_what_it_only_finds_not_unlikely_is_nothing_by_itself(reader: Reader) -> None:
    faint = Sayings(source="Fiji", cue="let it slip", content="that the port was closed", firm=False)
    assert read(reader, "Fiji let it slip that the port was closed.", faint).attributions == ()


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Samoa believes that the port is closed.", 0),
        ("Samoa praised the closing of the port.", 0),
        ('Samoa thinks "the port is closed".', 0),
        ("Samoa promised to close the port.", 1),
        ("Samoa claimed that the port was closed.", 1),
        ('Samoa said that "the port is closed".', 1),
        ("Samoa denied that the port was closed.", 1),
        ("Samoa was quoted as saying that the port was closed.", 1),
        ("The port was closed, according to Samoa.", 1),
    ],
)
def test_the_model_speaks_against_plain_sayings_and_attitudes_only(reader: Reader, text: str, stands: int) -> None:
    assert len(read(reader, text).attributions) == stands


def test_a_pair_that_only_the_model_types_is_an_event(reader: Reader) -> None:
    deeds = Deeds({("Fiji", "Samoa"): ("AID", 0.95, "showered")})
    assert ("AID", ("Fiji",), ("Samoa",)) in told(read(reader, "Fiji showered Samoa with rice.", deeds=deeds))


def test_a_pair_of_which_it_is_not_sure_is_none(reader: Reader) -> None:
    deeds = Deeds({("Fiji", "Samoa"): ("AID", 0.4, "showered")})
    assert told(read(reader, "Fiji showered Samoa with rice.", deeds=deeds)) == []


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("An attack by Fijian soldiers on Samoan troops failed.", 0),
        ("Fijian soldiers attacked Samoan troops.", 1),
    ],
)
def test_a_telling_between_whose_parties_it_is_sure_of_nothing_is_dropped_unless_subject_and_object_tell_it(
    reader: Reader, text: str, events: int
) -> None:
    assert told(reader.read(Document.from_text(text)))
    assert len(told(read(reader, text))) == events


@pytest.mark.parametrize(("silent", "events"), [(0.1, 1), (0.99, 0)])
def test_a_telling_of_one_party_is_dropped_where_the_sentence_tells_of_nothing(
    reader: Reader, silent: float, events: int
) -> None:
    assert len(read(reader, "Fijian soldiers opened fire.", deeds=Deeds(silent=silent)).events) == events


@pytest.mark.parametrize("text", ["Fiji denied it.", "Fijian police have not arrested the pirates."])
@pytest.mark.parametrize(("silent", "events"), [(0.96, 1), (0.99, 0)])
def test_what_is_said_and_what_was_not_done_stays_unless_the_sentence_surely_tells_of_nothing(
    reader: Reader, text: str, silent: float, events: int
) -> None:
    assert len(told(read(reader, text, deeds=Deeds(silent=silent)))) == events


def test_who_tells_of_his_own_word_does_it_by_telling(reader: Reader) -> None:
    text = "Tonga said that it spurned every offer of Samoa."
    deeds = Deeds({("Tonga", "Samoa"): ("REJECT", 0.95, "spurned")})
    said = Sayings(source="Tonga", cue="said", content="spurned every offer of Samoa")
    assert ("REJECT", ("Tonga",), ("Samoa",)) in told(read(reader, text, said, deeds))


@pytest.mark.parametrize(("sure", "events"), [(0.65, 0), (0.75, 1)])
def test_what_is_only_likely_is_not_done_by_saying_it(reader: Reader, sure: float, events: int) -> None:
    text = "Tonga said that it yawned at every offer of Samoa."
    deeds = Deeds({("Tonga", "Samoa"): ("REJECT", sure, "yawned")})
    said = Sayings(source="Tonga", cue="said", content="that it yawned at every offer of Samoa")
    assert [type for type, _, _ in told(read(reader, text, said, deeds))] == ["REJECT"] * events


def test_nothing_happens_between_a_state_and_who_bears_it_in_his_title(reader: Reader) -> None:
    deeds = Deeds({("Fijian", "Ana Hall"): ("CONSULT", 0.95, "dropped")})
    assert told(read(reader, "Fijian President Ana Hall dropped in for tea in Suva.", deeds=deeds)) == []


def test_to_whom_it_does_something_else_is_no_party_of_this(reader: Reader) -> None:
    text = "Fiji condemned the raids and urged Tonga to talk."
    deeds = Deeds({("Fiji", "Tonga"): ("ACCUSE", 0.7, "condemned")})
    condemned = Sayings(source="Fiji", cue="condemned", content="the raids")
    found = told(read(reader, text, condemned, deeds))
    assert [(type, recipient) for type, _, recipient in found if type in ("ACCUSE", "REQUEST")] == [
        ("ACCUSE", ()),
        ("REQUEST", ("Tonga",)),
    ]


def test_a_sentence_is_not_silent_of_whose_parties_the_model_is_sure(reader: Reader) -> None:
    deeds = Deeds({("Fiji", "Samoa"): ("AID", 0.97, "showered")}, silent=0.9)
    assert told(read(reader, "Fiji showered Samoa with rice.", deeds=deeds)) == [("AID", ("Fiji",), ("Samoa",))]


def test_a_telling_of_which_it_is_sure_of_another_type_takes_that(reader: Reader) -> None:
    deeds = Deeds({("Fijian soldiers", "Samoan troops"): ("COERCE", 0.9, "attacked")})
    [event] = read(reader, "Fijian soldiers attacked Samoan troops.", deeds=deeds).events
    assert (event.type, event.rule) == ("COERCE", "model.coerce")
    assert event.confidence == round(sure_of_typed(event, 0.9, load_lexicon()), 2)


@pytest.mark.parametrize(
    ("text", "deed", "does"),
    [
        ("The Samoan governor announced a weeklong truce with Fiji.", ("YIELD", 0.9, "truce"), True),
        ("The Samoan governor authorised the release of Fijian sailors.", ("YIELD", 0.9, "release"), True),
        ("The Samoan governor announced that a truce with Fiji had begun.", ("YIELD", 0.9, "truce"), False),
        ("The Samoan governor mentioned the release of Fijian sailors.", ("YIELD", 0.9, "release"), False),
    ],
)
def test_who_announces_a_deed_does_it(reader: Reader, text: str, deed: tuple[str, float, str], does: bool) -> None:
    content = text.split("announced ")[-1].split("authorised ")[-1].split("mentioned ")[-1].rstrip(".")
    cue = next(w for w in ("announced", "authorised", "mentioned") if w in text)
    seen = Sayings(source="The Samoan governor", cue=cue, content=content)
    reading = read(reader, text, seen, Deeds({("Samoan governor", "Fiji"): deed}))
    doers = [actor for _, actor, recipient in told(reading) if recipient]
    assert ("The Samoan governor" in {name for names in doers for name in names}) is does


def test_sanctions_are_a_sanction_whatever_the_model_calls_them(reader: Reader) -> None:
    deeds = Deeds({("Samoa", "Fiji"): ("COERCE", 0.99, "imposed")})
    assert told(read(reader, "Samoa imposed sanctions on Fiji.", deeds=deeds)) == [("SANCTION", ("Samoa",), ("Fiji",))]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Samoa conveyed Fiji's condolences to Tonga.", {"Tonga"}),
        ("Samoa praised Fiji's judges.", {"Fiji's judges", "Fiji"}),
    ],
)
def test_whose_condolences_somebody_conveys_gets_none_of_them(reader: Reader, text: str, recipients: set[str]) -> None:
    verb = text.split()[1]
    support = ("SUPPORT", 0.9, verb)
    reading = read(reader, text, deeds=Deeds({("Samoa", "Fiji"): support, ("Samoa", "Tonga"): support}))
    found = {name for type, _, names in told(reading) for name in names if type == "SUPPORT"}
    assert found
    assert found <= recipients


def test_of_two_who_agree_the_subject_is_who_does_it(reader: Reader) -> None:
    deeds = Deeds({("Fiji", "Samoa"): ("AGREE", 0.9, "give"), ("Samoa", "Fiji"): ("AGREE", 0.8, "give")})
    found = told(read(reader, "Samoa will give Fiji two boats for its islands.", deeds=deeds))
    assert [(actor, recipient) for _, actor, recipient in found] == [(("Samoa",), ("Fiji",))]


@pytest.mark.parametrize(
    ("text", "type", "word", "does"),
    [
        ("Samoan wardens were deployed to shield Fijian villagers.", "AID", "deployed", True),
        ("Samoan peacekeepers were arrested to shield Fijian villagers.", "COERCE", "arrested", False),
    ],
)
def test_who_is_sent_does_what_he_is_sent_for(reader: Reader, text: str, type: str, word: str, does: bool) -> None:
    reading = read(reader, text, deeds=Deeds({("Samoan", "Fijian"): (type, 0.9, word)}))
    assert any(e.rule.startswith("model.") for e in reading.events) is does


def test_who_only_tells_of_a_deed_is_not_its_actor(reader: Reader) -> None:
    text = "Tonga said that the navy boarded a ship of Samoa."
    deeds = Deeds({("Tonga", "Samoa"): ("COERCE", 0.95, "boarded")})
    said = Sayings(source="Tonga", cue="said", content="that the navy boarded a ship of Samoa")
    assert ("COERCE", ("Tonga",), ("Samoa",)) not in told(read(reader, text, said, deeds))


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "type", "told_of"),
    [
        ("Fiji pelted Samoan troops with stones.", "Fiji", "Samoan troops", "ASSAULT", True),
        ("Fiji and Samoa were pelted with stones.", "Fiji", "Samoa", "ASSAULT", False),
        ("Fijian troops were pelted by Samoan police.", "Fijian troops", "Samoan police", "ASSAULT", False),
        ("Fijian troops were pelted by Samoan police.", "Samoan police", "Fijian troops", "ASSAULT", True),
        ("Fijian troops perished near Samoan police.", "Fijian troops", "Samoan police", "ASSAULT", False),
        ("Fiji returned to Lima.", "Lima", "Fiji", "CONSULT", False),
        ("Fiji returned to Samoa.", "Samoa", "Fiji", "AID", False),
        ("Fiji profited from Samoa.", "Samoa", "Fiji", "AID", True),
    ],
)
def test_the_grammar_tells_who_of_a_pair_may_do_it(
    reader: Reader, text: str, actor: str, recipient: str, type: str, told_of: bool
) -> None:
    word = next(w for w in ("pelted", "perished", "returned", "profited") if w in text)
    found = told(read(reader, text, deeds=Deeds({(actor, recipient): (type, 0.95, word)})))
    assert ((type, (actor,), (recipient,)) in found) is told_of


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Fiji greeted Samoa.", (("Fiji",), ("Samoa",))),
        ("Fiji and Samoa embraced.", (("Fiji", "Samoa"), ())),
    ],
)
def test_what_two_do_together_is_told_once(reader: Reader, text: str, parties: tuple[object, object]) -> None:
    word = next(w for w in ("greeted", "embraced") if w in text)
    both = {("Fiji", "Samoa"): ("CONSULT", 0.95, word), ("Samoa", "Fiji"): ("CONSULT", 0.9, word)}
    assert told(read(reader, text, deeds=Deeds(both))) == [("CONSULT", *parties)]


@pytest.mark.parametrize(("text", "events"), [("Fiji showered Goma with rice.", 1), ("Fiji ate rice in Goma.", 0)])
def test_a_place_where_things_happen_is_no_party_of_a_pair(reader: Reader, text: str, events: int) -> None:
    deeds = Deeds({("Fiji", "Goma"): ("AID", 0.95, text.split()[1])})
    assert len(told(read(reader, text, deeds=deeds))) == events


@pytest.mark.parametrize(
    ("type", "said", "word", "act"),
    [
        ("THREATEN", "Tonga said that the taps to Samoa would be shut.", "shut", "threat"),
        ("REQUEST", "Tonga said that Samoa should open the taps.", "open", "request"),
        ("REJECT", "Tonga said that it had not shut the taps to Samoa.", "shut", "denial"),
        ("AGREE", "Tonga said that it would open the taps to Samoa.", "open", "promise"),
        ("AID", "Tonga said that it had opened the taps to Samoa.", "opened", "statement"),
    ],
)
def test_what_is_done_by_saying_it_is_done_where_it_is_said(
    reader: Reader, type: str, said: str, word: str, act: str
) -> None:
    seen = Sayings(source="Tonga", cue="said", content=said.removeprefix("Tonga said ").removesuffix("."))
    found = read(reader, said, seen, Deeds({("Tonga", "Samoa"): (type, 0.9, word)}))
    [event] = [e for e in found.events if e.type == type]
    assert [a.act for a in found.attributions] == [act]
    assert (event.trigger[0].of(said) == "said") is (act != "statement")
    assert event.modality == "actual"


def test_what_somebody_else_is_said_to_threaten_makes_no_threat_of_a_statement(reader: Reader) -> None:
    text = "Fiji said that Tonga would shut the taps to Samoa."
    seen = Sayings(source="Fiji", cue="said", content="that Tonga would shut the taps to Samoa")
    found = read(reader, text, seen, Deeds({("Tonga", "Samoa"): ("THREATEN", 0.9, "shut")}))
    assert [a.act for a in found.attributions] == ["statement"]


def test_what_is_yet_to_come_is_one_agreement(reader: Reader) -> None:
    text = "Tonga offered to mediate between Fiji and Samoa."
    deeds = Deeds({("Tonga", "Fiji"): ("AGREE", 0.9, "offered"), ("Tonga", "Samoa"): ("AGREE", 0.9, "mediate")})
    assert told(read(reader, text, deeds=deeds)) == [("AGREE", ("Tonga",), ("Fiji", "Samoa"))]


def test_what_weapons_do_is_no_other_deed(reader: Reader) -> None:
    deeds = Deeds({("Fijian soldiers", "Samoan troops"): ("COOPERATE", 0.95, "shelled")})
    [event] = read(reader, "Fijian soldiers shelled Samoan troops.", deeds=deeds).events
    assert event.type == "ASSAULT"


@pytest.mark.parametrize(("silent", "events"), [(0.94, 1), (0.99, 0)])
def test_what_weapons_do_stays_unless_the_sentence_surely_tells_of_nothing(
    reader: Reader, silent: float, events: int
) -> None:
    assert len(read(reader, "Fijian soldiers shelled Samoan troops.", deeds=Deeds(silent=silent)).events) == events


DAMAGE = "Fiji criticised damage to Tonga by Samoan troops."


@pytest.mark.parametrize(
    ("text", "said", "event"),
    [
        (
            "There were Fijian raids, and Samoan troops were shelled.",
            {("Fijian", "Samoan troops"): ("ASSAULT", 0.9, "shelled")},
            ("ASSAULT", ("Fiji",), ("Samoan troops",)),
        ),
        (
            "There were Fijian raids, and Samoan troops were shelled.",
            {("Fijian", "Samoan troops"): ("ASSAULT", 0.4, "shelled")},
            ("ASSAULT", (), ("Samoan troops",)),
        ),
        (
            "Fijian soldiers opened fire while Samoan troops slept.",
            {("Fijian soldiers", "Samoan troops"): ("ASSAULT", 0.6, "opened")},
            ("ASSAULT", ("Fijian soldiers",), ("Samoan troops",)),
        ),
        (
            DAMAGE,
            {("Fiji", "Samoan"): ("ACCUSE", 0.9, "criticised"), ("Fiji", "Tonga"): ("ACCUSE", 0.1, "criticised")},
            ("ACCUSE", ("Fiji",), ("Samoan troops",)),
        ),
        (
            "Fiji urged Tonga to disarm Samoan troops.",
            {("Fiji", "Samoan troops"): ("REQUEST", 0.9, "urged"), ("Fiji", "Tonga"): ("REQUEST", 0.3, "urged")},
            ("REQUEST", ("Fiji",), ("Tonga", "Samoan troops")),
        ),
        (
            DAMAGE,
            {("Fiji", "Samoan"): ("ACCUSE", 0.7, "criticised")},
            ("ACCUSE", ("Fiji",), ("Tonga",)),
        ),
        (
            DAMAGE,
            {("Fiji", "Samoan"): ("COERCE", 0.9, "criticised")},
            ("ACCUSE", ("Fiji",), ("Tonga",)),
        ),
        (
            "Fijian and Samoan ministers met while Tonga slept.",
            {("Fijian", "Samoan"): ("CONSULT", 0.9, "met"), ("Fijian", "Tonga"): ("CONSULT", 0.9, "met")},
            ("CONSULT", ("Fijian ministers", "Samoan ministers"), ()),
        ),
    ],
    ids=["no actor", "too faint", "no recipient", "gives way", "stays beside", "not sure enough", "other", "mutual"],
)
def test_a_telling_has_the_parties_between_whom_the_model_sees_the_same(
    reader: Reader,
    text: str,
    said: dict[tuple[str, str], tuple[str, float, str]],
    event: tuple[str, tuple[str, ...], tuple[str, ...]],
) -> None:
    seen = Sayings(source="Fiji", cue="criticised", content="damage to Tonga by Samoan troops")
    assert event in told(read(reader, text, seen, Deeds(said)))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("that the port was closed. Tonga", ["that the port was closed"]),
        (
            "that the port was closed. Tonga sent its two old frigates",
            ["that the port was closed. Tonga sent its two old"],
        ),
    ],
)
def test_scraps_of_another_sentence_are_no_content(reader: Reader, content: str, words: list[str]) -> None:
    text = "Fiji let it slip that the port was closed. Tonga sent its two old frigates there."
    [found] = read(reader, text, Sayings(source="Fiji", cue="let it slip", content=content)).attributions
    assert [e.of(text)[: len(w)] for e, w in zip(found.content, words, strict=True)] == words


@pytest.mark.parametrize(
    ("text", "pair", "said", "types"),
    [
        (
            "Spokeswoman Ana Ruiz says Peru urges Chad to mend the bridge.",
            ("Ana Ruiz", "Chad"),
            ("REQUEST", 0.9, "urges"),
            [("REQUEST", "Peru")],
        ),
        (
            "Peru urged Chad to keep Lima's envoy.",
            ("Peru", "envoy"),
            ("THREATEN", 0.9, "urged"),
            [("REQUEST", "Peru")],
        ),
        (
            "Oman condemned the bombing of a Peruvian embassy.",
            ("Oman", "Peruvian embassy"),
            ("ACCUSE", 0.9, "condemned"),
            [("ACCUSE", "Oman"), ("ASSAULT", "")],
        ),
        (
            "The minister told the king that Chad was ready.",
            ("Chad", "The minister"),
            ("AGREE", 0.9, "told"),
            [],
        ),
    ],
    ids=["who only speaks for another", "what is done by the same word", "a victim", "who tells of it"],
)
def test_what_a_model_sees_is_not_added(
    reader: Reader,
    text: str,
    pair: tuple[str, str],
    said: tuple[str, float, str],
    types: list[tuple[str, str]],
) -> None:
    condemned = Sayings(source="Oman", cue="condemned", content="the bombing of a Peruvian embassy")
    found = told(read(reader, text, condemned if "condemned" in text else None, Deeds({pair: said})))
    assert [(type, actor[0] if actor else "") for type, actor, _ in found if type != "CONCEDE"] == types
