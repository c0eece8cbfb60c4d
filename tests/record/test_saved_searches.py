"""Saved searches: what is new is what came after they were looked at, or after a channel was told."""

from pathlib import Path

import pytest

from factories import border_strike
from onrecord.errors import MissingError, RecordError
from onrecord.model import Act
from onrecord.record import Record
from onrecord.record.search import Sieve
from onrecord.record.watches import ChannelKind, Watch


def fresh(record: Record, made: Watch) -> set[str]:
    return {hit.document.id for hit in record.watches.matches(made, after=made.seen).hits}


def test_only_what_comes_in_later_is_new(record: Record) -> None:
    record.add(*border_strike("r1").made())
    made = record.watches.add("Deaths", "died", Sieve(), author="A. Reader")
    assert fresh(record, made) == set()
    record.add(*border_strike("r2").made())
    record.add(*border_strike("r1", killed=40).made())
    assert fresh(record, made) == {"r2"}


def test_what_was_seen_is_no_longer_new(record: Record) -> None:
    made = record.watches.add("Deaths", "died", Sieve(), author="A. Reader")
    record.add(*border_strike("r1").made())
    record.watches.see(made.key, record.watches.matches(made).upto)
    record.add(*border_strike("r2").made())
    assert fresh(record, record.watches.one(made.key)) == {"r2"}


def test_a_watch_comes_back_as_it_was_kept(where: str | Path) -> None:
    sieve = Sieve(act=Act.DENIAL, party="ETH", since="2025-03")
    with Record(where, clock=lambda: "2025-03-18T12:00:00+00:00") as record:
        made = record.watches.add(
            "Denials", "", sieve, author="A. Reader", channels=[(ChannelKind.WEBHOOK, "https://hook.example")]
        )
    with Record(where) as record:
        assert record.watches.all() == (made,)
        assert (made.sieve, made.at) == (sieve, "2025-03-18T12:00:00+00:00")
        record.add(*border_strike("r1").made())
        assert {hit.words for hit in record.watches.matches(made).hits} == {"the report"}


def test_channels_are_told_each_by_itself(record: Record) -> None:
    channels = [(ChannelKind.EMAIL, "a@reader.example"), (ChannelKind.EMAIL, "b@reader.example")]
    made = record.watches.add("Deaths", "died", Sieve(), author="A. Reader", channels=channels)
    record.add(*border_strike("r1").made())
    record.watches.tell(made.channels[0].key, record.watches.matches(made).upto)
    told = [c.told for c in record.watches.one(made.key).channels]
    assert [bool(record.watches.matches(made, after=number).hits) for number in told] == [False, True]


@pytest.mark.parametrize("words", ["", "  ", "?!"])
def test_a_watch_for_nothing_is_refused(record: Record, words: str) -> None:
    with pytest.raises(RecordError, match="name one"):
        record.watches.add("All", words, Sieve(), author="A. Reader")


def test_a_removed_watch_is_gone_with_its_channels(record: Record) -> None:
    channels = [(ChannelKind.EMAIL, "a@reader.example")]
    made = record.watches.add("Deaths", "died", Sieve(), author="A. Reader", channels=channels)
    record.watches.remove(made.key)
    assert record.watches.all() == ()
    assert record.faults() == ()
    for ask in (record.watches.one, record.watches.remove):
        with pytest.raises(MissingError, match=f"no watch {made.key}"):
            ask(made.key)
