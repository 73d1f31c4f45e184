"""A fact that is read as text and edited where it stands: a field without a frame until one comes to it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from carfacilitator.ui.widgets.field import TextField

_ENDLESS = 10_000  # lines: it never scrolls by itself


class Fact(TextField):
    """A labelled text as high as its words. Enter finishes it, unless it is of more than one `paragraph`."""

    def __init__(
        self, label: str, example: str = "", hint: str = "", *, paragraphs: bool = False, serif: bool = False
    ) -> None:
        super().__init__(label, hint, example, (1, _ENDLESS), serif=serif)
        self._paragraphs = paragraphs
        self.area.setProperty("look", "flat")
        self.area.document().setDocumentMargin(0)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Finish on Enter where there is one line only."""
        if watched is self.area and isinstance(event, QKeyEvent) and self._ends(event):
            self.finish()
            return True
        return super().eventFilter(watched, event)

    def _ends(self, event: QKeyEvent) -> bool:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        return enter and event.type() == QEvent.Type.KeyPress and not self._paragraphs
