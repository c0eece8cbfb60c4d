"""What an event is about: PLOVER's contexts, by the words around it."""

from spacy.tokens import Token

from onrecord.lexicon.lexicon import Lexicon


def find_contexts(trigger: Token, lexicon: Lexicon) -> tuple[str, ...]:
    """The contexts that words of the trigger's sentence tell, in alphabetical order."""
    found = {entry.context for token in trigger.sent for entry in lexicon.contexts.get(token.lemma_.lower(), ())}
    return tuple(sorted(found))
