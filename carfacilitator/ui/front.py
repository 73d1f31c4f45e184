"""A front of one card in the middle of the window, for what comes before the desk."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.welcome import scrolled
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.sign import Sign

_WIDTH = 600


class Front(QWidget):
    """Holds one widget under a heading."""

    def __init__(self, heading: str, widget: QWidget) -> None:
        super().__init__()
        self.held = widget
        card = Card(heading)
        card.setMaximumWidth(theme.px(_WIDTH))
        card.body.setContentsMargins(14, theme.Space.SMALL, 14, theme.Space.SMALL)
        card.add(widget)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 100)
        row.addStretch(1)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(*[theme.Space.WIDE] * 4)
        column.setSpacing(theme.Space.LARGE)
        column.addStretch(2)
        column.addWidget(Sign("mark", "ink", 44), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(row)
        column.addStretch(3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(centre))
        self.setFocusProxy(widget)
