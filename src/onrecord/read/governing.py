"""What a word takes from the one that it hangs under: an infinitive from its verb, a clause from its teller."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.lexicon.lexicon import Lexicon
from onrecord.model import Modality
from onrecord.read.climbing import ADJUNCTS
from onrecord.read.own import (
    INVERTED,
    denies,
    form_of,
    is_finite,
    modal_of,
    opens_condition,
    own_modality,
)
from onrecord.read.papers import PAPERS
from onrecord.read.trees import support_verb

POLITE = frozenset(("like", "wish", "want"))
"""Verbs with which one says politely what one does by saying so."""
SPEECH = frozenset(
    "apologise apologize assure condemn congratulate convey deny emphasise emphasize express extend invite offer "
    "praise reiterate stress thank urge warn".split()
)
"""Verbs of what is done by saying so: "would like to *thank* them"."""
SPOKEN = frozenset("apology condolence congratulation greeting praise prayer sympathy thank tribute".split())
"""Nouns of what is done by offering it."""
BARE = frozenset(
    "add announce believe bid claim have hear help know let make note report say see show state tell think "
    "watch".split()
)
"""Verbs whose clause tells no wish, bare as it is: "let him *go*", "say they *go*"."""
FEARING = frozenset(("hope", "hop", "wish", "fear", "doubt", "deny", "worry", "pray"))
"""Verbs that leave open whether what follows is so ("hop" is what the pipeline makes of "hoped")."""
ALLOWING = frozenset(("allow", "enable", "permit"))
"""Verbs that tell of a deed in the past, and of none in the present: "*allowed* it", "laws that *allow* it"."""


def passed_down(below: Token, above: Token, lexicon: Lexicon) -> Iterator[Modality]:
    """What a head passes to the word under it by the link between them."""
    if is_politely_done(below, above) or is_offered(below, above) or falls_short(below):
        return
    if below.dep_ == "conj":
        yield from _from_first(below, above, lexicon)
    elif below.dep_ in ("nsubj", "nsubjpass"):
        yield from own_modality(above, lexicon)
        said = [above] if below.dep_ == "nsubjpass" else [c for c in above.children if c.dep_ == "acomp"]
        yield from (m for word in said for m in modal_of(word, lexicon))
    elif below.dep_ == "ccomp" and (is_finite(below) or is_subjunctive(below)):
        yield from _from_teller(below, above)
    elif below.dep_ == "advcl" and is_finite(below):
        yield Modality.FUTURE
    else:
        yield from _from_governor(below, above, lexicon)


def _from_first(below: Token, above: Token, lexicon: Lexicon) -> Iterator[Modality]:
    """What the first of two coordinated verbs shares: its auxiliaries, or its "if"."""
    if shares_auxiliary(below):
        yield from own_modality(above, lexicon)
    elif below.tag_ == above.tag_ and any(opens_condition(c) for c in above.children):
        yield Modality.HYPOTHETICAL


def _from_teller(below: Token, above: Token) -> Iterator[Modality]:
    """What a verb of saying or feeling passes to the clause that it tells."""
    supposed = above.dep_ == "advcl" and above.lower_ in INVERTED and bool(above.is_sent_start)
    feared = above.lemma_.lower() in FEARING and not is_spliced(below, above)
    if supposed or feared or is_subjunctive(below):
        yield Modality.HYPOTHETICAL


def _from_governor(below: Token, above: Token, lexicon: Lexicon) -> Iterator[Modality]:
    """What a word passes to the infinitive, gerund or noun that hangs under it."""
    form = form_of(below) or next((form_of(c) for c in below.children if c.dep_ == "pcomp"), "")
    instead = above.lower_ == "of" and any(c.lower_ == "instead" for c in above.lefts)
    if is_ruling_out(above):
        yield Modality.HYPOTHETICAL if any(c.dep_ == "neg" for c in above.children) else Modality.NEGATED
        return
    if (
        instead
        or falls_short(above)
        or above.lower_ in ("without", "instead")
        or (below.dep_ == "acl" and denies(above))
    ):
        yield Modality.NEGATED
    ended = form == "gerund" and below.dep_ == "xcomp" and above.lemma_.lower() in ("stop", "cease", "quit", "halt")
    if ended:
        yield Modality.NEGATED
    elif below.dep_ == "prep" and above.lemma_ == "be" and any(c.lower_ == "due" for c in above.children):
        yield Modality.FUTURE
    elif below.dep_ == "xcomp" and above.lemma_ == "be":
        yield Modality.HYPOTHETICAL if above.tag_ == "VBD" else Modality.FUTURE
    elif form == "infinitive":
        yield from _from_will(below, above, lexicon)
    elif above.dep_ != "prep" and (below.dep_ != "dobj" or support_verb(below) is None) and not is_aside(below):
        yield from (Modality.HYPOTHETICAL if is_bygone(above, m) else m for m in modal_of(above, lexicon, form))
    if above.pos_ in ("VERB", "AUX"):
        own = own_modality(above, lexicon)
        yield from (m for m in own if not (is_aside(below) and m is Modality.NEGATED))


def is_ruling_out(verb: Token) -> bool:
    """Whether a verb says that something will not be: "*ruled out* talks"; what is not ruled out may be."""
    return verb.lemma_.lower() == "rule" and any(c.lower_ == "out" for c in verb.children)


def _from_will(below: Token, above: Token, lexicon: Lexicon) -> Iterator[Modality]:
    """What stands over an infinitive makes of it: what the lexicon says, else that it is open, unless a verb that it
    knows to be carried out governs it ("began to shell"), or it only tells why ("came to help")."""
    if above.lower_ in ("going", "about"):
        yield Modality.FUTURE
    elif above.lemma_.lower() == "have" or is_got(above):
        yield from _from_have(above)
    elif above.lemma_.lower() in ALLOWING and above.tag_ in ("VBD", "VBN"):
        return
    elif above.dep_ == "ROOT" and above.pos_ == "PROPN" and below.dep_ in ("acl", "relcl"):
        yield Modality.FUTURE
    else:
        known = list(modal_of(above, lexicon, "infinitive"))
        yield from (Modality.HYPOTHETICAL if is_bygone(above, m) else m for m in known)
        perfect = any(c.dep_ == "aux" and c.lower_ == "have" for c in below.children)
        if not known and not perfect and below.dep_ in ("xcomp", "ccomp"):
            yield Modality.HYPOTHETICAL


def _from_have(have: Token) -> Iterator[Modality]:
    """What "have to" says: an open duty in the present, a deed in the past; "has yet to" that there was none."""
    if any(c.lower_ == "yet" for c in have.children):
        yield Modality.NEGATED
    elif have.tag_ in ("VBZ", "VBP") or is_got(have):
        yield Modality.HYPOTHETICAL


def is_got(verb: Token) -> bool:
    """Whether "got" is no more than "have": "they have *got* to leave"."""
    return verb.lower_ == "got" and any(c.dep_ == "aux" and c.tag_ in ("VBZ", "VBP") for c in verb.children)


def is_aside(below: Token) -> bool:
    """Whether a phrase only tells when or why another thing was done, or where it was said: "fled *after* killing a
    monk", "*in* a letter condemning the raid, he called for calm"."""
    if below.dep_ != "prep":
        return False
    written = below.lower_ == "in" and any(c.lemma_.lower() in PAPERS for c in below.children)
    return written or below.lower_ in ADJUNCTS


