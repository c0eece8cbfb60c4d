"""Offices and kin in the constructions that news uses."""

import pytest
from spacy.language import Language

from onrecord.lexicon.countries import load_countries
from onrecord.lexicon.people import load_people
from onrecord.model import Document, Time, TimeType
from onrecord.read.parse import parse
from onrecord.read.who.cast import Cast, find_cast


def cast_of(nlp: Language, text: str, *dates: tuple[str, str]) -> Cast:
    times = tuple(
        Time(id=f"t-{i}", start=text.index(w), end=text.index(w) + len(w), type=TimeType.DATE, value=v)
        for i, (w, v) in enumerate(dates)
    )
    return find_cast(parse(nlp, Document.from_text(text)), load_people(), load_countries(), times=times)


OFFICES = [
    ("Speaker of the National Assembly Tariq Baloch met the envoy.", "Tariq Baloch", "speaker", None),
    (
        "Somalia's Minister of Foreign Affairs Abdi Warsame left.",
        "Abdi Warsame",
        "minister of foreign affairs",
        "SOM",
    ),
    ("The president of the Republic of Chad Idriss Barka left.", "Idriss Barka", "president", "TCD"),
    ("The head of the Bank of Togo Peter Abuga left.", "Peter Abuga", "head", "TGO"),
    ("Prime Minister Anna Zielinska spoke.", "Anna Zielinska", "prime minister", None),
    ("Polish Prime Minister Anna Zielinska spoke.", "Anna Zielinska", "prime minister", "POL"),
    ("Poland's prime minister, Anna Zielinska, spoke.", "Anna Zielinska", "prime minister", "POL"),
    ("Anna Zielinska, Poland's prime minister, spoke.", "Anna Zielinska", "prime minister", "POL"),
    ("Kenya's special envoy for Sudan, Peter Otieno, left.", "Peter Otieno", "special envoy for Sudan", "KEN"),
    ("Peter Otieno, the Minister for Fisheries, left.", "Peter Otieno", "minister for fisheries", None),
    ("Peter Otieno is Kenya's ambassador to France.", "Peter Otieno", "ambassador to France", "KEN"),
    ("Peter Otieno was elected president of Kenya.", "Peter Otieno", "president", "KEN"),
    ("Grace Mbeki named Peter Otieno as finance minister.", "Peter Otieno", "finance minister", None),
    ("It came after the appointment of Peter Otieno as finance minister.", "Peter Otieno", "finance minister", None),
    ("It came after Peter Otieno's election as mayor.", "Peter Otieno", "mayor", None),
    ("Peter Otieno served as ambassador to Chad until 2021.", "Peter Otieno", "ambassador to Chad", None),
    ("Peter Otieno resigned as finance minister.", "Peter Otieno", "finance minister", None),
    ("Peter Otieno, who heads the intelligence service, left.", "Peter Otieno", "head", None),
    ("Former president Peter Otieno died.", "Peter Otieno", "president", None),
    ("The army spokesman, Col. Ivo Hrasky, denied it.", "Ivo Hrasky", "army spokesman", None),
    ("The president of Kenya, Samuel Oumar, left.", "Samuel Oumar", "president", "KEN"),
    (
        "A spokesman for the Tigray People's Liberation Front (TPLF), Gebre Alemu, left.",
        "Gebre Alemu",
        "spokesman",
        "ETH",
    ),
    ("U.S. Secretary of State Dana Whitfield left.", "Dana Whitfield", "secretary of state", "USA"),
    ("Ministers named Peter Otieno, a retired diplomat, special envoy.", "Peter Otieno", "special envoy", None),
    ("Peter Otieno, then defence minister, signed it.", "Peter Otieno", "defence minister", None),
    ("Her predecessor, Peter Otieno, resigned as mayor.", "Peter Otieno", "mayor", None),
    ("Andes Steel CEO Rosa Mamani left.", "Rosa Mamani", "CEO", None),
    ("Siti Rahmawati, the head of Indonesia's electoral commission, resigned.", "Siti Rahmawati", "head", "IDN"),
    ("The head of Indonesia's electoral commission, Siti Rahmawati, resigned.", "Siti Rahmawati", "head", "IDN"),
    ("Marie Pierre, the speaker of Haiti's parliament, left.", "Marie Pierre", "speaker", "HTI"),
    ("Bayarmaa Dorj, a former prime minister of Mongolia, left.", "Bayarmaa Dorj", "prime minister", "MNG"),
    ("Then-president Bayarmaa Dorj signed the pact.", "Bayarmaa Dorj", "president", None),
    ("Gen. Thura Aung, the army's commander-in-chief, denied it.", "Thura Aung", "commander-in-chief", None),
    ("Queen Mele Tupou of Tonga opened the school.", "Mele Tupou", "queen", "TON"),
    ("Rosa Quispe has been the consul in Puno since 2020.", "Rosa Quispe", "consul in Puno", None),
    ("Parliament elected Jean-Baptiste Pierre speaker.", "Jean-Baptiste Pierre", "speaker", None),
    ("The cabinet has named Ama Boateng ambassador to Peru.", "Ama Boateng", "ambassador to Peru", None),
    ("The governor of Cambodia's Pailin province, Sok Dara, spoke.", "Sok Dara", "governor", "KHM"),
    ("Amna Bakheit, the head of Kassala's health department, spoke.", "Amna Bakheit", "head", None),
    ("Amina Bello, Minister of Health of Nigeria, resigned.", "Amina Bello", "minister of health", "NGA"),
    ("Joseph Mutua, who was Kenya's defence minister, died.", "Joseph Mutua", "defence minister", "KEN"),
    ("Jean-Baptiste Pierre, appointed prime minister in May, left.", "Jean-Baptiste Pierre", "prime minister", None),
]


