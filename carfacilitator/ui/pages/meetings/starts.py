"""When the items of a plan start, which of them start at another time than before, and that in words."""

from collections.abc import Sequence
from datetime import date, datetime, time
from uuid import UUID

from carfacilitator.services.meetings import AgendaLine, MeetingDetails
from carfacilitator.ui.widgets import spoken


class Starts:
    """The starts of the meeting that is shown, and which of them the last change moved."""

    def __init__(self) -> None:
        self._meeting_id: UUID | None = None
        self._begins: dict[UUID, time] = {}
        self._moved: frozenset[UUID] = frozenset()

    @property
    def moved(self) -> frozenset[UUID]:
        """The items that start at another time since the last change."""
        return self._moved

    def __contains__(self, item_id: object) -> bool:
        return item_id in self._begins

    def follow(self, meeting: MeetingDetails) -> None:
        """Take in how the meeting stands now."""
        begins = {line.id: line.begins for line in meeting.agenda}
        if meeting.id != self._meeting_id:
            self._moved = frozenset()
        elif begins != self._begins:
            self._moved = frozenset(id_ for id_, at in begins.items() if self._begins.get(id_, at) != at)
        self._meeting_id, self._begins = meeting.id, begins


def moved_in_words(before: Sequence[AgendaLine], after: Sequence[AgendaLine], to: int) -> str:
    """Say where the item now at place `to` went, and what that did to the others."""
    where = f"before “{after[to + 1].title}”" if to + 1 < len(after) else "to the end"
    begins = {line.id: line.begins for line in before}
    others = [line for line in after if line.id != after[to].id]
    changes = [change for line in others if (change := _minutes(begins.get(line.id, line.begins), line.begins))]
    return " ".join(filter(None, (f"“{after[to].title}” moved {where}.", _changes_in_words(changes))))


def _changes_in_words(changes: Sequence[int]) -> str:
    if not changes:
        return ""
    count = spoken.counted(len(changes), "item")
    count = count[0].upper() + count[1:]
    verb = "starts" if len(changes) == 1 else "start"
    if len(set(changes)) > 1:
        return f"{count} {verb} at another time."
    minutes = spoken.counted(abs(changes[0]), "minute")
    return f"{count} {verb} {minutes} {'later' if changes[0] > 0 else 'earlier'}."


def _minutes(one: time, other: time) -> int:
    """Return how many minutes `other` is after `one`."""
    day = date.min
    return round((datetime.combine(day, other) - datetime.combine(day, one)).total_seconds() / 60)
