"""Who is who: mentions that speak of one and the same, found in steps from the surest to the least sure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from onrecord.lexicon.spellings import in_one_spelling
from onrecord.model import Form, Kind
from onrecord.read.who.acronyms import Acronyms
from onrecord.read.who.binding import doer
from onrecord.read.who.cluster import MANY, Cluster
from onrecord.read.who.first_persons import FIRST, FirstPersons
from onrecord.read.who.joining import REACH
from onrecord.read.who.kin import Tie
from onrecord.read.who.likeness import again, all_alike, is_called_otherwise, middle_surname, share_name
from onrecord.read.who.office_claims import Claim
from onrecord.read.who.pronouns import PERSONAL, Candidate, antecedent, awaited
from onrecord.read.who.reference import Reference
from onrecord.read.who.scene import Scene
from onrecord.read.who.speakers import in_own_words, quotation_at, speaker_of
from onrecord.read.who.structures import beside, borne_by, fits, holds, named_beside
from onrecord.read.who.together import Row, before, named_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The mentions of each entity, in text order, entities in the order of their first mentions; and the mentions that
    speak of several of them together, with one mention of each."""

    clusters: tuple[tuple[Reference, ...], ...]
    together: Mapping[Reference, Row]


def resolve(scene: Scene, claims: tuple[Claim, ...], ties: tuple[Tie, ...]) -> Resolved:
    """Who is who among the mentions of a report."""
    found = Resolving(scene, ties, claims)
    found.join_names()
    found.join_offices(claims)
    found.join_kin(ties)
    found.join_structures()
    found.join_the_rest()
    found.join_first_persons()
    clusters = sorted(found.clusters(), key=lambda c: (c.members[0].start, -c.members[0].extent.end))
    return Resolved(clusters=tuple(tuple(c.members) for c in clusters), together=found.together)


NATIONAL = ("NORP", "GPE")
"""The recogniser's labels of words for a people or state."""


