"""What a pronoun stands for."""

from collections.abc import Sequence

from spacy.tokens import Token

from onrecord.model import Form, Kind
from onrecord.read.trees import clause, subject
from onrecord.read.who.binding import bound
from onrecord.read.who.kinds import SAYING
from onrecord.read.who.reference import Reference
from onrecord.read.who.scene import Scene, last_token
from onrecord.read.who.speakers import quotation_at

Candidate = tuple[Sequence[Reference], Kind | None, str | None, int, bool]
"""The mentions of an entity in the last sentence that speaks of it before the pronoun, the last first, with the
entity's kind, gender and number of mentions, and whether it is several."""

PERSONAL = ("m", "f")
"""What pronouns of one other person tell."""
KNOWN = 1.0
"""By how much a person who is known to be a man is likelier "he" than one of whom it isn't known."""
LYING = frozenset("be become border face fall grow have lie lose remain sit stand suffer".split())
"""Verbs of which a place is the subject."""
THINGS = frozenset(("nsubj", "nsubjpass", "dobj"))
"""The parts of those clauses in which what is spoken of stands."""
FAR = 3
"""How many sentences a pronoun reaches back."""

MODIFYING = ("compound", "amod", "nmod")
"""Relations of what only says more of another noun: the Iranian of "Iranian missiles" is seldom taken up."""
WEATHER = frozenset("rain snow hail thunder".split())
KINDS = {
    "m": frozenset((Kind.PERSON,)),
    "f": frozenset((Kind.PERSON,)),
    "n": frozenset((Kind.BODY, Kind.STATE, Kind.GROUP, Kind.PLACE, Kind.OTHER)),
    "p": frozenset((Kind.PERSON, Kind.GROUP, Kind.BODY)),
}


def antecedent(scene: Scene, pronoun: Reference, candidates: Sequence[Candidate]) -> Reference | None:
    """The mention that a pronoun takes up, or None."""
    which = pronoun.gender
    if which == "r":
        return relative_head(scene, pronoun.head)
    if which is not None and pronoun.head.lower_.endswith(("self", "selves")):
        return own_subject(scene, pronoun)
    if which == "p" and (whole := whole_before(scene, pronoun.head)) is not None:
        return whole
    if which is None or (which == "n" and is_empty(pronoun.head)):
        return None
    if pronoun.head.dep_ == "poss" and (owner := relative_owner(scene, pronoun, candidates)) is not None:
        return owner
    scored = [
        (max(score(scene, pronoun, m, times) for m in spoken) + KNOWN * (gender == which in PERSONAL), spoken[0])
        for spoken, kind, gender, times, several in candidates
        if may_be(pronoun, spoken[0], kind, gender, several)
        and not any(bound(pronoun.head, m.head) for m in spoken)
        and not (which == "p" and not several and things_between(scene, spoken[0], pronoun))
    ]
    best = max(scored, key=lambda s: s[0], default=None)
    return best[1] if best is not None and best[0] > 0 else None


