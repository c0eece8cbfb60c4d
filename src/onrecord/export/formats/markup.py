"""Pieces of XML. Text goes in as text, so nothing of a report becomes markup."""

from xml.etree.ElementTree import Element, tostring

from onrecord.export.plain import one_line


def child(parent: Element, name: str, text: str | None = None, **attributes: str) -> Element:
    """A new element at the end of `parent`."""
    made = Element(name, {key: one_line(value) for key, value in attributes.items()})
    made.text = None if text is None else one_line(text)
    parent.append(made)
    return made


def as_xml(element: Element) -> str:
    """The element on a line of its own."""
    return f"{tostring(element, encoding='unicode')}\n"
