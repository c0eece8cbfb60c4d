"""What a noun with no word more may speak of once more: "the group", "the company", "the country", "the city"."""

from spacy.tokens import Token

from onrecord.lexicon.known import Sort
from onrecord.lexicon.people import BodyWord
from onrecord.model import Kind
from onrecord.read.who.cluster import Cluster
from onrecord.read.who.reference import Reference

ANY_GROUP = frozenset(
    (
        "group",
        "organisation",
        "organization",
        "movement",
        "network",
        "faction",
        "outfit",
        "militia",
        "alliance",
        "bloc",
        "party",
    )
)
TELLING = frozenset(("REB", "PRM", "UAF", "CRM", "SOC", "JRN", "BUS", "EDU", "PTY"))
"""Sectors by which a noun and a name find each other: the airline, the rights group."""

COMPANIES = frozenset(("company", "airline", "newspaper", "news agency", "website", "magazine", "firm"))
POSTING = frozenset("message statement post video audio recording write say publish announce claim share".split())
"""What is said "on" a platform: its name is then nobody of whom "the group" speaks."""

OFFICIAL = frozenset(("GOV", "MIL", "COP", "JUD", "LEG", "EDU", "MED", "SPY"))
"""Sectors of bodies that nobody calls a group or an alliance."""
BEYOND_STATES = frozenset(("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"))
"""PLOVER's codes of what belongs to no state."""
SOCIETIES = ANY_GROUP | frozenset(
    "front brigade union coalition council committee league foundation society federation association institute "
    "initiative campaign corps club team".split()
)
"""Last words of names that are those of people together."""
SERVING = frozenset(
    "spokesman spokeswoman spokesperson leader member president chairman chairwoman chair director secretary head "
    "chief founder official fighter commander activist executive manager representative attorney lawyer".split()
)
"""Those by whom a body acts: its spokesman, its members."""
ANY_STATE = frozenset(("country", "nation"))
ANY_TOWN = frozenset(("city", "town", "village", "capital", "province", "district", "island"))


def any_of_kind(cluster: Cluster, mention: Reference) -> bool:
    """Whether "the group", "the country", "the city" with no word more may be the cluster."""
    if (
        len(mention.words) > len(mention.lemma.split())
        or mention.plural
        or not cluster.names
        or all(map(is_platform, cluster.names))
        or starts_with_this(mention.head)
        or any(c.tag_ == "PRP$" for c in mention.head.children)
    ):
        return False
    if tells_sector(mention) and cluster.kind in (Kind.GROUP, Kind.BODY):
        known = {s for m in cluster.names for s in m.sector}
        return bool({*mention.sector} & known) or (
            mention.lemma in COMPANIES and not known and cluster.kind == Kind.BODY
        )
    if mention.lemma in ANY_GROUP:
        if cluster.kind == Kind.GROUP:
            return not all(map(is_people, cluster.names))
        return mention.lemma not in ("militia", "outfit") and not is_official(cluster) and acts(cluster)
    if mention.lemma in ANY_STATE:
        return cluster.kind == Kind.STATE
    return mention.lemma in ANY_TOWN and cluster.kind == Kind.PLACE


def is_people(name: Reference) -> bool:
    """Whether a name is that of a people or of those of one belief, who are no one group: Arab, Catholic."""
    known = name.name.known if name.name is not None else None
    return name.register is None and (
        name.head.ent_type_ == "NORP" or (known is not None and known.sort == Sort.PEOPLE)
    )


def is_official(cluster: Cluster) -> bool:
    """Whether a body is a state's: a ministry, an embassy, and not NATO."""
    sectors = {s for m in cluster.names for s in m.sector}
    return bool(OFFICIAL & sectors) and (cluster.country is None or cluster.country not in BEYOND_STATES)


def acts(cluster: Cluster) -> bool:
    """Whether a body is known or was said to do something or to have people: no theatre or treaty by its name alone."""
    return cluster.kind == Kind.BODY and any(
        m.register or m.sector or m.lemma in SOCIETIES or does(m.head) for m in cluster.members
    )


def does(head: Token) -> bool:
    """Whether a body acts at a place in the text: as subject, doer, or by somebody who speaks for it."""
    over = head.head
    if head.dep_ == "nsubj":
        return over.lemma_.lower() != "be"
    if head.dep_ == "pobj" and over.dep_ == "agent":
        return True
    if head.dep_ == "pobj" and over.lower_ in ("of", "for", "with", "at"):
        over = over.head
        if head.head.lower_ == "with" and over.pos_ == "VERB":
            return True
    elif head.dep_ not in ("poss", "compound", "nmod"):
        return False
    return over.lemma_.lower() in SERVING


def is_platform(name: Reference) -> bool:
    """Whether a name tells where something is said: "claimed it in a message on Telegram"."""
    on = name.head.head
    return name.head.dep_ == "pobj" and on.lower_ == "on" and on.head.lemma_.lower() in POSTING


def tells_sector(mention: Reference) -> bool:
    """Whether a noun says what kind of body it is: the paramilitary force, the airline."""
    return mention.noun is not None and isinstance(mention.noun.entry, BodyWord) and bool(TELLING & {*mention.sector})


def starts_with_this(head: Token) -> bool:
    """Whether the phrase has a possessor, so that it can't be just anything said before."""
    return any(c.dep_ == "poss" for c in head.children)
