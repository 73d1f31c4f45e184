"""What a person meets who walks through the pages: stops of the Tab key, names, and what is cut."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from carfacilitator.ui.shell import MainWindow
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.sideways import Sideways
from carfacilitator.ui.widgets.words import Words

CONTROL, SHIFT, NOTHING = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
_MOST_STOPS = 600
_LOWEST_MARGIN = 100  # pixels
_ONE_LINE = (QLineEdit, QComboBox, QPushButton)


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = NOTHING) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)


def tell(widget: QWidget) -> str:
    """Return what a person would call a widget, for the list of what is wrong."""
    words = widget.text() if isinstance(widget, QLabel | QPushButton) else ""
    return f"{type(widget).__name__} ‘{words.strip() or heard(widget)}’ in {_whereabouts(widget)}"


def heard(widget: QWidget) -> str:
    """Return what a screen reader says first."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def focusable(window: QWidget) -> list[QWidget]:
    """Return all that can take the focus now."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]


def tab_stops(window: MainWindow) -> list[QWidget]:
    """Press Tab until it comes round to where it went first, and return every stop.

    Raises:
        AssertionError: it never comes round, or stops where nothing is seen.
    """
    stops = list[QWidget]()
    while len(stops) < _MOST_STOPS:
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        assert here is not None
        assert not here.visibleRegion().isEmpty(), f"Tab stops at what is not seen: {tell(here)}"
        if stops and here is stops[0]:
            return stops
        assert here not in stops, f"Tab goes round without its beginning, through {tell(here)}"
        stops.append(here)
    raise AssertionError("Tab never comes round")


def cut(page: QWidget) -> Iterator[str]:
    """Yield the words, buttons and fields of which a part can never be seen or read."""
    for widget in page.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if _is_too_low(widget):
            yield f"too low: {tell(widget)}"
        if isinstance(widget, QLabel | QPushButton) and not isinstance(widget, Words) and _is_too_narrow(widget):
            yield f"too narrow: {tell(widget)}"
        if isinstance(widget, QLabel | QPushButton) and not _fits_around(widget):
            yield f"covered by its surroundings: {tell(widget)}"


def sticking_out(page: QWidget) -> Iterator[str]:
    """Yield what begins left of its page or ends right of it, and every horizontal scroll bar."""
    whole = QRect(page.mapToGlobal(QPoint(0, 0)), page.size())
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or widget.isWindow() or _is_inside_sideways(widget):
            continue
        place = QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
        if place.left() < whole.left() or place.right() > whole.right():
            yield f"{tell(widget)}: {place.left() - whole.left()} to {place.right() - whole.left()} of {whole.width()}"
        if isinstance(widget, QScrollBar) and widget.orientation() == Qt.Orientation.Horizontal and widget.maximum():
            yield f"scrolls sideways: {tell(widget)}"


def scrolling_over_nothing(page: QWidget) -> Iterator[str]:
    """Yield what scrolls further down than anything stands in it."""
    for area in page.findChildren(QScrollArea):
        inner = area.widget()
        if inner is None or not area.isVisible() or not area.verticalScrollBar().maximum():
            continue
        leaves = [leaf for leaf in inner.findChildren(QWidget) if leaf.isVisible() and not leaf.findChildren(QWidget)]
        lowest = max((leaf.mapTo(inner, leaf.rect().bottomLeft()).y() for leaf in leaves), default=0)
        if inner.height() - lowest > _LOWEST_MARGIN:
            yield f"{inner.height() - lowest} of {inner.height()} are empty: {tell(area)}"


def primary(page: QWidget) -> list[Button]:
    """Return the buttons that stand for what one mainly does here."""
    buttons = [button for button in page.findChildren(Button) if button.property("look") == "primary"]
    return [button for button in buttons if button.isVisible() and button.isEnabled()]


class StrayWindows(QObject):
    """Notes everything that is shown as a window of its own and is neither the window nor a menu."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.seen = list[str]()
        self._application = application
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and _is_stray(watched):
            self.seen.append(tell(watched))
        return False

    def let_go(self) -> None:
        self._application.removeEventFilter(self)


def _is_inside_sideways(widget: QWidget) -> bool:
    """Tell whether a widget stands in what is meant to be scrolled sideways."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, Sideways):
        around = around.parentWidget()
    return around is not None


def _is_too_low(widget: QWidget) -> bool:
    if isinstance(widget, Words):
        return widget.heightForWidth(widget.width()) > widget.height() + 1
    return isinstance(widget, _ONE_LINE) and widget.height() < widget.minimumSizeHint().height()


def _is_stray(widget: QWidget) -> bool:
    return widget.isWindow() and not isinstance(widget, MainWindow | QMenu)


def _is_too_narrow(widget: QLabel | QPushButton) -> bool:
    words = widget.text().replace("&&", "&").strip()
    if not words or (isinstance(widget, QLabel) and widget.wordWrap()):
        return False
    return QFontMetricsF(widget.font()).horizontalAdvance(words) > widget.contentsRect().width() + 1


def _fits_around(widget: QWidget) -> bool:
    """Tell whether everything around a widget, up to what scrolls, leaves room for all of it."""
    inner = widget
    while (outer := inner.parentWidget()) is not None and not isinstance(outer.parentWidget(), QAbstractScrollArea):
        place = QRect(widget.mapTo(outer, QPoint(0, 0)), widget.size())
        if not outer.rect().adjusted(-1, -1, 1, 1).contains(place):
            return False
        inner = outer
    return True


def _whereabouts(widget: QWidget) -> str:
    names = list[str]()
    around = widget.parentWidget()
    while around is not None and len(names) < 4:
        if not type(around).__name__.startswith("Q"):
            names.append(type(around).__name__)
        around = around.parentWidget()
    return " in ".join(names)
