"""From a word in the tree to the entities that it names as parties."""

from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Token

from onrecord.model import Form, Kind
from onrecord.read.papers import issuers
from onrecord.read.trees import clause, conjuncts, is_passive, logical_subject, walk
from onrecord.read.who.cast import Cast
from onrecord.read.who.sharing import sharers

OWNERS = ("poss", "premod", "premod>premod", "of", "by", "acl>agent>pobj", "in", "from", "at")
INWARD = frozenset(
    "dobj dative prep pobj pcomp xcomp ccomp acl oprd attr poss compound amod nmod acomp appos nsubj advcl "
    "agent".split()
)
"""Relations along which a party to what a word tells may lie deeper in its phrase."""
ASIDE = frozenset(
    "according after amid amidst because before by despite during following like near per since than through "
    "throughout under until while without".split()
)
"""Prepositions that lead to circumstances, not to parties."""
BY_OTHERS = ("-backed", "-based", "-born", "-held", "-made", "-occupied", "-owned", "-controlled")
"""Ends of adjectives that name a party which doesn't own what they stand before: "the U.N.-backed embargo"."""
TOWARDS = frozenset(("pro", "anti", "post", "pre", "non"))
"""Beginnings of adjectives that do the same: "a pro-Chad rally"."""
BETWEEN = frozenset(
    "aftermath anniversary behalf course eve face favor favour honor honour light midst occasion sideline sidelines "
    "wake".split()
)
"""Nouns of prepositions of several words, that name nothing of whoever stands behind them: "on *behalf* of Chad"."""
OPPOSITE = frozenset(
    "adversary ally colleague counterpart enemy foe guest host neighbor neighbour opponent partner peer rival".split()
)
"""Nouns for somebody else, though a party's own: "his Pakistani colleague"."""
ABOUT = frozenset("about regarding concerning".split())
"""Prepositions before what is spoken of."""
SPOKEN = frozenset(
    "agreement brief conference consult consultation data deal debate dialogue discuss discussion exchange focus "
    "hearing information intelligence meet meeting negotiate negotiation policy position question report resolution "
    "session speak speech stance statement summit talk talks touch view visit".split()
)
"""Words behind which "on" and "over" stand before what is spoken of."""
ENACTED = frozenset(
    "accord accords act agreement agreements amendment bill constitution law pact protocol revolution resolution "
    "treaty war wars".split()
)
"""Last words of names of what is fought, signed or passed."""
ONE = frozenset(("NN", "NNP"))
"""Tags of nouns and names in the singular."""
BEARERS = frozenset((Kind.PERSON, Kind.BODY, Kind.GROUP))
"""Kinds of those who are named and then told of: "Ruiz, a farmer", "the Dawn Fund, a charity"."""
TERRAIN = frozenset(
    "border coast coastline crossroads desert earth forest frontier lake mountain ocean planet river road sea seabed "
    "shore strait street valley world".split()
)
"""Nouns of ground on which something happens, to which nothing is done: "took to the *streets* of Lima"."""
DEPTH = 7
ARMED = "MIL"
"""The sector of those who are sent rather than spoken to ("agreed to send troops to Chad")."""


def parties(cast: Cast, tokens: Iterable[Token]) -> tuple[str, ...]:
    """Ids of the entities that the phrases under `tokens` name, coordinated ones too, each once, in text order."""
    found: dict[str, None] = {}
    for token in tokens:
        for one in conjuncts(token):
            own = party(cast, one)
            for id in (id for t in sharers(one) for id in (own if t == one else shared_with(cast, t, own))):
                found[id] = None
    return tuple(found)


def shared_with(cast: Cast, token: Token, own: tuple[str, ...]) -> tuple[str, ...]:
    """Another entity that a noun names in one: the Thai troops of "Thai and Cambodian troops"."""
    id = cast.at(token)
    kinds = {cast.entity(o).kind for o in own} - {Kind.STATE, Kind.PLACE}
    return (id,) if id is not None and cast.entity(id).kind in kinds else ()


