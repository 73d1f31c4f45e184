"""Beside the item: what was said about the same words, and who decided what and when."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Rule
from carfacilitator.ui.widgets.comment_card import CommentCardView
from carfacilitator.ui.widgets.review_data import CommentCard
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import CAPTION, PLAIN, SMALL, STRONG, Words


@dataclass(frozen=True)
class DecidedLine:
    """A decision as it is told; `id` is its entry, `again` whether it can be taken back from here."""

    id: str
    icon: str
    words: str
    by: str
    again: bool


class Beside(QWidget):
    """`picked` and `opened_again` hand over the id of an entry."""

    picked = Signal(str)
    opened_again = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._said, self._decided = _part(theme.Space.SMALL), _part(theme.Space.MEDIUM)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.SMALL)
        self._about = Words("Said about these words", STRONG)
        self._nothing = Words("Nothing besides.", SMALL)
        self._who = Words("Who decided", STRONG)
        self._nobody = Words("Nothing is decided yet.", SMALL, wraps=True)
        for part in (self._about, self._said, self._nothing, Rule(), self._who, self._decided, self._nobody):
            column.addWidget(part)
        column.addStretch(1)

    def show_said(self, cards: Sequence[CommentCard], locked: Sequence[str]) -> None:
        """Show remarks on the same words; of those for the facilitator alone only how many there are."""
        column = _emptied(self._said)
        for card in cards:
            view = CommentCardView(card)
            view.activated.connect(self.picked)
            view.passage_wanted.connect(self.picked)
            column.addWidget(view)
        for words in locked:
            row = QHBoxLayout()
            row.setSpacing(theme.Space.SMALL)
            row.addWidget(Sign("lock"))
            row.addWidget(Words(words, SMALL, wraps=True), 1)
            holder = QWidget()
            holder.setLayout(row)
            row.setContentsMargins(0, 0, 0, 0)
            column.addWidget(holder)
        self._nothing.setHidden(bool(cards or locked))

    def show_decided(self, lines: Sequence[DecidedLine]) -> None:
        """Show what was decided, the latest first."""
        column = _emptied(self._decided)
        for line in lines:
            column.addWidget(self._line(line))
        self._nobody.setHidden(bool(lines))

    def _line(self, line: DecidedLine) -> QWidget:
        holder = QWidget()
        row, lines = QHBoxLayout(holder), QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Space.SMALL)
        lines.setSpacing(0)
        lines.addWidget(Words(line.words, PLAIN, wraps=True))
        lines.addWidget(Words(line.by, CAPTION))
        row.addWidget(Sign(line.icon), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        if line.again:
            button = Button(f"Decide again: {line.words}", "redo", "icon")
            button.clicked.connect(lambda: self.opened_again.emit(line.id))
            row.addWidget(button)
        return holder


def _part(apart: int) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(apart)
    return part


def _emptied(part: QWidget) -> QVBoxLayout:
    """Return the layout of a part once nothing stands in it; what stood there may be asking for this."""
    column = part.layout()
    if not isinstance(column, QVBoxLayout):
        raise TypeError
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    return column
