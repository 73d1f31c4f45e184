"""Restoring a backup: which one, what opens it, what is in it, and where it goes; nothing is overwritten."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carfacilitator.errors import KnownError
from carfacilitator.ui import theme
from carfacilitator.ui.dialogs import Dialogs
from carfacilitator.ui.jobs import Jobs
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.opens_with import OpensWith
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.rows import Row
from carfacilitator.ui.widgets.words import MUTED, PLAIN, SMALL, STRONG, Words

if TYPE_CHECKING:  # loading it takes longer than the first paint may wait
    from carfacilitator.services.openers import Opener
    from carfacilitator.services.restoring import Manifest, Preview
    from carfacilitator.ui.restore_verbs import RestoreVerbs

KINDS = "Backups (*.carbackup)"
_MOST = 8  # rows; an older one is chosen as a file
_AS_IT_IS = "Nothing is overwritten: it is restored to a new folder, and the backup stays as it is."


@dataclass(frozen=True)
class Found:
    """A backup that was looked into, and what opened it."""

    file: Path
    opener: "Opener"
    preview: "Preview"


class RestoreForm(QWidget):
    """First what is in it, then to a new place. `restored` tells the folder of the workspace that came of it."""

    restored = Signal(object)  # the folder
    looked = Signal()  # it was looked into, or something else was chosen since: see `found`

    def __init__(self, home: Path, dialogs: Dialogs, jobs: Jobs) -> None:
        super().__init__()
        self._home, self._dialogs, self._jobs = home, dialogs, jobs
        self._verbs: RestoreVerbs | None = None
        self._file: Path | None = None
        self.found: Found | None = None
        self.list = RowList("Backups that were found", grows=True)
        self._about = Words("", STRONG, wraps=True)
        self.opens_with = OpensWith()
        self._wrong = Words("", SMALL.in_tone("bad"), wraps=True)
        self._inside = Words("", PLAIN, wraps=True)
        self._choose = Button("Choose a backup file", "folder")
        self._look = Button("Look inside", look="primary")
        self._restore = Button("Restore it to a new folder", look="primary")
        self._lay_out()
        self._connect()
        self._say_wrong("")
        self._show_state()

    def use(self, verbs: "RestoreVerbs", folder: Path) -> None:
        """Be ready; the backups in `folder` (of a workspace, or where they lie) are offered."""
        self._verbs = verbs
        found = verbs.found_in(folder)[:_MOST]
        self.list.set_rows([_row(file, manifest) for file, manifest in found])
        self.list.setHidden(not found)

    def choose(self, file: Path) -> None:
        """Take this backup."""
        self._file, self.found = file, None
        self._say_wrong("")
        if self._verbs is not None:
            try:
                said = self._verbs.whose(file)
            except KnownError as error:
                self._file = None
                self._say_wrong(str(error))
            else:
                self._about.setText(f"{said.name}, {spoken.moment(said.made_at.astimezone())}")
        if not self.list.choose(file):
            self.list.clearSelection()
        self._show_state()
        if self._file is not None:
            self.opens_with.setFocus()

    def _choose_file(self) -> None:
        for file in self._dialogs.open_files("Choose a backup", KINDS)[:1]:
            self.choose(file)

    def _look_inside(self) -> None:
        file, verbs = self._file, self._verbs
        if file is None or verbs is None:
            return
        try:
            opener = verbs.opener(self.opens_with.text, is_code=self.opens_with.is_code)
        except KnownError as error:
            self.opens_with.say_wrong(str(error))
            return
        self.opens_with.say_wrong("")
        self._look.setEnabled(False)
        self._jobs.start(
            "Looking into the backup",
            lambda job: Found(file, opener, verbs.preview(file, opener, job)),
            self._show_found,
            self._show_wrong,
        ).ended.connect(self._let_look_again)

    def _let_look_again(self) -> None:
        self._look.setEnabled(True)

    def _show_found(self, found: Found) -> None:
        self.found = found
        newest = found.preview.newest
        last = f" The last entry is of {spoken.moment(newest.astimezone())}." if newest else ""
        self._inside.setText(f"It is whole. In it: {found.preview.in_words()}.{last}")
        self._show_state()
        self._restore.setFocus()

    def _show_wrong(self, error: KnownError) -> None:
        self.opens_with.say_wrong(str(error))
        self.opens_with.setFocus()

    def _restore_it(self) -> None:
        found, verbs = self.found, self._verbs
        parent = self._dialogs.choose_folder("Where shall the restored workspace be kept?", self._home)
        if found is None or verbs is None or parent is None:
            return
        folder = free_folder(parent, found.preview.name)
        self._jobs.start(
            "Restoring the backup",
            lambda job: verbs.restore(found.file, found.opener, folder, job),
            lambda _: self.restored.emit(folder),
            lambda error: self._say_wrong(str(error)),
        )

    def _say_wrong(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.setHidden(not words)

    def _forget(self) -> None:
        """What was found belongs to what was typed then."""
        if self.found is not None:
            self.found = None
            self._show_state()

    def _show_state(self) -> None:
        chosen, known = self._file is not None, self.found is not None
        for part in (self._about, self.opens_with, self._look):
            part.setHidden(not chosen)
        self._look.setHidden(not chosen or known)
        self._inside.setHidden(not known)
        self._buttons.setHidden(not known)
        self.looked.emit()

    def _connect(self) -> None:
        self.list.chosen.connect(self.choose)
        self._choose.clicked.connect(self._choose_file)
        self._look.clicked.connect(self._look_inside)
        self._restore.clicked.connect(self._restore_it)
        self.opens_with.entered.connect(self._look_inside)
        self.opens_with.changed.connect(self._forget)

    def _lay_out(self) -> None:
        self._buttons = Flow(self._restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.MEDIUM)
        parts: tuple[QWidget, ...] = (
            Words(_AS_IT_IS, MUTED, wraps=True),
            self.list,
            Flow(self._choose),
            self._about,
            self.opens_with,
            self._wrong,
            Flow(self._look),
            self._inside,
            self._buttons,
        )
        for part in parts:
            column.addWidget(part)
        self.setFocusProxy(self._choose)

    def offer(self, button: Button) -> None:
        """Put another way to go on beside the one to a new folder."""
        self._buttons.add(button)


def free_folder(parent: Path, name: str) -> Path:
    """Return a folder NAME.car in `parent` that is not taken."""
    place, number = parent / f"{name}.car", 2
    while place.exists():
        place, number = parent / f"{name} {number}.car", number + 1
    return place


def _row(file: Path, manifest: "Manifest") -> Row:
    return Row(
        id=file,
        strong=spoken.moment(manifest.made_at.astimezone()),
        muted=f"{manifest.name} · {manifest.why}",
        icon="backup",
    )
