"""What stands inside a scroll area, as high as its width makes it and no higher."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import theme


class Tall(QWidget):
    """Widgets below one another.

    Qt would give them at least the height that they have at the width they would like best, and so scroll over nothing.
    """

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.LARGE)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """Return the least width; the height follows from the width that there is."""
        return QSize(super().minimumSizeHint().width(), 0)
