"""The cards of the page of the day."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carfacilitator.services.today import NextMeeting
from carfacilitator.ui import theme
from carfacilitator.ui.pages.today import texts
from carfacilitator.ui.pages.today.texts import Point
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.day_block import DayBlock
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.rows import Row
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import MUTED, PLAIN, SECTION, Words


class RowsCard(Card):
    """A card of rows that lead somewhere, or a sentence where there are none."""

    opened = Signal(object)  # the id of a row

    def __init__(self, title: str, nothing: str) -> None:
        super().__init__(title)
        self.list = RowList(title, grows=True)
        self._nothing = Words(nothing, MUTED, wraps=True)
        self.add(self.list)
        self.add(self._nothing)
        self.list.opened.connect(self.opened)

    def show_rows(self, rows: Sequence[Row], note: str = "") -> None:
        """Show these."""
        self.list.set_rows(rows)
        self.list.setHidden(not rows)
        self._nothing.setHidden(bool(rows))
        self.set_note(note)


class MeetingCard(Card):
    """The meeting that comes next and whether it is ready, with its two buttons; or that none is planned."""

    def __init__(self, open_plan: QAction, print_: QAction, plan: QAction) -> None:
        super().__init__()
        self._title = Words("", SECTION, wraps=True)
        self._when = Words("", MUTED, wraps=True)
        self._nothing = Words("No meeting is planned.", MUTED, wraps=True)
        self._plan = Flow(Button.of(plan))
        self._buttons = Flow(Button.of(open_plan), Button.of(print_))
        self._leaf = QVBoxLayout()
        self._leaf.addStretch(1)
        self._day: DayBlock | None = None
        self._points = QVBoxLayout()
        self._shown: QWidget | None = None
        self._lay_out()

    def show_meeting(self, coming: NextMeeting | None, today: date) -> None:
        """Show what comes next."""
        for part in (self._title, self._when, self._buttons):
            part.setHidden(coming is None)
        for part in (self._nothing, self._plan):
            part.setHidden(coming is not None)
        for old in (self._day, self._shown):
            if old is not None:
                old.hide()
                old.deleteLater()
        self._day = self._shown = None
        if coming is None:
            self.setAccessibleName("No meeting is planned")
            return
        self._title.setText(texts.meeting_title(coming))
        self.setAccessibleName(self._title.text())
        self._when.setText(texts.meeting_line(coming, today))
        self._day = DayBlock(coming.meeting.day)
        self._leaf.insertWidget(0, self._day)
        self._shown = _points(texts.readiness(coming), texts.needs(coming))
        self._points.addWidget(self._shown)

    def _lay_out(self) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(theme.Space.SMALL)
        lines.addWidget(self._title)
        lines.addWidget(self._when)
        lines.addLayout(self._points)
        for part in (self._buttons, self._nothing, self._plan):
            lines.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(theme.Space.LARGE)
        row.addLayout(self._leaf)
        row.addLayout(lines, 1)
        self.body.addLayout(row)


class BeginCard(Card):
    """What an empty workspace says: where to begin."""

    def __init__(self, *actions: QAction) -> None:
        super().__init__("Where to begin")
        words = (
            "With the group that meets: its members, then its meetings. A case study begins with a person, or with"
            " the first draft that comes by email."
        )
        self.add(Words(words, PLAIN, wraps=True))
        self.add(Flow(*(Button.of(action) for action in actions)))


def _points(*sides: Sequence[Point]) -> QWidget:
    """Return points side by side where there is room."""
    columns = Columns(*(1 for _ in sides), least=230, gap=theme.Space.SMALL)
    for column, points in enumerate(sides):
        for point in points:
            columns.add(column, _line(point))
    columns.end()
    return columns


def _line(point: Point) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.Space.SMALL)
    row.addWidget(Sign(point.icon, point.tone))
    row.addWidget(Words(point.words), 1)
    return line
