"""Sees to the workspace while one works: a backup when it is due, and the monthly rehearsal of the newest one."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from carfacilitator.errors import KnownError
from carfacilitator.ui.page import Desk

if TYPE_CHECKING:  # loading it takes longer than the first paint may wait
    from carfacilitator.services.workspace import Services

FIRST, EVERY = 4_000, 60 * 60 * 1000  # milliseconds: when the first page has long been seen, and hourly


class Caretaker(QObject):
    """One to an open workspace; never in the sample, in which nothing is real."""

    def __init__(self, services: "Services", desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._desk = services, desk
        self._failed = ""
        self._hourly = QTimer(self)
        self._hourly.setInterval(EVERY)
        self._hourly.timeout.connect(lambda: self.see_to(at_start=False))
        self._hourly.start()
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.timeout.connect(lambda: self.see_to(at_start=True))
        self._first.start(FIRST)

    def let_go(self) -> None:
        """See to nothing any more; called before the workspace is closed."""
        self._hourly.stop()
        self._first.stop()
        self.deleteLater()

    def see_to(self, *, at_start: bool) -> None:
        """Make a backup if one is due, and then rehearse if that is due."""
        self._desk.jobs.start(
            "Making a backup and checking it",
            lambda job: self._services.backups.make_if_due(at_start=at_start, report=job.report),
            self._made,
            self._say_once,
        )

    def _made(self, _: Path | None) -> None:
        self._failed = ""
        if self._services.rehearsals.is_due():
            self._desk.jobs.start(
                "Rehearsing how the newest backup is restored",
                lambda job: self._services.rehearsals.rehearse(job.report),
                lambda _: None,
                self._say_once,
            )

    def _say_once(self, error: KnownError) -> None:
        """Say what is wrong, and not every hour again."""
        if str(error) != self._failed:
            self._failed = str(error)
            self._desk.messages.fail(error)
