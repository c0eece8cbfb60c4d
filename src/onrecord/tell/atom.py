"""Matches as an Atom feed (RFC 4287)."""

from collections.abc import Iterable
from hashlib import sha256
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from onrecord.export.plain import one_line
from onrecord.record.watches import Watch
from onrecord.tell.notice import Notice

ATOM = "http://www.w3.org/2005/Atom"
MEDIA = "application/atom+xml"


def as_feed(watch: Watch, notices: Iterable[Notice], site: str) -> bytes:
    """The feed of a watch, the report published last first; an entry's id stays the same wherever the pages are."""
    listed = sorted(notices, key=lambda notice: notice.published or "", reverse=True)
    register_namespace("", ATOM)
    feed = Element(f"{{{ATOM}}}feed")
    _add(feed, "id", _name(watch.at, str(watch.key)))
    _add(feed, "title", f"onrecord: {one_line(watch.name)}")
    _add(feed, "updated", max((_moment(notice, watch) for notice in listed), default=watch.at))
    _link(feed, "self", f"{site}/watches/{watch.key}/feed")
    _link(feed, "alternate", f"{site}/watches/{watch.key}")
    for notice in listed:
        entry = SubElement(feed, f"{{{ATOM}}}entry")
        _add(entry, "id", _name(notice.report, notice.attribution or "", notice.words))
        _add(entry, "title", f"{notice.title}: {notice.words[:120]}")
        _add(entry, "updated", _moment(notice, watch))
        author = SubElement(entry, f"{{{ATOM}}}author")
        _add(author, "name", notice.outlet)
        _link(entry, "alternate", notice.address)
        _add(entry, "summary", f"{notice.words} ({notice.headline})")
    made: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return made


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, f"{{{ATOM}}}{name}").text = text


def _link(parent: Element, rel: str, address: str) -> None:
    SubElement(parent, f"{{{ATOM}}}link", {"rel": rel, "href": address})


def _name(*parts: str) -> str:
    return f"urn:onrecord:{sha256(chr(0).join(parts).encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"


def _moment(notice: Notice, watch: Watch) -> str:
    """The first moment of the report's day; of an undated report the making of the watch."""
    day = notice.published or ""
    return f"{day}T00:00:00+00:00" if len(day) == 10 else watch.at
