"""Another wording: the facilitator's own words for an edit, begun from one of those proposed."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from carfacilitator.services.unsaved import UnsavedTexts
from carfacilitator.ui import theme
from carfacilitator.ui.half_filled import HalfFilled
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.field import TextField
from carfacilitator.ui.widgets.pill import Pill, PillLook
from carfacilitator.ui.widgets.reveal import go_to
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import CAPTION, STRONG, Words


class OwnWording(QFrame):
    """A field for the words of the edit alone; spaces around them stay as they were where it began.

    `used` hands over the wording, '' for nothing; `changed` tells that another one stands in the field.
    """

    used = Signal(str)
    changed = Signal()

    def __init__(self, unsaved: UnsavedTexts) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._around = ("", "")
        self._about = Words("", CAPTION)
        self._key = Pill(PillLook("2"))
        self.use = Button("Use it", "check")
        self.use.clicked.connect(lambda: self.used.emit(self.wording))
        self.field = TextField("Another wording", lines=(1, 8), serif=True)
        self.field.hide_label()
        self.field.area.textChanged.connect(self.changed)
        self.field.area.installEventFilter(self)
        self._typed = HalfFilled(unsaved, "", {"wording": self.field})
        self._lay_out()

    @property
    def wording(self) -> str:
        """The words as they would stand in the draft."""
        words = self.field.text.strip()
        return f"{self._around[0]}{words}{self._around[1]}" if words else ""

    def begin(self, key: str, number: int, wording: str, told: str) -> None:
        """Show a wording to begin from, or what was typed before under `key`; `number` is pressed to come here."""
        self.field.finish()  # what is typed there is another edit's
        self._typed.about(key)
        self._key.set_look(PillLook(str(number)))
        self._start(wording, told)
        if self._typed.bring_back():
            self._about.setText("yours, as you left it")

    def start_from(self, wording: str, told: str) -> None:
        """Begin anew from this wording, and go there."""
        self._start(wording, told)
        self._typed.forget()
        self.write()

    def write(self) -> None:
        """Go to the field, behind what stands there."""
        go_to(self.field.area, self)
        self.field.area.moveCursor(self.field.area.textCursor().MoveOperation.End)

    def forget(self) -> None:
        """Let go what was typed: the edit is decided."""
        self.field.finish()
        self._typed.forget()

    def eventFilter(self, watched: QObject, event: object) -> bool:
        """Use what is written on Ctrl Enter."""
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            controlled = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if controlled and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.use.click()
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]  # Qt hands over nothing else

    def _start(self, wording: str, told: str) -> None:
        words = wording.strip()
        begins = wording.index(words) if words else len(wording)
        self._around = (wording[:begins], wording[begins + len(words) :])
        self.field.area.clearFocus()
        self.field.set_text(words)
        self._about.setText(told)

    def _lay_out(self) -> None:
        head, lines = QHBoxLayout(), QVBoxLayout()
        head.setSpacing(theme.Space.SMALL)
        lines.setSpacing(0)
        lines.addWidget(Words("Another wording", STRONG))
        lines.addWidget(self._about)
        head.addWidget(Sign("note", "lead"), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(lines, 1)
        head.addWidget(self._key)
        head.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.Space.MEDIUM, theme.Space.SMALL, theme.Space.MEDIUM, theme.Space.MEDIUM)
        column.setSpacing(theme.Space.SMALL)
        column.addLayout(head)
        column.addWidget(self.field)
