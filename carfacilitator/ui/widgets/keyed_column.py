"""Widgets below one another, one for each thing shown; each stays as long as its thing does."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui.widgets.tab_order import tab_through

Thing = TypeVar("Thing")
Told = TypeVar("Told", contravariant=True)  # noqa: PLC0105  read as a word, not as a Hungarian name


class Fills(Protocol[Told]):
    """A widget that can be told again what it shows."""

    def fill(self, thing: Told, /) -> None:
        """Show `thing`, without losing what is being typed."""


class KeyedColumn(QWidget, Generic[Thing]):
    """A column that is told all of its things at every refresh, and makes, moves and drops only what it must.

    `key` tells things apart; `make` returns an empty widget for a new one, which must be a QWidget with `fill`.
    """

    def __init__(self, key: Callable[[Thing], Hashable], make: Callable[[], Fills[Thing]], gap: int = 0) -> None:
        super().__init__()
        self._key, self._make = key, make
        self._shown: dict[Hashable, Fills[Thing]] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)

    def set_things(self, things: Sequence[Thing]) -> None:
        """Show these, in this order."""
        before = list(self._shown)
        wanted = {self._key(thing): thing for thing in things}
        for key in [key for key in self._shown if key not in wanted]:
            self._drop(self._shown.pop(key))
        if not self._shown:
            self.hide()  # until all are there: each one that comes into a visible column has it laid out anew
        self._shown = {key: self._shown.get(key) or self.make(thing) for key, thing in wanted.items()}
        for place, (key, widget) in enumerate(self._shown.items()):
            widget.fill(wanted[key])
            self._put(place, _widget(widget))
        if list(self._shown) != before:
            tab_through(self, self.widgets)
        self.setHidden(not self._shown)
        self.updateGeometry()

    def make(self, thing: Thing) -> Fills[Thing]:  # noqa: ARG002  whoever overrides it looks at it
        """Return a widget for a new thing; overridden where things look unlike one another."""
        return self._make()

    @property
    def widgets(self) -> list[QWidget]:
        """The widgets from top to bottom."""
        return [_widget(widget) for widget in self._shown.values()]

    def widget_of(self, key: Hashable) -> QWidget | None:
        """Return the widget of one thing, or None when it is not shown."""
        found = self._shown.get(key)
        return None if found is None else _widget(found)

    def _put(self, place: int, widget: QWidget) -> None:
        if self._column.indexOf(widget) != place:
            self._column.insertWidget(place, widget)
            widget.show()

    def _drop(self, widget: Fills[Thing]) -> None:
        gone = _widget(widget)
        self._column.removeWidget(gone)
        gone.hide()
        gone.deleteLater()


def _widget(made: object) -> QWidget:
    if not isinstance(made, QWidget):
        raise TypeError("a column holds widgets")
    return made
