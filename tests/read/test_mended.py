"""Sentences whose verb the parser takes for a participle, and those in which it is one."""

import pytest

from onrecord.model import Document
from onrecord.read.parse import parse


def root_of(nlp, text):
    (sentence,) = parse(nlp, Document.from_text(text)).doc.sents
    return sentence.root.text, [c.text for c in sentence.root.children if c.dep_ == "nsubj"]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("A UN report called for sanctions against Uganda.", "called", "report"),
        ("A Pentagon memo accused Uganda of fraud.", "accused", "memo"),
        ("Amara Diallo, a former minister of Chad, called for sanctions against Togo.", "called", "Diallo"),
    ],
)
def test_the_verb_of_a_sentence_is_its_root(nlp, text, verb, subject):
    assert root_of(nlp, text) == (verb, [subject])


def test_a_verb_behind_its_subjects_participle_is_what_somebody_says(nlp):
    text = "Gunmen riding on motorcycles killed nine people, two officials and a nurse said."
    (sentence,) = parse(nlp, Document.from_text(text)).doc.sents
    killed = next(t for t in sentence if t.text == "killed")
    assert (killed.dep_, killed.head.text) == ("ccomp", "said")
    assert [c.text for c in killed.children if c.dep_ == "nsubj"] == ["Gunmen"]


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("A man arrested in Lima on Monday.", "man"),
        ("An Egyptian actress given a prize in Cannes.", "actress"),
        ("A town called Kulm.", "town"),
        ("The report called for by the senate.", "report"),
    ],
)
def test_near_misses_stay_nouns_with_a_participle(nlp, text, root):
    assert root_of(nlp, text) == (root, [])


def test_a_report_says_what_its_author_says(reader):
    reading = reader.read(Document.from_text("A UN report called for sanctions against Uganda.", id="d"))
    names = {e.id: e.name for e in reading.entities}
    assert [(names[e.actor[0]], names[e.recipient[0]]) for e in reading.events] == [("UN", "Uganda")]


def test_what_a_headline_puts_first_is_nobody_elses_word(reader):
    text = "Gunmen kill nine people in Niger, army blames rebels"
    reading = reader.read(Document.from_text(text, id="d"))
    assert {(e.type, e.modality) for e in reading.events} == {("ASSAULT", "actual"), ("ACCUSE", "actual")}


def test_near_miss_what_a_headline_puts_first_is_told_to_somebody(reader):
    text = "Gunmen kill nine people in Niger, army tells reporters"
    reading = reader.read(Document.from_text(text, id="d"))
    assert [e.attribution for e in reading.events] == [reading.attributions[0].id]
