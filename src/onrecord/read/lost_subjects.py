"""Verbs of a sentence that the parser takes for its subject's participle, though they are its only finite verb.

"Anna Holm *called* Friday for him to go", "Lund, quoting the treaty, *called* on Chad to wait": the name becomes the
root.
"""

from spacy.tokens import Token


def named_at_root(verb: Token) -> Token | None:
    """The noun at the root of which a past verb is told that hangs in it, or behind a comma in what is set off; nobody
    where the verb may be a participle indeed ("villagers *urged* to leave")."""
    root = verb.sent.root
    if verb.tag_ != "VBD" or verb.dep_ != "acl" or root.pos_ not in ("NOUN", "PROPN") or root.i > verb.i:
        return None
    beside = verb.head == root or verb.nbor(-1).text == ","
    return root if beside and _is_active(verb) else None


def _is_active(verb: Token) -> bool:
    """Whether a verb has an object, a clause of its own that it tells, or somebody on whom it calls."""
    if any(c.dep_ == "nsubj" or c.lower_ == "by" for c in verb.children):
        return False
    for child in verb.children:
        if child.dep_ in ("dobj", "ccomp"):
            return True
        if child.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "for" for c in child.children):
            return True
    asks = any(c.dep_ == "prep" and c.lower_ in ("on", "upon") for c in verb.children)
    return asks and any(c.dep_ == "xcomp" for c in verb.children)
