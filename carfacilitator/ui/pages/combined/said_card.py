"""What was said and by whom: its words, how they came, what they answer, who may see them, and who says the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.audience_pill import AudiencePill
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.initials import initials
from carfacilitator.ui.widgets.review_data import AudienceLook
from carfacilitator.ui.widgets.sign import Disc, Sign
from carfacilitator.ui.widgets.words import CAPTION, MUTED, QUOTE, SMALL, STRONG, Style, Words

_DISC = 32
_SAID = Style(theme.BODY + 1.5, serif=True)


@dataclass(frozen=True)
class Said:
    """One remark as it is shown. `audience` is who may see it, `answers` the question of ours that it answers."""

    id: str
    person: str
    role: str
    came: str
    icon: str
    text: str
    answers: str
    guessed: bool
    audience: AudienceLook


class SaidCard(QWidget):
    """Takes the focus, so that a screen reader says the remark when one comes to it.

    `audience_chosen` hands over the id of a remark and of who may see it.
    """

    audience_chosen = Signal(str, str)

    def __init__(self, audiences: Sequence[AudienceLook]) -> None:
        super().__init__()
        self.setObjectName("said")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._audiences = tuple(audiences)
        self.pills: list[AudiencePill] = []
        self._shown: QWidget | None = None
        self._private = False
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.Space.MEDIUM] * 4)
        self._column = column

    def show_said(self, said: Sequence[Said], heard: str) -> None:
        """Show a remark and those that say the same."""
        self.setAccessibleName(heard)
        self._private = all(one.audience.private for one in said)
        self.pills = []
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()  # not at once: its pill may be asking for this
        self._shown = QWidget()
        inner = QVBoxLayout(self._shown)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.Space.MEDIUM)
        for one in said:
            inner.addWidget(self._remark(one))
        self._column.addWidget(self._shown)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the ground, paper where only the facilitator sees it, and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(QPen(theme.colour("lead" if focused else "line"), theme.FOCUS_RING if focused else 1))
        painter.setBrush(theme.colour("paper" if self._private else "surface"))
        inset = 1.0 if focused else 0.5
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(area, theme.CARD_CORNER, theme.CARD_CORNER)

    def _remark(self, said: Said) -> QWidget:
        part = QWidget()
        lines = QVBoxLayout()
        lines.setSpacing(theme.Space.SMALL)
        lines.addWidget(self._head(said))
        lines.addWidget(Words(said.text, _SAID if len(self.pills) == 1 else QUOTE, wraps=True))
        if said.answers:
            lines.addLayout(_signed("help" if said.guessed else "reply", said.answers))
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Space.MEDIUM)
        row.addWidget(Disc(initials(said.person), size=_DISC), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        return part

    def _head(self, said: Said) -> QWidget:
        pill = AudiencePill(said.audience, self._audiences)
        pill.chosen.connect(lambda audience: self.audience_chosen.emit(said.id, audience))
        self.pills.append(pill)
        names = QWidget()
        column = QVBoxLayout(names)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(theme.Space.SMALL)
        first.addWidget(Words(said.person, STRONG))
        first.addWidget(Words(said.role, MUTED), 1)
        column.addLayout(first)
        second = QHBoxLayout()
        second.setSpacing(theme.Space.TINY)
        second.addWidget(Sign(said.icon, size=14))
        second.addWidget(Words(said.came, CAPTION), 1)
        column.addLayout(second)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Space.SMALL)
        row.addWidget(names, 1)
        row.addWidget(Flow(pill), 0, Qt.AlignmentFlag.AlignTop)
        return head


def _signed(icon: str, words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.Space.SMALL)
    row.addWidget(Sign(icon, size=16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Words(words, SMALL, wraps=True), 1)
    return row
