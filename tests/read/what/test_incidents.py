"""Several tellings of one event are one event; two events stay two; each lies where and when its own words say."""

import pytest

from onrecord.model import Document


def events(reader, text, type):
    reading = reader.read(Document.from_text(text, date="2025-05-07"))
    return [e for e in reading.events if e.type == type]


def place_of(reader, text, type):
    reading = reader.read(Document.from_text(text, date="2025-05-07"))
    places = {p.id: p.name for p in reading.places}
    return [places.get(e.place) for e in reading.events if e.type == type]


@pytest.mark.parametrize(
    ("text", "type", "count"),
    [
        ("The envoy met the minister in Lima. The envoy arrived in Lima on Monday.", "CONSULT", 1),
        ("Rebels attacked a base. The rebels killed nine soldiers in the attack.", "ASSAULT", 1),
        ("Peru's president met Chile's president. Kenya's president met Uganda's president.", "CONSULT", 2),
        (
            "Peru's envoy Ana Rivas met Ilse Kask, an Estonian minister. Rivas met Jaan Ots, an Estonian lawmaker.",
            "CONSULT",
            2,
        ),
        ("Peru's envoy Ana Rivas met Ilse Kask, an Estonian minister. Rivas left after the meeting.", "CONSULT", 1),
        ("Rebels attacked a base in Goma on Monday. Rebels attacked a base in Goma on March 3.", "ASSAULT", 2),
        ("Rebels attacked a base in Mali. Gunmen attacked a mosque in Nigeria.", "ASSAULT", 2),
        ("Rebels attacked soldiers in Goma. Attacks on soldiers have increased.", "ASSAULT", 2),
        ("Peru urged Chile to talk. Peru urged Chile to pay.", "REQUEST", 2),
        ("Nigerian jets bombed a village, killing at least nine people.", "ASSAULT", 1),
        ("Nigerian jets bombed a village, and rebels killed nine people.", "ASSAULT", 2),
        ("A blast killed nine people as the Chadian army fought rebels.", "ASSAULT", 2),
        ("Chadian soldiers shot at smugglers, who exchanged fire with guards.", "ASSAULT", 2),
        ("Gunmen killed nine monks, police said, in an attack claimed by rebels.", "ASSAULT", 1),
        ("Nine monks were killed when their bus was bombed near Goma.", "ASSAULT", 1),
        ("Nine rebels were killed when they attacked a post near Goma.", "ASSAULT", 2),
        (
            "Syrian jets dropped sarin on Saraqib, killing 34 people. Iran said that rebels staged the attack.",
            "ASSAULT",
            2,
        ),
        ("Gunmen told of an attack on a convoy in which two drivers were killed.", "ASSAULT", 1),
        ("Soldiers seized power in Fiji. The soldiers closed Fiji's borders.", "COERCE", 2),
        ("Chadian gunmen fired on a village. Chadian drones bombed a school.", "ASSAULT", 2),
    ],
)
def test_tellings_are_joined_where_parties_days_and_places_agree(reader, text, type, count):
    assert len(events(reader, text, type)) == count


@pytest.mark.parametrize(
    ("text", "type", "days"),
    [
        ("On May 3, rebels attacked a base.", "ASSAULT", ("2025-05-03", "2025-05-03")),
        ("Rebels attacked a base last month.", "ASSAULT", ("2025-04-01", "2025-04-30")),
        ("Rebels attacked a base.", "ASSAULT", (None, "2025-05-07")),
        ("Rebels attacked a base built in 2012.", "ASSAULT", (None, "2025-05-07")),
        ("Peru condemned the raid and will host talks on 20 May.", "ACCUSE", (None, "2025-05-07")),
        ("Rebels attacked a base and killed nine men on May 3.", "ASSAULT", ("2025-05-03", "2025-05-03")),
        ("Peru accused Chile of arming rebels in 2019.", "ACCUSE", (None, "2025-05-07")),
    ],
)
def test_event_lies_in_the_days_of_its_own_words(reader, text, type, days):
    assert [(e.date.start, e.date.end) for e in events(reader, text, type)] == [days]


