"""The order in which Tab goes through widgets that were made later than those around them."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_through(anchor: QWidget, widgets: Iterable[QWidget]) -> None:
    """Let Tab go through what is in `widgets`, in their order, from where `anchor` stands.

    Qt puts what is made later at the end of the window's order, wherever it is seen.
    """
    before = _stop_before(anchor)
    for widget in widgets:
        for stop in (widget, *widget.findChildren(QWidget)):
            if _is_stop(stop) and stop.window() is anchor.window():  # the list of a choice is a window of its own
                if before is not None:
                    QWidget.setTabOrder(before, stop)
                before = stop


def _stop_before(anchor: QWidget) -> QWidget | None:
    """Return the nearest stop before `anchor` that is not inside it."""
    candidate = anchor.previousInFocusChain()
    while candidate is not None and candidate is not anchor:
        if _is_stop(candidate) and not anchor.isAncestorOf(candidate):
            return candidate
        candidate = candidate.previousInFocusChain()
    return None


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
