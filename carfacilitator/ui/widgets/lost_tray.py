"""The drawer at the foot of the desk: comments whose passage is gone. It stays until it is empty."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.flow import FlowLayout
from carfacilitator.ui.widgets.kind_badge import KindBadge
from carfacilitator.ui.widgets.old_quote import StruckLine
from carfacilitator.ui.widgets.review_data import CommentCard
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import CAPTION, Style, Words

ITEM_WIDTH = 420
HEAD = Style(theme.BODY, theme.SEMIBOLD, "warn")


class LostTray(QWidget):
    """Lost comments, each with the way to its place. `find_wanted` names one; nothing is ever placed by itself."""

    find_wanted = Signal(str)
    folded = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tray")
        self.setAccessibleName("Comments that lost their passage")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._open = True
        self._head = Words("", HEAD)
        self._promise = Words("Nothing is dropped, nothing is guessed.", CAPTION)
        self._toggle = Button("Fold the tray", "down", "icon")
        self._toggle.clicked.connect(lambda _: self.set_open(open_=not self._open))
        self._items = QWidget()
        FlowLayout(self._items, theme.Space.MEDIUM)
        top = QHBoxLayout()
        top.setSpacing(theme.Space.SMALL)
        top.addWidget(Sign("lost", "warn"))
        top.addWidget(self._head)
        self._promise.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # it gives way first
        top.addWidget(self._promise, 1)
        top.addWidget(self._toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.Space.MEDIUM, theme.Space.TINY, theme.Space.SMALL, theme.Space.TINY)
        column.setSpacing(theme.Space.TINY)
        column.addLayout(top)
        column.addWidget(self._items)
        self.show_lost(())

    def show_lost(self, cards: Sequence[CommentCard]) -> None:
        """Show these comments; without any the tray is gone."""
        flow = self._items.layout()
        while flow is not None and (item := flow.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for card in cards if flow is not None else ():
            flow.addWidget(_Item(card, partial(self.find_wanted.emit, card.id)))  # type: ignore[union-attr]  # seen above
        number = len(cards)
        self._head.setText("1 comment lost its passage" if number == 1 else f"{number} comments lost their passage")
        self.setVisible(bool(number))

    def set_open(self, *, open_: bool) -> None:
        """Open the drawer, or fold it to one line."""
        self._open = open_
        self._items.setVisible(open_)
        self._toggle.say("Fold the tray" if open_ else "Open the tray")
        self._toggle.set_icon("down" if open_ else "up")
        self.folded.emit(not open_)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the amber ground: it asks something."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("warn"), 1))
        painter.setBrush(theme.colour("warn_soft"))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, theme.CARD_CORNER, theme.CARD_CORNER)


class _Item(QWidget):
    """One lost comment: its kind, the words it had, where they were cut."""

    def __init__(self, card: CommentCard, find: "partial[None]") -> None:
        super().__init__()
        self.setToolTip(card.text)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(StruckLine(card.old_quote))
        lines.addWidget(Words(f"cut from {card.cut_from}" if card.cut_from else card.text, CAPTION))
        button = Button("Find its place", "link")
        button.setAccessibleName(f"Find its place: {card.spoken()}")
        button.clicked.connect(lambda _: find())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Space.SMALL)
        row.addWidget(KindBadge(card.kind.letter, card.kind.tone), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(lines, 1)
        row.addWidget(button)

    def sizeHint(self) -> QSize:
        """Return an even width, so that items stand below one another."""
        return QSize(theme.px(ITEM_WIDTH), super().sizeHint().height())
