"""Links what a record holds: reports into incidents, one by one as they come or all anew, with the same result.

A report is compared with those that it meets (`traces.py`); reports that a score of `least` connects, however far
around, are a neighbourhood; all its pairs are scored, and average linkage makes its incidents. Each step is a function
of the reports and of people's judgements alone, so the order in which reports came leaves no trace.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations

from onrecord.link.clusters import cluster
from onrecord.link.mentions import with_mentions
from onrecord.link.scorer import load_weights, score
from onrecord.link.sketch import Sketch, as_features, from_features, make_sketch
from onrecord.link.traces import WINDOW, all_keys, find_traces
from onrecord.record import Record
from onrecord.record.judgements import Judgement
from onrecord.record.linkage import Linkage, LinkRow
from onrecord.record.tellings import TellingRow

FAINT = 0.02
"""A score below which a pair that only met is not kept."""
MANY = 400
"""Reports of a neighbourhood that are compared each with each; a larger one is first cut at its weaker links."""
STEP = 0.1
"""By how much a neighbourhood that is too large is cut higher each time."""
BATCH = 50
"""Reports that are linked in one transaction."""


def link_new(record: Record) -> int:
    """Links the reports that are not linked yet, and gives how many those were."""
    linked = 0
    while True:
        with record.linking() as linkage:
            documents = linkage.pending(BATCH)
            _place(linkage, documents)
        linked += len(documents)
        if len(documents) < BATCH:
            return linked


def link_reports(record: Record, documents: Collection[str]) -> None:
    """Links these reports (by id), without looking for others; those that the record does not hold are passed over."""
    with record.linking() as linkage:
        _place(linkage, sorted(linkage.numbers(documents).values()))


def relink(record: Record) -> int:
    """Forgets all links and incidents, keeps people's judgements, and links every report again; gives how many."""
    with record.linking() as linkage:
        linkage.forget()
    return link_new(record)


def decide_again(record: Record, documents: Collection[str]) -> None:
    """Makes the incidents of these reports (by id) anew, after a judgement on them was made or withdrawn."""
    with record.linking() as linkage:
        _decide(linkage, list(linkage.numbers(documents).values()))


def _place(linkage: Linkage, documents: Sequence[int]) -> None:
    for document in linkage.unsketched(documents):
        _meet(linkage, document)
    _decide(linkage, documents)


def _meet(linkage: Linkage, document: int) -> None:
    """Keeps the report's sketch and its links with all that it meets."""
    sketch = make_sketch(*linkage.report(document))
    keys = find_traces(sketch)
    met = linkage.sketches(linkage.meeting(document, keys, sketch.published, WINDOW))
    linkage.keep_sketch(document, as_features(sketch), all_keys(sketch), sketch.published)
    found = (_link(document, sketch, number, from_features(features)) for number, features in met.items())
    linkage.keep_links(link for link in found if link.score >= FAINT)


def _link(one: int, sketch: Sketch, other: int, third: Sketch) -> LinkRow:
    made = score(sketch, third)
    reasons = tuple((reason.says, reason.adds) for reason in made.reasons)
    return LinkRow(one=min(one, other), other=max(one, other), score=made.value, reasons=reasons)


def _decide(linkage: Linkage, documents: Iterable[int]) -> None:
    """Makes the incidents of every neighbourhood that one of the reports is in."""
    done: set[int] = set()
    for document in documents:
        if document not in done:
            around = _neighbourhood(linkage, {document})
            done |= around
            linkage.keep_tellings(with_mentions(linkage, _tellings(linkage, around)))


def _neighbourhood(linkage: Linkage, start: set[int]) -> set[int]:
    """All reports that links of `least` or a judgement connect with the first ones, and these."""
    found, edge = set(start), set(start)
    while edge:
        near = {n for one, other, _ in linkage.links_of(edge, load_weights().least) for n in (one, other)}
        ids = {features["document"] for features in linkage.sketches(edge).values()}
        judged = {i.document for made in linkage.judgements(ids) for i in (made.one, made.other)}
        edge = (near | set(linkage.numbers(judged - ids).values())) - found
        found |= edge
    return found


