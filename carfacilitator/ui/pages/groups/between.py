"""What happened since a group last met: drafts that arrived, and that mentoring took place."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.pages.groups.overview import Happening, Overview
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.keyed_column import KeyedColumn
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import MUTED, SMALL, STRONG, Words

_MOST = 6
_DATE = 86  # width of the dates, at 100 per cent


class Between(Card):
    """A line for each thing that happened, newest first; not there while nothing did."""

    def __init__(self) -> None:
        super().__init__("Between the meetings")
        self.lines = KeyedColumn[Happening](lambda one: one.id, _Line, theme.Space.TINY)
        self.add(self.lines)

    def fill(self, shown: Overview, /) -> None:
        """Show what happened in a group."""
        count, since = len(shown.between), shown.last_met
        self.setHidden(not count)
        self.lines.set_things(shown.between[:_MOST])
        self.set_note(f"{spoken.number(count)} since {spoken.short_day(since, shown.today)}" if since else "")


class _Line(QWidget):
    """One thing that happened."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._sign = Sign("draft", "lead")
        self._day, self._who, self._what = Words("", SMALL), Words("", STRONG), Words("", MUTED, wraps=True)
        self._align()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.Space.TINY, 0, theme.Space.TINY)
        row.setSpacing(theme.Space.MEDIUM)
        for part in (self._sign, self._day, self._who):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._what, 1)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the dates in a column at another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._align()

    def _align(self) -> None:
        self._day.setFixedWidth(theme.px(_DATE))

    def fill(self, one: Happening, /) -> None:
        """Show a thing that happened."""
        self._sign.set_sign(one.icon, "muted" if one.icon == "lock" else "lead")
        self._day.setText(spoken.short_day(one.day, one.day))
        self._who.setText(one.who)
        self._what.setText(one.what)
        self.setAccessibleName(f"{spoken.short_day(one.day)}: {one.who}, {one.what}")
