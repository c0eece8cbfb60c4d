"""Tells each channel of a record's watches of what is new to it. What could not be told is told the next time."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from onrecord.errors import InputError
from onrecord.ingest.options import Options
from onrecord.ingest.post import post
from onrecord.record import Record
from onrecord.record.watches import Channel, ChannelKind, Watch
from onrecord.tell.channels import checked
from onrecord.tell.mail import MailServer, compose, send
from onrecord.tell.notice import Notice, as_notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How channels are reached: the mail server where there is one, the limits of webhooks, the pages' address."""

    mail: MailServer | None
    options: Options
    site: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What became of one channel: how many matches it was told of, or why it could not be."""

    watch: Watch
    channel: Channel
    matches: int
    failure: InputError | None = None


def run_watches(record: Record, ways: Ways) -> Iterator[Told]:
    """Goes through every channel of every watch; one that fails does not keep the others from being told."""
    for watch in record.watches.all():
        for channel in watch.channels:
            found = record.watches.matches(watch, after=channel.told)
            notices = [as_notice(hit, ways.site) for hit in found.hits]
            try:
                if notices:
                    _tell(watch, channel, notices, ways)
            except InputError as error:
                yield Told(watch=watch, channel=channel, matches=0, failure=error)
            else:
                record.watches.tell(channel.key, found.upto)
                yield Told(watch=watch, channel=channel, matches=len(notices))


def _tell(watch: Watch, channel: Channel, notices: Sequence[Notice], ways: Ways) -> None:
    if channel.kind is ChannelKind.WEBHOOK:
        body = json.dumps({"watch": {"id": watch.key, "name": watch.name}, "matches": [asdict(n) for n in notices]})
        post(channel.address, body.encode(), kind="application/json", options=ways.options)
    elif ways.mail is None:
        raise InputError(channel.address, "there is no mail server; name one by --smtp")
    else:
        checked(channel.kind, channel.address)
        send(compose(watch.name, notices, sender=ways.mail.sender, to=channel.address), ways.mail)
