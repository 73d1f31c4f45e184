"""Everything that a person could read or hear on a window: the words of whatever is seen on it."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from carfacilitator.ui.widgets.sheet_area import SheetArea

_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


def words_on(window: QWidget) -> Iterator[str]:
    """Return all words that are seen, said on hover or heard on a window, but those of drafts themselves."""
    yield window.window().windowTitle()
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible() and not _is_of_a_draft(widget):
            yield from _words_of(widget)


def _is_of_a_draft(widget: QWidget | None) -> bool:
    while widget is not None:
        if isinstance(widget, SheetArea):
            return True
        widget = widget.parentWidget()
    return False


def _words_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle())
    if isinstance(widget, QLabel | QPushButton | QLineEdit):
        yield widget.text()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        yield widget.toPlainText()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        for row in range(model.rowCount(QModelIndex())):
            yield from (str(model.index(row, 0).data(role) or "") for role in _ROLES)
