"""Whether two mentions may be of one and the same: names that are alike, nouns that fit what was named before."""

from collections.abc import Sequence

from onrecord.lexicon.people import BodyWord, Role
from onrecord.lexicon.phrases import fold
from onrecord.lexicon.spellings import in_one_spelling
from onrecord.model import Form, Kind
from onrecord.read.who.cluster import Cluster
from onrecord.read.who.kinds import TRADES
from onrecord.read.who.of_kind import any_of_kind
from onrecord.read.who.reference import Reference
from onrecord.read.who.runs import PARTICLES

SETTING_APART = frozenset("former other another first last next".split())
"""Words without content of their own that set one apart from others of its kind."""
FORMER = frozenset(("former", "last", "next"))
"""Those that say which one is not the present one, whom a noun without them means."""


def all_alike(mention: Reference, cluster: Cluster) -> bool:
    """Whether a name is like one of a cluster's, and a person's full name unlike none: two of one family stay two."""
    known = cluster.around(mention.start)
    if not any(alike(mention, m) for m in known):
        return False
    if mention.kind != Kind.PERSON or " " not in mention.text:
        return True
    return all(alike(mention, m) for m in known if m.name is not None and " " in m.text)


def alike(a: Reference, b: Reference) -> bool:
    """Whether two names are one's: the register says so, or they are written alike."""
    if b.name is None:
        return False
    if a.register or b.register:
        return a.register == b.register
    if (a.kind == Kind.STATE) or (b.kind == Kind.STATE):
        return a.kind == b.kind and a.country == b.country
    if a.form != b.form:
        return False
    if a.kind == Kind.PERSON and b.kind == Kind.PERSON:
        return one_person(in_one_spelling(a.text), in_one_spelling(b.text))
    if a.kind == Kind.PERSON or b.kind == Kind.PERSON:
        return False
    if a.country and b.country and a.country != b.country:
        return False
    one, other = bare(a.text), bare(b.text)
    return one == other or one_body(one, other, {a.kind, b.kind} <= {Kind.BODY, Kind.GROUP})


def bare(text: str) -> str:
    """A body's name folded, without the dots of its abbreviations: "U.S. Air Force" as "US Air Force"."""
    return fold(text).replace(".", "")


def one_person(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names may be one person's: the same, or the shorter a family or given name of the longer. Of three
    names the middle one may be the family's ("Rosa Quispe Mamani")."""
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return short[0] in (long[0], long[-1]) or short[0] in middle_surname(long)
    if short in (long[: len(short)], long[-len(short) :]):
        return True
    return short[-1] == long[-1] and (short[0] == long[0] or short[0].rstrip(".") == long[0][:1])


def middle_surname(words: Sequence[str]) -> Sequence[str]:
    """The word within a full name that may be the family's: the second of three, or what stands before "de Soto"."""
    tail = len(words) - 1
    while tail > 1 and words[tail - 1] in PARTICLES:
        tail -= 1
    return words[tail - 1 : tail] if len(words) == 3 or tail < len(words) - 1 else ()


def one_body(a: str, b: str, bodies: bool) -> bool:
    """Whether one body's name ends, or begins, with all of the other's; where that is a single word, whether the longer
    goes on as a company's does ("Andes", "Andes Steel Inc.")."""
    short, long = sorted((a, b), key=len)
    if not bodies or not (long.endswith(" " + short) or long.startswith(short + " ")):
        return False
    return " " in short or (long.startswith(short) and long.split()[1] in TRADES)


def is_called_otherwise(cluster: Cluster, name: Reference) -> bool:
    """Whether a person is called by the given name alone, and never by the family name that a single word is: of a boy
    Luis Rojas, who is called "Luis", and his father, "Rojas" means the father."""
    if name.kind != Kind.PERSON or " " in name.text:
        return False
    known = [m.text for m in cluster.around(name.start) if m.form == Form.NAME and m.kind == Kind.PERSON]
    given = {text.split()[0] for text in known if " " in text} - {name.text}
    return name.text not in known and not given.isdisjoint(known)


def share_name(a: Reference, b: Reference) -> bool:
    """Whether two persons' names have a word in common."""
    return bool({*in_one_spelling(a.text)} & {*in_one_spelling(b.text)})


FEW = frozenset(("one", "two", "1", "2"))
"""Numbers of those who may well be others the next time."""


def again(cluster: Cluster, mention: Reference) -> bool:
    """Whether a nominal may speak of the cluster once more."""
    if mention.country and cluster.country and mention.country != cluster.country:
        return False
    if any(c.lower_ == "whose" for c in mention.head.children):
        return False
    for member in cluster.around(mention.start):
        if member.form == Form.PRONOUN:
            continue
        if (mention.definite or mention.plural) and (is_same_noun(member, mention) or are_as_many(member, mention)):
            return True
        if not mention.definite or member.plural != mention.plural:
            continue
        if member.form == Form.NOMINAL and member.lemma == mention.lemma and agree_in_words(member, mention):
            return True
        if named_so(member, mention) and not any(c.lower_ == "their" for c in mention.head.children):
            return True
    return mention.definite and (in_office(cluster, mention) or any_of_kind(cluster, mention))


def is_same_noun(member: Reference, mention: Reference) -> bool:
    """Whether a nominal repeats an earlier one word for word."""
    if member.form != Form.NOMINAL or member.start >= mention.start or len(member.text) != len(mention.text):
        return False
    return fold(member.text) == fold(mention.text)


def are_as_many(member: Reference, mention: Reference) -> bool:
    """Whether a nominal counts as many of a kind as an earlier one, more than two: "14 men", "14 army men"."""
    numbers = [{c.lower_ for c in m.head.lefts if c.dep_ == "nummod"} for m in (member, mention)]
    if not numbers[0] or numbers[0] != numbers[1] or numbers[0] & FEW:
        return False
    if member.lemma.split()[-1] != mention.lemma.split()[-1]:
        return False
    return member.form == Form.NOMINAL and agree_in_words(member, mention)


def in_office(cluster: Cluster, mention: Reference) -> bool:
    """Whether "the envoy" is what the cluster's person was said to be, with no word more."""
    if mention.noun is None or not isinstance(mention.noun.entry, Role) or mention.plural:
        return False
    if any(c.lower_ in ("his", "her") for c in mention.head.children):  # nobody is his own minister
        return False
    words = mention.words - {"former"}
    titles = [c.title.lower().partition(" for ")[0].split() for c in cluster.claims]
    return any(mention.lemma.split()[-1] in t and words <= {*t, *mention.lemma.split()} for t in titles)


def agree_in_words(member: Reference, mention: Reference) -> bool:
    """Whether what a nominal adds to its noun was said of the other before; both have the noun, in whichever form."""
    before, now = (m.words - {m.head.lower_} for m in (member, mention))
    one_of_several = (before - now) & FORMER
    return (now <= before and not one_of_several) or (before <= now and bool(before))


def named_so(member: Reference, mention: Reference) -> bool:
    """Whether the noun is a word of the name: the ministry, the Ministry of Works."""
    if member.form != Form.NAME or member.kind == Kind.PERSON or mention.noun is None:
        return False
    return (
        isinstance(mention.noun.entry, BodyWord)
        and mention.lemma.split()[-1] in member.words
        and len(mention.words) <= 2
    )
