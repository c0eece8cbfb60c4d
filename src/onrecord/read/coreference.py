"""Who is who: mentions that speak of one and the same, found in steps from the surest to the least sure."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from onrecord.lexicon.people import BodyWord, Role
from onrecord.lexicon.phrases import fold
from onrecord.model import Form, Kind
from onrecord.read.kin import Tie
from onrecord.read.mentions import Reference
from onrecord.read.offices import Claim, Scene, last_token
from onrecord.read.pronouns import antecedent

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
ANY_STATE = frozenset(("country", "nation"))
ANY_TOWN = frozenset(("city", "town", "village", "capital", "province", "district", "island"))


@dataclass(slots=True, eq=False)
class Cluster:
    """Mentions held to be of one entity so far. Lives only while a report's mentions are being joined."""

    members: list[Reference] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    @property
    def kind(self) -> Kind | None:
        """The kind that its surest mention tells."""
        for form in (Form.NAME, Form.NOMINAL):
            for member in self.members:
                if member.form == form and member.kind is not None:
                    return member.kind
        return next((m.kind for m in self.members if m.kind is not None), None)

    @property
    def gender(self) -> str | None:
        return next((m.gender for m in self.members if m.gender in ("m", "f")), None)

    @property
    def country(self) -> str | None:
        return next((m.country for m in self.members if m.country is not None), None)

    @property
    def names(self) -> list[Reference]:
        return [m for m in self.members if m.form == Form.NAME]

    def before(self, at: int) -> Reference | None:
        """Its last mention before a place in the text."""
        i = bisect_left([m.start for m in self.members], at)
        return self.members[i - 1] if i else None


def resolve(scene: Scene, claims: tuple[Claim, ...], ties: tuple[Tie, ...]) -> tuple[tuple[Reference, ...], ...]:
    """The mentions of each entity, in text order; entities in the order of their first mentions."""
    found = Joining(scene)
    found.join_names()
    found.join_offices(claims)
    found.join_kin(ties)
    found.join_structures()
    found.join_the_rest()
    clusters = sorted(found.clusters(), key=lambda c: (c.members[0].start, -c.members[0].extent.end))
    return tuple(tuple(c.members) for c in clusters)


