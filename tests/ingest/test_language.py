"""Another language is named and refused; English is never refused, however short or odd it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.ingest.admit import MAX_CHARACTERS, admit
from onrecord.ingest.language import as_code, find_language, language_name, load_languages

OTHERS = {
    "de": "Der Minister erklärte am Montag, dass die Verhandlungen mit dem Nachbarland nicht abgebrochen werden. "
    "Er sei aber über die Lage an der Grenze besorgt, und das Kabinett habe sich auf eine Antwort geeinigt.",
    "fr": "Le ministre a déclaré lundi que les négociations avec le pays voisin ne sont pas rompues. "
    "Selon lui, la situation à la frontière est grave, mais les deux parties se sont mises d'accord sur une réponse.",
    "es": "El ministro dijo el lunes que las negociaciones con el país vecino no se han roto. "
    "Según la portavoz, la situación en la frontera es grave, pero los dos gobiernos hablan entre sí.",
    "pt": "O ministro disse na segunda-feira que as negociações com o país vizinho não foram interrompidas. "
    "A situação na fronteira é grave, mas os dois governos estão em contato, segundo uma porta-voz.",
    "it": "Il ministro ha detto lunedì che i negoziati con il paese vicino non sono interrotti. "
    "La situazione alla frontiera è grave, ma i due governi hanno parlato anche della tregua e delle prossime mosse.",
    "nl": "De minister zei maandag dat de onderhandelingen met het buurland niet zijn afgebroken. "
    "Hij maakt zich zorgen over de situatie aan de grens, maar er is ook een akkoord op komst.",
    "da": "Ministeren sagde mandag, at forhandlingerne med nabolandet ikke er blevet afbrudt. "
    "Han er bekymret for situationen ved grænsen, men de har også en aftale på vej efter mødet.",
    "tr": "Bakan pazartesi günü yaptığı açıklamada komşu ülke ile görüşmelerin kesilmediğini ve bir anlaşma için "
    "çok daha fazla çaba olduğunu söyledi. Sınırda durum ciddi ancak her iki taraf da kararlı olarak görüşüyor.",
    "id": "Menteri itu mengatakan pada hari Senin bahwa perundingan dengan negara tetangga tidak terhenti. "
    "Keadaan di perbatasan dan kota itu parah, tetapi kedua pihak akan bertemu untuk membahas usulan yang baru.",
    "pl": "Minister powiedział w poniedziałek, że rozmowy z sąsiednim krajem nie zostały zerwane. "
    "Sytuacja na granicy jest poważna, ale po spotkaniu oraz przez cały dzień strony były w kontakcie.",
    "ru": "Министр заявил в понедельник, что переговоры с соседней страной не прерваны.",
    "uk": "Міністр заявив у понеділок, що переговори з сусідньою країною не перервані, але та не відповіла.",
    "ar": "قال الوزير في بيان إن المفاوضات مع الدولة المجاورة لم تتوقف بعد، وقد عبر عن قلقه من الوضع على الحدود.",
    "fa": "وزیر گفت که مذاکرات با کشور همسایه قطع نشده است و این گفتگوها در روزهای آینده ادامه می‌یابد.",
    "ur": "وزیر نے کہا ہے کہ پڑوسی ملک کے ساتھ بات چیت ختم نہیں ہوئی اور سرحد پر صورت حال کا جائزہ لیا گیا ہے۔",
    "zh": "部长星期一表示，与邻国的谈判没有中断。",
    "ja": "大臣は月曜日、隣国との協議は中断していないと述べた。",
    "ko": "장관은 월요일 이웃 나라와의 협상이 중단되지 않았다고 말했다.",
    "hi": "मंत्री ने सोमवार को कहा कि पड़ोसी देश के साथ बातचीत बंद नहीं हुई है।",
    "und": "ਮੰਤਰੀ ਨੇ ਸੋਮਵਾਰ ਨੂੰ ਕਿਹਾ ਕਿ ਗੁਆਂਢੀ ਦੇਸ਼ ਨਾਲ ਗੱਲਬਾਤ ਬੰਦ ਨਹੀਂ ਹੋਈ ਹੈ।",
}
ENGLISH = {
    "a report": "The envoy said on Monday that talks with the neighbouring country had not been broken off, and that "
    "he was to meet his counterpart in the capital.",
    "a headline": "Envoys Meet in Die-Hard Border Town",
    "a headline with a foreign name": "Der Spiegel: Minister will visit Los Angeles and La Paz",
    "names only": "Mohamed bin Zayed, Ursula van der Leyen, Luiz da Silva, Charles de la Tour, José de los Santos",
    "a quotation in another tongue": "The crowd in the square shouted “no pasarán” and “el pueblo unido” for an hour, "
    "and the police said that they would not intervene unless there was violence.",
    "one word": "attack",
    "digits": "12 23 45 2025",
    "a word a thousand times": "border " * 1000,
    "a megabyte of one letter": "a" * MAX_CHARACTERS,
}


@pytest.mark.parametrize("code", OTHERS)
def test_language_names_another_language(code: str) -> None:
    assert find_language(OTHERS[code]) == code


@pytest.mark.parametrize("what", ENGLISH)
def test_language_never_takes_english_for_another(what: str) -> None:
    assert find_language(ENGLISH[what]) in ("en", None)


def test_language_tells_a_report_in_english() -> None:
    assert find_language(ENGLISH["a report"]) == "en"


def test_language_knows_long_prose_that_is_not_english() -> None:
    words = (f"{a}{b}{c}" for a in ("kel", "mor", "tis", "val") for b in ("u", "e", "o") for c in ("ra", "ns", "tik"))
    assert find_language(" ".join(words) * 3 + " " + " ".join(f"zu{c}lem" for c in "abcdefghijklmnopqrst")) == "und"


@given(st.text(max_size=300))
def test_language_answers_for_any_text(text: str) -> None:
    assert find_language(text) in (None, "und", *load_languages())


@pytest.mark.parametrize(
    ("given", "code"),
    [("en", "en"), ("EN-gb", "en"), ("eng", "en"), ("English", "en"), ("de_AT", "de"), ("German", "de"), ("und", None)],
)
def test_language_reads_what_a_table_calls_it(given: str, code: str | None) -> None:
    assert as_code(given) == code


def test_language_without_a_name_keeps_its_code() -> None:
    assert language_name("xh") == "'xh'"


def test_admit_refuses_another_language_by_name() -> None:
    with pytest.raises(InputError, match=r"^a\.txt: is written in German, not English; onrecord reads English$"):
        admit("a.txt", OTHERS["de"])


def test_admit_believes_what_is_given() -> None:
    with pytest.raises(InputError, match="is written in French, not English"):
        admit("a.txt", ENGLISH["a report"], language="fr")
    assert admit("a.txt", ENGLISH["a headline"], language="en-US") == "en"


def test_admit_refuses_a_text_that_is_too_long() -> None:
    assert admit("a.txt", "a" * MAX_CHARACTERS) is None
    with pytest.raises(InputError, match=r"has 1,000,001 characters; onrecord reads up to 1,000,000 a report"):
        admit("a.txt", "a" * (MAX_CHARACTERS + 1))


def test_admit_refuses_blank_text() -> None:
    with pytest.raises(InputError, match="is empty"):
        admit("a.txt", " \n\u00a0")
