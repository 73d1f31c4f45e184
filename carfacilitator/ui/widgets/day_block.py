"""A day as a leaf of a calendar: weekday, number, month."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from carfacilitator.ui import theme
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.words import CAPTION, Style, Words

_WEEKDAY = Style(size=theme.CAPTION, weight=theme.SEMIBOLD, tone="lead")
_NUMBER = Style(size=theme.LARGE_FIGURE, weight=theme.SEMIBOLD)


class DayBlock(QFrame):
    """'THU 12 March' in a frame; a screen reader hears the day in full."""

    def __init__(self, day: date) -> None:
        super().__init__()
        self.setProperty("look", "private")
        self.setAccessibleName(spoken.day(day))
        self.setToolTip(spoken.day(day))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.Space.MEDIUM, theme.Space.SMALL, theme.Space.MEDIUM, theme.Space.SMALL)
        column.setSpacing(0)
        lines = (
            (spoken.WEEKDAYS[day.weekday()][:3].upper(), _WEEKDAY),
            (str(day.day), _NUMBER),
            (spoken.MONTHS[day.month - 1], CAPTION),
        )
        for text, style in lines:
            words = Words(text, style)
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.setMinimumWidth(max(words.sizeHint().width(), theme.px(56)))
            column.addWidget(words)
