"""A mention before it is known whose it is, and the pronouns, which are mentions by themselves."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from onrecord.lexicon.people import Noun
from onrecord.model import Extent, Form, Kind
from onrecord.read.who.names import Name

PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
    **dict.fromkeys(("it", "its", "itself"), "n"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "p"),
    **dict.fromkeys(("who", "whom", "whose"), "r"),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), "i"),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), "w"),
}
"""Pronouns by what they tell: masculine, feminine, neuter, plural, relative, who speaks (i), and for whom (w)."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reference:
    """A mention before it is known whose it is. `words` are its content words in lower case, `lemma` its head's.

    `extent` is the name alone where it is one, `whole` the phrase that the name stands in ("the envoy Ana Quispe").
    """

    extent: Extent
    whole: Extent
    head: Token
    form: Form
    kind: Kind | None
    lemma: str
    words: frozenset[str] = field(default_factory=frozenset)
    text: str = ""
    country: str | None = None
    sector: tuple[str, ...] = ()
    register: str | None = None
    gender: str | None = None
    plural: bool = False
    definite: bool = True
    name: Name | None = None
    noun: Noun | None = None

    @property
    def start(self) -> int:
        return self.extent.start


def pronoun(token: Token) -> Reference | None:
    """The mention that a pronoun of the first or third person, or a relative one, is."""
    which = PRONOUNS.get(token.lower_)
    if which is None or token.pos_ not in ("PRON", "DET") or (which == "r" and not relative(token)):
        return None
    extent = Extent(token.idx, token.idx + len(token.text))
    return Reference(
        extent=extent,
        whole=extent,
        head=token,
        form=Form.PRONOUN,
        kind=Kind.PERSON if which in ("m", "f", "i", "w") else None,
        lemma=token.lower_,
        text=token.text,
        gender=which,
        plural=which in ("p", "w"),
    )


def relative(token: Token) -> bool:
    """Whether "who" begins a relative clause and asks no question."""
    here = token
    for _ in range(4):
        if here.dep_ == "relcl":
            return True
        here = here.head
    return False
