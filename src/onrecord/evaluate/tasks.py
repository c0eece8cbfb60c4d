"""Every task of the evaluation by its name."""

from onrecord.evaluate import actors, coref, events, places, quiet, quotes, relations, sentences, times
from onrecord.evaluate.scoring import Task

TASKS: dict[str, Task] = {
    module.TASK.name: module.TASK
    for module in (quotes, events, times, places, coref, actors, relations, sentences, quiet)
}