class Joining:
    """The joining of one report's mentions."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._of: dict[Reference, Cluster] = {}

    def clusters(self) -> Iterable[Cluster]:
        """The clusters, each once."""
        return {id(c): c for c in self._of.values()}.values()

    def add(self, mention: Reference, cluster: Cluster | None = None) -> None:
        """Puts a mention into a cluster, or into one of its own."""
        cluster = cluster or Cluster()
        cluster.members.append(mention)
        cluster.members.sort(key=lambda m: m.start)
        self._of[mention] = cluster

    def join(self, a: Reference, b: Reference) -> None:
        """Makes two mentions one entity's; either may be new."""
        for new, old in ((a, b), (b, a)):
            if new not in self._of and old in self._of:
                self.add(new, self._of[old])
                return
        if a not in self._of:
            self.add(a)
            self.add(b, self._of[a])
            return
        one, other = self._of[a], self._of[b]
        if one is not other:
            for mention in other.members:
                self._of[mention] = one
            one.members = sorted((*one.members, *other.members), key=lambda m: m.start)
            one.claims += other.claims

    def join_names(self) -> None:
        """Names that are alike; an acronym in brackets."""
        for mention in self._scene.mentions:
            if mention.name is None:
                continue
            same = [c for c in self.clusters() if any(alike(mention, m) for m in c.members)]
            same.sort(key=lambda c: c.members[-1].start)
            self.add(mention, same[-1] if same else None)
            long = spelled_out(self._scene, mention)
            if long is not None and long in self._of:
                self.join(long, mention)

    def join_offices(self, claims: tuple[Claim, ...]) -> None:
        """A person and the phrase for the office; persons who share a name and an office; an office and its holder."""
        for claim in claims:
            if claim.holder.form == Form.PRONOUN:
                continue
            if claim.phrase is not None:
                self.join(claim.holder, claim.phrase)
            self._of.setdefault(claim.holder, Cluster([claim.holder])).claims.append(claim)
        held = [c for c in claims if c.holder.form == Form.NAME]
        for i, one in enumerate(held):
            for other in held[i + 1 :]:
                if one.key == other.key and one.country and share_name(one.holder, other.holder):
                    self.join(one.holder, other.holder)
        for mention in self._scene.mentions:
            if mention.form == Form.NOMINAL and mention not in self._of and mention.definite:
                holders = {id(self._of[c.holder]): c.holder for c in held if holds(c, mention)}
                if len(holders) == 1:
                    self.join(next(iter(holders.values())), mention)

    def join_kin(self, ties: tuple[Tie, ...]) -> None:
        """A person and the phrase that names the person as kin."""
        for tie in ties:
            if tie.phrase is not None and tie.person is not tie.phrase and tie.person.form == Form.NAME:
                self.join(tie.person, tie.phrase)

    def join_structures(self) -> None:
        """Appositions and predicates of other nouns for persons and bodies."""
        for mention in self._scene.mentions:
            if mention.form != Form.NOMINAL or mention in self._of:
                continue
            other = beside(self._scene, mention)
            if other is not None and other in self._of and other.plural == mention.plural and fits(other, mention):
                self.join(other, mention)

    def join_the_rest(self) -> None:
        """Nominals and pronouns, from left to right."""
        for mention in self._scene.mentions:
            if mention in self._of:
                continue
            if mention.form == Form.PRONOUN:
                self.join_pronoun(mention)
            else:
                self.add(mention, self.known_nominal(mention))

    def join_pronoun(self, pronoun: Reference) -> None:
        """A pronoun to what it stands for; one that stands for nothing known is no mention."""
        candidates = [
            (last, c.kind, c.gender, len(c.members)) for c in self.clusters() if (last := c.before(pronoun.start))
        ]
        found = antecedent(self._scene, pronoun, candidates)
        if found is not None:
            self.join(found, pronoun)

    def known_nominal(self, mention: Reference) -> Cluster | None:
        """The cluster that a nominal speaks of once more; the latest that fits."""
        fitting = [(last.start, c) for c in self.clusters() if (last := c.before(mention.start)) and again(c, mention)]
        return max(fitting, key=lambda f: f[0])[1] if fitting else None


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
        return one_person(fold(a.text).split(), fold(b.text).split())
    if a.kind == Kind.PERSON or b.kind == Kind.PERSON:
        return False
    if a.country and b.country and a.country != b.country:
        return False
    return fold(a.text) == fold(b.text) or one_body(fold(a.text), fold(b.text), a.kind == b.kind == Kind.BODY)


def one_person(a: list[str], b: list[str]) -> bool:
    """Whether two names may be one person's: the same, or the shorter the family or given name of the longer."""
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return short[0] in (long[0], long[-1])
    return short[-1] == long[-1] and (short[0] == long[0] or short[0].rstrip(".") == long[0][:1])


def one_body(a: str, b: str, bodies: bool) -> bool:
    """Whether one body's name ends, or begins, with all of the other's."""
    short, long = sorted((a, b), key=len)
    return bodies and " " in short and (long.endswith(" " + short) or long.startswith(short + " "))


def share_name(a: Reference, b: Reference) -> bool:
    """Whether two persons' names have a word in common."""
    return bool({fold(w) for w in a.text.split()} & {fold(w) for w in b.text.split()})


def spelled_out(scene: Scene, acronym: Reference) -> Reference | None:
    """The name that an acronym in brackets stands behind."""
    name = acronym.name
    if name is None or not acronym.text.isupper() or name.start < 2 or scene.doc[name.start - 1].text != "(":
        return None
    for mention in scene.mentions:
        if mention.name is not None and last_token(scene, mention) == name.start - 1:
            return mention if mention.kind not in (Kind.PERSON, Kind.STATE) else None
    return None


