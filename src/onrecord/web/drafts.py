"""What people and programs send: a report to be read, a search to be saved, decisions on what was read."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from onrecord.model import Act
from onrecord.record.correction import Action, Change, Correction, Sort
from onrecord.record.search import Sieve
from onrecord.record.watches import ChannelKind
from onrecord.tell.channels import checked
from onrecord.web.asked import DATE, blank_is_none

Maybe = Annotated[str | None, BeforeValidator(blank_is_none)]


class Draft(BaseModel):
    """A report to be read."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(description="The report's text, in English.", max_length=1_000_000)
    title: Maybe = Field(
        default=None, description="Its headline, where it is not the text's first line.", max_length=500
    )
    publisher: Maybe = Field(default=None, description="Who brings it.", max_length=500)
    date: Maybe = Field(default=None, description="When it was published, as 2025-03-18.", max_length=40)


class PastedDraft(Draft):
    """The same from a form, which sends its token too; a field that was left empty comes as if it were not there."""

    model_config = ConfigDict(extra="ignore")

    text: str = Field(default="", description="The report's text, in English.", max_length=1_000_000)


class WatchDraft(BaseModel):
    """A search to be saved. It needs words or a condition."""

    name: str = Field(default="search", description="What the watch is called.", max_length=300)
    q: str = Field(default="", description='Words that must all occur; "in quotes" together.', max_length=800)
    party: Maybe = Field(default=None, description="Only reports of events with this party.", max_length=300)
    act: Annotated[Act | None, BeforeValidator(blank_is_none)] = Field(
        default=None, description="Only what does this by being said."
    )
    outlet: Maybe = Field(default=None, description="Only reports of this publisher.", max_length=300)
    place: Maybe = Field(default=None, description="Only reports that name this place.", max_length=300)
    type: Maybe = Field(default=None, description="Only this PLOVER type.", max_length=20)
    since: Maybe = Field(default=None, description="Published from this date, month or year.", pattern=f"^{DATE}$")
    until: Maybe = Field(default=None, description="Published to this date, month or year.", pattern=f"^{DATE}$")
    webhook: Maybe = Field(default=None, description="An address that takes JSON by POST.", max_length=2000)
    email: Maybe = Field(default=None, description="An address that gets mail.", max_length=300)

    @property
    def sieve(self) -> Sieve:
        return Sieve(
            act=self.act,
            outlet=self.outlet,
            since=self.since,
            until=self.until,
            party=self.party,
            place=self.place,
            type=self.type,
        )

    def channels(self) -> list[tuple[ChannelKind, str]]:
        """Where new matches are told. Raises InputError for an address that is none."""
        given = ((ChannelKind.WEBHOOK, self.webhook), (ChannelKind.EMAIL, self.email))
        return [checked(kind, where) for kind, where in given if where]


class Verdict(StrEnum):
    """What somebody decides on an item: it is right as it stands, it is wrong, or some of its fields are."""

    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"


class Edit(BaseModel):
    """What is set in an item; a field that is left out stays as it is, a blank one becomes empty."""

    type: str | None = Field(default=None, description="An event's PLOVER type.", max_length=2000)
    actor: str | None = Field(default=None, description="Its actors by name, semicolons between.", max_length=2000)
    recipient: str | None = Field(
        default=None, description="Its recipients by name, semicolons between.", max_length=2000
    )
    date: str | None = Field(
        default=None, description="Its day or month, or two with a slash between.", max_length=2000
    )
    place: str | None = Field(default=None, description="Its place by name.", max_length=2000)
    modality: str | None = Field(default=None, description="Whether it happened.", max_length=2000)
    act: str | None = Field(default=None, description="What an attribution does by being said.", max_length=2000)
    source: str | None = Field(default=None, description="Whose word it is, by name.", max_length=2000)


class FieldDraft(BaseModel):
    """What a field is to be."""

    model_config = ConfigDict(extra="forbid")

    field: str = Field(description="The field's name, as `onrecord correct --set` takes it.", max_length=100)
    value: str = Field(description="What it is to be; empty for nothing.", max_length=2000)


class CorrectionDraft(BaseModel):
    """What is to be corrected in a report."""

    model_config = ConfigDict(extra="forbid")

    report: str = Field(description="The report's id.", max_length=2000)
    action: Literal["reject", "edit", "merge", "split", "add"] = Field(description="What is done to the item.")
    item: Maybe = Field(default=None, description="The item's id; left out where one is added.", max_length=2000)
    other: Maybe = Field(default=None, description="The item that a merge takes into the first.", max_length=2000)
    sort: Sort = Field(default=Sort.EVENT, description="What is added.")
    words: Maybe = Field(default=None, description="The words of the text at which it is added.", max_length=10_000)
    changes: list[FieldDraft] = Field(default=[], description="What is set, field by field.", max_length=50)
    reason: Maybe = Field(default=None, description="Why.", max_length=2000)

    def by(self, author: str) -> Correction:
        """The correction that this person makes with it."""
        return Correction(
            action=Action(self.action),
            document=self.report,
            author=author,
            reason=self.reason,
            item=self.item,
            other=self.other,
            sort=self.sort,
            words=self.words,
            changes=tuple(Change(field=change.field, value=change.value) for change in self.changes),
        )


class DecisionDraft(BaseModel):
    """A decision on one item of a report."""

    model_config = ConfigDict(extra="forbid")

    report: str = Field(description="The report's id.", max_length=2000)
    item: str = Field(description="The id of an event or an attribution in its Reading.", max_length=2000)
    verdict: Verdict = Field(description="What is decided.")
    edit: Edit | None = Field(default=None, description="What is set, where the verdict is `edit`.")
    reason: Maybe = Field(default=None, description="Why.", max_length=2000)
