"""Ids become words; chains end even where they bite their own tail."""

from dataclasses import replace

import pytest

from onrecord.export.lookup import Lookup


def test_lookup_joins_names_as_a_person_would(told):
    lookup = Lookup(*told)
    assert lookup.names(()) == ""
    assert lookup.names(("en-quispe",)) == "Amaru Quispe"
    assert lookup.names(("en-quispe", "en-mamani", "en-army")) == "Amaru Quispe, Celia Mamani and Peruvian army"
    assert lookup.names(("en-quispe", "nobody")) == "Amaru Quispe"


def test_lookup_follows_the_chain_outwards(told):
    lookup = Lookup(*told)
    assert [a.id for a in lookup.chain(lookup.attribution("at-quispe"))] == ["at-quispe", "at-wrote"]
    assert [a.id for a in lookup.told_within(lookup.attribution("at-wrote"))] == ["at-quispe"]


def test_lookup_finds_who_denies_a_claim_but_not_who_only_estimates(told):
    lookup = Lookup(*told)
    assert [a.id for a in lookup.denials(lookup.attribution("at-claim"))] == ["at-denial"]
    assert lookup.denials(lookup.attribution("at-wrote")) == ()


def test_lookup_shows_every_attribution_once_even_in_a_ring(told):
    document, reading = told
    ring = tuple(
        replace(a, within={"at-wrote": "at-quispe", "at-quispe": "at-wrote", "at-claim": "at-claim"}.get(a.id))
        for a in reading.attributions
    )
    lookup = Lookup(document, replace(reading, attributions=ring))

    def below(outer):
        return [a.id for told in lookup.told_within(outer) for a in (told,)] + [
            id for told in lookup.told_within(outer) for id in below(told)
        ]

    assert sorted(below(None)) == sorted(a.id for a in ring)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n Envoys meet in Lima \nThey met on Monday.", "Envoys meet in Lima"),
        ("The envoys met on Monday.\nThey left.", "lake"),
        ("He said: “We met.”\nThey left.", "lake"),
        ("word " * 60, "lake"),
        ("", "lake"),
    ],
)
def test_lookup_takes_a_headline_for_a_title_but_not_a_sentence(told, text, title):
    document, reading = told
    untitled = replace(reading, document=replace(reading.document, title=None))
    assert Lookup(replace(document, text=text), untitled).title() == title
    assert Lookup(document, reading).title() == reading.document.title