@dataclass(frozen=True, slots=True)
class _Around:
    """A neighbourhood: numbers by document id, sketches by document id, and its links' scores by pairs of ids."""

    numbers: Mapping[str, int]
    sketches: Mapping[str, Sketch]
    scores: dict[tuple[str, str], float]


def _tellings(linkage: Linkage, documents: set[int]) -> Iterator[TellingRow]:
    around = _gather(linkage, documents)
    verdicts = linkage.judgements(around.numbers) if around.numbers else ()
    for part in _parts(around, sorted(around.numbers), load_weights().least):
        _complete(linkage, around, part)
        scores = {pair: value for pair, value in around.scores.items() if pair[0] in part and pair[1] in part}
        for incident in cluster(part, judged(scores, verdicts, part), load_weights().least):
            name = incident_id(incident)
            for document in incident:
                events = around.sketches[document].events
                yield TellingRow(document=around.numbers[document], incident=name, main=True, events=events)


def _gather(linkage: Linkage, documents: set[int]) -> _Around:
    kept = {number: from_features(features) for number, features in linkage.sketches(documents).items()}
    ids = {number: sketch.document for number, sketch in kept.items()}
    scores = {
        (min(ids[one], ids[other]), max(ids[one], ids[other])): value
        for one, other, value in linkage.links_of(documents)
        if one in ids and other in ids
    }
    numbers = {document: number for number, document in ids.items()}
    return _Around(numbers=numbers, sketches={s.document: s for s in kept.values()}, scores=scores)


def _parts(around: _Around, documents: list[str], least: float) -> Iterator[frozenset[str]]:
    """The neighbourhood whole, or where it is too large cut at links below ever higher scores."""
    if len(documents) <= MANY:
        yield frozenset(documents)
        return
    keys = {document: find_traces(around.sketches[document]) for document in documents}
    left = set(documents)
    near: dict[str, list[str]] = {document: [] for document in documents}
    for (one, other), value in around.scores.items():
        if value >= least + STEP and one in left and other in left and keys[one] & keys[other]:
            near[one].append(other)
            near[other].append(one)
    while left:
        part = _reach(near, min(left))
        left -= part
        if len(part) > MANY and least + STEP < 1:
            yield from _parts(around, sorted(part), least + STEP)
        else:
            yield frozenset(part)


def _reach(near: Mapping[str, list[str]], start: str) -> set[str]:
    found, edge = {start}, [start]
    while edge:
        fresh = [n for n in near[edge.pop()] if n not in found]
        found.update(fresh)
        edge += fresh
    return found


def _complete(linkage: Linkage, around: _Around, part: frozenset[str]) -> None:
    """Scores the pairs of a part that never met, and keeps those scores too."""
    if len(part) > MANY:
        return
    made = []
    for pair in combinations(sorted(part), 2):
        if pair not in around.scores:
            one, other = pair
            link = _link(around.numbers[one], around.sketches[one], around.numbers[other], around.sketches[other])
            around.scores[pair] = link.score
            made.append(link)
    linkage.keep_links(made)


def judged(
    scores: Mapping[tuple[str, str], float], verdicts: Iterable[Judgement], part: Collection[str]
) -> dict[tuple[str, str], float]:
    """The scores with people's word above the machine's: what is judged the same outweighs every mean, and so does
    what is judged not the same."""
    weight = float(len(part)) ** 2
    given = {
        (made.one.document, made.other.document): weight if made.same else -weight
        for made in verdicts
        if made.one.document in part and made.other.document in part
    }
    return {**scores, **given}


def incident_id(documents: Iterable[str]) -> str:
    """The incident's id, made of the least id of its reports: it stays while that report stays in it."""
    return f"i-{sha256(min(documents).encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
