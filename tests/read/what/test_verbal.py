"""Attacks that are made with words, told from those with force."""

import pytest

from onrecord.model import Document


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Senator Mora kept up his attacks on the governor.", {"ACCUSE"}),
        ("The party's attacks on President Mora are old.", {"ACCUSE"}),
        ("Mayor Mora attacked Governor Ruiz in a debate.", {"ACCUSE"}),
        ("Minister Mora attacked Governor Ruiz with a hammer.", {"ASSAULT"}),
        ("President Mora's attacks on the rebels went on.", {"ASSAULT"}),
        ("A gunman attacked Mayor Mora in Quito.", {"ASSAULT"}),
        ("Mayor Mora attacked Chad.", {"ASSAULT"}),
        ("The rebels attacked Governor Ruiz.", {"ASSAULT"}),
    ],
)
def test_politicians_attack_each_other_with_words(reader, text, types):
    assert {v.type for v in reader.read(Document.from_text(text)).events} == types
