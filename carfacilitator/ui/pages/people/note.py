"""A mentoring note in its two parts: what only the facilitator reads, and what the person may have."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.model.terms import MentoringKind
from carfacilitator.services import days
from carfacilitator.services.mentoring import MentoringRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.keeping import Keeping, Kept, KeptDay
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.fact import Fact
from carfacilitator.ui.widgets.field import ChoiceField
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.pill import FACILITATOR_ONLY, Pill, PillLook
from carfacilitator.ui.widgets.reveal import go_to
from carfacilitator.ui.widgets.tab_order import tab_through
from carfacilitator.ui.widgets.when_fields import DayField
from carfacilitator.ui.widgets.words import SMALL, Words

KINDS = [(kind.value, kind.value[0].upper() + kind.value[1:]) for kind in MentoringKind]


class Note(QWidget):
    """Both parts, edited where they stand; its day and subject, and what removes it, unfold behind the last button."""

    removed = Signal(object)  # the MentoringRow

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__()
        self._services, self._keeping = services, keeping
        self._note: MentoringRow | None = None
        self.facts: NoteFacts | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.private = Kept(_part("Mentoring note, for you alone", "What happened, and what you think of it"), keeping)
        self.shared = Kept(_part("What the person may have", "What was agreed; what comes next"), keeping)
        self.more = Button("Day, subject, or removing it", "more", "icon")
        self._about, self._who = Pill(PillLook("")), Words("", SMALL)
        self.more.clicked.connect(self._unfold)
        only_me, author = Pill(FACILITATOR_ONLY), Pill(PillLook("Author", "lead"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.Space.SMALL)
        self._column.addWidget(_framed("private", (only_me, self._about), self.private.field, self.more))
        self._column.addWidget(_framed("card", (author, self._who), self.shared.field))

    def fill(self, note: MentoringRow, /) -> None:
        """Show a note, without losing what is being typed."""
        self._note = note
        mentoring, key = self._services.mentoring, f"note:{note.id}"
        self.private.show(f"{key}:private", note.private_part, lambda text: mentoring.amend(note.id, private_part=text))
        self.shared.show(f"{key}:shared", note.shared_part, lambda text: mentoring.amend(note.id, shared_part=text))
        self._about.set_look(PillLook(note.kind.value[0].upper() + note.kind.value[1:]))
        self._who.setText(f"{note.person.split()[0]} may have this part")
        if self.facts is not None:
            self.facts.fill(note)

    def begin(self) -> None:
        """Go to the private part, to write."""
        go_to(self.private.field, self)

    def _unfold(self) -> None:
        """Show the facts, made when they are first asked for, or fold them away."""
        if self.facts is None and self._note is not None:
            self.facts = NoteFacts(self._services, self._keeping)
            self.facts.removed.connect(self.removed)
            self.facts.fill(self._note)
            self._column.addWidget(self.facts)
            self.facts.show()
            tab_through(self.facts, (self.facts,))
            self.more.set_icon("up")
        elif self.facts is not None:
            self.facts.setHidden(not self.facts.isHidden())
            self.more.set_icon("more" if self.facts.isHidden() else "up")


class NoteFacts(QWidget):
    """When a note is of and what it is about; and removing it."""

    removed = Signal(object)  # the MentoringRow

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__()
        self._services, self._keeping = services, keeping
        self._note: MentoringRow | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.kind = ChoiceField("What it was about", KINDS)
        self.day = KeptDay(DayField("Day", lambda: days.today(services.clock)))
        self.remove = Button("Remove this note", "remove", "quiet")
        self.kind.chosen.connect(self._choose_kind)
        self.remove.clicked.connect(lambda: self.removed.emit(self._note))
        columns = Columns(1, 1, least=250)
        columns.add(0, self.day.field)
        columns.add(1, self.kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.SMALL)
        column.addWidget(columns)
        column.addWidget(Flow(self.remove))

    def fill(self, note: MentoringRow, /) -> None:
        """Show the facts of a note."""
        self._note = note
        self.day.show(note.day, lambda day: self._services.mentoring.amend(note.id, day=day or note.day))
        self.kind.set_value(note.kind.value)

    def _choose_kind(self, kind: str) -> None:
        note = self._note
        if note is not None:
            self._keeping.attempt(lambda: self._services.mentoring.amend(note.id, kind=MentoringKind(kind)))


def _part(label: str, example: str) -> Fact:
    made = Fact(label, example, paragraphs=True, serif=True)
    made.hide_label()
    return made


def _framed(look: str, pills: tuple[QWidget, ...], text: QWidget, corner: QWidget | None = None) -> QFrame:
    frame = QFrame()
    frame.setProperty("look", look)
    frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    head = QHBoxLayout()
    head.addWidget(Flow(*pills), 1)
    if corner is not None:
        head.addWidget(corner, 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout(frame)
    column.setContentsMargins(theme.Space.MEDIUM, theme.Space.SMALL, theme.Space.MEDIUM, theme.Space.SMALL)
    column.setSpacing(theme.Space.TINY)
    column.addLayout(head)
    column.addWidget(text)
    return frame
