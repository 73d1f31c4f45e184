"""Several widgets of which one is seen, and which take the room of that one only."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget


class OneOf(QWidget):
    """Qt's own stack is as high as the highest of its widgets, so that one scrolls over nothing below the others."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._widgets = widgets
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            column.addWidget(widget)
            widget.hide()
        widgets[0].show()

    @property
    def current(self) -> QWidget:
        """The one that is seen."""
        return next(widget for widget in self._widgets if not widget.isHidden())

    def choose(self, chosen: QWidget) -> None:
        """Let this one be seen instead."""
        for widget in self._widgets:
            if widget is not chosen:
                widget.hide()
        chosen.show()
