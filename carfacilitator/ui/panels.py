"""The parts of the window that F6 goes round: whatever has the property "panel" and can take the focus."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def step(window: QWidget, *, forwards: bool) -> None:
    """Put the focus into the next part of the window (or the one before), where it was there last, or first."""
    found = panels(window)
    if not found:
        return
    here = next((index for index, panel in enumerate(found) if _holds(panel, QApplication.focusWidget())), None)
    start = -1 if forwards else 0
    target = found[((start if here is None else here) + (1 if forwards else -1)) % len(found)]
    inside = first_stop(target)
    if inside is not None:
        inside.setFocus(Qt.FocusReason.TabFocusReason)


def panels(window: QWidget) -> list[QWidget]:
    """Return the visible parts in which something can take the focus, in the order in which they are seen."""
    found = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.property("panel") and widget.isVisible() and first_stop(widget) is not None
    ]
    return sorted(found, key=lambda panel: (panel.mapTo(window, panel.rect().topLeft()).x() // 64, _top(window, panel)))


def first_stop(panel: QWidget) -> QWidget | None:
    """Return what takes the focus in a part: where it was last, else the first in the order of Tab."""
    stops = (panel.focusWidget(), *panel.findChildren(QWidget), panel)
    return next((widget for widget in stops if _takes_focus(widget)), None)


def _takes_focus(widget: QWidget | None) -> bool:
    if widget is None or not widget.isVisible() or not widget.isEnabled():
        return False
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _holds(panel: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (panel is widget or panel.isAncestorOf(widget))


def _top(window: QWidget, panel: QWidget) -> int:
    return panel.mapTo(window, panel.rect().topLeft()).y()
