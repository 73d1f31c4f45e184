"""Taking everything out: as open files that anybody can read, or as an archive in which codes stand for names."""

from collections.abc import Callable
from pathlib import Path

from carfacilitator.services import archives, exports
from carfacilitator.services.archives import Archived, ArchiveWish
from carfacilitator.services.days import today
from carfacilitator.services.exports import Exported
from carfacilitator.services.workspace import Services
from carfacilitator.ui.dialogs import Question
from carfacilitator.ui.new_passphrase import NewPassphrase
from carfacilitator.ui.page import Page
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.words import MUTED, PLAIN, Words

_EXPORT = (
    "Tables, one file for other programs, notes and comments as Word, and every draft as it arrived, in a new folder "
    "with a page that says what is where."
)
_ARCHIVE = (
    "For when the work is over: the same with codes for names, without what was to be kept no longer. The key that "
    "tells which code is whose is a file of its own, closed with this passphrase; keep the two apart."
)


class ExportCard(Card):
    """Everything, readable by anyone; that is said before."""

    def __init__(self, services: Services, page: Page) -> None:
        super().__init__("Export everything")
        self._services, self._page = services, page
        self.export = Button("Export everything …", "export")
        self.add(Words(_EXPORT, MUTED, wraps=True))
        self.add(Flow(self.export))
        self.export.clicked.connect(self._export)

    def _export(self) -> None:
        dialogs = self._page.desk.dialogs
        if not dialogs.confirm(Question("Export everything?", exports.SENTENCE, "Choose a folder")):
            return
        chosen = dialogs.choose_folder("Choose where the folder is to be made")
        if chosen is None:
            return
        folder = new_folder(chosen, self._services, "export")
        self._page.desk.jobs.start(
            "Exporting everything",
            lambda job: self._services.exports.export(folder, report=job.report),
            self._exported,
        )

    def _exported(self, done: Exported) -> None:
        said = f"{done.files:,} files were written to {done.folder.name}. Anybody can read them."
        show_in_folder(self._page, said, lambda: self._services.departures.show(done.folder))


class ArchiveCard(Card):
    """The archive and its key, apart."""

    def __init__(self, services: Services, page: Page) -> None:
        super().__init__("Archive without names")
        self._services, self._page = services, page
        self.passphrase = NewPassphrase("Passphrase of the key")
        self.archive = Button("Make the archive …", "file")
        for part in (Words(_ARCHIVE, MUTED, wraps=True), Words(archives.SENTENCE, PLAIN, wraps=True), self.passphrase):
            self.add(part)
        self.add(Flow(self.archive))
        self.archive.clicked.connect(self._archive)

    def _archive(self) -> None:
        wrong = self.passphrase.first_fault()
        if wrong is not None:
            wrong.setFocus()
            return
        chosen = self._page.desk.dialogs.choose_folder("Choose where the archive and its key are to be made")
        if chosen is None:
            return
        folder = new_folder(chosen, self._services, "archive")
        key_file = folder.with_name(f"{folder.name}{archives.SUFFIX}")
        wish = ArchiveWish(folder=folder, key_file=key_file, passphrase=self.passphrase.text)
        self.passphrase.clear()
        self._page.desk.jobs.start(
            "Making the archive",
            lambda job: self._services.archives.archive(wish, report=job.report),
            self._archived,
        )

    def _archived(self, done: Archived) -> None:
        left_out = f" Left out, for its date has passed: {done.due}." if done.due else ""
        said = f"The archive {done.folder.name} is made, and its key beside it. Move the key elsewhere.{left_out}"
        show_in_folder(self._page, said, lambda: self._services.departures.show(done.folder))


def new_folder(chosen: Path, services: Services, what: str) -> Path:
    """Return a folder in the chosen one that is not there yet, named after the workspace, what it is and the day."""
    name = f"{services.folder.stem} {what} {today(services.clock):%Y-%m-%d}"
    number, folder = 1, chosen / name
    while folder.exists():
        number += 1
        folder = chosen / f"{name} {number}"
    return folder


def show_in_folder(page: Page, said: str, show: Callable[[], object]) -> None:
    """Say what was made, and offer to show it."""
    page.desk.messages.offer(said, "Show it", show)
    page.refresh()
