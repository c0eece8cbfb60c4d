"""Which reports are copies of one text, by their sketches of runs of three words."""

from collections.abc import Mapping

from onrecord.link.minhash import make_sketch, words_of

RUN = 3
COPY = 0.5
"""The share of their runs of words that two reports have in common from which one counts as a copy of the other: an
agency's report with a new headline, a line cut or a sentence added stays above it, two reports of one statement in own
words stay far below."""


def find_copies(texts: Mapping[str, str]) -> Mapping[str, str]:
    """For each key the least key of the reports that it is a copy of, directly or by way of others, or itself."""
    signatures = {key: make_sketch(words_of(text), RUN) for key, text in sorted(texts.items())}
    first: dict[str, str] = {}
    for key, signature in signatures.items():
        alike = {first[k] for k in first if signature.jaccard(signatures[k]) >= COPY}
        root = min(alike, default=key)
        first[key] = root
        first.update({k: root for k, old in first.items() if old in alike})
    return first
