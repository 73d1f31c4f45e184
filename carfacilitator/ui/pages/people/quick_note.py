"""One line for what has just happened with a person: Enter keeps it as mentoring that only the facilitator sees."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.errors import KnownError
from carfacilitator.model.terms import MentoringKind
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.people.note import KINDS
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.field import ChoiceField, Field
from carfacilitator.ui.widgets.reveal import go_to
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import SMALL, Words


class QuickNote(QWidget):
    """The line; what it is about and the button that keeps it come when something is written.

    What is not kept with Enter stays in the line of that person, also when the program is closed.
    """

    kept = Signal()

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__()
        self._services, self._keeping = services, keeping
        self._person_id: UUID | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.line = Field("Quick note")
        self.line.hide_label()
        self.kind = ChoiceField("What it is about", KINDS)
        self.kind.set_value(MentoringKind.REASSURANCE.value)
        self.keep = Button("Keep it", "check", "quiet")
        self.line.typed.connect(self._remember)
        self.line.finished.connect(self._remember)
        self.line.line.textChanged.connect(self._look)
        self.line.line.returnPressed.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        self._lay_out()
        keeping.conceal(self)

    def show_person(self, person_id: UUID, name: str) -> None:
        """Be about a person, with what was begun about them and not kept."""
        words = f"Quick note about {name.split(maxsplit=1)[0]}: what happened, what was said, what next"
        self.line.line.setPlaceholderText(words)
        if person_id == self._person_id:
            return
        self.line.finish()
        self._person_id = person_id
        self.line.set_text(self._services.unsaved.text(self._key) or "")
        self._look()

    def begin(self) -> None:
        """Go to the line."""
        go_to(self.line)

    @property
    def _key(self) -> str:
        return f"person:{self._person_id}:quick"

    def _remember(self, text: str) -> None:
        if self._person_id is None:
            return
        unsaved = self._services.unsaved
        try:
            unsaved.keep(self._key, text) if text.strip() else unsaved.forget(self._key)
        except KnownError as error:
            self.line.say_wrong(str(error))

    def _keep(self) -> None:
        person_id, text = self._person_id, self.line.text.strip()
        if person_id is None or not text:
            return
        kind = MentoringKind(self.kind.value)
        if self._keeping.attempt(lambda: self._services.mentoring.add(person_id, kind=kind, private_part=text)):
            self.line.finish()
            self.line.set_text("")
            self._services.unsaved.forget(self._key)
            self._keeping.say_done("Kept as a mentoring note that only you see.")
            self.kept.emit()

    def _look(self, *_: object) -> None:
        self._foot.setHidden(not self.line.text.strip())

    def _lay_out(self) -> None:
        self._foot = QWidget(self)
        self._foot.hide()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(theme.Space.SMALL)
        foot.addWidget(Sign("lock", heard="Only you see this"))
        foot.addWidget(Words("For you alone, about", SMALL))
        self.kind.hide_label()
        foot.addWidget(self.kind, 1)
        foot.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.SMALL)
        column.addWidget(self.line)
        column.addWidget(self._foot)
