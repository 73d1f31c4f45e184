"""A number that matters, set large, with the words that say what it counts."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.words import FIGURE, SMALL, STRONG, Words


class Figure(QWidget):
    """'8 | Cllr Moira Bain | Convener': a figure in a column of its own, one strong line and one muted line."""

    def __init__(self, figure: str, strong: str, muted: str = "", tone: str = "ink") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        number = Words(figure, FIGURE.in_tone(tone))
        number.setMinimumWidth(theme.px(40))
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(Words(strong, STRONG))
        if muted:
            lines.addWidget(Words(muted, SMALL))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.Space.TINY, 0, theme.Space.TINY)
        row.setSpacing(theme.Space.SMALL)
        row.addWidget(number)
        row.addLayout(lines, 1)
