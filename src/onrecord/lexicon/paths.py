"""The little language in which lexicon entries say where a party or a content hangs in a dependency tree.

A path is steps joined by `>`. A step is a relation (`dobj`), a relation with the lemmas that it may lead to
(`prep:on|upon`; `PERSON` among them is anybody's name: `dobj:minister|PERSON`), or a climb to the head (`^dobj`,
`^dobj:launch`). A bare preposition is short for it and its object: `against` is `prep:against>pobj`. Four names stand
for what takes more than a path:

    lsubj     the logical subject: the subject of an active verb (shared or controlled too), the agent of a passive
    lobj      the logical object: the object of an active verb, the subject of a passive
    premod    what stands before a noun: compounds, adjectives, nouns
    gsubj     the logical subject of the support verb that governs the noun ("launched a raid": who launched)

Labels are those of spaCy's English pipelines (ClearNLP).
"""

from dataclasses import dataclass
from functools import cache

LABELS = frozenset(
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative "
    "dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj "
    "predet prep prt punct quantmod relcl xcomp".split()
)
SUPPORT_VERBS = frozenset(
    (
        "begin carry commit conclude conduct continue declare deliver do effect escalate execute give have hold "
        "impose initiate intensify issue launch lead lodge make mount open organise organize order pay perform "
        "provide reach resume run sign stag stage start step undertake unleash wag wage"
    ).split()
)
"""Verbs that say little more than that somebody did what their object names, with the lemmas that the pipeline gives
"staged" and "waged"."""
PERSON = "PERSON"
"""The label of people's names, and what stands for any of them among a step's lemmas."""
NAMED = frozenset(("lsubj", "lobj", "premod", "gsubj"))
PREPOSITIONS = frozenset(
    "about above across after against along alongside amid among around as at before behind between beyond by despite "
    "during for from in inside into near of off on onto out outside over regarding since through throughout to toward "
    "towards under until upon via with within without".split()
)


@dataclass(frozen=True, slots=True)
class Step:
    """One step: a relation or a named walk, the lemmas it may lead to (any, where empty), whether it climbs, and
    whether it may lead to a person's name as well."""

    dep: str
    lemmas: frozenset[str] = frozenset()
    up: bool = False
    person: bool = False


@cache
def parse_path(path: str) -> tuple[Step, ...]:
    """The steps of a written path. Raises ValueError that names what no parser gives."""
    steps: list[Step] = []
    for part in path.split(">"):
        name, _, lemmas = part.strip().partition(":")
        up, name = name.startswith("^"), name.removeprefix("^")
        wanted = frozenset(lemmas.split("|")) if lemmas else frozenset()
        if name in LABELS or (name in NAMED and not up):
            steps.append(Step(name, wanted, up, PERSON in wanted))
        elif name in PREPOSITIONS and not up:
            steps += [Step("prep", frozenset((name,))), Step("pobj", wanted, person=PERSON in wanted)]
        else:
            raise ValueError(f"{name!r} in the path {path!r} is neither a dependency label nor a preposition")
    return tuple(steps)
