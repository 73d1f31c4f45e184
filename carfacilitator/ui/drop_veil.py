"""Files that are dragged over the window: which are welcome, the veil that says so, and who receives them."""

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from carfacilitator.errors import KnownError
from carfacilitator.ui import theme
from carfacilitator.ui.page import Page
from carfacilitator.ui.page_stack import PageStack
from carfacilitator.ui.widgets.sign import Disc
from carfacilitator.ui.widgets.words import SECTION, Words

_RECEIVES = "Let go to receive this file"
_ODD = "Only Word files can be received: their names end in .docx."
_NOT_NOW = "No file is received while the view is discreet: everybody would read its name."


def dropped_files(data: QMimeData, kinds: Collection[str]) -> list[Path]:
    """Return the files of this computer in `data` that end in one of `kinds` (".docx")."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [file for file in files if file.suffix.casefold() in kinds]


class DropVeil(QFrame):
    """Lies over the window while a file hovers that a page takes; the page that is seen comes before the others."""

    def __init__(self, window: QWidget, stack: PageStack) -> None:
        super().__init__(window)
        self._window, self._stack = window, stack
        self.setProperty("look", "drop")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(Disc(icon="receive", size=56), 0, middle)
        column.addSpacing(theme.Space.SMALL)
        self._says = Words(_RECEIVES, SECTION)
        column.addWidget(self._says, 0, middle)
        column.addStretch(1)
        self.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Welcome, receive, or lift the veil."""
        kinds = QEvent.Type
        if event.type() == kinds.DragEnter and isinstance(event, QDropEvent):
            self._welcome(event)
            return True
        if event.type() == kinds.Drop and isinstance(event, QDropEvent):
            self._receive(event)
            return True
        if event.type() == kinds.DragLeave:
            self.hide()
        return super().eventFilter(watched, event)

    @property
    def _refusal(self) -> str:
        return _ODD if self._stack.takes_files else _NOT_NOW

    def _welcome(self, event: QDropEvent) -> None:
        page, _ = self._taker(event.mimeData())
        welcome = page is not None or self._is_odd(event.mimeData())
        event.setAccepted(welcome)
        if welcome:
            event.acceptProposedAction()
            self._says.setText(_RECEIVES if page is not None else self._refusal)
            self.setGeometry(self._window.rect().adjusted(12, 12, -12, -12))
            self.show()
            self.raise_()

    def _receive(self, event: QDropEvent) -> None:
        self.hide()
        page, files = self._taker(event.mimeData())
        if page is None:
            self._refuse(event.mimeData())
            return
        event.acceptProposedAction()
        self._stack.go(page.ID)
        taker = self._stack.page or page  # it may have been made anew on the way
        taker.attempt(lambda: taker.take(files))

    def _is_odd(self, data: QMimeData) -> bool:
        """Tell files that no page takes, and that are refused in words, from what is not for us at all."""
        return bool(self._stack.page and self._stack.isVisible() and any(url.isLocalFile() for url in data.urls()))

    def _refuse(self, data: QMimeData) -> None:
        if self._stack.page is not None and self._is_odd(data):
            way_out = "Ask the sender to save it as one." if self._stack.takes_files else ""
            self._stack.page.desk.messages.fail(KnownError(self._refusal, way_out))

    def _taker(self, data: QMimeData) -> tuple[Page | None, list[Path]]:
        seen = self._stack.page
        if seen is None or not self._stack.isVisible() or not self._stack.takes_files:
            return None, []
        for page in (seen, *self._stack.pages):
            files = dropped_files(data, page.TAKES)
            if files:
                return page, files
        return None, []
