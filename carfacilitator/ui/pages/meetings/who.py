"""Who comes to a meeting, or came: an answer for each member, and guests."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal

from carfacilitator.model.terms import Attendance
from carfacilitator.services.attendance import AttendanceLine
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.meetings.overview import Overview
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.field import ChoiceField
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.initials import initials
from carfacilitator.ui.widgets.keyed_column import KeyedColumn
from carfacilitator.ui.widgets.opening_row import OpeningRow
from carfacilitator.ui.widgets.pill import PillLook
from carfacilitator.ui.widgets.sign import Disc, DiscLook
from carfacilitator.ui.widgets.state_pill import StatePill
from carfacilitator.ui.widgets.words import MUTED, Words

LOOKS = {
    Attendance.NO_ANSWER: PillLook("No answer", "warn", "alert"),
    Attendance.COMING: PillLook("Yes", "good", "check"),
    Attendance.APOLOGIES: PillLook("Apologies"),
    Attendance.PRESENT: PillLook("Came", "good", "check"),
    Attendance.ABSENT: PillLook("Stayed away"),
}
_SAID_YES = PillLook("Said yes", "warn", "help")  # and whether they came is not noted yet
_NO_GUEST = PillLook("Not a guest after all", icon="remove")
_BEFORE = (Attendance.COMING, Attendance.APOLOGIES, Attendance.NO_ANSWER)
_AFTER = (Attendance.PRESENT, Attendance.APOLOGIES, Attendance.ABSENT, Attendance.NO_ANSWER)
_NOBODY = "Nobody belongs to the group yet. Members are added on the group’s own page."


class Who(Card):
    """A row for each person; Enter on it opens them, the pill at its end says what they answered."""

    opened = Signal(object)  # a person's id

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__("Who comes", note=" ")
        self._services, self._keeping = services, keeping
        self._shown: Overview | None = None
        self.people = KeyedColumn[tuple[AttendanceLine, bool]](lambda one: one[0].person_id, self._make_row)
        self._nobody = Words(_NOBODY, MUTED, wraps=True)
        self.add_guest = Button("Add a guest", "plus", "quiet")
        self.guest = ChoiceField("Guest", hint="Anybody on the page People.")
        self.guest.hide()
        self.as_they_said = Button("Who said yes came", "check", "quiet")
        self.as_they_said.setToolTip("Note of all who said yes that they came; then change those who did not.")
        self.as_they_said.clicked.connect(self._mark_as_they_said)
        self.add_guest.clicked.connect(self._ask_for_guest)
        self.guest.chosen.connect(self._add_guest)
        for part in (self._nobody, self.people, self.guest, Flow(self.add_guest, self.as_they_said)):
            self.add(part)

    def fill(self, shown: Overview, /) -> None:
        """Show who comes to a meeting."""
        if self._shown is None or self._shown.meeting.id != shown.meeting.id:
            self.guest.hide()
        self._shown = shown
        self.set_title("Who came" if shown.has_begun else "Who comes")
        self.people.set_things([(line, shown.has_begun) for line in shown.meeting.attendance])
        self._nobody.setHidden(bool(shown.meeting.attendance))
        self.set_note(_summary(shown))
        self.add_guest.setHidden(not self._others())
        said_yes = any(line.attendance is Attendance.COMING for line in shown.meeting.attendance)
        self.as_they_said.setHidden(not (shown.has_begun and said_yes))

    def step_back(self) -> bool:
        """Close the choice of a guest; False when it was not open."""
        was_open = not self.guest.isHidden()
        self.guest.hide()
        return was_open

    def _make_row(self) -> "PersonRow":
        row = PersonRow()
        row.opened.connect(self.opened)
        row.answered.connect(self._mark)
        return row

    def _mark(self, person_id: UUID, answer: Attendance) -> None:
        if self._shown is not None:
            meeting_id = self._shown.meeting.id
            self._keeping.attempt(lambda: self._services.meetings.mark(meeting_id, person_id, answer))

    def _mark_as_they_said(self) -> None:
        counts: list[int] = []
        meeting_id = self._shown.meeting.id if self._shown is not None else None
        if meeting_id is None:
            return
        if self._keeping.attempt(lambda: counts.append(self._services.meetings.mark_as_they_said(meeting_id))):
            words = spoken.counted(counts[0], "person", "people")
            self._keeping.say_done(f"{words[0].upper()}{words[1:]} came.")

    def _others(self) -> list[tuple[str, str]]:
        here = {line.person_id for line in self._shown.meeting.attendance} if self._shown is not None else set()
        return [
            (str(row.id), " · ".join(filter(None, (row.name, row.organisation))))
            for row in self._services.people.rows()
            if row.id not in here
        ]

    def _ask_for_guest(self) -> None:
        self.guest.set_options(self._others())
        self.guest.set_value("")
        self.guest.show()
        self.guest.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_guest(self, person_id: str) -> None:
        self.guest.hide()
        has_begun = self._shown is not None and self._shown.has_begun
        self._mark(UUID(person_id), Attendance.PRESENT if has_begun else Attendance.COMING)


class PersonRow(OpeningRow):
    """One person with what they need, and their answer as a pill to press."""

    opened = Signal(object)  # the person's id
    answered = Signal(object, object)  # the person's id and the Attendance

    def __init__(self) -> None:
        self._disc = _NameDisc("?", size=30)
        super().__init__(self._disc)
        self._line: AttendanceLine | None = None
        self.pill = StatePill()
        self.head.marks.hide()
        self.add_beside(self.pill)
        self.pressed.connect(self._open)
        self.pill.chosen.connect(self._answer)

    def fill(self, told: tuple[AttendanceLine, bool], /) -> None:
        """Show a person and their answer; the other part tells whether the meeting has begun."""
        line, has_begun = told
        self._line = line
        self._disc.fill(line.person)
        look = _SAID_YES if has_begun and line.attendance is Attendance.COMING else LOOKS[line.attendance]
        muted = line.needs or line.organisation
        guest = "Guest" if line.is_guest else ""
        self.set_words(line.person, " · ".join(filter(None, (guest, muted))), look.text)
        self.pill.name(f"Answer of {line.person}")
        self.pill.set_options([(answer.value, _offered(answer, line)) for answer in (_AFTER if has_begun else _BEFORE)])
        self.pill.set_value(line.attendance.value, look)

    def _open(self) -> None:
        if self._line is not None:
            self.opened.emit(self._line.person_id)

    def _answer(self, value: str) -> None:
        if self._line is not None:
            self.answered.emit(self._line.person_id, Attendance(value))


def _offered(answer: Attendance, line: AttendanceLine) -> PillLook:
    """Return how an answer is offered: a guest without one is no guest."""
    return _NO_GUEST if line.is_guest and answer is Attendance.NO_ANSWER else LOOKS[answer]


class _NameDisc(Disc):
    """A disc that can be told another name."""

    def fill(self, name: str) -> None:
        """Show the initials of `name`."""
        self._look = DiscLook(initials=initials(name), icon="people")
        self.update()


def _summary(shown: Overview) -> str:
    """Return 'four yes, one has not answered': no answer is never counted as a yes."""
    answers = [line.attendance for line in shown.meeting.attendance]
    if not answers:
        return ""
    if shown.has_begun:
        return f"{answers.count(Attendance.PRESENT)} of {len(answers)}"
    return f"{spoken.number(answers.count(Attendance.COMING))} of {spoken.number(len(answers))} said yes"
