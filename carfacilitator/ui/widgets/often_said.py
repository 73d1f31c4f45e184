"""What the facilitator often says with a kind of comment, ready to be put into the field."""

from collections.abc import Callable
from itertools import islice

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.remark_field import ENTER
from carfacilitator.ui.widgets.review_data import KindLook
from carfacilitator.ui.widgets.search_line import SearchLine
from carfacilitator.ui.widgets.words import LABEL, Words

MOST = 4
ROW, PAD = 28, 6


class OftenSaid(QWidget):
    """The most used remarks of a kind; Alt and the number put one, as a click does. Many are searched as one types."""

    def __init__(self, put: Callable[[str], None]) -> None:
        super().__init__()
        self._put = put
        self._all: tuple[str, ...] = ()
        self._shown: tuple[str, ...] = ()
        self._heading = Words("", LABEL)
        self._line = SearchLine("Find a remark (Alt+/)")
        self._line.textChanged.connect(self._look)
        self._line.returnPressed.connect(lambda: self.put(0))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.TINY)
        column.addWidget(self._heading)
        column.addWidget(self._line)
        column.addLayout(self._rows)
        self.hide()

    def show_remarks(self, kind: KindLook | None) -> None:
        """Offer the remarks of a kind; nothing where there are none."""
        self._all = kind.remarks if kind else ()
        self._heading.setText(f"Often said about {kind.name.lower()}" if kind else "")
        self._line.clear()
        self._line.setVisible(len(self._all) > MOST)
        self._look("")
        self.setVisible(bool(self._all))

    def search(self) -> None:
        """Go to the line that finds a remark, if there are so many."""
        if self._line.isVisible():
            self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put(self, number: int) -> None:
        """Put a remark that is shown into the field, counted from 0."""
        if number < len(self._shown):
            self._put(self._shown[number])

    def _look(self, words: str) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        wanted = words.casefold().split()
        found = (remark for remark in self._all if all(word in remark.casefold() for word in wanted))
        self._shown = tuple(islice(found, MOST))
        for number, remark in enumerate(self._shown):
            row = RemarkRow(number + 1, remark)
            row.clicked.connect(lambda _, one=number: self.put(one))
            self._rows.addWidget(row)


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
