"""What a word's own auxiliaries, negation, conjunction and determiner say of whether it has happened."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Modality

CONDITIONS = frozenset(("if", "unless", "whether", "lest", "provided", "assuming", "supposing"))
INVERTED = frozenset(("had", "were"))
"""Auxiliaries that make a condition where they stand before their subject."""
QUALIFIERS = {
    **dict.fromkeys(
        "possible potential proposed threatened attempted prospective hypothetical eventual feared would-be".split(),
        Modality.HYPOTHETICAL,
    ),
    **dict.fromkeys(
        "planned future upcoming forthcoming scheduled expected impending imminent looming intended".split(),
        Modality.FUTURE,
    ),
    **dict.fromkeys(("foiled", "averted", "cancelled", "canceled", "thwarted"), Modality.NEGATED),
}
DUTIES = frozenset(("should", "must", "may", "might", "ought"))
"""Modals whose negation is no news of what has happened: "must *not* attack", "may *not* sign"."""
ALMOST = frozenset(("never", "nearly", "almost", "neither", "hardly", "barely"))
NEITHER = frozenset(("no", "neither", "nor"))
BUT_ALSO = frozenset(("only", "just", "merely", "simply", "least"))
AHEAD = frozenset(("tomorrow", "tonight"))
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def own_modality(token: Token, lexicon: Lexicon) -> Iterator[Modality]:
    """What the word's own auxiliaries, negation, conjunction and determiner say, a negation last.

    What stands under a condition, a duty or a command has not been denied by a "not" beside it.
    """
    supposed = any(opens_condition(c) or (c.lower_ in DUTIES and c.dep_ == "aux") for c in token.children)
    if supposed or is_command(token) or hangs_on_condition(token):
        yield Modality.HYPOTHETICAL
        return
    if is_dated_ahead(token) or is_headline_future(token):
        yield Modality.FUTURE
    for child in token.children:
        if child.dep_ == "aux" and child.tag_ == "MD":
            backshifted = child.lower_ in ("would", "'d") and is_backshifted(token)
            yield from (Modality.FUTURE,) if backshifted else modal_of(child, lexicon)
        elif child.dep_ == "amod" and child.lower_ in QUALIFIERS:
            yield QUALIFIERS[child.lower_]
        elif child.dep_ == "det" and child.lower_ == "any":
            yield Modality.HYPOTHETICAL
    if any(is_negation(c) for c in token.children):
        yield Modality.NEGATED


def modal_of(token: Token, lexicon: Lexicon, form: str = "") -> Iterator[Modality]:
    """The modality that the lexicon gives a word, unless a particle or what it sets something on makes another of it:
    "*set* off protests", "*set* on fire".

    `form`: what hangs under the word, where that is an "infinitive" or a "gerund", for the words that only take such.
    """
    if any(c.dep_ == "prt" or (c.lower_ == "on" and token.lower_ == "set") for c in token.children):
        return
    entries = lexicon.modals.get(token.lemma_.lower(), lexicon.modals.get(token.lower_, ()))
    meant = [e for e in entries if form in e.takes] or [e for e in entries if not e.takes]
    yield from (e.modality for e in meant)


def opens_condition(child: Token) -> bool:
    """Whether a verb's child makes a condition of its clause: "if", or "had" and "were" before the subject; not "had
    itself asked"."""
    if child.dep_ not in ("aux", "auxpass"):
        return child.dep_ == "mark" and child.lower_ in CONDITIONS
    subject = next((c for c in child.head.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    before = subject is not None and child.i < subject.left_edge.i and not subject.lower_.endswith(("self", "selves"))
    return child.lower_ in INVERTED and before and not child.sent.text.rstrip().endswith("?")


def is_negation(child: Token) -> bool:
    """Whether a word's child says that it was not so: "not", "never", "no soldier", "no longer"; not "not only"."""
    if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr"):
        return denies(child)
    if child.dep_ == "advmod":
        no_longer = child.lower_ == "longer" and child.i > 0 and child.nbor(-1).lower_ == "no"
        return child.lower_ in ALMOST or no_longer
    if child.dep_ == "neg":
        return child.i + 1 >= len(child.doc) or child.nbor(1).lower_ not in BUT_ALSO
    return child.dep_ in ("det", "preconj", "cc") and child.lower_ in NEITHER


def denies(noun: Token) -> bool:
    """Whether a noun says that there was none: "no soldier was killed", "not a single man", "none of the men", "neither
    Oman nor Peru"."""
    if noun.lower_ in ("none", "nobody") or not_one(noun) is not None:
        return True
    return any(
        c.dep_ in ("det", "preconj", "cc") and c.i < noun.i and c.lower_ in ("no", "neither") for c in noun.children
    )


def not_one(token: Token) -> Token | None:
    """The "not" of "not one soldier" and "not a single soldier", whatever that hangs under."""
    one = next((c for c in token.lefts if c.lower_ in ("one", "single")), token if token.lower_ == "one" else None)
    if one is None or (one.i + 1 < len(token.doc) and token.doc[one.i + 1].lower_ == "but"):
        return None
    at = one.i - 1 if one.lower_ == "one" else one.i - 2
    return token.doc[at] if at >= token.sent.start and token.doc[at].lower_ == "not" else None


def is_backshifted(verb: Token) -> bool:
    """Whether "would" is only the "will" of reported speech: "said it would send food", with no condition."""
    head = verb
    while head.dep_ == "conj":
        head = head.head
    told = head.dep_ in ("ccomp", "acl") and head.head.tag_ in ("VBD", "VBN", "VBG", "NN", "NNS")
    return told and not any(c.dep_ == "advcl" and is_condition(c) for v in {verb, head} for c in v.children)


def is_condition(clause: Token) -> bool:
    """Whether a clause is one on which another hangs: "if", "unless", "should the talks fail"."""
    return any(
        (c.dep_ == "mark" and c.lower_ in CONDITIONS) or (c.dep_ == "aux" and c.lower_ == "should")
        for c in clause.children
    )


def hangs_on_condition(verb: Token) -> bool:
    """Whether a present tense only holds if something before it does: "if it passes, the bill *lets* them"."""
    before = [c for c in verb.lefts if c.dep_ == "advcl" and any(m.lower_ in ("if", "unless") for m in c.lefts)]
    return verb.tag_ in ("VBZ", "VBP") and bool(before)


def is_command(verb: Token) -> bool:
    """Whether a verb bids somebody do something: "*Release* the men!", "Do not *attack*"."""
    if verb.tag_ != "VB" or verb.dep_ not in ("ROOT", "ccomp") or any(c.dep_ in SUBJECTS for c in verb.children):
        return False
    before = [t for t in verb.lefts if not (t.is_punct or t.is_space)]
    return all(t.lower_ in ("do", "not", "n't", "please", "never") for t in before)


def is_headline_future(verb: Token) -> bool:
    """Whether a headline tells what is to come by an infinitive: "Kenya to *send* troops"."""
    if verb.tag_ != "VB" or verb.dep_ != "ROOT":
        return False
    told = {c.dep_ for c in verb.children if c.i < verb.i}
    return "nsubj" in told and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def is_dated_ahead(word: Token) -> bool:
    """Whether a present tense or a noun has a date to come: "*visits* Oslo next week", "next month's *visit*"."""
    present = word.tag_ in ("VBZ", "VBP") or any(c.dep_ == "aux" and c.tag_ in ("VBZ", "VBP") for c in word.children)
    if word.pos_ in ("VERB", "AUX") and not (present and word.tag_ != "VBN"):
        return False
    links = ("npadvmod", "poss", "nmod", "compound", "advmod")
    dates = [c for c in word.children if c.dep_ in links]
    dates += [t for c in word.children if c.dep_ == "prep" for t in c.children if t.dep_ == "pobj"]
    return any(d.lower_ in AHEAD or (d.ent_type_ == "DATE" and _is_next(d)) for d in dates)


def _is_next(date: Token) -> bool:
    return any(c.lower_ == "next" for c in date.children)


def is_finite(verb: Token) -> bool:
    """Whether a verb stands in a tense: "said that he *left*", "will *leave*"; not "to leave", "leaving"."""
    tenses = ("MD", "VBD", "VBZ", "VBP")
    return verb.tag_ in tenses or any(c.dep_ in ("aux", "auxpass") and c.tag_ in tenses for c in verb.children)


def is_infinitive(verb: Token) -> bool:
    """Whether a verb has its "to"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def form_of(verb: Token) -> str:
    """What the lexicon calls a verb by its form: an infinitive, a gerund, or neither."""
    if is_infinitive(verb):
        return "infinitive"
    return "gerund" if verb.tag_ == "VBG" else ""
