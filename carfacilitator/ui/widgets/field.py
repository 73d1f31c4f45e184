"""Labelled inputs that save as one types: there is no Save button."""

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.words import LABEL, SMALL, Words

PAUSE = 500  # milliseconds without a key until what is typed is kept


class Labelled(QWidget):
    """A label above an input, and a line below that says what is wrong or helps."""

    def __init__(self, label: str, input_: QWidget, hint: str = "") -> None:
        super().__init__()
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.Space.TINY)
        self._row.addWidget(input_, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._hint = hint
        self._input = input_
        input_.setAcceptDrops(False)  # what is dropped goes to the window, wherever it is let go
        input_.setAccessibleName(label)
        input_.setAccessibleDescription(hint)
        self._name = Words(label, LABEL)
        self._name.setBuddy(input_)
        self._below = Words(hint, SMALL, wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.TINY)
        column.addWidget(self._name)
        column.addLayout(self._row)
        column.addWidget(self._below)
        self._below.setHidden(not hint)  # now that it stands in something: alone it would show as a window
        column.addStretch(1)
        self.setFocusProxy(input_)

    def hide_label(self) -> None:
        """Leave the label to the ear, where what stands around the input says it to the eye."""
        self._name.hide()

    def set_hint(self, hint: str) -> None:
        """Help with other words below the input; what is wrong goes first."""
        self._hint = hint
        self.say_wrong(self._below.text() if self._input.property("wrong") == "true" else "")

    def add_beside(self, widget: QWidget) -> None:
        """Put a small control at the right of the input."""
        self._row.addWidget(widget)

    def say_wrong(self, words: str) -> None:
        """Say what is wrong below the input, in words; '' takes them away."""
        self._below.set_style(SMALL.in_tone("bad") if words else SMALL)
        self._below.setText(words or self._hint)
        self._below.setHidden(not (words or self._hint))
        self._input.setAccessibleDescription(words or self._hint)
        self._input.setProperty("wrong", "true" if words else "false")
        self._input.style().polish(self._input)


class _Typed(Labelled):
    """What fields of one line and of many share: when to tell what was typed."""

    typed = Signal(str)  # after a pause; may come often
    finished = Signal(str)  # on leaving, or Enter in one line; only when it is another text than before

    def __init__(self, label: str, input_: QLineEdit | QPlainTextEdit, hint: str) -> None:
        super().__init__(label, input_, hint)
        self._kept = ""
        self._read: Callable[[], str] = input_.text if isinstance(input_, QLineEdit) else input_.toPlainText
        self._write: Callable[[str], None] = input_.setText if isinstance(input_, QLineEdit) else input_.setPlainText
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(lambda: self.typed.emit(self.text))
        input_.textChanged.connect(self._hear)
        input_.installEventFilter(self)

    @property
    def text(self) -> str:
        """What stands in it."""
        return self._read()

    def set_text(self, text: str) -> None:
        """Show `text` without a signal; what the person is typing at this moment is left alone."""
        if self._input.hasFocus() and self.text != self._kept:
            return
        self._kept = text
        if text != self.text:
            self._write(text)
        self._pause.stop()

    def set_read_only(self, *, read_only: bool, why: str = "") -> None:
        """Let the text be read only, and say on hover why; or let it be written in again."""
        input_ = self._input
        if isinstance(input_, QLineEdit | QPlainTextEdit) and input_.isReadOnly() != read_only:
            input_.setReadOnly(read_only)
            input_.setToolTip(why if read_only else "")
            input_.setAccessibleDescription(why if read_only else self._hint)

    def finish(self) -> None:
        """Tell what was typed, if it is another text than before."""
        self._pause.stop()
        if self.text != self._kept:
            self._kept = self.text
            self.finished.emit(self.text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Finish when the input is left."""
        if watched is self._input and event.type() == QEvent.Type.FocusOut and _is_left(event):
            self.finish()
        return super().eventFilter(watched, event)

    def _hear(self) -> None:
        if self._input.property("wrong") == "true":
            self.say_wrong("")  # it was said of another text
        if self.text != self._kept:
            self._pause.start()


class Field(_Typed):
    """One line."""

    def __init__(self, label: str, hint: str = "", example: str = "") -> None:
        self.line = QLineEdit()
        self.line.setPlaceholderText(example)
        super().__init__(label, self.line, hint)
        self.line.returnPressed.connect(self.finish)


class TextField(_Typed):
    """Running text: as high as what is written, between `least` and `most` lines; Tab goes on to the next field."""

    def __init__(
        self, label: str, hint: str = "", example: str = "", lines: tuple[int, int] = (3, 14), *, serif: bool = False
    ) -> None:
        self.area = _Area(lines, serif=serif)
        self.area.setPlaceholderText(example)
        super().__init__(label, self.area, hint)


class ChoiceField(Labelled):
    """One of a few, or none; options are (value, words)."""

    chosen = Signal(str)  # by the person

    def __init__(self, label: str, options: Sequence[tuple[str, str]] = (), hint: str = "") -> None:
        self.box = QComboBox()
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        self.box.setPlaceholderText("Choose")  # where nothing is chosen
        self.box.setItemDelegate(QStyledItemDelegate(self.box))  # Fusion's own leaves rows no air
        super().__init__(label, self.box, hint)
        self.set_options(options)
        self.box.activated.connect(lambda _: self.chosen.emit(self.value))

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other options; the value stays where it is among them."""
        value = self.value
        self.box.clear()
        for option, words in options:
            self.box.addItem(words, option)
        self.set_value(value)

    @property
    def value(self) -> str:
        """The value that is chosen; '' for none."""
        return str(self.box.currentData() or "")

    def set_value(self, value: str) -> None:
        """Show a value without a signal."""
        self.box.setCurrentIndex(self.box.findData(value))


class _Area(QPlainTextEdit):
    """A text area that is as high as its text."""

    def __init__(self, lines: tuple[int, int], *, serif: bool) -> None:
        super().__init__()
        self._lines, self._serif = lines, serif
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.updateGeometry())
        if serif:
            self.setProperty("face", "serif")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for other room after the lines have broken anew: Qt does not hear it while it lays out."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the height of the text, within the lines it may have."""
        least, most = self._lines
        shown = min(max(self._count_lines(), least), most)
        line = QFontMetricsF(self.font())
        line_height = math.ceil(line.ascent()) + math.ceil(line.descent())  # as Qt lays out its lines
        edge = theme.Space.TINY + 1 if self.property("look") == "flat" else theme.Space.SMALL
        return QSize(theme.px(240), round(shown * line_height + 2 * self.document().documentMargin()) + 2 * edge)

    def minimumSizeHint(self) -> QSize:
        """Return the same height, and little width."""
        return QSize(theme.px(96), self.sizeHint().height())

    def _count_lines(self) -> int:
        """Count them all: after a change of width Qt itself knows only those that were drawn since."""
        layout = self.document().documentLayout()
        block, count = self.document().firstBlock(), 0
        while block.isValid():
            layout.blockBoundingRect(block)  # breaks it into lines where that is still to be done
            count += block.layout().lineCount()
            block = block.next()
        return count


def _is_left(event: QEvent) -> bool:
    """Tell a real leaving from a menu that opens above or a window that goes behind."""
    reason = event.reason() if isinstance(event, QFocusEvent) else Qt.FocusReason.OtherFocusReason
    return reason != Qt.FocusReason.PopupFocusReason