def party(cast: Cast, token: Token) -> tuple[str, ...]:
    """The entity of one phrase: its own, or else the one that owns it ("Chad's decision", "the port of Lima")."""
    if together := cast.all_at(token):
        return together
    if is_no_one(token) or is_ground(token):
        return ()
    own = cast.at(token)
    if (beside := explained(cast, token, own)) is not None:
        return (beside,)
    if own is not None:
        return (group_of(cast, token) or own,)
    if token.lemma_.lower() in BETWEEN:
        return ()
    for issuer in issuers(token):
        if ids := parties(cast, (issuer,)):
            return ids
    for path in OWNERS:
        owners = (t for t in walk(token, path) if not is_only_meant(t))
        ids = tuple(dict.fromkeys(id for t in owners if (id := cast.at(t)) is not None))
        if ids:
            return ids
    return ()


def is_no_one(token: Token) -> bool:
    """Whether a name is a war's, a law's or a treaty's, which does nothing: "the Chaco *War*"."""
    last = token.head if token.dep_ == "compound" else token
    return last.tag_ in ("NNP", "NNPS") and last.lower_ in ENACTED and any(True for _ in last.lefts)


def is_ground(token: Token) -> bool:
    """Whether a common noun is only where something happens, whose border or coast that may be."""
    owned = any(c.dep_ == "poss" for c in token.children)
    return token.pos_ == "NOUN" and token.lemma_.lower() in TERRAIN and not owned


def explained(cast: Cast, token: Token, own: str | None) -> str | None:
    """The entity of the name that an apposition only says more of: the Ruiz of "Ruiz, a Utah *Democrat* who", of "Ruiz,
    the retired *nurse* who". One that is definite and an entity itself stays that."""
    name = token.head
    if token.dep_ != "appos" or name.i > token.i or token.tag_ not in ONE or name.tag_ not in ONE:
        return None
    articles = {c.lower_ for c in token.children if c.dep_ in ("det", "poss")}
    if own is not None and articles.isdisjoint(("a", "an")):
        return None
    id = cast.at(name)
    return id if id is not None and cast.entity(id).kind in BEARERS else None


def is_only_meant(token: Token) -> bool:
    """Whether a word before a noun names a party that does not own it nor do it."""
    before = token.doc[max(0, token.i - 2) : token.i]
    aimed = len(before) == 2 and before[1].text == "-" and before[0].lower_ in TOWARDS
    return aimed or token.lower_.endswith(BY_OTHERS)


def group_of(cast: Cast, token: Token) -> str | None:
    """The group, or body of no known state, whose people a phrase names: what "its fighters" do, the group does; not
    what "its leader" does, or what is done to him."""
    if token.tag_ in ONE and (own := cast.at(token)) is not None and cast.entity(own).kind is Kind.PERSON:
        return None
    owners = [cast.entity(id) for c in token.children if c.dep_ == "poss" and (id := cast.at(c)) is not None]
    return next((o.id for o in owners if o.kind is Kind.GROUP or (o.kind is Kind.BODY and o.country is None)), None)


def others(cast: Cast, tokens: Iterable[Token], actor: Collection[str]) -> tuple[str, ...]:
    """The parties under `tokens` that are neither an actor nor an actor's own ("withdrew its troops")."""
    foreign = (t for t in tokens if not is_own(cast, t, actor))
    return tuple(id for id in parties(cast, foreign) if id not in actor)


def is_own(cast: Cast, token: Token, actor: Collection[str]) -> bool:
    """Whether a phrase names what belongs to an actor, and nobody beside him: "its staff", "staff from its embassy"."""
    if token.lemma_.lower() in OPPOSITE:
        return False
    owners = [c for c in token.children if c.dep_ == "poss"]
    owners += [t for path in ("from>poss", "of>poss") for t in walk(token, path)]
    return any(cast.at(c) in actor or any(id in actor for id in cast.all_at(c)) for c in owners)


