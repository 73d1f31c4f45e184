"""The rehearsal: when a backup was last restored to a scratch copy and compared, and doing it now."""

from carfacilitator.services.days import today
from carfacilitator.services.rehearsals import Proof
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Page
from carfacilitator.ui.pages.workspace import backup_texts as texts
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.words import PLAIN, Words


class RehearsalCard(Card):
    """A backup that was never restored is a hope; this is the proof."""

    def __init__(self, services: Services, page: Page) -> None:
        super().__init__("Rehearsal")
        self._services, self._page = services, page
        self._state = Words("", PLAIN, wraps=True)
        self.now = Button("Rehearse now", "check")
        self.add(self._state)
        self.add(Flow(self.now))
        self.now.clicked.connect(self._rehearse)

    def refresh(self) -> None:
        """Say when it was proved last."""
        self._state.setText(texts.proof(self._services.rehearsals.last(), today(self._services.clock)))
        self.now.setEnabled(self._services.backups.newest() is not None)

    def _rehearse(self) -> None:
        self._page.desk.jobs.start(
            "Restoring the newest backup to a scratch copy",
            lambda job: self._services.rehearsals.rehearse(job.report),
            self._proved,
        )

    def _proved(self, proof: Proof) -> None:
        self._page.desk.messages.say(f"Proved: {proof.entries:,} entries came back exactly as they were.")
        self._page.refresh()
