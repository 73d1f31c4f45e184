"""Rows that are marked: several with a tick, or one of a few with a dot; each has a strong and a muted line."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import icons, theme
from carfacilitator.ui.widgets.sign import DiscLook, paint_disc

_PAD, _MARK, _DISC, _LEAST = 10, 18, 32, 130


class MarkRow(QAbstractButton):
    """One row; a press anywhere marks it, the arrows go to the rows beside it. `initials` stand on a disc."""

    def __init__(self, *, round_: bool = False) -> None:
        super().__init__()
        self._round = round_
        self._muted = self._initials = ""
        self._looked_at = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_words(self, strong: str, muted: str = "", initials: str = "") -> None:
        """Show other words."""
        self.setText(strong)
        self._muted, self._initials = muted, initials
        self.setAccessibleName(", ".join(filter(None, (strong, muted))))
        self.setToolTip(muted)
        self.updateGeometry()
        self.update()

    def set_looked_at(self, *, looked_at: bool) -> None:
        """Show that what stands beside the list is about this one."""
        self._looked_at = looked_at
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for both lines."""
        strong, muted = self._faces()
        height = QFontMetricsF(strong).height() + (QFontMetricsF(muted).height() + 2 if self._muted else 0)
        least = theme.px(_DISC) if self._initials else theme.px(_MARK)
        return QSize(theme.px(240), round(max(height, least)) + 2 * _PAD)

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few letters: lines end in an ellipsis, and say themselves on hover."""
        return QSize(theme.px(_LEAST), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark on Enter as well as Space; go along with the arrows."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
        elif event.key() in steps:
            self._go(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw ground, mark, disc, both lines and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour("lead" if self.isChecked() else "line"), 1))
        chosen = self._looked_at or (self._round and self.isChecked())
        painter.setBrush(theme.colour("lead_soft" if chosen or self.underMouse() else "surface"))
        painter.drawRoundedRect(area, theme.CONTROL_CORNER, theme.CONTROL_CORNER)
        left = area.left() + _PAD
        self._draw_mark(painter, QRectF(left, area.center().y() - theme.px(_MARK) / 2, *[theme.px(_MARK)] * 2))
        left += theme.px(_MARK) + _PAD
        if self._initials:
            side = theme.px(_DISC)
            disc = QRectF(left, area.center().y() - side / 2, side, side)
            paint_disc(painter, disc, DiscLook(initials=self._initials), on_selected=chosen)
            left += side + _PAD
        self._draw_words(painter, QRectF(left, area.top(), area.right() - _PAD - left, area.height()))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("lead"), theme.FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), theme.CONTROL_CORNER, theme.CONTROL_CORNER)

    def _draw_mark(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(QPen(theme.colour("lead" if self.isChecked() else "muted"), 1.5))
        painter.setBrush(theme.colour("surface" if self._round or not self.isChecked() else "lead"))
        inner = area.adjusted(1, 1, -1, -1)
        if self._round:
            painter.drawEllipse(inner)
            if self.isChecked():
                painter.setBrush(theme.colour("lead"))
                painter.drawEllipse(inner.center(), inner.width() / 4, inner.width() / 4)
            return
        painter.drawRoundedRect(inner, 4, 4)
        if self.isChecked():
            icons.paint(painter, inner.adjusted(2, 2, -2, -2), "check", "on_lead")

    def _draw_words(self, painter: QPainter, area: QRectF) -> None:
        faces = self._faces()
        lines = [(self.text(), faces[0], "ink"), (self._muted, faces[1], "muted")]
        heights = [QFontMetricsF(face).height() for words, face, _ in lines if words]
        top = area.center().y() - (sum(heights) + 2 * (len(heights) - 1)) / 2
        for words, face, tone in lines:
            metrics = QFontMetricsF(face)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
            painter.setFont(face)
            painter.setPen(theme.colour(tone))
            painter.drawText(QPointF(area.left(), top + metrics.ascent()), shown)
            top += metrics.height() + 2

    def _go(self, step: int) -> None:
        around = self.parentWidget()
        rows = [row for row in around.findChildren(MarkRow) if row.isVisible()] if around else []
        rows.sort(key=lambda row: row.y())
        place = rows.index(self) + step if self in rows else -1
        if 0 <= place < len(rows):
            rows[place].setFocus(Qt.FocusReason.TabFocusReason)
            if self._round:
                rows[place].click()

    @staticmethod
    def _faces() -> tuple[QFont, QFont]:
        return theme.font(theme.BODY, theme.MEDIUM), theme.font(theme.SMALL)


class OneOfRows(QWidget):
    """One of a few, each with a line that says what it means; options are (value, words, what it means)."""

    chosen = Signal(str)  # by the person

    def __init__(self, label: str, options: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._values = [value for value, _, _ in options]
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.TINY)
        for place, (_, words, means) in enumerate(options):
            row = MarkRow(round_=True)
            row.set_words(words, means)
            self._group.addButton(row, place)
            column.addWidget(row)
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._values[place]))
        self.set_value(self._values[0])

    @property
    def value(self) -> str:
        """The value that is chosen."""
        return self._values[self._group.checkedId()]

    def set_value(self, value: str) -> None:
        """Choose one without a signal."""
        button = self._group.button(self._values.index(value))
        button.setChecked(True)
        self.setFocusProxy(button)
