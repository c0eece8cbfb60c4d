"""Every task of the evaluation by its name."""

from onrecord.evaluate import actors, coref, events, places, quiet, quotes, relations, reports, sentences, times
from onrecord.evaluate.scoring import Task

TASKS: dict[str, Task] = {
    task.name: task
    for task in (
        *(m.TASK for m in (quotes, events, times, places, coref, actors, relations, sentences, reports, quiet)),
        coref.NAMES,
    )
}
