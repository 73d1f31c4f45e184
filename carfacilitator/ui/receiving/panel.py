"""The panel in which a draft is received: reading with a way out, what it looks like, and keeping it."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carfacilitator.errors import KnownError, RefusedError
from carfacilitator.services.drafts import Arrival, Drafts, Proposal, Received
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.reading import read_file
from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Action
from carfacilitator.ui.jobs import Job
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Page
from carfacilitator.ui.receiving import outcome
from carfacilitator.ui.receiving.arriving import Arriving
from carfacilitator.ui.receiving.contents import Contents, first_lines
from carfacilitator.ui.receiving.recognised import Recognised
from carfacilitator.ui.widgets.columns import Columns

T = TypeVar("T")
_NOT_NOW = "No draft is received while the view is discreet: everybody would read the file’s name."
_WAY_OUT = "Leave the discreet view first, with your passphrase."
_LONGEST_TITLE = 120  # letters; a longer first line is none
RECEIVE = Action(
    "drafts.receive",
    "Receive a draft",
    "Ctrl+R",
    "receive",
    "Case studies",
    "Take in a Word file as a draft; dropping it on the window does the same.",
)
KEEP = Action("drafts.keep", "Keep this draft", "Ctrl+Return", "check", "", "Keep the file as the draft that it says.")
SET_ASIDE = Action("drafts.set-aside", "Set aside", "", "close", "", "Keep nothing of this file.")


@dataclass(frozen=True)
class _Arrived:
    """A file that was read, and what it may be a draft of."""

    file: OpenedFile
    proposals: tuple[Proposal, ...]


class Receiving(QWidget):
    """Stands in a page in place of what it shows, from `began` to `ended`; `kept` tells what a draft was kept as.

    While a file is read the page stays as it is, and the window shows how far that is. The page has RECEIVE, KEEP and
    SET_ASIDE among its ACTIONS; their buttons stand in its head.
    """

    began = Signal()
    ended = Signal()
    kept = Signal(object, object)  # the ids of the case study and of the draft

    def __init__(self, services: Services, page: Page) -> None:
        super().__init__()
        self._services, self._page = services, page
        self._keeping = Keeping(services, page.desk.messages)
        self._waiting: deque[Path] = deque()
        self._near: UUID | None = None
        self._job: Job | None = None
        self._file: OpenedFile | None = None
        self.recognised = Recognised(services)
        self.recognised.chosen.connect(self._tell)
        self.recognised.confirmed.connect(self.keep)
        self.arriving = Arriving(services)
        self._about: Contents | None = None
        self._contents = QVBoxLayout()
        self._lay_out()
        page.on(RECEIVE, self.ask)
        page.on(SET_ASIDE, self.set_aside)
        page.on(KEEP, self.keep)
        page.offer(SET_ASIDE)
        page.offer(KEEP, primary=True)
        self.hide()
        self._show_actions()

    @property
    def is_open(self) -> bool:
        """Whether a file that was read waits for an answer."""
        return self._file is not None

    @property
    def file_name(self) -> str:
        """The name of the file that waits."""
        return self._file.name if self._file else ""

    def ask(self) -> None:
        """Ask for files and receive them, one after the other.

        Raises:
            RefusedError: the view is discreet; everybody would read the names of the files.
        """
        if self._services.discretion.is_discreet:
            raise RefusedError(_NOT_NOW, _WAY_OUT)
        self.take(self._page.desk.dialogs.open_files("Receive a draft"))

    def stand_near(self, case_study_id: UUID | None) -> None:
        """Say which case study is open: a file that is like none is taken to be its draft."""
        self._near = case_study_id

    def take(self, files: Sequence[Path]) -> None:
        """Receive these files, one after the other."""
        self._waiting.extend(files)
        if self._job is None and self._file is None:
            self._next()

    def set_aside(self) -> None:
        """Let go the file that was read; nothing of it is kept."""
        if self._job is None:
            self._next()

    def keep(self) -> None:
        """Keep the file as the draft that is chosen.

        Raises:
            KnownError: a new case study could not be begun.
        """
        file, study_id = self._file, self.recognised.case_study_id
        if file is None or self._job is not None:
            return
        if study_id is None:
            if not self.recognised.new_study.is_complete():
                return
            study_id = self.recognised.new_study.begin()
        self._keep(file, study_id, self.arriving.arrival)

    def _keep(self, file: OpenedFile, study_id: UUID, arrival: Arrival) -> None:
        landed: list[Received] = []

        def work(_: Job) -> None:
            landed.append(self._services.drafts.receive_draft(study_id, file, arrival))

        def tell(_: object = None) -> None:
            if landed:
                self._say_kept(study_id, landed.pop())

        self._start("Keeping the draft", work, tell).ended.connect(tell)  # it may be cancelled when it is kept already

    def _next(self) -> None:
        """Read the next file that waits, or give the page back."""
        was_open, self._file = self.is_open, None
        if self._waiting:
            path, drafts = self._waiting.popleft(), self._services.drafts
            self._start(f"Reading ‘{path.name}’", lambda job: _read(job, path, drafts), self._propose)
        if was_open:
            self._show_actions()
            self.hide()
            self.ended.emit()
            if self._page.isVisible():
                self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start(self, what: str, work: Callable[[Job], T], done: Callable[[T], object]) -> Job:
        self._job = job = self._page.desk.jobs.start(what, work, done, self._fail)
        job.ended.connect(self._end_job)
        self._show_actions()
        return job

    def _end_job(self) -> None:
        """Go on where the window cancelled the work; what else came of it is delivered after this."""
        cancelled, self._job = self._job is not None and self._job.cancelled, None
        self._show_actions()
        if cancelled and self._file is None:
            self._next()

    def _fail(self, error: KnownError) -> None:
        self._page.desk.messages.fail(error)
        if self._file is None:
            self._next()

    def _propose(self, arrived: _Arrived) -> None:
        self._file = arrived.file
        self._show_contents(arrived.file)
        self.arriving.start()
        self.recognised.show_proposals(arrived.proposals, _title_of(arrived.file), self._near)
        self.show()
        self.began.emit()
        self._tell()
        self._show_actions()
        self.setFocusProxy(self.recognised.asked_first)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._page.isVisible():
            self._call_back(arrived.file.name)

    def _show_contents(self, file: OpenedFile) -> None:
        if self._about is not None:
            self._about.deleteLater()
        self._about = Contents(file)
        self._contents.insertWidget(0, self._about)

    def _call_back(self, name: str) -> None:
        """Say that a file was read to somebody who went elsewhere meanwhile."""
        page = self._page
        page.desk.messages.offer(f"‘{name}’ was read.", "See what it is", lambda: page.wants.emit(page.ID, None))

    def _say_kept(self, study_id: UUID, received: Received) -> None:
        title = self._services.case_studies.open(study_id).title
        self._keeping.say_done(outcome.said(received, title))
        self._next()
        self.kept.emit(study_id, received.id)

    def _tell(self) -> None:
        self.arriving.expect(self.recognised.author)
        self._page.commands[KEEP].setText(f"Keep as draft {self.recognised.number}")

    def _show_actions(self) -> None:
        commands = self._page.commands
        for action in (KEEP, SET_ASIDE):
            commands[action].setVisible(self.is_open)
            commands.allow(action, if_=self.is_open and self._job is None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        sides = Columns(3, 2, least=320)
        side = QWidget()
        side.setLayout(self._contents)
        self._contents.setContentsMargins(0, 0, 0, 0)
        self._contents.addStretch(1)
        sides.add(0, self.recognised)
        sides.add(0, self.arriving)
        sides.add(1, side)
        sides.end()
        for card in (self.recognised, self.arriving):
            card.setProperty("panel", "card")
        column.addWidget(sides)
        column.addStretch(1)


def _read(job: Job, path: Path, drafts: Drafts) -> _Arrived:
    """Read a file aside and find out what it may be; on the worker's thread."""
    file = read_file(path, job.report, lambda: job.cancelled)
    return _Arrived(file, tuple(drafts.propose(file)))


def _title_of(file: OpenedFile) -> str:
    """Return what a new case study may be called: the file's own title, or its first line, or its name."""
    lines = first_lines(file.document)
    own = file.document.properties.get("title", "") or (lines[0] if lines else "")
    return own if 0 < len(own) <= _LONGEST_TITLE else Path(file.name).stem
