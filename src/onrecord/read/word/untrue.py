"""Sayings that what was said before is untrue, in no more words than that: "These are lies"."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.model import Act
from onrecord.read.spans import tokens_within
from onrecord.read.word.attributions import Saying

POINTING = frozenset(("it", "that", "these", "this", "those", "they"))
UNTRUE = frozenset(
    "absurd baseless fabricated fabrication fake false fantasy fiction groundless hoax invention lie ludicrous myth "
    "nonsense propaganda rubbish slander unfounded untrue".split()
)
"""Nouns and adjectives for what is not so."""
RULE = "denial.untrue"


def with_denials(doc: Doc, sayings: Sequence[Saying]) -> tuple[Saying, ...]:
    """The same sayings, a plain one a denial where it says of what was said that it is untrue."""
    return tuple(
        replace(s, attribution=replace(s.attribution, act=Act.DENIAL, rule=RULE)) if is_denial(doc, s) else s
        for s in sayings
    )


def is_denial(doc: Doc, saying: Saying) -> bool:
    """Whether a statement begins with a pronoun of which it says that it is false."""
    told = saying.attribution
    if told.act is not Act.STATEMENT or not told.content:
        return False
    words = [t for t in tokens_within(doc, told.content[:1]) if not (t.is_punct or t.is_space or t.dep_ == "mark")]
    return bool(words) and words[0].lower_ in POINTING and is_called_untrue(words[0])


def is_called_untrue(pronoun: Token) -> bool:
    """Whether a pronoun is the subject of "is" and a word for what is not so: "this is a *lie*", not "is no lie"."""
    verb = pronoun.head
    if pronoun.dep_ != "nsubj" or verb.lemma_ != "be" or any(c.dep_ == "neg" for c in verb.children):
        return False
    said = [c for c in verb.children if c.dep_ in ("attr", "acomp") and c.lemma_.lower() in UNTRUE]
    return any(not any(c.lower_ == "no" for c in word.children) for word in said)
