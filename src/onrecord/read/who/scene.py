"""A doc with its mentions and where they stand: what offices, kin and coreference are found in."""

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.model import Time
from onrecord.read.quotes import Quotation
from onrecord.read.who.reference import Reference
from onrecord.read.who.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A doc with its words and mentions, and where they are; `begun` are the tokens that begin sentences."""

    doc: Doc
    words: Words
    mentions: tuple[Reference, ...]
    times: tuple[Time, ...]
    at_head: dict[int, Reference]
    at_start: dict[int, Reference]
    at_lead: dict[int, Reference]
    headline: int = 0
    quotations: tuple[Quotation, ...] = ()
    begun: tuple[int, ...] = ()

    def sentences_between(self, a: Token, b: Token) -> int:
        """How many sentences begin after one token and up to another; none where the other stands first."""
        return max(0, bisect_right(self.begun, b.i) - bisect_right(self.begun, a.i))

    def sentence_of(self, mention: Reference) -> int:
        """The token with which the sentence of a mention begins."""
        before = bisect_right(self.begun, mention.head.i)
        return self.begun[before - 1] if before else 0

    def mention(self, token: Token) -> Reference | None:
        """The mention whose head the token is, or the name that it is in."""
        return self.at_head.get(token.i)


def make_scene(
    doc: Doc,
    words: Words,
    mentions: tuple[Reference, ...],
    times: tuple[Time, ...],
    headline: int = 0,
    quotations: tuple[Quotation, ...] = (),
) -> Scene:
    """The mentions by head token and by first token (a name also by the first token of its titles)."""
    at_head: dict[int, Reference] = {}
    at_start: dict[int, Reference] = {}
    at_lead: dict[int, Reference] = {}
    tokens = {t.idx: i for i, t in enumerate(words.tokens)}
    for mention in mentions:
        at_head.setdefault(mention.head.i, mention)
        if mention.name is not None:
            at_head[mention.head.i] = mention
            at_lead[mention.name.lead] = mention
            at_start[mention.name.start] = mention
        at_start.setdefault(tokens[mention.extent.start], mention)
    for mention in mentions:
        if mention.name is not None:
            for i in range(mention.name.start, mention.name.end):
                at_head.setdefault(i, mention)
    return Scene(
        doc=doc,
        words=words,
        mentions=mentions,
        times=times,
        at_head=at_head,
        at_start=at_start,
        at_lead=at_lead,
        headline=headline,
        quotations=quotations,
        begun=tuple(t.i for t in words.tokens if t.is_sent_start and not t.is_space),
    )


def last_token(scene: Scene, mention: Reference) -> int:
    """The token after the mention."""
    i = mention.head.i
    while i < len(scene.doc) and scene.doc[i].idx < mention.extent.end:
        i += 1
    return i


def first_token(scene: Scene, mention: Reference) -> int:
    """The first token of the mention, titles before a name included."""
    if mention.name is not None:
        return mention.name.lead
    i = mention.head.i
    while i > 0 and scene.doc[i - 1].idx >= mention.extent.start:
        i -= 1
    return i
