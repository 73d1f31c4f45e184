"""A line of the ledger: who it is, what they answered, and at most one thing more to know or to do."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.model.terms import SanctionAnswer
from carfacilitator.services.sanction_rows import SanctionRow
from carfacilitator.ui import theme
from carfacilitator.ui.pages.sanctions import texts
from carfacilitator.ui.pages.sanctions.disc_place import DiscPlace
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.pill import Pill, PillLook
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import MUTED, SMALL, STRONG, Words

_BAR = 4


class LedgerLine(QWidget):
    """Chosen by a press, by the arrows of the list or by Tab; Enter opens it, letters are the list's."""

    chosen = Signal(object)  # its SanctionRow
    key_pressed = Signal(int)
    does = Signal(str, object)  # 'again' or 'letter', and its SanctionRow

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._row: SanctionRow | None = None
        self._is_current = self._hovered = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._disc = DiscPlace()
        self._name, self._role = Words("", STRONG), Words("", SMALL)
        self._pill = Pill(texts.PILLS[SanctionAnswer.NONE])
        self._muted = Words("", MUTED, wraps=True)
        self._sign, self._state = Sign("check"), Words("", SMALL, wraps=True)
        self._changed = Pill(PillLook("", "inserted", "note"))
        self._again = Button("Ask again", "sent")
        self._letter = Button("Write a chasing letter", "mail")
        self._again.clicked.connect(lambda: self.does.emit("again", self._row))
        self._letter.clicked.connect(lambda: self.does.emit("letter", self._row))
        self._lay_out()

    def fill(self, row: SanctionRow) -> None:
        """Show a line as it is now."""
        self._row = row
        self._disc.show_person(row, on_selected=self._is_current)
        self._name.setText(row.gatekeeper)
        self._role.setText(row.role)
        self._pill.set_look(texts.PILLS[row.answer])
        self._muted.setText(texts.muted(row, self._today()))
        self._show_state(row)
        self._changed.setHidden(not texts.changed(row))
        self._changed.set_look(PillLook(texts.changed(row), "inserted", "note"))
        self._again.setHidden(row.answer is not SanctionAnswer.DECLINED)
        self._again.say(f"Ask again with draft {row.newest_number}" if row.newest_number else "Ask again")
        self._letter.setHidden(row.answer is not SanctionAnswer.NONE)
        self.setAccessibleName(texts.heard(row, self._today()))

    def set_current(self, *, current: bool) -> None:
        """Show whether it is the one that is open beside the list."""
        self._is_current = current
        if self._row is not None:
            self._disc.show_person(self._row, on_selected=current)
        self.setAccessibleDescription("open" if current else "")
        self.update()

    @property
    def row(self) -> SanctionRow | None:
        """The line that is shown."""
        return self._row

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Become the chosen one as the keyboard comes here."""
        super().focusInEvent(event)
        self.chosen.emit(self._row)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the ring no more."""
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Be chosen and opened wherever it is pressed."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.key_pressed.emit(Qt.Key.Key_Return)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys to the list."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        event.ignore()
        self.key_pressed.emit(event.key())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show it no more."""
        super().leaveEvent(event)
        self._hovered = False
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the ground of the chosen one with its bar, and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._is_current or self._hovered:
            ground = theme.colour("lead_soft") if self._is_current else theme.mixed("lead_soft", "surface", 0.45)
            painter.setBrush(ground)
            painter.drawRoundedRect(inner, theme.CONTROL_CORNER, theme.CONTROL_CORNER)
        else:
            painter.setBrush(theme.colour("line"))
            painter.drawRect(QRectF(self.rect()).adjusted(0, self.height() - 1, 0, 0))
        if self._is_current:
            painter.setBrush(theme.colour("lead"))
            painter.drawRoundedRect(QRectF(inner.left(), inner.top() + 2, _BAR, inner.height() - 4), 2, 2)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("lead"), theme.FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner, theme.CONTROL_CORNER, theme.CONTROL_CORNER)

    def _show_state(self, row: SanctionRow) -> None:
        states = [texts.condition_state(one) for one in row.conditions]
        worst = next((one for one in states if one.tone != "good"), states[0] if states else None)
        for part in (self._sign, self._state):
            part.setHidden(worst is None)
        if worst is not None:
            self._sign.set_sign(worst.icon, worst.tone)
            self._state.set_style(SMALL.in_tone(worst.tone))
            self._state.setText(worst.text)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.Space.SMALL)
        head.addWidget(self._name)
        head.addWidget(self._role, 1)
        head.addWidget(self._pill)
        state = QHBoxLayout()
        state.setSpacing(theme.Space.SMALL)
        state.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        state.addWidget(self._state, 1)
        lines = QVBoxLayout()
        lines.setSpacing(theme.Space.TINY)
        lines.addLayout(head)
        lines.addWidget(self._muted)
        lines.addLayout(state)
        lines.addWidget(Flow(self._changed, self._again, self._letter))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.Space.LARGE, theme.Space.MEDIUM, theme.Space.MEDIUM, theme.Space.MEDIUM)
        row.setSpacing(theme.Space.MEDIUM)
        row.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
