"""The only place that asks in a window of its own: files, a line of text, a confirmation; a test answers instead."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.words import MUTED, SECTION, STRONG, Words

WORD_FILES = "Word documents (*.docx)"
PDF_FILES = "PDF (*.pdf)"
TABLES = "Tables (*.csv)"


@dataclass(frozen=True)
class Question:
    """What is asked: a heading, what follows from the answer, and the words of the button that goes on."""

    heading: str
    words: str = ""
    go_on: str = "Go on"
    go_back: str = "Cancel"


class Dialogs(Protocol):
    """Whoever answers: a person through QtDialogs, or answers prepared by a test. None and False mean 'no'."""

    def open_files(self, title: str, kinds: str = WORD_FILES) -> list[Path]:
        """Ask for files that exist; none when the person thinks better of it."""

    def save_file(self, title: str, suggestion: Path, kinds: str) -> Path | None:
        """Ask where a file shall be kept; the system asks before one is replaced."""

    def choose_folder(self, title: str, start: Path | None = None) -> Path | None:
        """Ask for a folder that exists or may be made."""

    def ask_text(self, question: Question, label: str, text: str = "") -> str | None:
        """Ask for one line of text, which is given back without the space around it and never empty."""

    def confirm(self, question: Question) -> bool:
        """Ask whether to go on, where going on cannot be undone."""

    def choose(self, question: Question, options: Sequence[str]) -> int | None:
        """Ask for one of a few; return its index."""


class QtDialogs:
    """Asks the person at the window."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self._folder = Path.home()  # where something was saved last, while the window is open

    def open_files(self, title: str, kinds: str = WORD_FILES) -> list[Path]:
        """Ask for files that exist."""
        chosen, _ = QFileDialog.getOpenFileNames(self._parent, title, "", kinds)
        return [Path(file) for file in chosen]

    def save_file(self, title: str, suggestion: Path, kinds: str) -> Path | None:
        """Ask where a file shall be kept."""
        chosen, _ = QFileDialog.getSaveFileName(self._parent, title, str(suggestion), kinds)
        return Path(chosen) if chosen else None

    def choose_folder(self, title: str, start: Path | None = None) -> Path | None:
        """Ask for a folder."""
        chosen = QFileDialog.getExistingDirectory(self._parent, title, str(start or self._folder))
        self._folder = Path(chosen) if chosen else self._folder
        return Path(chosen) if chosen else None

    def ask_text(self, question: Question, label: str, text: str = "") -> str | None:
        """Ask for one line of text."""
        asked = AskText(question, label, text, self._parent)
        return asked.text if asked.exec() and asked.text else None

    def confirm(self, question: Question) -> bool:
        """Ask whether to go on."""
        return bool(Ask(question, self._parent).exec())

    def choose(self, question: Question, options: Sequence[str]) -> int | None:
        """Ask for one of a few."""
        asked = Choose(question, options, self._parent)
        return asked.chosen if asked.exec() else None


class Ask(QDialog):
    """A question with two buttons: go on, or go back, which has the focus and is what Esc does as well."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(question.heading)
        self.setMinimumWidth(theme.px(380))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*[theme.Space.WIDE] * 4)
        self.column.setSpacing(theme.Space.MEDIUM)
        self.column.addWidget(Words(question.heading, SECTION, self, wraps=True))
        if question.words:
            self.column.addWidget(Words(question.words, MUTED, self, wraps=True))
        self.go_on = Button(question.go_on, look="primary", parent=self)
        self.go_back = Button(question.go_back, parent=self)
        self.go_on.clicked.connect(self.accept)
        self.go_back.clicked.connect(self.reject)
        self._foot = QHBoxLayout()
        self._foot.addStretch(1)
        self._foot.addWidget(self.go_back)
        self._foot.addWidget(self.go_on)
        self.column.addStretch(1)
        self.column.addLayout(self._foot)
        self.go_back.setFocus()  # Enter pressed in passing does nothing that cannot be undone

    def put(self, widget: QWidget) -> None:
        """Put a widget above the buttons."""
        self.column.insertWidget(self.column.count() - 2, widget)


class AskText(Ask):
    """Asks for one line; it goes on only when something is written."""

    def __init__(self, question: Question, label: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._line = QLineEdit(text, self)
        self._line.setAccessibleName(label)
        name = Words(label, STRONG, self)
        name.setBuddy(self._line)
        self.put(name)
        self.put(self._line)
        self._line.textChanged.connect(self._look)
        self._line.returnPressed.connect(self.go_on.click)
        self._line.selectAll()
        self._line.setFocus()
        self._look()

    @property
    def text(self) -> str:
        """What was written, without the space around it."""
        return self._line.text().strip()

    def _look(self) -> None:
        self.go_on.setEnabled(bool(self.text))


class Choose(Ask):
    """Asks for one of a few, each a button of its own."""

    def __init__(self, question: Question, options: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self.chosen: int | None = None
        self.go_on.hide()
        for place, option in enumerate(options):
            button = Button(option, parent=self)
            button.clicked.connect(lambda _, place=place: self._take(place))
            self.put(button)
            if place == 0:
                button.setFocus()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)

    def _take(self, place: int) -> None:
        self.chosen = place
        self.accept()
