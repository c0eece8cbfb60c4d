"""The parse where the parser is known to go wrong, put right."""

from spacy.tokens import Doc, Token

PARTS = frozenset(("nsubj", "nsubjpass"))
"""Parts of a clause of which it has one."""
NOUNS = frozenset(("NOUN", "PROPN"))
PAST = frozenset(("VBD", "VBN"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
WORDLESS = frozenset("appeal respond react vow insist tweet complain apologise apologize".split())
"""Verbs without an object, whose participle stands behind no noun."""
CALLING = frozenset(("for", "on", "upon"))
"""What makes "call" one of them; "a man *called* Omar" is none."""
RECEIVED = frozenset("give award offer grant send hand pay show tell promise teach lend owe name dub ask call".split())
"""Verbs whose participle stands behind a noun and may have an object: "an actress *given* a prize"."""


def mended(doc: Doc) -> Doc:
    """The same doc, with its titles and the verbs of its sentences in their places."""
    with_titles(doc)
    for sentence in list(doc.sents):
        verb = verb_of(sentence.root)
        if verb is not None:
            make_root(verb, sentence.root)
    return doc


def with_titles(doc: Doc) -> None:
    """Makes a noun and the name right behind it one phrase where the parser has them both as the same part of one verb:
    "Sudan's army *chief Idris Omar* arrived"."""
    for title in doc[:-1]:
        if title.pos_ != "NOUN" or title.dep_ not in PARTS or title.nbor().pos_ != "PROPN":
            continue
        name = next((c for c in title.head.children if c.left_edge.i == title.i + 1), None)
        if name is not None and name.pos_ == "PROPN" and name.dep_ == title.dep_:
            title.dep_ = "compound"
            title.head = name


def verb_of(noun: Token) -> Token | None:
    """The verb of a sentence of which the parser has made a noun with a participle: "A UN report *called* for talks".

    Only where nothing else is its verb, and where a participle could not stand there: it has an object or an auxiliary
    of its own, or is of a verb that takes none. "Protesters arrested in Minsk" stays what it is.
    """
    if noun.pos_ not in NOUNS or any(c.tag_ in FINITE and c.dep_ != "acl" for c in noun.children):
        return None
    verbs = [c for c in noun.children if c.dep_ == "acl" and c.i > noun.i and c.tag_ in PAST]
    if len(verbs) != 1 or any(c.dep_ in ("mark", "agent", "nsubj", "nsubjpass") for c in verbs[0].children):
        return None
    return verbs[0] if is_finite(verbs[0]) else None


def is_finite(verb: Token) -> bool:
    """Whether a past verb can be no participle behind a noun."""
    parts, lemma = {c.dep_ for c in verb.children}, verb.lemma_.lower()
    if "aux" in parts:
        return "auxpass" not in parts
    if lemma == "call":
        return any(c.lower_ in CALLING for c in verb.children)
    return lemma in WORDLESS or ("dobj" in parts and lemma not in RECEIVED)


def make_root(verb: Token, noun: Token) -> None:
    """Makes a verb the root of a sentence, and the noun that was it its subject."""
    later = [c for c in noun.children if c.i > verb.i or c.dep_ in ("punct", "nsubj", "advmod", "npadvmod")]
    verb.dep_, noun.dep_ = "ROOT", "nsubj"
    verb.head = verb
    noun.head = verb
    for child in later:
        if child != verb:
            child.head = verb
