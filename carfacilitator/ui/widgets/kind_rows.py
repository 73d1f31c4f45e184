"""The kinds of comment as rows: a letter, a name, and the question that the kind asks; one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import icons, theme
from carfacilitator.ui.widgets import marks
from carfacilitator.ui.widgets.review_data import KindLook

ROW, BADGE, PAD = 26, 20, 8


class KindRow(QAbstractButton):
    """One kind."""

    letter_pressed = Signal(str)

    def __init__(self, kind: KindLook) -> None:
        super().__init__()
        self.kind = kind
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{kind.name}: {kind.question}" if kind.question else kind.name)
        self.setToolTip(f"{kind.question} ({kind.letter})" if kind.question else kind.letter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return one row, grown with the text."""
        return QSize(theme.px(160), theme.px(ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell a letter; Enter chooses like Space."""
        if event.text().isalpha() and not event.modifiers():
            self.letter_pressed.emit(event.text().upper())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw badge, name, question, and a tick if it is the chosen one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("lead_soft"))
            painter.drawRoundedRect(area, theme.CONTROL_CORNER, theme.CONTROL_CORNER)
        size = theme.px(BADGE)
        badge = QRectF(PAD, (area.height() - size) / 2, size, size)
        marks.badge(painter, badge, self.kind.letter, self.kind.tone)
        right = area.right() - PAD - theme.px(icons.SIZE)
        if self.isChecked():
            sign = QRectF(right, (area.height() - theme.px(16)) / 2, theme.px(16), theme.px(16))
            icons.paint(painter, sign, "check", "lead")
        self._words(painter, badge.right() + PAD, right - PAD)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("lead"), theme.FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            corner = theme.CONTROL_CORNER
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), corner, corner)

    def _words(self, painter: QPainter, left: float, right: float) -> None:
        strong = theme.font(theme.BODY, theme.SEMIBOLD if self.isChecked() else theme.REGULAR)
        caption = theme.font(theme.CAPTION)
        name = QFontMetricsF(strong).horizontalAdvance(self.kind.name)
        asked = QFontMetricsF(caption).horizontalAdvance(self.kind.question)
        painter.setPen(theme.colour("ink"))
        self._line(painter, self.kind.name, strong, left, right)
        if left + name + PAD + asked <= right:  # the question is also what one hears and reads on hover
            painter.setPen(theme.colour("muted"))
            self._line(painter, self.kind.question, caption, right - asked, right + 1)

    def _line(self, painter: QPainter, words: str, face: QFont, left: float, right: float) -> None:
        metrics = QFontMetricsF(face)
        painter.setFont(face)
        base = (self.height() + metrics.capHeight()) / 2
        painter.drawText(QPointF(left, base), metrics.elidedText(words, Qt.TextElideMode.ElideRight, right - left))


class KindRows(QWidget):
    """All kinds, of which at most one is chosen; their letters choose while a row has the focus."""

    chosen = Signal(object)  # a KindLook

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Kind of comment")
        self._group = QButtonGroup(self)
        self._rows: list[KindRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)

    def show_kinds(self, kinds: Sequence[KindLook]) -> None:
        """Offer these kinds."""
        for row in self._rows:
            self._group.removeButton(row)
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows = [KindRow(kind) for kind in kinds]
        for row in self._rows:
            self._group.addButton(row)
            self._column.addWidget(row)
            row.clicked.connect(lambda _, kind=row.kind: self.chosen.emit(kind))
            row.letter_pressed.connect(self.choose_letter)

    @property
    def kind(self) -> KindLook | None:
        """Return the chosen kind."""
        return next((row.kind for row in self._rows if row.isChecked()), None)

    def choose(self, identity: str) -> None:
        """Choose a kind without telling; '' chooses none."""
        self._group.setExclusive(False)
        for row in self._rows:
            row.setChecked(row.kind.id == identity)
        self._group.setExclusive(True)

    def choose_letter(self, letter: str) -> None:
        """Choose the kind with this letter, if there is one."""
        row = next((row for row in self._rows if row.kind.letter == letter), None)
        if row is not None:
            row.click()

    def begin(self) -> None:
        """Put the focus on the chosen row, or the first."""
        row = next((row for row in self._rows if row.isChecked()), next(iter(self._rows), None))
        if row is not None:
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)
