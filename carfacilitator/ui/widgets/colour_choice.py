"""One of a few colours, each shown with the letter that will stand on it; arrow keys go along them."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets import marks
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.words import LABEL, Words

_SWATCH, _RING = 28, 4


class ColourChoice(QWidget):
    """Options are (token of the theme, the colour's name)."""

    chosen = Signal(str)  # by the person; not by set_value

    def __init__(self, label: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(label)
        self._tokens = [token for token, _ in options]
        self._group = QButtonGroup(self)
        self._swatches = [_Swatch(token, f"{label}: {name}", name) for token, name in options]
        for place, swatch in enumerate(self._swatches):
            self._group.addButton(swatch, place)
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._tokens[place]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.TINY)
        column.addWidget(Words(label, LABEL))
        column.addWidget(Flow(*self._swatches, gap=theme.Space.TINY))

    @property
    def value(self) -> str:
        """The token that is chosen; '' for none."""
        place = self._group.checkedId()
        return self._tokens[place] if place >= 0 else ""

    def set_value(self, token: str, letter: str) -> None:
        """Show which is chosen, and the letter on all of them."""
        for swatch in self._swatches:
            swatch.show_letter(letter)
        if token in self._tokens:
            self._swatches[self._tokens.index(token)].setChecked(True)


class _Swatch(QAbstractButton):
    """One colour; the chosen one stands in a ring, so that it is told without colour."""

    def __init__(self, token: str, heard: str, name: str) -> None:
        super().__init__()
        self._token, self._letter = token, ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(heard)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_letter(self, letter: str) -> None:
        """Show another letter."""
        self._letter = letter
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square that grows with the text, with room for the ring."""
        side = theme.px(_SWATCH) + 2 * _RING
        return QSize(side, side)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the letter on its colour, and the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        marks.badge(painter, area.adjusted(_RING, _RING, -_RING, -_RING), self._letter, self._token)
        ring = "lead" if self.hasFocus() else "ink" if self.isChecked() else ""
        if ring:
            painter.setPen(QPen(theme.colour(ring), theme.FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), theme.CONTROL_CORNER, theme.CONTROL_CORNER)