class Resolving(FirstPersons):
    """The steps by which one report's mentions are joined, from the surest to the least sure."""

    def join_names(self) -> None:
        """Names that are alike; an acronym in brackets."""
        acronyms = Acronyms(self._scene)
        for mention in self._scene.mentions:
            if mention.name is None:
                continue
            keys = keys_of(mention)
            maybe = {id(c): c for key in keys for m in self._by_word[key][-MANY:] for c in (self._of[m],)}.values()
            same = [c for c in maybe if all_alike(mention, c) and not self._is_another(mention, c)]
            same.sort(key=lambda c: (not is_called_otherwise(c, mention), c.members[-1].start))
            for key in keys:
                self._by_word[key].append(mention)
            self.add(mention, same[-1] if same else None)
            long = acronyms.spelled_out(mention)
            if long is not None:
                self.join(long, mention)
            acronyms.add(mention)

    def _is_another(self, mention: Reference, cluster: Cluster) -> bool:
        """Whether a person of an alike name is another one: kin to the cluster's, or in the office of another country
        ("King Ortega of Chad", with Peru's Carlos Ortega)."""
        here = self._serving.get(mention, mention.country)
        there = {self._serving.get(m, m.country) for m in cluster.around(mention.start)} - {None}
        elsewhere = here is not None and bool(there) and here not in there
        return self._kin_of(mention, cluster) or (mention.kind == Kind.PERSON and " " not in mention.text and elsewhere)

    def _kin_of(self, mention: Reference, cluster: Cluster) -> bool:
        """Whether a person is kin to somebody of the cluster, and so is somebody else."""
        return any((mention, m) in self._kin or (m, mention) in self._kin for m in cluster.members)

    def join_offices(self, claims: tuple[Claim, ...]) -> None:
        """A person and the phrase for the office; persons who share a name and an office; an office and its holder."""
        for claim in claims:
            if claim.holder.form == Form.PRONOUN:
                continue
            if claim.phrase is not None:
                self.join(claim.holder, claim.phrase)
            if claim.holder not in self._of:
                self.add(claim.holder)
            self._of[claim.holder].claims.append(claim)
        held = list({(c.key, c.holder.text): c for c in claims if c.holder.form == Form.NAME}.values())
        for i, one in enumerate(held):
            for other in held[i + 1 :]:
                if one.key == other.key and one.country and share_name(one.holder, other.holder):
                    self.join(one.holder, other.holder)
        for mention in self._scene.mentions:
            if mention.form == Form.NOMINAL and mention not in self._of and mention.definite:
                holders = {id(self._of[c.holder]): c.holder for c in held if holds(c, mention, self._scene)}
                if len(holders) == 1:
                    self.join(next(iter(holders.values())), mention)

    def join_kin(self, ties: tuple[Tie, ...]) -> None:
        """A person and the phrase that names the person as kin."""
        for tie in ties:
            if tie.phrase is not None and tie.person is not tie.phrase and tie.person.form == Form.NAME:
                self.join(tie.person, tie.phrase)

    def join_structures(self) -> None:
        """Appositions and predicates of other nouns for persons and bodies; who goes by which name."""
        for mention in self._scene.mentions:
            if mention.form != Form.NOMINAL or (mention in self._of and self._of[mention].names):
                continue
            other = named_beside(self._scene, mention) or beside(self._scene, mention)
            if other is not None and other in self._of and other.plural == mention.plural and fits(other, mention):
                self.join(other, mention)
        for name in self._scene.mentions:
            bearer = borne_by(self._scene, name)
            if bearer is not None and name in self._of:
                self.join(name, bearer)

    def join_the_rest(self) -> None:
        """Nominals and pronouns, from left to right."""
        for mention in self._scene.mentions:
            self.place(mention)

    def place(self, mention: Reference) -> None:
        """One nominal or pronoun of the third person to what it speaks of."""
        if mention in self._of or mention.gender in FIRST:
            self.name_one_before(mention)
            return
        other = beside(self._scene, mention) if mention.form == Form.NOMINAL else None
        if mention.form == Form.PRONOUN:
            self.join_pronoun(mention)
        elif other is not None and other in self._of and other.plural == mention.plural and fits(other, mention):
            self.join(other, mention)
        else:
            self.add(mention, self.known_nominal(mention))
            self.take_together(mention)

    def name_one_before(self, mention: Reference) -> None:
        """The one who was spoken of by an office alone before "the ambassador, Ana Cruz," names who holds it."""
        own = self._of.get(mention)
        bare = mention.form == Form.NOMINAL and mention.definite and mention.country is None and not mention.plural
        if own is None or not bare or own.members[0] is not mention or not own.names:
            return
        like = (c for _, c in self.near(mention) if c is not own and not c.names)
        before = [c for c in like if any(m.lemma == mention.lemma and not m.plural for m in c.members)]
        countries = {c.country for c in (own, *before)} | {claim.country for claim in own.claims}
        alone = len(before) == 1 and len(countries - {None}) < 2
        if alone and mention.words == frozenset(mention.lemma.split()):
            self.join(before[0].members[0], mention)

    def take_together(self, mention: Reference) -> None:
        """A nominal that says how many, or a pronoun for it, to each of those that it speaks of together."""
        row = named_by(self._scene, mention) or next(
            (self.together[m] for m in self._of[mention].around(mention.start) if m in self.together), ()
        )
        if row:
            self.together[mention] = row

    def join_pronoun(self, pronoun: Reference) -> None:
        """A pronoun to what it stands for; "he" or "she" of nobody known is a person, others are no mention then."""
        others = (self.speaking(pronoun), self._of.get(doer(self._scene, pronoun) or pronoun))
        near = [(last, c) for last, c in self.near(pronoun) if c not in others]
        candidates: list[Candidate] = [
            (c.spoken_with(last, self._scene.sentence_of(last)), c.kind, c.gender, len(c.members), c.several(last))
            for last, c in near
        ]
        rows = dict(self.rows_before(pronoun)) if pronoun.gender == "p" else {}
        candidates += [((last,), last.kind or Kind.GROUP, None, 1, True) for last in rows]
        found = antecedent(self._scene, pronoun, candidates)
        if found in rows:
            self.together[pronoun] = rows[found]
        elif found is not None:
            self.join(found, pronoun)
            self.take_together(pronoun)
        elif (other := awaited(self._scene, pronoun)) is not None:
            self.join(other, pronoun)
        elif pronoun.gender in PERSONAL and not pronoun.head.lower_.endswith("self"):
            self.add(pronoun)

    def rows_before(self, pronoun: Reference) -> Iterator[tuple[Reference, Row]]:
        """Those who were spoken of together shortly before a plural pronoun, by what stands for all of them."""
        for row in before(self._rows, pronoun):
            if row[-1].start > pronoun.start - REACH:
                kind = Kind.GROUP if row[0].kind == Kind.STATE else row[0].kind
                yield replace(row[0], kind=kind, plural=True), row
        for mention, row in self.together.items():
            if pronoun.start - REACH < mention.start < pronoun.start and mention not in self._of:
                yield mention, row

    def speaking(self, pronoun: Reference) -> Cluster | None:
        """Who speaks the words that a pronoun of the third person is said in, and so is not meant by it, unless the
        speaker is named there as others are ("*Andes Steel* stands by its word," said the company)."""
        quotation = quotation_at(pronoun.start, self._scene.quotations)
        if quotation is None or not in_own_words(self._scene, quotation):
            return None
        speaker = speaker_of(self._scene, quotation, self._scene.quotations)
        if speaker is None:
            return None
        self.place(speaker)
        cluster = self._of.get(speaker)
        last = cluster.before(pronoun.start) if cluster is not None else None
        return None if last is not None and last.start > quotation.extent.start else cluster

    def known_nominal(self, mention: Reference) -> Cluster | None:
        """The cluster that a nominal speaks of once more; the latest that fits."""
        latest = sorted(self.near(mention), key=lambda spoken: -spoken[0].start)
        return next((c for _, c in latest if again(c, mention)), None) or self.leader(mention)

    def leader(self, mention: Reference) -> Cluster | None:
        """Whom "the Iraqi leader" means: the one person of the country who was named before."""
        if mention.lemma != "leader" or mention.country is None or mention.plural or not mention.definite:
            return None
        named = [c for _, c in self.near(mention) if c.kind == Kind.PERSON and c.names and len(c.members) > 1]
        his = [c for c in named if mention.country in {c.country, *(claim.country for claim in c.claims)}]
        return (
            his[0]
            if len(his) == 1 and all(t.ent_type_ in NATIONAL for t in mention.head.lefts if not t.is_stop)
            else None
        )


def keys_of(name: Reference) -> set[str]:
    """Words by which names that are alike find each other: register id, country, first and last word."""
    if name.register is not None:
        return {f"register {name.register}"}
    if name.kind == Kind.STATE:
        return {f"state {name.country}"}
    words = in_one_spelling(name.text)
    return {words[0], words[-1], *(middle_surname(words) if name.kind == Kind.PERSON else ())}
