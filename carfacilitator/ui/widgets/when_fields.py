"""Fields for a day and for a time of day: typed as people write them, shown as they say them, checked in words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Generic, TypeVar

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QMenu, QToolButton, QWidgetAction

from carfacilitator.ui import icons, theme
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.field import Field

V = TypeVar("V", date, time)


@dataclass(frozen=True)
class _Language(Generic[V]):
    """How a value is written and read, and what is said when it cannot be read."""

    read: Callable[[str], V | None]
    write: Callable[[V], str]
    example: str
    wrong: str


class _ValueField(Field, Generic[V]):
    """A line whose text means a value, or none."""

    chosen = Signal(object)  # the value or None, by the person

    def __init__(self, label: str, hint: str, language: _Language[V]) -> None:
        super().__init__(label, hint, language.example)
        self._language: _Language[V] = language
        self._value: V | None = None
        self.finished.connect(self._understand)

    @property
    def value(self) -> V | None:
        """The value that is shown."""
        return self._value

    def set_value(self, value: V | None) -> None:
        """Show a value without a signal."""
        self._value = value
        self.say_wrong("")
        self.set_text(self._language.write(value) if value is not None else "")
        self.line.home(False)  # noqa: FBT003  Qt takes it by place; a line that is too short shows how it begins

    def _understand(self, text: str) -> None:
        value = self._language.read(text) if text.strip() else None
        if text.strip() and value is None:
            self.say_wrong(self._language.wrong)
            return
        self._take(value)

    def _take(self, value: V | None) -> None:
        changed = value != self._value
        self._value = value
        self.say_wrong("")
        self._kept = self._language.write(value) if value is not None else ""
        self.line.setText(self._kept)
        self.line.home(False)  # noqa: FBT003  likewise
        if changed:
            self.chosen.emit(value)


class DayField(_ValueField[date]):
    """A day, or none. 'tuesday', '24 nov' and '24/11/26' all do; its button opens a calendar."""

    def __init__(self, label: str, today: Callable[[], date], hint: str = "") -> None:
        wrong = "That is no day. Write it like 24 November, 24/11/2026 or Tuesday."
        language = _Language(lambda text: spoken.read_day(text, today()), spoken.day, "for example 24 November", wrong)
        super().__init__(label, hint, language)
        self._today = today
        opener = Button("Choose in a calendar", "calendar", "icon")
        opener.clicked.connect(self.open_calendar)
        self.add_beside(opener)

    def open_calendar(self) -> None:
        """Offer a month to choose from."""
        menu = QMenu(self)
        calendar = _calendar(self._value or self._today())

        def take(chosen: QDate) -> None:
            self._take(date(chosen.year(), chosen.month(), chosen.day()))
            menu.close()

        calendar.clicked.connect(take)
        calendar.activated.connect(take)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.line.mapToGlobal(QPoint(0, self.line.height())))
        calendar.setFocus()


def _calendar(shown: date) -> QCalendarWidget:
    """Return a month that begins on Monday, in our own colours: Qt's weekends are red, which means nothing here."""
    calendar = QCalendarWidget()
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
    calendar.setMinimumSize(theme.px(300), theme.px(260))
    weekend, heading = QTextCharFormat(), QTextCharFormat()
    weekend.setForeground(theme.colour("ink"))
    heading.setForeground(theme.colour("muted"))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, weekend)
    calendar.setHeaderTextFormat(heading)
    ways = (("qt_calendar_prevmonth", "back", "Month before"), ("qt_calendar_nextmonth", "right", "Next month"))
    for name, sign, heard in ways:
        button = calendar.findChild(QToolButton, name)
        if button is not None:
            button.setIcon(icons.icon(sign))
            button.setAccessibleName(heard)
    return calendar


class TimeField(_ValueField[time]):
    """A time of day, or none. '10', '10.30', '1030' and '2pm' all do."""

    def __init__(self, label: str, hint: str = "") -> None:
        wrong = "That is no time of day. Write it like 10:30 or 2pm."
        super().__init__(label, hint, _Language(spoken.read_time, spoken.clock, "for example 10:30", wrong))
