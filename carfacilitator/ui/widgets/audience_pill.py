"""Who may see a comment: a pill on its card; on the active one it opens the choice of somebody else."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu

from carfacilitator.ui import icons, theme
from carfacilitator.ui.widgets.pill import Pill, PillLook
from carfacilitator.ui.widgets.remark_field import ENTER
from carfacilitator.ui.widgets.review_data import AudienceLook


class AudiencePill(Pill):
    """'Author'. `chosen` hands over the id of another audience."""

    chosen = Signal(str)

    def __init__(self, audience: AudienceLook, offered: Sequence[AudienceLook] = ()) -> None:
        super().__init__(PillLook(audience.name, icon="lock" if audience.private else "eye"))
        self._audience, self._offered = audience, tuple(offered)
        self.setToolTip(audience.hint)
        self.setAccessibleName(f"Seen by: {audience.name}. {'Enter changes it' if offered else ''}")
        if offered:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def choices(self) -> QMenu:
        """Return the menu of audiences, each with who will not see."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for audience in self._offered:
            action = menu.addAction(icons.icon("lock" if audience.private else "eye"), audience.name)
            action.setCheckable(True)
            action.setChecked(audience.id == self._audience.id)
            action.setToolTip(audience.hint)
            action.setData(audience.id)
        menu.triggered.connect(self._choose)
        return menu

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Offer the others."""
        if self._offered:
            self._open()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer the others on Enter and Space."""
        if self._offered and (event.key() in ENTER or event.key() == Qt.Key.Key_Space):
            self._open()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill, and the ring of the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("lead"), theme.FOCUS_RING))
            area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)

    def _choose(self, action: QAction) -> None:
        identity = str(action.data())
        if identity != self._audience.id:
            self.chosen.emit(identity)

    def _open(self) -> None:
        menu = self.choices()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
