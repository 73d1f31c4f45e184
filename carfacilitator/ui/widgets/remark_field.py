"""The field that a comment or an answer is typed into: Ctrl+Enter keeps, Esc sets aside."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from carfacilitator.ui import theme

LINES = 4
AROUND = 14  # pixels of border and padding, from the style sheet
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class RemarkField(QPlainTextEdit):
    """A field of a few lines. `kept` and `set_aside` are for its owner to act on; nothing is lost by either."""

    kept = Signal()
    set_aside = Signal()

    def __init__(self, heard: str, text: str = "", lines: int = LINES) -> None:
        super().__init__(text)
        self._lines = lines
        self.setAccessibleName(heard)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(theme.font())

    def sizeHint(self) -> QSize:
        """Return the room for its lines, grown with the text."""
        height = QFontMetricsF(theme.font()).lineSpacing() * self._lines + AROUND
        return QSize(theme.px(200), round(height))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, and the least width in which one can write."""
        return QSize(theme.px(80), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep on Ctrl+Enter, set aside on Esc, write otherwise."""
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.set_aside.emit()
        else:
            super().keyPressEvent(event)

    def put(self, words: str) -> None:
        """Write ready words where the caret is, on a line of their own if there is text already."""
        if self.toPlainText().strip():
            words = f"\n{words}"
        self.textCursor().insertText(words)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
