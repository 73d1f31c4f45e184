"""What the facilitator often says with a kind of comment, ready to be put into the field."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.remark_field import ENTER
from carfacilitator.ui.widgets.review_data import KindLook
from carfacilitator.ui.widgets.words import LABEL, Words

MOST = 4
ROW, PAD = 28, 6


class OftenSaid(QWidget):
    """The most used remarks of a kind; Alt and the number put one, as a click does."""

    def __init__(self, put: Callable[[str], None]) -> None:
        super().__init__()
        self._put = put
        self._remarks: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def show_remarks(self, kind: KindLook | None) -> None:
        """Offer the remarks of a kind; nothing where there are none."""
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._remarks = kind.remarks[:MOST] if kind else ()
        if kind and self._remarks:
            self._column.addWidget(Words(f"Often said about {kind.name.lower()}", LABEL))
        for number, remark in enumerate(self._remarks):
            row = RemarkRow(number + 1, remark)
            row.clicked.connect(lambda _, one=number: self.put(one))
            self._column.addWidget(row)
        self.setVisible(bool(self._remarks))

    def put(self, number: int) -> None:
        """Put a remark into the field, counted from 0."""
        if number < len(self._remarks):
            self._put(self._remarks[number])


class RemarkRow(QAbstractButton):
    """One remark with its key; cut with an ellipsis and said in full on hover."""

    def __init__(self, number: int, remark: str) -> None:
        super().__init__()
        self._key, self._remark = f"Alt+{number}", remark
        self.setAccessibleName(f"{remark} ({self._key})")
        self.setToolTip(remark)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return one row, grown with the text."""
        return QSize(theme.px(120), theme.px(ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the remark on Enter too."""
        if event.key() in ENTER and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the key and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme.colour("lead"), theme.FOCUS_RING) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("lead_soft" if self.underMouse() else "surface"))
        painter.drawRoundedRect(area, theme.CONTROL_CORNER, theme.CONTROL_CORNER)
        caption, body = theme.font(theme.CAPTION, theme.MEDIUM), theme.font(theme.SMALL)
        x = float(PAD)
        for words, face, token in ((self._key, caption, "muted"), (self._remark, body, "lead")):
            metrics = QFontMetricsF(face)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(self.width() - x - PAD, 0))
            painter.setFont(face)
            painter.setPen(theme.colour(token))
            painter.drawText(QPointF(x, (self.height() + metrics.capHeight()) / 2), shown)
            x += metrics.horizontalAdvance(words) + theme.Space.SMALL
