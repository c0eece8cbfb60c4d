"""Who is who: sentences of our own, read as sentences."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from onrecord.lexicon.countries import load_countries
from onrecord.lexicon.people import load_people
from onrecord.model import Document, Entity, Extent, Kind
from onrecord.read.parse import parse
from onrecord.read.who.cast import Cast, find_cast

See = Callable[[str], "Seen"]


class Seen:
    """A text and its cast, asked in words."""

    def __init__(self, text: str, cast: Cast) -> None:
        self.text = text
        self.cast = cast

    def words(self, entity: Entity) -> list[str]:
        return [m.named.of(self.text) for m in entity.mentions]

    def who(self, words: str) -> Entity:
        """The entity that the words speak of, where they first do."""
        for entity in self.cast.entities:
            if words in self.words(entity):
                return entity
        raise AssertionError(f"{words!r} is no mention; there are {[self.words(e) for e in self.cast.entities]}")

    def mentions(self) -> list[str]:
        return [w for e in self.cast.entities for w in self.words(e)]


@pytest.fixture
def see(nlp: Language) -> See:
    def look(text: str) -> Seen:
        parsed = parse(nlp, Document.from_text(text))
        return Seen(text, find_cast(parsed, load_people(), load_countries(), published="2025-03-18"))

    return look


ONE = [
    ("Kenya's special envoy for Sudan, Peter Otieno, met rebels.", "Peter Otieno", "Kenya's special envoy for Sudan"),
    ("Peter Otieno, Kenya's special envoy for Sudan, met rebels.", "Peter Otieno", "Kenya's special envoy for Sudan"),
    ("Peter Otieno met rebels. Otieno said so.", "Peter Otieno", "Otieno"),
    ("A fisherman, Hassan Mahamat, counted nine boats.", "Hassan Mahamat", "A fisherman"),
    ("A teacher named Wanjiru Abdi fled.", "Wanjiru Abdi", "A teacher"),
    ("Chad's defence minister, Ali Koulamallah, said: “We asked for it.”", "Chad", "We"),
    ("Peter Otieno met rebels. Mr. Otieno said so.", "Peter Otieno", "Otieno"),
    ("Foreign Minister Hala Idris resigned. The minister gave no reason.", "Hala Idris", "The minister"),
    ("Hala Idris resigned. She gave no reason.", "Hala Idris", "She"),
    ("Mayor Karl Wiese said Senator Pedro Ruiz had called for his resignation.", "Karl Wiese", "his"),
    ("Karl Wiese sent a letter to Pedro Ruiz urging him to go.", "Pedro Ruiz", "him"),
    ("Chad's envoy was called in. The envoy, Peter Otieno, took notes.", "Peter Otieno", "Chad's envoy"),
    ("Rebels who call themselves the Coast Front hit the port.", "Rebels", "Coast Front"),
    ("A militia known as the Desert Hawks hit the port.", "A militia", "Desert Hawks"),
    ("A group that calls itself Nur hit the port.", "A group", "Nur"),
    ("Omar Tall, better known as Abu Hamza, was held.", "Omar Tall", "Abu Hamza"),
    ("Omar Tall, whose real name is Ali Diop, was held.", "Omar Tall", "Ali Diop"),
    ("Before she resigned, Hala Idris met rebels.", "Hala Idris", "she"),
    ("In his speech, Peter Otieno praised Norway.", "Peter Otieno", "his"),
    ("Gen. Moussa Dibala, the army chief, flew home. He denied it.", "Moussa Dibala", "He"),
    ("The Front for Unity in Chad (FUC) attacked. The FUC said so.", "Front for Unity in Chad", "FUC"),
    ("The Quetzal Front claimed it in a message on Telegram. The group left.", "Quetzal Front", "The group"),
    ("The army told of its raid on Quetzal Front in a post on Facebook. The group fled.", "Quetzal Front", "The group"),
    ("The Lashkar-e-Noor Pakistan (LNP) fled. The group denied it.", "Lashkar-e-Noor Pakistan", "The group"),
    ("The Taliban denied it. The Afghan Taliban blamed Pakistan.", "Taliban", "Afghan Taliban"),
    ("The TTP attacked. The Tehreek-e-Taliban Pakistan said so.", "TTP", "Tehreek-e-Taliban Pakistan"),
    ("The Rapid Support Forces (RSF) fled. The paramilitary group denied it.", "RSF", "The paramilitary group"),
    ("The Turkish Foreign Ministry denied it. The ministry said so.", "Turkish Foreign Ministry", "The ministry"),
    ("Turkey denied it. Ankara said Greece was wrong.", "Turkey", "Ankara"),
    ("The United States withdrew. The U.S. said so.", "United States", "U.S."),
    ("The World Health Organization (WHO) warned. WHO said so.", "World Health Organization", "WHO"),
    ("Ahmed bin Saleh spoke. Bin Saleh left.", "Ahmed bin Saleh", "Bin Saleh"),
    ("Jan van der Berg spoke. Van der Berg left.", "Jan van der Berg", "Van der Berg"),
    ("Khalid-ur-Rashid Noorzai spoke. Noorzai left.", "Khalid-ur-Rashid Noorzai", "Noorzai"),
    ("Omar al-Farsi said that he would resign.", "Omar al-Farsi", "he"),
    ("Kenya said that its army had left.", "Kenya", "its"),
    ("The TTP said that they attacked the post.", "TTP", "they"),
    ("Gunmen killed nine people, among them four soldiers, when they stormed a post.", "Gunmen", "they"),
    ("Gunmen killed nine people, among them four soldiers, on Monday.", "nine people", "them"),
    ("Police arrested nine men, three of them Chadians.", "nine men", "them"),
    ("Chad gave fuel. The Sea Guards said it had come too late.", "Sea Guards", "it"),
    ("Chad met the Iranians. It gave them fuel.", "Chad", "It"),
    ('Soldiers fired, as nurses told the radio. "We saw them shoot," a trader said.', "Soldiers", "them"),
    ("Maria Santos, 42, a lawyer who represents the family, left.", "Maria Santos", "who"),
    ("His uncle, Karim Noorzai, was killed.", "Karim Noorzai", "His uncle"),
    ("Tarik Noorzai is the nephew of Karim Noorzai.", "Tarik Noorzai", "the nephew"),
    ("Hala Idris defended herself.", "Hala Idris", "herself"),
    ("The rights group's researcher, Rana Khoury, left.", "Rana Khoury", "The rights group's researcher"),
    ("Human Rights Watch protested. The rights group blamed Chad.", "Human Rights Watch", "The rights group"),
    ("They fled the town of Adwa. Adwa was quiet.", "the town of Adwa", "Adwa"),
    ("Residents of Ouaddai province left. Ouaddai was quiet.", "Ouaddai province", "Ouaddai"),
    ('"We will answer," the army said.', "the army", "We"),
    ("Rosa Choque Mamani met officials. Choque left.", "Rosa Choque Mamani", "Choque"),
    ('Kenya said: "We will answer."', "Kenya", "We"),
    ('"I will resign," Hala Idris said.', "Hala Idris", "I"),
    ('Hala Idris spoke to reporters. "I will resign," she said.', "Hala Idris", "I"),
    ('The spokesman for the army, Ali Warsame, said: "We hold the town."', "the army", "We"),
    ("I crossed the river at night. My guide turned back.", "I", "My"),
    ('"We fled," one trader said. "Our shops are gone."', "We", "Our"),
    ("Belmora Steel Inc. sacked workers. Belmora gave no reason.", "Belmora Steel Inc.", "Belmora"),
    ("The Red Condor Front fled. The RCF gave no reason.", "Red Condor Front", "RCF"),
    ("The US Air Force flew on. The U.S. Air Force said so.", "US Air Force", "U.S. Air Force"),
    ("Belmora Shipping lost a tanker. The company blamed Chad.", "Belmora Shipping", "The company"),
    ("Rosa Mamani met Peter Otieno. She left at noon.", "Rosa Mamani", "She"),
    ("Rosa Mamani met Peter Otieno. Aides said that he left.", "Peter Otieno", "he"),
    ("Kim Brandt met reporters. He left at noon.", "Kim Brandt", "He"),
    ("Kim Brandt met reporters. She left at noon.", "Kim Brandt", "She"),
    ("Iraq's Omar Saleh said that he would go. The Iraqi leader blamed Chad.", "Omar Saleh", "The Iraqi leader"),
    ("NATO met in Riga. The alliance agreed to send ships.", "NATO", "The alliance"),
    ("Another man fled. Police said that the man was armed.", "Another man", "the man"),
    ("Karim Noorzai said that Omar al-Farsi fled with his guards.", "Omar al-Farsi", "his"),
    ("Karim Noorzai, who trained Omar al-Farsi, spoke. He took a list with him.", "He", "him"),
    ("Tarik Noorzai wants Karim Noorzai back. Karim sleeps. Noorzai urged Fiji to act.", "Tarik Noorzai", "Noorzai"),
    ("Tarik Noorzai met Karim Noorzai. Noorzai urged Fiji to act.", "Karim Noorzai", "Noorzai"),
    (
        "Ethiopia freed 14 Eritrean officers. The 14 Eritrean army officers went home.",
        "14 Eritrean officers",
        "The 14 Eritrean army officers",
    ),
    ("The captain, identified only as Mehmet Kaya, had been freed.", "The captain", "Mehmet Kaya"),
    ("Ali Koulamallah met his Kenyan counterpart, Peter Otieno.", "Peter Otieno", "his Kenyan counterpart"),
    ("A court tried a Fijian citizen, Ratu Vakau, 34, for fraud.", "Ratu Vakau", "a Fijian citizen"),
    ("Rebel chief Omar Tall, alias Abu Hamza, was held.", "Omar Tall", "Abu Hamza"),
    ('Rebel chief Omar Tall, alias "El Cura", was held.', "Omar Tall", "El Cura"),
    ('Rebel chief Omar Tall, nicknamed "the Fox", was held.', "Omar Tall", "Fox"),
    ("The Emirates denied it. Emirati jets flew on.", "The Emirates", "Emirati"),
    ("Envoy Margarethe Sow met Grand Ayatollah Hussein Amini and said that he was ill.", "Hussein Amini", "he"),
]


@pytest.mark.parametrize(("text", "one", "other"), ONE)
def test_one_and_the_same(see: See, text: str, one: str, other: str) -> None:
    seen = see(text)
    assert seen.who(one) == seen.who(other)


TWO = [
    ("Prime Minister Rana Iqbal left. His interior minister, Talal Shah, wept.", "Rana Iqbal", "Talal Shah"),
    ("The European Union met. Nurses fled, their union said.", "European Union", "their union"),
    ("President Orhan Demir left. Cyprus, whose president is in Lima, slept.", "Orhan Demir", "whose president"),
    ("Rebels killed two monks. Guards freed two monks at noon.", "two monks", "Guards"),
    ("Chad's envoy met Peru's envoy. The envoy, Peter Otieno, took notes.", "Peter Otieno", "Chad's envoy"),
    ("Chad's envoy left. The envoy, Peru's Peter Otieno, took notes.", "Peter Otieno", "Chad's envoy"),
    ("The rebels do not call themselves the Coast Front.", "The rebels", "Coast Front"),
    ("Gunmen killed nine people, among them four soldiers, on Monday.", "Gunmen", "four soldiers"),
    ("Gunmen killed nine people, among them four soldiers, on Monday.", "nine people", "four soldiers"),
    ("The group named Ali Diop as its leader.", "The group", "Ali Diop"),
    ("Tarik Noorzai met Karim Noorzai.", "Tarik Noorzai", "Karim Noorzai"),
    ("The Taliban met the TTP.", "Taliban", "TTP"),
    ("In talks with the envoy, Peter Otieno said no.", "Peter Otieno", "the envoy"),
    ("Sudan's foreign minister met Kenya's foreign minister.", "Sudan's foreign minister", "Kenya's foreign minister"),
    ("A spokesman for the ministry met a spokesman for the army.", "the ministry", "the army"),
    ("Peter Otieno saw him.", "Peter Otieno", "him"),
    ("Hala Idris met Peter Otieno. His widow left.", "Hala Idris", "Peter Otieno"),
    ("Ukraine's parliament met. Poland's parliament did not.", "Ukraine's parliament", "Poland's parliament"),
    ("Mr. Saleh's widow, Fatime Saleh, left.", "Saleh", "Fatime Saleh"),
    ('"I will resign," Hala Idris said. "I will not," Peter Otieno said.', "Hala Idris", "Peter Otieno"),
    ('Hala Idris met the army. "We will answer," it said.', "Hala Idris", "We"),
    ("Kabul University closed. Kabul was quiet.", "Kabul University", "Kabul"),
    ("Red Condor Front fighters met the RCP.", "Red Condor Front", "RCP"),
    ("The Interior Ministry fell silent. The company blamed Chad.", "Interior Ministry", "The company"),
    ("Omar al-Farsi spoke at the Belmora Opera. The group would leave on Friday.", "Belmora Opera", "The group"),
    ("Arab traders fled the town. The group crossed the river.", "Arab", "The group"),
    ("The Interior Ministry fell silent. The alliance blamed Chad.", "Interior Ministry", "The alliance"),
    ("The Red Condor board met. The former board sued it.", "The Red Condor board", "The former board"),
    ("The Sahafa news agency met Jews. The Telva news agency did not.", "Sahafa", "The Telva news agency"),
    ("Karim Noorzai met Omar al-Farsi. Noorzai asked to see him.", "Karim Noorzai", "him"),
    ("Karim Noorzai called Omar al-Farsi to talk to him.", "Karim Noorzai", "him"),
    ("Karim Noorzai met Omar al-Farsi. “He never asked,” Noorzai said.", "Karim Noorzai", "He"),
    ("The board sued Chad. “Its word means little,” the board said.", "The board", "Its"),
    ("Rosa Mamani met Peter Otieno. She left at noon.", "Peter Otieno", "She"),
    ("Rosa Mamani met Peter Otieno. He left at noon.", "Rosa Mamani", "He"),
    ("Iraq's Omar Saleh met Iraq's Hala Idris. The Iraqi leader left.", "Omar Saleh", "The Iraqi leader"),
    ("Iraq's Omar Saleh spoke in Lima. The Iraqi rebel leader left.", "Omar Saleh", "The Iraqi rebel leader"),
    ("Iranian missiles flew over Chad. It lodged a protest.", "Iranian", "It"),
]


@pytest.mark.parametrize(("text", "one", "other"), TWO)
def test_not_the_same(see: See, text: str, one: str, other: str) -> None:
    seen = see(text)
    mentions = seen.mentions()
    assert one not in mentions or other not in mentions or seen.who(one) != seen.who(other)


def test_one_person_under_two_names_by_a_shared_office(see: See) -> None:
    seen = see(
        "Chad's special envoy for Libya, Idriss Barka, left. Mahamat appointed Barka Tahir as Chad's special envoy "
        "for Libya."
    )
    assert seen.who("Idriss Barka") == seen.who("Barka Tahir")


KINDS = [
    ("The region known as Kivana is rich.", "Kivana", Kind.PLACE, None, ()),
    ("A man calling himself Kivana rang.", "Kivana", Kind.PERSON, None, ()),
    ("Gen. Moussa Dibala denied it.", "Moussa Dibala", Kind.PERSON, None, ("MIL",)),
    ("Pakistani officials met traders.", "Pakistani officials", Kind.PERSON, "PAK", ("GOV",)),
    ("Police in Ghana arrested two Malian journalists.", "two Malian journalists", Kind.PERSON, "MLI", ("JRN",)),
    ("The Taliban fled.", "Taliban", Kind.GROUP, "AFG", ("GOV",)),
    ("The TTP fled.", "TTP", Kind.GROUP, "PAK", ("REB",)),
    ("The Kremlin accused Poland.", "Kremlin", Kind.STATE, "RUS", ()),
    ("Kenya accused Sudan.", "Sudan", Kind.STATE, "SDN", ()),
    ("Turkey's Defence Ministry denied it.", "Defence Ministry", Kind.BODY, "TUR", ("GOV", "MIL")),
    ("The Ministry of Works and Housing closed.", "Ministry of Works and Housing", Kind.BODY, None, ("GOV",)),
    ("A retired Chadian general spoke.", "A retired Chadian general", Kind.PERSON, "TCD", ("ELI", "MIL")),
    ("Russian Foreign Minister Ivan Petrenko spoke.", "Ivan Petrenko", Kind.PERSON, "RUS", ("GOV",)),
    ("The police spokesman, Ali Warsame, spoke.", "Ali Warsame", Kind.PERSON, None, ("COP",)),
    ("Kenya said its troops had left.", "its troops", Kind.BODY, "KEN", ("MIL",)),
    ("Lebanese caretaker Prime Minister Nabil Sayegh left.", "Nabil Sayegh", Kind.PERSON, "LBN", ("GOV",)),
    ("Iran-backed fighters fled.", "Iran-backed fighters", Kind.PERSON, None, ("UAF",)),
    ("NATO warned Russia.", "NATO", Kind.BODY, "IGO", ("MIL",)),
]


@pytest.mark.parametrize(("text", "words", "kind", "country", "sector"), KINDS)
def test_what_they_are(
    see: See, text: str, words: str, kind: Kind, country: str | None, sector: tuple[str, ...]
) -> None:
    entity = see(text).who(words)
    assert (entity.kind, entity.country, entity.sector) == (kind, country, sector)


STATES = [
    "{} has called on Sudan to withdraw.",
    "Sudan accused {} of arming rebels.",
    "Talks between {} and Khartoum broke down.",
    "Sudan rejected {}'s demand.",
    "The rebels were armed by {}, Sudan said.",
    "{} was in contact with both sides.",
]
TOWNS = [
    "The ministers met in {}.",
    "A flight to {} was cancelled.",
    "A bomb went off near {}.",
    "The road between {} and Mombasa was cut.",
    "Residents of {} saw smoke.",
    "{} saw heavy rain.",
]


def test_a_state_of_which_only_the_adjective_is_told_has_its_own_name(see: See) -> None:
    assert see("Nigerian jets bombed a village.").who("Nigerian").name == "Nigeria"


@pytest.mark.parametrize("text", STATES)
def test_a_capital_that_stands_for_the_state(see: See, text: str) -> None:
    seen = see(text.format("Nairobi"))
    assert (seen.who("Nairobi").kind, seen.who("Nairobi").country) == (Kind.STATE, "KEN")


@pytest.mark.parametrize("text", TOWNS)
def test_a_capital_that_is_a_town(see: See, text: str) -> None:
    assert see(text.format("Nairobi")).who("Nairobi").kind == Kind.PLACE


UNSAID = [
    ("The Lashkar-e-Noor Pakistan fled.", "Pakistan"),
    ("Kenya Airways resumed flights.", "Kenya"),
    ("The Afghan soldiers crossed the river.", "Afghan"),
    ("Israel Katz spoke.", "Israel"),
    ("In May, the army left.", "May"),
    ("It is clear that rain fell.", "It"),
    ("An army checkpoint was hit.", "army"),
    ("Two Su-35s crossed the border.", "Su-35s"),
    ("A Velmora 737 landed.", "Velmora"),
    ("The file had 40 GB.", "GB"),
]


@pytest.mark.parametrize(("text", "words"), UNSAID)
def test_what_is_no_mention(see: See, text: str, words: str) -> None:
    assert words not in see(text).mentions()


WHOLE = [
    ("President Peter Otieno left.", "President Peter Otieno", "Peter Otieno"),
    ("Kenya's former envoy Peter Otieno left.", "Kenya's former envoy Peter Otieno", "Peter Otieno"),
    ("The Red Condor Front fled.", "The Red Condor Front", "Red Condor Front"),
    ("Soldiers left the western Sahel.", "the western Sahel", "Sahel"),
    ("All Kenyans voted.", "All Kenyans", "Kenyans"),
    ("They met in Moyale, Kenya.", "Moyale, Kenya", "Moyale"),
    ("They met in Moyale, Garissa and Kenya.", "Moyale", "Moyale"),
    ("Peter Otieno, who heads the party, left.", "Peter Otieno", "Peter Otieno"),
    ("In Kenya's view, Sudan was wrong.", "Sudan", "Sudan"),
    ("On Monday, Peter Otieno left.", "Peter Otieno", "Peter Otieno"),
]


@pytest.mark.parametrize(("text", "whole", "name"), WHOLE)
def test_a_mention_has_its_article_and_titles_and_its_name_alone(see: See, text: str, whole: str, name: str) -> None:
    mentions = [m for e in see(text).cast.entities for m in e.mentions]
    assert (whole, name) in [(m.extent.of(text), m.named.of(text)) for m in mentions]
    assert all(m.name != m.extent for m in mentions)


def test_a_headline_is_no_soup(see: See) -> None:
    seen = see(
        "Pak Special Envoy, Chad's Interior Minister Discuss Ways To Improve Ties\n"
        "Pakistan's special envoy for Chad, Naveed Akram, met Interior Minister Ali Tahir on Monday."
    )
    soup = ("Discuss", "Ways", "Improve", "Ties")
    assert not [m for m in seen.mentions() if any(word in m for word in soup)]
    assert seen.who("Pak Special Envoy") == seen.who("Naveed Akram")


def test_the_cast_is_asked_by_token_and_extent(see: See, nlp: Language) -> None:
    text = "Kenya's envoy, Peter Otieno, met Hala Idris."
    parsed = parse(nlp, Document.from_text(text))
    cast = find_cast(parsed, load_people(), load_countries())
    tokens = {t.text: t for t in parsed.doc}
    assert cast.at(tokens["envoy"]) == cast.at(tokens["Otieno"]) == cast.at(tokens["Peter"])
    assert cast.at(tokens["met"]) is None
    idris = cast.at(tokens["Idris"])
    assert idris is not None
    assert cast.entity(idris).name == "Hala Idris"
    assert cast.within(Extent(text.index("Hala"), len(text))) == (idris,)


def test_a_group_in_power_governs(nlp: Language) -> None:
    parsed = parse(nlp, Document.from_text("The Taliban fled."))
    before = find_cast(parsed, load_people(), load_countries(), published="2019-05-01")
    assert before.entities[0].sector == ("REB",)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Thousands marched in the streets of Basra and Nasiriya.", "Nasiriya", Kind.PLACE),
        ("In Izmir, nationalists burned tyres.", "Izmir", Kind.PLACE),
        ("They fled the disputed Doumeira islands.", "Doumeira", Kind.PLACE),
        ("A faction led by Tall's brother-in-law Umaro Djata fled.", "Umaro Djata", Kind.PERSON),
    ],
)
def test_what_stands_beside_a_name_tells_its_kind(see: See, text: str, words: str, kind: Kind) -> None:
    assert next(e for e in see(text).cast.entities if any(words in w for w in see(text).words(e))).kind is kind


@pytest.mark.parametrize("text", ["Baghdad protested to Ankara.", "Turkish jets flew on. Baghdad protested to Ankara."])
def test_a_state_named_by_its_seat_or_people_is_called_by_its_name(see: See, text: str) -> None:
    assert {e.name for e in see(text).cast.entities} == {"Iraq", "Turkey"}


def test_things_are_no_body(see: See) -> None:
    assert "they" not in see("The ministry praised the sanctions. Chad said that they harmed Niger.").mentions()
    assert "they" in see("The ministry shut the port. Chad said that they harmed Niger.").mentions()


def test_a_town_does_nothing(see: See) -> None:
    assert "it" not in see("A boat sank off Farmakonisi after it refused to leave.").mentions()
    assert "it" in see("A boat sank off Farmakonisi after it had fallen.").mentions()
