"""The history: what was done, by whom and when; only ever added to, and told without a word of content."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from carfacilitator.services.days import local, today
from carfacilitator.services.history import EventFilter, EventRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui import sections
from carfacilitator.ui.actions import Action
from carfacilitator.ui.page import Page
from carfacilitator.ui.pages.workspace.section import Section, Summary
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.field import ChoiceField
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.rows import Row
from carfacilitator.ui.widgets.when_fields import DayField
from carfacilitator.ui.widgets.words import MUTED, Words

OLDER = Action("history.older", "Show older", "", "down", "History", "Show what was done before that.")
_ABOUT = (
    "Every change is written down here for good: what was done, when and by whom. What it was done to is called by its "
    "name as long as it is there; the history itself holds none of your words."
)
_NOTHING = "Nothing like that was done."
_AT_ONCE = 50
_MENTORING = "mentoring"
_KINDS: Mapping[str, tuple[str, frozenset[str]]] = {
    "": ("Everything", frozenset()),
    "people": ("People and groups", frozenset({"Person", "Membership", "Group", "GroundRule", "Partnership"})),
    "meetings": ("Meetings", frozenset({"Meeting", "AgendaItem", "MeetingAttendance"})),
    _MENTORING: ("Mentoring", frozenset({"MentoringNote"})),
    "studies": ("Case studies and drafts", frozenset({"CaseStudy", "Justification", "Draft"})),
    "comments": ("Comments", frozenset({"Comment", "Reply", "CommentAnchor", "CommentKind", "KeptRemark"})),
    "packs": ("Gatekeepers, packs and what left", frozenset({"Gatekeeper", "Pack", "PackComment", "Departure"})),
}


class HistorySection(Section):
    """The latest first, under its day; filtered by kind and by days."""

    ID, TITLE, ICON = sections.HISTORY, "History", "clock"
    ACTIONS = (OLDER,)

    def __init__(self, services: Services, page: Page) -> None:
        super().__init__(services, page)
        self.kind = ChoiceField("What was done to", self._kinds())
        self.since = DayField("From", lambda: today(services.clock))
        self.until = DayField("Until", lambda: today(services.clock))
        self.list = RowList("What was done", grows=True)
        self._nothing = Words(_NOTHING, MUTED, wraps=True)
        self._most = _AT_ONCE
        self._older = Flow(Button.of(page.commands[OLDER], "quiet"))
        filters = Columns(1, 1, 1, least=150)
        for place, field in enumerate((self.kind, self.since, self.until)):
            filters.add(place, field)
        card = Card("History")
        for part in (Words(_ABOUT, MUTED, wraps=True), filters, self._nothing, self.list, self._older):
            card.add(part)
        self.column.addWidget(card)
        page.on(OLDER, self._show_older)
        self.kind.chosen.connect(self._begin_anew)
        for field in (self.since, self.until):
            field.chosen.connect(self._begin_anew)

    def summary(self) -> Summary:
        """Return when something was done last."""
        latest = self.services.history.events(most=1)
        if not latest:
            return Summary("Nothing was done yet")
        return Summary(f"The latest {spoken.ago(local(latest[0].at).date(), today(self.services.clock))}")

    def refresh(self) -> None:
        """Read the latest again, as many as were shown."""
        events = self.services.history.events(most=self._most + 1, where=self._where())
        shown = events[: self._most]
        titles, day = self.services.history.titles(shown), today(self.services.clock)
        self.list.set_rows(event_rows(shown, titles, day))
        self.list.setHidden(not shown)
        self._nothing.setHidden(bool(shown))
        self._older.setHidden(len(events) == len(shown))

    def _kinds(self) -> list[tuple[str, str]]:
        discreet = self.services.discretion.is_discreet
        return [(key, words) for key, (words, _) in _KINDS.items() if not (discreet and key == _MENTORING)]

    def _where(self) -> EventFilter:
        _, nouns = _KINDS[self.kind.value]
        return EventFilter(nouns=nouns, since=self.since.value, until=self.until.value)

    def _begin_anew(self, *_: object) -> None:
        self._most = _AT_ONCE
        self.page.attempt(self.refresh)

    def _show_older(self) -> None:
        self._most += _AT_ONCE
        self.refresh()


def event_rows(events: Sequence[EventRow], titles: Mapping[UUID, str], day: date) -> list[Row]:
    """Return events as rows under their days; `titles` are those of what still is there."""
    return [_row(event, titles, day) for event in events]


def _row(event: EventRow, titles: Mapping[UUID, str], day: date) -> Row:
    at = local(event.at)
    title = titles.get(event.entity_id, "") if event.entity_id else ""
    return Row(
        id=event.id,
        strong=event.summary[:1].upper() + event.summary[1:],
        muted=" · ".join(filter(None, (spoken.clock(at.time()), title, event.who))),
        section=spoken.day(at.date(), day),
    )