@pytest.mark.parametrize(("text", "holder", "title", "country"), OFFICES)
def test_who_holds_which_office(nlp: Language, text: str, holder: str, title: str, country: str | None) -> None:
    cast = cast_of(nlp, text)
    found = [(cast.entity(o.holder).name, o.title, o.country) for o in cast.offices]
    assert found == [(holder, title, country)]


TERMS = [
    ("Tran Van Minh served as defence minister from 2011 to 2016.", "2011", "2016"),
    ("Tran Van Minh was foreign minister between 2011 and 2016.", "2011", "2016"),
    ("Tran Van Minh, prime minister from 2011 to 2016, left.", "2011", "2016"),
    ("Tran Van Minh, mayor since 2011, spoke in 2016.", "2011", None),
    ("Tran Van Minh has been the consul in Puno since 2011.", "2011", None),
    ("Tran Van Minh, who was foreign minister from 2011 to 2016, left.", "2011", "2016"),
    ("Tran Van Minh led the Northern Front from 2011 until 2016.", "2011", "2016"),
    ("Tran Van Minh, the mayor, left between 2011 and 2016.", None, None),
]


@pytest.mark.parametrize(("text", "since", "until"), TERMS)
def test_a_term_has_its_beginning_and_its_end(nlp: Language, text: str, since: str | None, until: str | None) -> None:
    cast = cast_of(nlp, text, *((year, year) for year in ("2011", "2016") if year in text))
    assert [(o.since, o.until) for o in cast.offices] == [(since, until)]


def test_who_appoints_is_told_after_the_office_too(nlp: Language) -> None:
    cast = cast_of(nlp, "Ama Boateng was appointed ambassador to Peru by President Kofi Ansah.")
    office = next(o for o in cast.offices if o.title == "ambassador to Peru")
    assert cast.entity(office.appointed_by or "").name == "Kofi Ansah"


def test_from_whom_an_office_was_taken_over_is_no_part_of_its_title(nlp: Language) -> None:
    cast = cast_of(nlp, "Leila Haddad took over as acting president from Omar Benali.")
    assert {o.title for o in cast.offices} == {"acting president"}


def test_a_predecessor_is_nobody_but_himself(nlp: Language) -> None:
    cast = cast_of(nlp, "Omar Benali's predecessor as president, Leila Haddad, left.")
    assert {cast.entity(o.holder).name for o in cast.offices} == {"Omar Benali", "Leila Haddad"}


HANDOVERS = [
    ("Environment Minister Ann Wanjiru left. Peter Otieno succeeded Wanjiru.", "environment minister", None),
    (
        "Environment Minister Ann Wanjiru left. She was replaced by Peter Otieno on Tuesday.",
        "environment minister",
        "D",
    ),
    ("Peter Otieno, the defence minister, praised his predecessor, Ann Wanjiru.", "defence minister", None),
    ("Defence Minister Ann Wanjiru welcomed her successor, Peter Otieno.", "defence minister", None),
    ("Mayor Ann Wanjiru wept. Peter Otieno took over from Wanjiru on Tuesday.", "mayor", "D"),
    ("Peter Otieno took over from Ann Wanjiru as army chief.", "army chief", None),
]