@pytest.mark.parametrize(
    ("text", "type", "place"),
    [
        ("Rebels attacked a base in Goma.", "ASSAULT", "Goma"),
        ("In Goma, rebels attacked a base.", "ASSAULT", "Goma"),
        ("Rebels attacked a checkpoint in Goma, Congo.", "ASSAULT", "Goma"),
        ("The envoy's visit to Lima comes amid attacks on soldiers.", "ASSAULT", None),
        ("Rebels attacked a convoy of the Lima police.", "ASSAULT", None),
    ],
)
def test_event_lies_in_the_place_of_its_own_words(reader, text, type, place):
    assert place_of(reader, text, type) == [place]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peru agreed to exchange prisoners with Chile.", [("AGREE", "actual")]),
        ("Peru promised to deploy more soldiers.", [("AGREE", "actual")]),
        ("Peru promised to deploy soldiers against Chile.", [("AGREE", "actual"), ("THREATEN", "future")]),
        ("Peru will meet Chile in June.", [("AGREE", "future")]),
        ("Sudan said it will attack Chad.", [("THREATEN", "future")]),
        ("Kenya said Sudan will attack Chad.", [("ASSAULT", "future")]),
    ],
)
def test_what_is_to_come_takes_its_own_type_by_the_word_of_who_would_do_it(reader, text, told):
    reading = reader.read(Document.from_text(text, date="2025-05-07"))
    assert [(e.type, e.modality) for e in reading.events] == told


@pytest.mark.parametrize(
    ("text", "type", "figures"),
    [
        ("Rebels attacked a base, killing nine soldiers.", "ASSAULT", [9]),
        ("Rebels attacked a base. The mayor said that seven people died.", "ASSAULT", [7]),
        ("Rebels attacked a base. It rained. It snowed. It thawed. A flood killed 30 people.", "ASSAULT", []),
        ("Chad closed its border with Sudan. Hunger has displaced 5,000 people.", "RETREAT", []),
    ],
)
def test_figures_belong_to_the_event_that_is_told_near_them(reader, text, type, figures):
    found = events(reader, text, type)
    assert [f.low for e in found[:1] for f in e.figures] == figures


@pytest.mark.parametrize(
    ("text", "evidence", "told"),
    [
        (
            "Rebels attack base in Goma\n\nRebels attacked a base in Goma on Sunday, the army said.",
            "attributed",
            "Rebels attacked a",
        ),
        ("Rebels attack base in Goma\n\nRebels attacked a base in Goma on Sunday.", "reported", "Rebels attacked a"),
        ("Rebels kill nine soldiers in Goma\n\nRain is due in the north.", "reported", "Rebels kill"),
    ],
)
def test_headline_is_no_witness_beside_the_report_under_it(reader, text, evidence, told):
    [event] = reader.read(Document.from_text(text, date="2025-05-07")).events
    assert (event.evidence, event.sentence.of(text).startswith(told)) == (evidence, True)


def test_place_is_a_party_only_where_no_party_is_told(reader):
    reading = reader.read(Document.from_text("Rebels opened fire on a bus in Goma, killing nine farmers."))
    (event,) = reading.events
    assert [e.name for e in reading.entities if e.id in event.recipient] == ["nine farmers"]


def test_a_capital_that_stands_for_its_state_is_no_scene(reader):
    assert place_of(reader, "Kenya thanked Fiji on Monday and called on Washington to follow.", "SUPPORT") == [None]
    assert place_of(reader, "Kenya closed its ports to Emirati ships.", "COERCE") == [None]
    assert place_of(reader, "Kenya thanked Fiji in Washington on Monday.", "SUPPORT") == ["Washington"]


def test_what_a_headline_tells_is_told_again_below(reader):
    text = "Chad rejects Niger's plan\n\nChad on Monday rejected a plan by Niger for the lake."
    assert len(events(reader, text, "REJECT")) == 1


def test_what_is_told_twice_below_the_headline_stays_two(reader):
    text = "A day at the lake\n\nChad rejected Niger's plan. Chad rejected Niger's offer."
    assert len(events(reader, text, "REJECT")) == 2


def test_a_visit_is_where_it_leads(reader):
    assert place_of(reader, "The envoy of Kenya flew from Lusaka to Asmara.", "CONSULT") == ["Asmara"]


def test_states_do_not_march(reader):
    assert all(not e.actor for e in events(reader, "Turkish protests filled the square in Ankara.", "PROTEST"))
