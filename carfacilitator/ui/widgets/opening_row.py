"""A row that leads somewhere when it is pressed, and unfolds what can be changed about it where it stands."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.reveal import go_to
from carfacilitator.ui.widgets.tab_order import tab_through
from carfacilitator.ui.widgets.words import SMALL, STRONG, Words

_LEAST_WORDS = 170  # at 100 per cent; with less beside them, marks go below the words

_ANYWHERE = Qt.AlignmentFlag(0)

Inside = QWidget | Callable[[], QWidget]


class OpeningRow(QWidget):
    """Words with marks at the right. Enter or a press is `pressed`; the arrow at its end unfolds `inside`.

    What makes the inside may be given instead: then it is made when it is first unfolded.
    Right unfolds, Left folds, Up and Down go to the rows beside it.
    """

    pressed = Signal()

    def __init__(self, before: QWidget | None = None, inside: Inside | None = None) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.head = _Head(before)
        self._make_inside = None if isinstance(inside, QWidget) else inside
        self._inside = inside if isinstance(inside, QWidget) else None
        self._unfolding = "Change this"
        self._arrow = Button("", "down", "icon")
        self._arrow.clicked.connect(lambda: self._set_folded(folded=self.is_unfolded))
        if inside is None:
            self._arrow.hide()
        self.head.clicked.connect(self.pressed)
        self.head.key_pressed.connect(self._hear)
        self._top = QHBoxLayout()
        self._top.setSpacing(theme.Space.TINY)
        self._top.addWidget(self.head, 1)
        self._top.addWidget(self._arrow, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.Space.TINY)
        self._column.addLayout(self._top)
        if self._inside is not None:
            self._inside.hide()
            self._column.addWidget(self._inside)
        self.setFocusProxy(self.head)

    def add_beside(self, widget: QWidget) -> None:
        """Put a control at the right end of the row, where it stays however narrow the row is."""
        self._top.insertWidget(self._top.count() - 1, widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_words(self, strong: str, muted: str, heard: str = "") -> None:
        """Show other words; `heard` is what else a screen reader says of the row."""
        self.head.set_words(strong, muted, heard)
        self._name_arrow()

    def set_unfolding(self, words: str) -> None:
        """Say what unfolds ("Change her place in the group")."""
        self._unfolding = words
        self._name_arrow()

    @property
    def is_unfolded(self) -> bool:
        """Whether what is inside is seen."""
        return self._inside is not None and not self._inside.isHidden()

    def unfold(self) -> None:
        """Show what is inside."""
        self._set_folded(folded=False)

    def fold(self) -> None:
        """Fold away what is inside; the focus comes back to the row."""
        self._set_folded(folded=True)

    def _set_folded(self, *, folded: bool) -> None:
        if self._inside is None and self._make_inside is not None and not folded:
            self._inside = self._make_inside()
            self._column.addWidget(self._inside)
            tab_through(self._inside, (self._inside,))
        if self._inside is None:
            return
        if folded and any(part.hasFocus() for part in (self._inside, *self._inside.findChildren(QWidget))):
            self.head.setFocus(Qt.FocusReason.OtherFocusReason)
        self._inside.setHidden(folded)
        self._arrow.set_icon("down" if folded else "up")
        self._name_arrow()

    def _name_arrow(self) -> None:
        self._arrow.say("Fold away" if self.is_unfolded else f"{self._unfolding}: {self.head.strong}")

    def _hear(self, key: int) -> None:
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._set_folded(folded=key == Qt.Key.Key_Left)
            return
        column = self.parentWidget()
        rows = column.findChildren(OpeningRow, options=Qt.FindChildOption.FindDirectChildrenOnly) if column else []
        rows = sorted((row for row in rows if row.isVisible()), key=lambda row: row.y())
        place = rows.index(self) + (1 if key == Qt.Key.Key_Down else -1)
        if 0 <= place < len(rows):
            go_to(rows[place].head, rows[place])


class _Head(QAbstractButton):
    """The part that is pressed: what stands before, two lines, marks."""

    key_pressed = Signal(int)  # an arrow

    def __init__(self, before: QWidget | None) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._hovered = False
        self._strong, self._muted = Words("", STRONG), Words("", SMALL)
        self.marks = Flow(gap=theme.Space.MEDIUM)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self._strong)
        lines.addWidget(self._muted)
        self._turning = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._turning.setSpacing(theme.Space.SMALL)
        self._turning.addLayout(lines, 1)
        self._turning.addWidget(self.marks, 0)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(theme.Space.TINY, 6, theme.Space.TINY, 6)
        row.setSpacing(theme.Space.MEDIUM)
        if before is not None:
            row.addWidget(before)
        row.addLayout(self._turning, 1)

    @property
    def strong(self) -> str:
        """The strong line."""
        return self._strong.text()

    def set_words(self, strong: str, muted: str, heard: str) -> None:
        """Show other words."""
        self._strong.setText(strong)
        self._muted.setText(muted)
        self._muted.setHidden(not muted)
        self.setAccessibleName(", ".join(filter(None, (strong, muted, heard))))

    def sizeHint(self) -> QSize:
        """Return what stands in it."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least that stands in it."""
        return self._row.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter as well as Space, and tell the arrows."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.key_pressed.emit(event.key())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the marks where there is room."""
        super().resizeEvent(event)
        needed = self.marks.sizeHint().width() + theme.px(_LEAST_WORDS) + theme.Space.SMALL
        directions = QBoxLayout.Direction
        beside = self._turning.geometry().width() >= needed or self.marks.isHidden()
        self._turning.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._turning.setAlignment(self.marks, Qt.AlignmentFlag.AlignVCenter if beside else _ANYWHERE)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Show it no more."""
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the ground under the pointer, and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.mixed("lead_soft", "surface", 0.45))
            painter.drawRoundedRect(inner, theme.CONTROL_CORNER, theme.CONTROL_CORNER)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("lead"), theme.FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner, theme.CONTROL_CORNER, theme.CONTROL_CORNER)