def nearest_parties(
    cast: Cast, trigger: Token, actor: Collection[str], aside: Collection[Token] = ()
) -> tuple[str, ...]:
    """The parties nearest to a word in the phrases that complete it, less the actors: whom it may concern.

    "agreed to open its border to Kenyan traders": the traders. Looked for level by level down the tree, so that what
    hangs closest to the word wins; circumstances ("after", "during", "because") are left out. Whoever is named or has
    a country goes before the rest ("agreed to send troops to Chad": Chad). What stands `aside` is no party itself.
    """
    fallback: tuple[str, ...] = ()
    for start in starts(cast, trigger, actor):
        level = list(start)
        for _ in range(DEPTH):
            for token in level:
                named = cast.at(token) is not None or bool(cast.all_at(token))
                named = named and token not in aside and not is_venue(cast, token) and not is_topic(token)
                named = named and not is_part(cast, token, actor)
                found = others(cast, [token], actor) if named else ()
                if any(is_known(cast, id) for id in found):
                    return found
                fallback = fallback or found
            level = [below for token in level for below in inward(token)]
    return fallback


def is_named(cast: Cast, token: Token) -> bool:
    """Whether a token speaks of an entity, or of several together."""
    return cast.at(token) is not None or bool(cast.all_at(token))


def is_venue(cast: Cast, token: Token) -> bool:
    """Whether a place is where something is held: "a meeting *at* Narva", "the streets *of* Narva"."""
    id = cast.at(token)
    if token.dep_ != "pobj" or id is None or cast.entity(id).kind is not Kind.PLACE:
        return False
    return token.head.lower_ == "at" or (token.head.lower_ == "of" and is_ground(token.head.head))


def is_part(cast: Cast, token: Token, actor: Collection[str]) -> bool:
    """Whether a party is only one of the actors: "ten states, *including Peru*, sent troops"."""
    first = token.conjuncts[0] if token.dep_ == "conj" and token.conjuncts else token
    return first.dep_ == "pobj" and first.head.lower_ == "including" and cast.at(first.head.head) in actor


def is_topic(token: Token) -> bool:
    """Whether a party is only what is spoken of: "talks *on Syria*", "agreed to share information *about* him"."""
    first = token.conjuncts[0] if token.dep_ == "conj" and token.conjuncts else token
    if first.dep_ != "pobj":
        return False
    before = first.head
    return before.lower_ in ABOUT or (before.lower_ in ("on", "over") and before.head.lemma_.lower() in SPOKEN)


def is_known(cast: Cast, id: str) -> bool:
    """Whether an entity has a country, an office or a name."""
    entity = cast.entity(id)
    return bool(entity.country or set(entity.sector) - {ARMED}) or any(m.form is Form.NAME for m in entity.mentions)


def starts(cast: Cast, trigger: Token, actor: Collection[str]) -> Iterator[Iterator[Token]]:
    """Where to look: what completes the word, then what completes the verb that says whose deed it is.

    "went on strike against", "launched an attack on": the verb's phrases too, where its subject is the actor.
    """
    yield inward(trigger)
    if is_passive(trigger):
        yield (c for c in trigger.children if c.dep_ == "nsubjpass")
    verb = clause(trigger)
    if verb != trigger and not is_aside(trigger) and any(cast.at(t) in actor for t in logical_subject(verb)):
        yield (c for c in inward(verb) if c != trigger and not c.is_ancestor(trigger))


def is_aside(noun: Token) -> bool:
    """Whether a noun only says when or why a verb's deed was done: "told reporters *after the talks*"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in ASIDE


def inward(token: Token) -> Iterator[Token]:
    """The branches of a word in which parties may lie, in text order; a verb's own subject only under a complement."""
    for child in token.children:
        if child.dep_ not in INWARD or (child.dep_ in ("prep", "agent") and child.lower_ in ASIDE):
            continue
        if child.dep_ == "nsubj" and token.dep_ not in ("ccomp", "pcomp", "xcomp"):
            continue
        if child.dep_ == "advcl" and not any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children):
            continue
        yield child
