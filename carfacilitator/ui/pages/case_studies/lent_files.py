"""What is done about the plain copies that lie outside the workspace: looked for, taken back, discarded."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from carfacilitator.services.workspace import Services
from carfacilitator.ui.dialogs import Question
from carfacilitator.ui.page import Page
from carfacilitator.ui.pages.case_studies.lent_card import LentCard

_OPEN_STILL = "Close the file in Word first, or receive what was changed in it as a draft."


class LentFiles(QObject):
    """Keeps a card true: it looks again whenever the person comes back from another program."""

    receive_wanted = Signal(object)  # a Path

    def __init__(self, services: Services, page: Page) -> None:
        super().__init__(page)
        self._services, self._page = services, page
        self.card = LentCard()
        self.card.back_wanted.connect(self._take_back)
        self.card.receive_wanted.connect(self.receive_wanted)
        self.card.discard_wanted.connect(self._discard)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self._came_back)

    def look(self) -> None:
        """Show what lies outside now."""
        files = self._services.originals.lent()
        drafts = {draft.id: draft for draft in self._services.drafts.rows()} if files else {}
        self.card.show_files(files, drafts)

    def _came_back(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive and self._page.isVisible():
            self.look()

    def _take_back(self) -> None:
        left = self._services.originals.take_back()
        self.look()
        words = "The copies were taken away." if not left else f"Some are still there. {_OPEN_STILL}"
        self._page.desk.messages.say(words, tone="warn" if left else "good")

    def _discard(self, file: Path) -> None:
        question = Question(
            f"Discard {file.name}?", "What was changed in it is lost; the draft itself stays.", "Discard it"
        )
        if self._page.desk.dialogs.confirm(question) and self._page.attempt(
            lambda: self._services.originals.discard(file)
        ):
            self.look()