@pytest.mark.parametrize(("text", "title", "day"), HANDOVERS)
def test_an_office_that_changes_hands_was_one_and_is_the_others(
    nlp: Language, text: str, title: str, day: str | None
) -> None:
    cast = cast_of(nlp, text, *([("Tuesday", "2025-03-18")] if day else []))
    found = {cast.entity(o.holder).name: o for o in cast.offices}
    assert {o.title for o in found.values()} == {title}
    assert found["Peter Otieno"].since == found["Ann Wanjiru"].until == (day and "2025-03-18")


def test_the_day_of_something_else_is_none_of_a_handover(nlp: Language) -> None:
    text = "Mayor Hala Idris spoke. Her predecessor, Peter Otieno, was robbed on Tuesday."
    cast = cast_of(nlp, text, ("Tuesday", "2025-03-18"))
    assert {(o.title, o.since, o.until) for o in cast.offices} == {("mayor", None, None)}


def test_one_may_hold_two_offices_and_hail_from_elsewhere(nlp: Language) -> None:
    cast = cast_of(nlp, "Omar Benali, the army chief and head of state, met Ali Tahir, a Togo-born governor.")
    offices = [(cast.entity(o.holder).name, o.title, o.country) for o in cast.offices]
    assert ("Omar Benali", "head of state", None) in offices
    assert ("Ali Tahir", "governor", None) in offices


@pytest.mark.parametrize(
    "text",
    [
        "President Peter Otieno replaced Ann Wanjiru.",
        "President Peter Otieno praised Ann Wanjiru, a predecessor of note.",
        "The new pump replaced Ann Wanjiru's old one.",
    ],
)
def test_who_replaces_somebody_need_not_hold_the_office(nlp: Language, text: str) -> None:
    cast = cast_of(nlp, text)
    assert "Ann Wanjiru" not in {cast.entity(o.holder).name for o in cast.offices}


NO_OFFICES = [
    "Peter Otieno is not the finance minister.",
    "Peter Otieno met the finance minister.",
    "In talks with the finance minister, Peter Otieno said no.",
    "The finance minister met Peter Otieno, Hala Idris and Ali Tahir.",
    "Peter Otieno arrived as ministers left.",
    "The mayor met Peter Otieno, a retired diplomat, special envoys and others.",
    "Floods succeeded drought as a worry.",
]


@pytest.mark.parametrize("text", NO_OFFICES)
def test_who_holds_none(nlp: Language, text: str) -> None:
    assert cast_of(nlp, text).offices == ()


SUCCESSIONS = [
    ("Hala Idris succeeded Peter Otieno as mayor in 2021.", "Hala Idris", "Peter Otieno", "2021"),
    ("Peter Otieno was succeeded by Hala Idris as mayor in 2021.", "Hala Idris", "Peter Otieno", "2021"),
    ("Hala Idris, who replaced Peter Otieno as mayor in 2021, left.", "Hala Idris", "Peter Otieno", "2021"),
    ("The council replaced Peter Otieno with Hala Idris as mayor in 2021.", "Hala Idris", "Peter Otieno", "2021"),
    ("Peter Otieno's successor as mayor, Hala Idris, left.", "Hala Idris", "Peter Otieno", None),
]


@pytest.mark.parametrize(("text", "came", "went", "day"), SUCCESSIONS)
def test_who_came_after_whom(nlp: Language, text: str, came: str, went: str, day: str | None) -> None:
    cast = cast_of(nlp, text, *([(day, day)] if day else []))
    held = {cast.entity(o.holder).name: (o.title, o.since, o.until) for o in cast.offices}
    assert held == {came: ("mayor", day, None), went: ("mayor", None, day)}


def test_an_appointment_has_its_day_and_who_made_it(nlp: Language) -> None:
    text = "On May 5, President Grace Mbeki appointed John Barasa as special envoy for Chad."
    cast = cast_of(nlp, text, ("May 5", "2024-05-05"))
    office = next(o for o in cast.offices if o.title == "special envoy for Chad")
    assert office.appointed_by is not None
    assert cast.entity(office.appointed_by).name == "Grace Mbeki"
    assert (office.since, office.until) == ("2024-05-05", None)


def test_an_office_has_its_end(nlp: Language) -> None:
    text = "John Barasa served as ambassador to Chad until 2021."
    assert cast_of(nlp, text, ("2021", "2021")).offices[0].until == "2021"


