"""Restoring a backup from within a workspace: to a new folder, or in its own place."""

from pathlib import Path

from carfacilitator.services.backups import BEFORE_RESTORE
from carfacilitator.services.workspace import Services
from carfacilitator.ui import sections
from carfacilitator.ui.dialogs import Question
from carfacilitator.ui.page import Page
from carfacilitator.ui.pages.workspace.section import Section, Summary
from carfacilitator.ui.requests import WhileClosed
from carfacilitator.ui.restore_form import RestoreForm
from carfacilitator.ui.restore_verbs import RestoreVerbs
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card

_HERE = Question(
    "Put this backup in the place of the workspace?",
    "The workspace as it is now is kept beside it under another name, and backed up before. Nothing is lost.",
    "Put it here",
)


class RestoringSection(Section):
    """The form, and besides a way to go back to a backup altogether."""

    ID, TITLE, ICON = sections.RESTORING, "Restore a backup", "undo"

    def __init__(self, services: Services, page: Page) -> None:
        super().__init__(services, page)
        card = Card("Restore a backup")
        self.form = RestoreForm(services.folder.parent, page.desk.dialogs, page.desk.jobs)
        self.here = Button("Put it in the place of this workspace", "undo")
        self.form.offer(self.here)
        card.add(self.form)
        self.column.addWidget(card)
        self.form.restored.connect(self._tell)
        self.here.clicked.connect(self._restore_here)

    def summary(self) -> Summary:
        """Return what it is for."""
        return Summary("See what is in it first")

    def refresh(self) -> None:
        """Look for backups."""
        self.form.use(RestoreVerbs(), self.services.folder)

    def take(self, thing: object) -> None:
        """Begin with a backup."""
        if isinstance(thing, Path):
            self.form.choose(thing)

    def _tell(self, folder: Path) -> None:
        said = f"Restored to {folder}. It opens with what opened the backup."
        self.page.desk.messages.say(said, stays=True)

    def _restore_here(self) -> None:
        found, folder = self.form.found, self.services.folder
        if found is None or not self.page.desk.dialogs.confirm(_HERE):
            return
        errand = WhileClosed(
            "Restoring the backup",
            lambda job: RestoreVerbs.restore_in_place(found.file, found.opener, folder, job),
            "The backup is in its place. The workspace from before is kept beside it.",
        )
        self.page.desk.jobs.start(
            "Making a backup before",
            lambda job: self.services.backups.make(BEFORE_RESTORE, job.report),
            lambda _: self.page.desk.requests.while_closed.emit(errand),
        )
