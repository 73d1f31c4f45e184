"""What the sender of a remark is told, and what becomes of the remark: one press of a button or of a key."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.model.terms import Verdict
from carfacilitator.services.unsaved import UnsavedTexts
from carfacilitator.ui import theme
from carfacilitator.ui.half_filled import HalfFilled
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.field import TextField
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.pill import Pill, PillLook
from carfacilitator.ui.widgets.reveal import go_to
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import SMALL, Words

WHY = "Say why it is declined: whoever made the remark will read it. Then Ctrl Enter."
WAYS = (
    (Verdict.ACCEPTED, "Accept", "check", "A"),
    (Verdict.DISCUSS, "Discuss", "people", "D"),
    (Verdict.COMMENT, "Comment", "comment", "C"),
    (Verdict.REJECTED, "Decline", "declined", "X"),
)
_IN_FULL = {
    Verdict.ACCEPTED: "Accept it",
    Verdict.DISCUSS: "Discuss it with the author",
    Verdict.COMMENT: "Make a comment for the author of it",
    Verdict.REJECTED: "Decline it, with a reason",
}


class AnswerCard(QFrame):
    """A field and four buttons. `given` hands over a Verdict and the words; what is typed is kept until then."""

    given = Signal(object, str)

    def __init__(self, unsaved: UnsavedTexts) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._sign, self._decided = Sign("check", "good", 16), Words("", SMALL, wraps=True)
        self._reader = Words("", SMALL, wraps=True)
        self.field = TextField("Your answer", "", "An answer in a sentence, if it needs one", (2, 8))
        self.field.hide_label()
        self._typed = HalfFilled(unsaved, "", {"answer": self.field})
        self._key = ""
        self._meant = Verdict.ACCEPTED  # what Ctrl Enter gives: declining, once words were asked for it
        self.buttons = {way[0]: _button(*way) for way in WAYS}
        for verdict, button in self.buttons.items():
            button.clicked.connect(partial(self.give, verdict))
        self.field.area.installEventFilter(self)
        self._lay_out()

    def show_answer(self, key: str, answer: str, reader: str, decided: tuple[str, str, str] | None) -> None:
        """Show what was answered; what is being written about the same remark (`key`) stays.

        `reader` is who will read it, `decided` what was decided before, with its icon and tone.
        """
        self._sign.setHidden(decided is None)
        self._decided.setHidden(decided is None)
        if decided is not None:
            self._decided.setText(decided[0])
            self._sign.set_sign(decided[1], decided[2])
        self._reader.setText(f"Your answer, which {reader} will read. Only declining needs words.")
        self.field.say_wrong("")
        self._meant = Verdict.ACCEPTED
        if key == self._key:
            return
        self.field.finish()
        self._key = key
        self._typed.about(key)
        self.field.set_text(answer)
        self._typed.bring_back()

    def give(self, verdict: Verdict) -> None:
        """Hand the verdict over with what is written; one that needs words asks for them."""
        words = self.field.text.strip()
        if verdict is Verdict.REJECTED and not words:
            self.ask_why()
            return
        self.given.emit(verdict, words)

    def forget(self) -> None:
        """Let go what was typed: it was given."""
        self.field.finish()
        self._typed.forget()
        self._key = ""

    def eventFilter(self, watched: QObject, event: object) -> bool:
        """Accept on Ctrl Enter, with what is written; decline, where a reason for that was asked."""
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            controlled = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if controlled and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.give(self._meant)
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]  # Qt hands over nothing else

    def verdict_of(self, letter: str) -> Callable[[], None] | None:
        """Return what a letter does, None if nothing."""
        found = next((verdict for verdict, _, _, key in WAYS if key == letter), None)
        if found is Verdict.REJECTED:
            return self.ask_why
        return partial(self.give, found) if found is not None else None

    def ask_why(self) -> None:
        """Go behind what is written, which is given as the reason with Ctrl Enter; one letter alone never declines."""
        self._meant = Verdict.REJECTED
        self.field.say_wrong(WHY)
        go_to(self.field.area, self)
        self.field.area.moveCursor(self.field.area.textCursor().MoveOperation.End)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.Space.MEDIUM] * 4)
        column.setSpacing(theme.Space.SMALL)
        before = QHBoxLayout()
        before.setSpacing(theme.Space.SMALL)
        before.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        before.addWidget(self._decided, 1)
        column.addLayout(before)
        column.addWidget(self._reader)
        column.addWidget(self.field)
        keys = [key for _, _, _, key in WAYS]
        column.addWidget(Flow(*(_keyed(*pair) for pair in zip(self.buttons.values(), keys, strict=True))))


def _keyed(button: Button, key: str) -> QWidget:
    """Return a button with its key beside it, so that the keys are learnt by looking."""
    made = QWidget()
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.Space.TINY)
    row.addWidget(button)
    row.addWidget(Pill(PillLook(key)))
    return made


def _button(verdict: Verdict, words: str, icon: str, key: str) -> Button:
    made = Button(words, icon, "primary" if verdict is Verdict.ACCEPTED else "plain")
    made.setAccessibleName(_IN_FULL[verdict])
    made.setToolTip(f"{_IN_FULL[verdict]} ({key})")
    return made
