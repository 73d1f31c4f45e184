"""Going to a widget by command: it gets the focus, and is scrolled to where it can be seen."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from carfacilitator.ui import theme


def go_to(widget: QWidget, around: QWidget | None = None) -> None:
    """Give `widget` the focus and bring it into view, with what stands `around` it as far as there is room."""
    widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
    QTimer.singleShot(0, widget, lambda: _reveal(widget, around or widget))  # when what was just shown has its place


def _reveal(widget: QWidget, around: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(around, 0, theme.Space.WIDE)
            parent.ensureWidgetVisible(widget, 0, theme.Space.WIDE)
        parent = parent.parentWidget()
