"""Names found of all words at once are those that spaCy finds word by word."""

from types import SimpleNamespace

import pytest
from spacy.tokens import Span

from onrecord.read.recogniser import AT_ONCE, RECOGNISER, is_known

TEXTS = (
    "",
    " \n\n ",
    "Lima",
    "The President of the Republic of Fiji",
    "On 4 March 2025 the Peruvian Foreign Ministry in Lima paid $ 3.5 million to Chad's United Nations mission.",
    "She left Port Moresby\n\nPapua New Guinea has no comment.  New   Delhi had one, and so did Rosa Tellez-Quispe.",
    "Nobody was there. It rained until the second half of the next week, about 40 percent more than in 1999.",
)


def bare(nlp, text):
    """The parse of a text, with no names yet."""
    return nlp(text, disable=[AT_ONCE])


@pytest.mark.parametrize("text", TEXTS)
def test_names_and_what_lies_between_are_as_spacy_has_them(nlp, text):
    ours, theirs = nlp.get_pipe(AT_ONCE)(bare(nlp, text)), nlp.get_pipe(RECOGNISER)(bare(nlp, text))
    assert ours.to_bytes() == theirs.to_bytes()
    assert [(e.start, e.end, e.label_) for e in ours.ents] == [(e.start, e.end, e.label_) for e in theirs.ents]


def test_a_name_of_several_words_is_found(nlp):
    [name] = nlp("She works for the United Nations Security Council.").ents
    assert len(name) > 2


def test_what_is_named_already_stays(nlp):
    doc = bare(nlp, "The envoy left Lima for Harare.")
    doc.set_ents([Span(doc, 1, 2, label="PERSON")], default="unmodified")
    assert next((e.text, e.label_) for e in nlp.get_pipe(AT_ONCE)(doc).ents) == ("envoy", "PERSON")


def test_a_recogniser_of_another_build_is_left_alone(nlp):
    known = nlp.get_pipe(RECOGNISER)
    assert is_known(known)
    assert not is_known(nlp.get_pipe("parser"))  # looks at eight words
    assert not is_known(nlp.get_pipe("tagger"))
    assert not is_known(SimpleNamespace(model=known.model, cfg={"beam_width": 4}))
    assert not is_known(object())