def awaited(scene: Scene, pronoun: Reference) -> Reference | None:
    """Whom a pronoun speaks of before it names him: the subject of the verb that its clause or phrase stands before.

    "Before *she* spoke, Ana Cruz …", "in *his* speech, Ortega …".
    """
    for above in pronoun.head.ancestors if pronoun.gender in PERSONAL else ():
        who = next((c for c in above.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
        if who is None or not pronoun.head.i < who.left_edge.i or who in pronoun.head.ancestors:
            continue
        last = scene.mention(who)
        if last is None or last.form == Form.PRONOUN:
            return last if last is not None and last.gender == pronoun.gender else None
        return last if may_be(pronoun, last, last.kind, last.gender, last.plural) else None
    return None


def may_be(pronoun: Reference, last: Reference, kind: Kind | None, gender: str | None, several: bool) -> bool:
    """Whether kind, number and gender allow it."""
    which = pronoun.gender or ""
    if kind not in KINDS[which]:
        return False
    if which in ("m", "f"):
        return gender in (None, which) and not several
    if which == "p":
        return several or last.gender == "p" or (kind in (Kind.GROUP, Kind.BODY) and last.form != Form.PRONOUN)
    if kind == Kind.PLACE and pronoun.head.dep_ == "nsubj" and pronoun.head.head.lemma_.lower() not in LYING:
        return False
    named = kind in (Kind.GROUP, Kind.BODY) and last.form != Form.PRONOUN and last.name is not None
    return (not several or named) and last.gender != "p"


def score(scene: Scene, pronoun: Reference, last: Reference, times: int) -> float:
    """How likely a mention is taken up: near, a subject, often spoken of. Not above 0 where it is out of reach."""
    apart = scene.sentences_between(last.head, pronoun.head)
    if apart > (1 if pronoun.gender == "n" else FAR):
        return 0.0
    points = 10.0 - 3.0 * apart + 0.1 * min(times, 10)
    points += {"nsubj": 3.0, "nsubjpass": 2.5}.get(top(last.head).dep_, 0.0)
    points += 2.0 if top(last.head).head in pronoun.head.ancestors else 0.0
    points += 1.0 if last.form == Form.NAME else 0.0
    points += 1.5 if speaks_on(pronoun.head, top(last.head)) or is_of_own_subject(pronoun.head, last.head) else 0.0
    points -= 3.0 if last.form != Form.PRONOUN and last.head.dep_ in MODIFYING else 0.0
    points -= 0.02 * (pronoun.head.i - last.head.i)
    if pronoun.gender == "p":
        points += 2.0 if last.plural else 0.0
        points -= 3.0 if tells(last.head) and quotation_at(pronoun.start, scene.quotations) is not None else 0.0
    return points


def things_between(scene: Scene, last: Reference, pronoun: Reference) -> bool:
    """Whether several things are spoken of between one body and a "they" in the next sentence, which then means them:
    "The ministry shut *the dams*. Chad said *they* …"."""
    start = max(last.head.i + 1, pronoun.head.sent.start - 1)
    while start > last.head.i + 1 and not scene.doc[start].is_sent_start:
        start -= 1
    return any(
        t.tag_ == "NNS" and t.dep_ in THINGS and scene.mention(t) is None for t in scene.doc[start : pronoun.head.i]
    )


def top(token: Token) -> Token:
    """The first of a coordination, and what an apposition stands beside."""
    while token.dep_ in ("conj", "appos") and token.head != token:
        token = token.head
    return token


def tells(last: Token) -> bool:
    """Whether somebody is the subject of a verb of saying: those who tell of others say "they" of them in a quotation
    ("As *nurses* told the radio. 'We saw *them* shoot'")."""
    teller = top(last)
    return teller.dep_ == "nsubj" and teller.head.lemma_.lower() in SAYING


def speaks_on(pronoun: Token, last: Token) -> bool:
    """Whether both are subjects of verbs of saying: who spoke goes on to speak ("Ana Cruz said … *She* added")."""
    return tells(pronoun) and tells(last)


def is_of_own_subject(pronoun: Token, last: Token) -> bool:
    """Whether a possessive may be that of the subject of its own clause: "Peru said *Chile* moved *its* troops"."""
    return pronoun.dep_ == "poss" and subject(clause(pronoun.head)) == top(last)


def relative_head(scene: Scene, token: Token) -> Reference | None:
    """The noun that a relative clause is about."""
    here = token
    for _ in range(8):
        if here.dep_ == "relcl":
            return scene.mention(here.head)
        here = here.head
    return None


def relative_owner(scene: Scene, pronoun: Reference, candidates: Sequence[Candidate]) -> Reference | None:
    """Whom a possessive in a relative clause takes up first: the noun that the clause is about ("the colonel, who was
    killed in his car")."""
    about = relative_head(scene, pronoun.head)
    for (last, *_), kind, gender, _, several in candidates:
        same = last == about or (last.gender == "r" and relative_head(scene, last.head) == about)
        if about is not None and same and may_be(pronoun, last, kind, gender, several):
            return last
    return None


def whole_before(scene: Scene, pronoun: Token) -> Reference | None:
    """Those of whom a part is named behind a comma: "killed *nine people*, most of *them* women"."""
    of = pronoun.head
    if pronoun.dep_ != "pobj" or of.lower_ not in ("of", "among"):
        return None
    start = of.head if of.lower_ == "of" else of
    comma = start.left_edge.i - 1
    if comma < 0 or scene.doc[comma].text != ",":
        return None
    return next((m for m in scene.mentions if m.head.i < comma and last_token(scene, m) == comma), None)


def own_subject(scene: Scene, pronoun: Reference) -> Reference | None:
    """Who acts in the clause of a reflexive."""
    found = subject(clause(pronoun.head))
    mention = scene.mention(found) if found is not None else None
    return mention if mention is not None and mention.start < pronoun.start else None


def is_empty(token: Token) -> bool:
    """Whether "it" means nothing: it rains, it is clear that, it seems."""
    verb = token.head
    if token.lower_ != "it" or token.dep_ == "poss":
        return False
    if token.dep_ == "expl" or verb.lemma_.lower() in WEATHER | {"seem", "appear", "happen"}:
        return True
    clause = any(c.dep_ in ("ccomp", "csubj", "xcomp", "advcl", "acl", "relcl") for c in verb.children)
    return (
        token.dep_ in ("nsubj", "nsubjpass")
        and verb.lemma_ == "be"
        and (clause or any(c.dep_ in ("acomp", "attr") for c in verb.children))
    )
