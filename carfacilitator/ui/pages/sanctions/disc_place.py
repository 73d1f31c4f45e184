"""The disc with somebody's initials, which can become somebody else's."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from carfacilitator.services.sanction_rows import SanctionRow
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.initials import initials
from carfacilitator.ui.widgets.sign import DiscLook, paint_disc

_SIZE = 36
_TONES = ("interpretation", "style", "politics", "ethics", "evidence")  # told apart, and nothing more


class DiscPlace(QWidget):
    """The author's disc has the leading colour, each gatekeeper's one of a few others."""

    def __init__(self) -> None:
        super().__init__()
        self._look = DiscLook()
        self._on_selected = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_person(self, row: SanctionRow, *, on_selected: bool = False) -> None:
        """Show whose line it is; on a selected line the disc stands on surface."""
        tone = "lead" if row.is_author else _TONES[sum(map(ord, row.gatekeeper)) % len(_TONES)]
        self._look, self._on_selected = DiscLook(initials(row.gatekeeper), tone=tone), on_selected
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square that grows with the text."""
        return QSize(theme.px(_SIZE), theme.px(_SIZE))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the disc."""
        if self._look.initials:  # nobody is shown yet
            paint_disc(QPainter(self), QRectF(self.rect()), self._look, on_selected=self._on_selected)
