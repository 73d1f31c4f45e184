"""Where Tab goes: to every stop inside a window, brought into sight, and through what was made late where it stands."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


def tab_step(root: QWidget, *, forwards: bool) -> bool:
    """Put the focus to the next stop inside `root`, or the one before, round and round; False when there is none.

    Qt alone takes a widget with a focus proxy for a stop as well, and so jumps over all between that and its proxy.
    """
    here = QApplication.focusWidget() or root
    candidate = _beside(here, forwards=forwards)
    while candidate is not None and candidate is not here:
        if _is_stop(candidate) and candidate.isVisible() and candidate.isEnabled() and root.isAncestorOf(candidate):
            candidate.setFocus(Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason)
            bring_into_sight(candidate)
            return True
        candidate = _beside(candidate, forwards=forwards)
    return False


def bring_into_sight(widget: QWidget) -> None:
    """Scroll everything around a widget, from the innermost, so that it is seen."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


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


def _beside(widget: QWidget, *, forwards: bool) -> QWidget | None:
    return widget.nextInFocusChain() if forwards else widget.previousInFocusChain()


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