def is_spliced(clause: Token, above: Token) -> bool:
    """Whether a clause only stands before another, set off by a semicolon: "Chad fell; Mali denied it"."""
    return clause.i < above.i and any(t.text == ";" for t in above.doc[clause.i : above.i])


def is_politely_done(below: Token, above: Token) -> bool:
    """Whether who would like to say something says it by that: "I would like to express our thanks"."""
    if below.dep_ != "xcomp" or above.lemma_.lower() not in POLITE or below.lemma_.lower() not in SPEECH:
        return False
    return not any(c.dep_ == "neg" for c in above.children) and above.tag_ in ("VB", "VBP", "VBZ")


def is_offered(below: Token, above: Token) -> bool:
    """Whether something is done by offering it: "offered an *apology*"."""
    if below.dep_ != "dobj" or below.lemma_.lower() not in SPOKEN:
        return False
    return above.lemma_.lower() == "offer" and above.tag_ in ("VBD", "VBZ", "VBP", "VBN")


def falls_short(of: Token) -> bool:
    """Whether what follows "of" was left undone: "stopped short *of* calling for a ban"."""
    return of.lower_ == "of" and of.i > 0 and of.nbor(-1).lower_ == "short"


def is_bygone(word: Token, modality: Modality) -> bool:
    """Whether a plan is one of the past: "had been due to meet"."""
    around = (*word.children, *word.head.children) if word.dep_ in ("acomp", "oprd") else tuple(word.children)
    return modality is Modality.FUTURE and any(c.dep_ == "aux" and c.lower_ in ("had", "'d") for c in around)


def is_subjunctive(verb: Token) -> bool:
    """Whether a clause tells what somebody wants: "demanded that Chad release the men", "that they be released"."""
    if not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return False
    helps = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if verb.tag_ == "VBN":
        return len(helps) == 1 and helps[0].lower_ == "be"
    return verb.tag_ == "VB" and not helps and verb.head.lemma_.lower() not in BARE


def shares_auxiliary(verb: Token) -> bool:
    """Whether a coordinated verb leans on the first one's auxiliary ("will meet and sign", "not met or signed"; the
    parser takes some participles for a past)."""
    if any(c.dep_ in ("aux", "auxpass", "nsubj") for c in verb.children):
        return False
    or_else = any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in verb.head.children)
    return verb.tag_ in ("VB", "VBN", "VBG") or (verb.tag_ == "VBD" and or_else)
