"""Reads files one after the other, aside; one that is cancelled or cannot be read never holds up the others."""

from collections import deque
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from carfacilitator.services.workspace import Services
from carfacilitator.ui.jobs import Job, Jobs
from carfacilitator.ui.receiving.looking import Look, look


class FileReader(QObject):
    """Tells what each file is as it is `found`, and when there are no more (`emptied`)."""

    found = Signal(object)  # a Look
    emptied = Signal()

    def __init__(self, services: Services, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._jobs = services, jobs
        self._waiting: deque[Path] = deque()
        self._job: Job | None = None
        self._landed: list[Look] = []
        self.of = 0  # files that were let go together

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read."""
        return self._job is not None

    def read(self, files: Sequence[Path]) -> None:
        """Read these too."""
        self._waiting.extend(files)
        self.of += len(files)
        if files and not self.is_busy:
            self._next()

    def begin_anew(self) -> None:
        """Count from the next file on."""
        self.of = len(self._waiting) + self.is_busy

    def _next(self) -> None:
        if not self._waiting:
            self.emptied.emit()
            return
        path = self._waiting.popleft()
        far = f" ({self.of - len(self._waiting)} of {self.of})" if self.of > 1 else ""
        work = look(path, self._services)
        self._job = job = self._jobs.start(
            f"Reading ‘{path.name}’{far}", lambda job: self._landed.append(work(job)), _nothing
        )
        job.ended.connect(self._end)

    def _end(self) -> None:
        """Tell what was found; a file that was cancelled when it was already in is told of all the same."""
        self._job = None
        if self._landed:
            self.found.emit(self._landed.pop())
        else:
            self.of -= 1
        self._next()


def _nothing(_: object) -> None:
    """Do nothing: whatever landed is told when the job has ended, cancelled or not."""
