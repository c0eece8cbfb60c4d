"""Who "I" and "we" are: the speaker of a quotation, and the body or state that he or she speaks for."""

from dataclasses import replace

from onrecord.model import Kind
from onrecord.read.who.cluster import Cluster
from onrecord.read.who.joining import Joining
from onrecord.read.who.reference import Reference
from onrecord.read.who.speakers import quotation_at, speaker_of

FIRST = ("i", "w")
"""What pronouns of the first person tell: who speaks, and for whom."""


class FirstPersons(Joining):
    """The step that joins pronouns of the first person."""

    def join_first_persons(self) -> None:
        """ "I" to the speaker of its quotation, "we" to the body that speaks or is spoken for; where nobody is known to
        speak, as outside of quotations, to the same word before."""
        known: dict[tuple[str, object], Reference] = {}
        for mention in self._scene.mentions:
            if mention.gender not in FIRST:
                continue
            quotation = quotation_at(mention.start, self._scene.quotations)
            speaker = speaker_of(self._scene, quotation, self._scene.quotations) if quotation is not None else None
            cluster = self._of.get(speaker) if speaker is not None else None
            voice = self.voice(mention, cluster)
            key = (mention.gender or "", id(cluster) if cluster is not None else quotation)
            first = mention if cluster is None else replace(mention, country=cluster.country, sector=cluster.sector)
            other = voice or known.setdefault(key, first)
            if other is first:
                self.add(first)
            else:
                self.join(other, mention)

    def voice(self, pronoun: Reference, speaker: Cluster | None) -> Reference | None:
        """Who a first person is, by who speaks; None where that does not tell."""
        if speaker is None or not speaker.members:
            return None
        if pronoun.gender == "i":
            return speaker.members[0] if speaker.kind in (Kind.PERSON, None) else None
        if speaker.kind in (Kind.BODY, Kind.GROUP, Kind.STATE):
            return speaker.members[0]
        bodies = (c.body for c in speaker.claims if c.body is not None and c.body in self._of)
        return next(bodies, None) or self.state_of(speaker)

    def state_of(self, speaker: Cluster) -> Reference | None:
        """The state in whose office a speaker is, where the report names it."""
        countries = {c.country for c in speaker.claims if c.country is not None and not c.former}
        states = (m for m in self._scene.mentions if m.kind == Kind.STATE and m.country in countries and m in self._of)
        return next(states, None) if len(countries) == 1 else None
