"""What the tests of the window stand on: the look in force, and a desk whose questions are answered beforehand."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication

from carfacilitator.settings import Settings
from carfacilitator.ui import theme
from carfacilitator.ui.dialogs import WORD_FILES, Dialogs, Question
from carfacilitator.ui.jobs import Jobs
from carfacilitator.ui.messages import Messages
from carfacilitator.ui.page import Desk


class Answers(Dialogs):
    """Answers questions as a test wrote down beforehand, and keeps what was asked."""

    def __init__(self) -> None:
        self.files: list[Path] = []
        self.file: Path | None = None
        self.text: str | None = None
        self.yes = True
        self.option: int | None = 0
        self.asked: list[str] = []

    def open_files(self, title: str, kinds: str = WORD_FILES) -> list[Path]:
        self.asked.append(f"{title} {kinds}")
        return self.files

    def save_file(self, title: str, suggestion: Path, kinds: str) -> Path | None:
        self.asked.append(f"{title} {suggestion.name} {kinds}")
        return self.file

    def choose_folder(self, title: str, start: Path | None = None) -> Path | None:
        self.asked.append(f"{title} {start}")
        return self.file

    def ask_text(self, question: Question, label: str, text: str = "") -> str | None:
        self.asked.append(f"{question.heading} {label} {text}")
        return self.text

    def confirm(self, question: Question) -> bool:
        self.asked.append(question.heading)
        return self.yes

    def choose(self, question: Question, options: Sequence[str]) -> int | None:
        self.asked.append(f"{question.heading} {'/'.join(options)}")
        return self.option


class Relay(QObject):
    """Carries changes to the UI thread, as the window does."""

    announced = Signal(frozenset)


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    """Put the light theme at 100 per cent into force, unless a test before left it there."""
    if theme.is_dark() or theme.scale() != 1 or not qapp.styleSheet():
        theme.apply(qapp, Settings(theme="light"))


@pytest.fixture(autouse=True)
def gone(qapp: QApplication) -> Iterator[None]:
    """Let what a test closed be gone before the next one: outside its loop Qt keeps it, and each look grows slower."""
    del qapp
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def answers() -> Answers:
    """Return the answers that a test sets."""
    return Answers()


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    """Return a worker that is at rest when the test ends."""
    made = Jobs()
    yield made
    made.finish()
    qapp.processEvents()


@pytest.fixture
def desk(qtbot: object, jobs: Jobs, answers: Answers) -> Iterator[Desk]:
    """Return what the window lends to a page."""
    del qtbot
    messages = Messages()
    yield Desk(jobs, messages, answers)
    messages.deleteLater()