def beside(scene: Scene, mention: Reference) -> Reference | None:
    """What a nominal is an apposition to, or what it is said to be."""
    head = mention.head
    if head.dep_ == "appos":
        return scene.mention(head.head)
    verb = head.head
    if head.dep_ != "attr" or verb.lemma_ != "be" or any(is_unsure(c) for c in verb.children):
        return None
    return next((m for c in verb.children if c.dep_ == "nsubj" and (m := scene.mention(c)) is not None), None)


def is_unsure(token: Token) -> bool:
    """Whether a word by "be" makes it no plain statement: not, may, would."""
    return token.dep_ == "neg" or (token.dep_ == "aux" and token.lower_ not in ("has", "have", "had"))


def holds(claim: Claim, mention: Reference) -> bool:
    """Whether a definite nominal names the office of a claim."""
    title = claim.title.lower().split()
    if mention.noun is None or not isinstance(mention.noun.entry, Role) or mention.plural:
        return False
    if mention.country != claim.country or mention.country is None or mention.lemma.split()[-1] not in title:
        return False
    return set(mention.lemma.split()) <= set(title)


def fits(a: Reference, b: Reference) -> bool:
    """Whether the kinds of two mentions allow that they are one's."""
    if a.form == Form.PRONOUN or a.kind is None or b.kind is None:
        return True
    return (
        a.kind == b.kind
        or {a.kind, b.kind} <= {Kind.BODY, Kind.GROUP, Kind.OTHER}
        or {a.kind, b.kind}
        <= {
            Kind.PLACE,
            Kind.STATE,
        }
    )


def again(cluster: Cluster, mention: Reference) -> bool:
    """Whether a nominal may speak of the cluster once more."""
    if mention.country and cluster.country and mention.country != cluster.country:
        return False
    text = fold(mention.text)
    for member in cluster.members:
        if member.form == Form.PRONOUN:
            continue
        if member.start < mention.start and member.form == Form.NOMINAL and fold(member.text) == text:
            if mention.definite or mention.plural:
                return True
        if not mention.definite or member.plural != mention.plural:
            continue
        if member.form == Form.NOMINAL and member.lemma == mention.lemma and agree_in_words(member, mention):
            return True
        if named_so(member, mention):
            return True
    return mention.definite and (
        (
            any(c.title.split()[-1] == mention.lemma or mention.lemma in c.title for c in cluster.claims)
            and not (mention.words - {w for c in cluster.claims for w in c.title.lower().split()} - {mention.lemma})
        )
        or any_of_kind(cluster, mention)
    )


def agree_in_words(member: Reference, mention: Reference) -> bool:
    """Whether what a nominal adds to its noun was said of the other before."""
    return mention.words <= member.words or (member.words <= mention.words and len(member.words) > 1)


def named_so(member: Reference, mention: Reference) -> bool:
    """Whether the noun is a word of the name: the ministry, the Ministry of Works."""
    if member.form != Form.NAME or member.kind == Kind.PERSON or mention.noun is None:
        return False
    return (
        isinstance(mention.noun.entry, BodyWord)
        and mention.lemma.split()[-1] in member.words
        and len(mention.words) <= 2
    )


def any_of_kind(cluster: Cluster, mention: Reference) -> bool:
    """Whether "the group", "the country", "the city" with no word more may be the cluster."""
    if len(mention.words) > 1 or mention.plural or not cluster.names or starts_with_this(mention.head):
        return False
    if mention.lemma in ANY_GROUP:
        return cluster.kind == Kind.GROUP or (cluster.kind == Kind.BODY and mention.lemma not in ("militia", "outfit"))
    if mention.lemma in ANY_STATE:
        return cluster.kind == Kind.STATE
    return mention.lemma in ANY_TOWN and cluster.kind == Kind.PLACE


def starts_with_this(head: Token) -> bool:
    """Whether the phrase has a possessor, so that it can't be just anything said before."""
    return any(c.dep_ == "poss" for c in head.children)
