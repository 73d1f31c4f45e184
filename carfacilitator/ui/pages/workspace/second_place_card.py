"""The second place for backups: a stick or another drive, what is there, and what waits for it."""

from carfacilitator.services.days import today
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Page
from carfacilitator.ui.pages.workspace import backup_texts as texts
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.words import PLAIN, Words


class SecondPlaceCard(Card):
    """Says how it stands, and lets it be chosen, filled and given up."""

    def __init__(self, services: Services, page: Page) -> None:
        super().__init__("A second place")
        self._services, self._page = services, page
        self._state = Words("", PLAIN, wraps=True)
        self.choose = Button("Choose a folder", "folder")
        self.copy = Button("Copy the newest there now", "sent")
        self.give_up = Button("No second place", look="quiet")
        self.add(self._state)
        self.add(Flow(self.choose, self.copy, self.give_up))
        self.choose.clicked.connect(self._choose)
        self.copy.clicked.connect(self._carry)
        self.give_up.clicked.connect(self._give_up)

    def refresh(self) -> None:
        """Look whether it is there."""
        place = self._services.backups.second_place()
        said, tone = texts.second_place(place, today(self._services.clock))
        self._state.setText(said)
        self._state.set_style(PLAIN.in_tone(tone))
        self.choose.say("Choose another folder" if place else "Choose a folder")
        self.give_up.setHidden(place is None)
        self.copy.setHidden(place is None or not place.waiting)
        self.copy.setEnabled(place is not None and place.is_there)

    def _choose(self) -> None:
        chosen = self._page.desk.dialogs.choose_folder("Choose a folder on a stick or another drive")
        if chosen is not None and self._page.attempt(lambda: self._services.backups.choose_second_place(chosen)):
            self._carry()

    def _give_up(self) -> None:
        self._page.attempt(lambda: self._services.backups.choose_second_place(None))
        self._page.refresh()

    def _carry(self) -> None:
        self._page.refresh()
        if self._services.backups.newest() is not None:
            self._page.desk.jobs.start(
                "Copying the newest backup", lambda job: self._services.backups.carry(job.report), self._carried
            )

    def _carried(self, there: bool) -> None:  # noqa: FBT001  what the work returned
        if there:
            self._page.desk.messages.say("The newest backup was copied, and read back there.")
        self._page.refresh()
