"""What an acronym stands for: the name before it in the text that it shortens."""

from onrecord.model import Kind
from onrecord.read.who.reference import Reference
from onrecord.read.who.scene import Scene, last_token

SHORTEST = 8
"""Characters of a name that has an acronym, at least."""


class Acronyms:
    """The names told so far, by the token after them and by their initials: what an acronym stands for."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._by_end: dict[int, Reference] = {}
        self._by_initials: dict[str, Reference] = {}

    def spelled_out(self, name: Reference) -> Reference | None:
        """The name that an acronym in brackets stands behind, or one told before whose initials it is."""
        start = name.name.start if name.name is not None else 0
        if not name.text.isupper() or not start:
            return None
        behind = self._by_end.get(start - 1) if self._scene.doc[start - 1].text == "(" else None
        if behind is not None and behind.kind == Kind.PLACE and initials(behind.text) != name.text:
            behind = None  # "LIMA (AP)": an agency that reports from a town
        return behind or (self._by_initials.get(name.text) if name.register is None else None)

    def add(self, name: Reference) -> None:
        """A name that later acronyms may stand for."""
        if name.kind not in (Kind.PERSON, Kind.STATE):
            self._by_end[last_token(self._scene, name)] = name
            if name.register is None and len(name.text) > SHORTEST:
                self._by_initials.setdefault(initials(name.text), name)


def initials(text: str) -> str:
    """The first letters of the capitalised words of a name of three or more; else nothing."""
    words = [w for w in text.replace("-", " ").split() if w[:1].isupper()]
    return "".join(w[0] for w in words) if len(words) > 2 else ""