def test_an_office_of_a_body(nlp: Language) -> None:
    cast = cast_of(nlp, "The Taliban's Interior Minister Karim Noorzai left.")
    assert [(o.title, o.country, cast.entity(o.body or "").name) for o in cast.offices] == [
        ("interior minister", "AFG", "Taliban")
    ]


KIN = [
    ("Tarik Noorzai is the nephew of Karim Noorzai.", "Tarik Noorzai", "nephew", "Karim Noorzai"),
    ("Tarik Noorzai left. His uncle, Karim Noorzai, stayed.", "Karim Noorzai", "uncle", "Tarik Noorzai"),
    ("Ann Wanjiru's son Brian Wanjiru was hurt.", "Brian Wanjiru", "son", "Ann Wanjiru"),
    ("Brian Wanjiru, the brother of Ann Wanjiru, was hurt.", "Brian Wanjiru", "brother", "Ann Wanjiru"),
    ("Brian Wanjiru married Ann Njeri in May.", "Brian Wanjiru", "spouse", "Ann Njeri"),
    ("Brian Wanjiru's widow, Ann Wanjiru, wept.", "Ann Wanjiru", "widow", "Brian Wanjiru"),
    ("The widow of Brian Wanjiru, Ann Wanjiru, wept.", "Ann Wanjiru", "widow", "Brian Wanjiru"),
    ("Brian Wanjiru and Ann Njeri were married in May.", "Brian Wanjiru", "spouse", "Ann Njeri"),
    ("Hassan Warsame is married to Amina Yusuf.", "Hassan Warsame", "spouse", "Amina Yusuf"),
    ("Hassan Warsame's uncle Abdi Warsame stayed.", "Abdi Warsame", "uncle", "Hassan Warsame"),
    ("Lin Meiling, daughter-in-law of Lin Guowei, spoke.", "Lin Meiling", "daughter-in-law", "Lin Guowei"),
    ("Lin Meiling and Chen Hao, her cousin, spoke.", "Chen Hao", "cousin", "Lin Meiling"),
]


@pytest.mark.parametrize(
    "text", ["Chen Hao's sons Chen Bo and Chen Li fled.", "Chen Hao had two sons, Chen Bo and Chen Li."]
)
def test_several_are_kin_of_one(nlp: Language, text: str) -> None:
    cast = cast_of(nlp, text)
    assert [(cast.entity(k.person).name, k.relation, cast.entity(k.of).name) for k in cast.kin] == [
        ("Chen Bo", "son", "Chen Hao"),
        ("Chen Li", "son", "Chen Hao"),
    ]


def test_a_word_for_kin_is_no_office(nlp: Language) -> None:
    assert cast_of(nlp, "The president's half-brother Chen Hao spoke.").offices == ()


@pytest.mark.parametrize(("text", "person", "relation", "of"), KIN)
def test_who_is_whose_kin(nlp: Language, text: str, person: str, relation: str, of: str) -> None:
    cast = cast_of(nlp, text)
    assert [(cast.entity(k.person).name, k.relation, cast.entity(k.of).name) for k in cast.kin] == [
        (person, relation, of)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Tarik Noorzai is not the nephew of Karim Noorzai.",
        "Tarik Noorzai met the brother of Karim Noorzai.",
        "Relatives of Karim Noorzai wept.",
    ],
)
def test_who_is_not(nlp: Language, text: str) -> None:
    assert cast_of(nlp, text).kin == ()


@pytest.mark.parametrize("word", load_people().kin, ids=lambda k: k.id)
def test_examples_of_kin(nlp: Language, word: object) -> None:
    text, lemmas = word.example, word.lemma  # type: ignore[attr-defined]
    text = text if text.startswith(("Anton", "Ines")) else f"{'Ines' if 'Her' in text else 'Anton'} Okafor left. {text}"
    assert [k.relation for k in cast_of(nlp, text).kin] == [lemmas[0]]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Speaker of the National Assembly Tariq Baloch met the envoy.", "Tariq Baloch"),
        ("The governor of the Bank of Chad Holdings met the envoy.", "The governor of the Bank of Chad Holdings"),
        ("The Minister of Justice of Chad met the envoy.", "The Minister of Justice of Chad"),
    ],
)
def test_the_subject_behind_an_office_is_its_holder_where_one_is_named(nlp: Language, text: str, subject: str) -> None:
    assert subject in {entity.name for entity in cast_of(nlp, text).entities}
