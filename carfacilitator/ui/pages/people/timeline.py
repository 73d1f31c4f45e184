"""The timeline of one person, filtered by kind, with what one can do about each thing on it."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carfacilitator.services import days
from carfacilitator.services.mentoring import MentoringRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.people.happenings import Happening, Kind
from carfacilitator.ui.pages.people.note import Note
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.keyed_column import Fills, KeyedColumn
from carfacilitator.ui.widgets.segments import Segments
from carfacilitator.ui.widgets.story import Moment
from carfacilitator.ui.widgets.words import MUTED, Words

_AT_FIRST = 20  # things; the older ones come when they are asked for
EVERYTHING = "everything"
_FILTERS = ((EVERYTHING, "Everything"), *((kind.value, kind.value.capitalize()) for kind in Kind))
_SIGNS = {Kind.MEETING: "meetings", Kind.DRAFT: "draft"}
_NOTHING = {
    EVERYTHING: "Nothing has happened yet. Meetings, mentoring and drafts will stand here, the newest first.",
    Kind.MEETING.value: "No meeting yet.",
    Kind.MENTORING.value: "No mentoring yet. A note is for you alone; a part of it may be theirs.",
    Kind.DRAFT.value: "No draft has arrived yet.",
}


class Timeline(QWidget):
    """What happened, under a switch of kinds. A thing is one kind for good, so its widget never changes its kind."""

    wants = Signal(str, object)
    note_removed = Signal(object)  # the MentoringRow

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__()
        self._services, self._keeping = services, keeping
        self._all: Sequence[Happening] = ()
        self.kinds = Segments("Show", _FILTERS)
        self.kinds.chosen.connect(lambda _: self._show())
        self.moments = _Moments(self._event, self._mentoring)
        self._nothing = Words("", MUTED, wraps=True)
        self._most = _AT_FIRST
        self.older = Button("", "down", "quiet")
        self.older.clicked.connect(self._show_older)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.LARGE)
        column.addWidget(self.kinds, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._nothing)
        column.addWidget(self.moments)
        column.addWidget(self.older, 0, Qt.AlignmentFlag.AlignLeft)

    def fill(self, all_: Sequence[Happening], /) -> None:
        """Show these, as far as the switch lets them."""
        if not {one.id for one in self._all} & {one.id for one in all_}:
            self._most = _AT_FIRST  # somebody else's
        self._all = all_
        self._show()

    def choose(self, kind: str) -> None:
        """Show only things of a kind, or everything."""
        self.kinds.set_value(kind)
        self._show()

    def write_on(self, note_id: UUID) -> None:
        """Go to a mentoring note, to write."""
        if self.kinds.value not in {EVERYTHING, Kind.MENTORING.value}:
            self.choose(EVERYTHING)
        moment = self.moments.widget_of((Kind.MENTORING, note_id))
        if isinstance(moment, _Mentoring):
            moment.note.begin()

    def _event(self) -> "_Event":
        event = _Event(self._services)
        event.wants.connect(self.wants)
        return event

    def _mentoring(self) -> "_Mentoring":
        note = Note(self._services, self._keeping)
        note.removed.connect(self.note_removed)
        return _Mentoring(self._services, note)

    def _show_older(self) -> None:
        self._most = len(self._all)
        self._show()
        self.moments.widgets[_AT_FIRST].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        kind = self.kinds.value
        things = [one for one in self._all if kind in {EVERYTHING, one.kind.value}]
        self.moments.set_things(things[: self._most])
        more = len(things) - self._most
        self.older.say(f"Show {spoken.number(more)} older")
        self.older.setHidden(more <= 0)
        self._nothing.setText(_NOTHING[kind])
        self._nothing.setHidden(bool(things))


class _Moments(KeyedColumn[Happening]):
    """The things below one another: a note looks unlike an event."""

    def __init__(self, event: "Callable[[], _Event]", mentoring: "Callable[[], _Mentoring]") -> None:
        super().__init__(lambda one: (one.kind, one.id), event)
        self._mentoring = mentoring

    def make(self, thing: Happening) -> "Fills[Happening]":
        """Return a widget for a note or an event."""
        return super().make(thing) if thing.note is None else self._mentoring()


class _Event(Moment):
    """A meeting or a draft, with the way to it."""

    wants = Signal(str, object)

    def __init__(self, services: Services) -> None:
        super().__init__("")
        self._services = services
        self._link: tuple[str, UUID, str] | None = None
        self._text = Words("", MUTED, wraps=True)
        self.go = Button("", look="quiet")
        self.go.clicked.connect(self._follow)
        row = QHBoxLayout()
        row.addWidget(self._text, 1)
        row.addWidget(self.go, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def fill(self, one: Happening, /) -> None:
        """Show what it was."""
        _say(self, one, self._services)
        self._text.setText(one.text)
        self.set_icon(_SIGNS[one.kind])
        self._link = one.link
        if one.link is not None:
            self.go.say(one.link[2])
            self.go.setAccessibleName(f"{one.link[2]}: {one.title}")

    def _follow(self) -> None:
        if self._link is not None:
            self.wants.emit(*self._link[:2])


class _Mentoring(Moment):
    """A piece of mentoring, with its note."""

    def __init__(self, services: Services, note: Note) -> None:
        super().__init__("lock", "muted")
        self._services, self.note = services, note
        self.body.addWidget(note)

    def fill(self, one: Happening, /) -> None:
        """Show its note."""
        _say(self, one, self._services)
        if one.note is not None:
            self.note.fill(one.note)


def _say(moment: Moment, one: Happening, services: Services) -> None:
    today = days.today(services.clock)
    moment.set_words(one.title, spoken.day(one.day, today), spoken.ago(one.day, today))


def is_empty(note: MentoringRow) -> bool:
    """Tell whether nothing is written in a note."""
    return not note.private_part and not note.shared_part
