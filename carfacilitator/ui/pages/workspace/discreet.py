"""Locking and the discreet view: what each is for, and after how long the program locks by itself."""

from carfacilitator.services.workspace import Services
from carfacilitator.settings import LOCK_AFTER
from carfacilitator.ui import sections
from carfacilitator.ui.actions import Action
from carfacilitator.ui.lock_after import in_words
from carfacilitator.ui.page import Page
from carfacilitator.ui.pages.workspace.section import Section, Summary
from carfacilitator.ui.requests import DISCREET, LOCK
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.field import ChoiceField
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.words import PLAIN, Words

TURN = Action("discreet.turn", "Discreet view", "", "hidden", "", "Turn the discreet view on, or ask to leave it (F9).")
NOW = Action("discreet.lock", "Lock now", "", "lock", "", "Close the workspace; its key is forgotten (Ctrl+L).")
_LOCKED = (
    "Locking closes the workspace and forgets its key: nothing of it is on the screen, and what you copied from it is "
    "taken out of the clipboard. What you were writing is kept. It also locks when the computer sleeps."
)
_DISCREET = (
    "For a screen that others see. Names become initials; mentoring notes, your own notes, telephone numbers, comments "
    "for you alone and what was being written are not there, not found and not counted. Nothing leaves the workspace "
    "meanwhile. One key turns it on: F9. To leave it, the passphrase is asked for."
)


class DiscreetSection(Section):
    """Two cards: the lock, and the discreet view."""

    ID, TITLE, ICON = sections.DISCREET, "Lock and discreet view", "lock"
    ACTIONS = (TURN, NOW)

    def __init__(self, services: Services, page: Page) -> None:
        super().__init__(services, page)
        options = [(str(minutes), in_words(minutes)) for minutes in LOCK_AFTER]
        self.after = ChoiceField("Lock by itself when nobody touches it", options)
        lock = Card("Lock")
        for part in (Words(_LOCKED, PLAIN, wraps=True), self.after, Flow(Button.of(page.commands[NOW]))):
            lock.add(part)
        self.turn = Button.of(page.commands[TURN])
        discreet = Card("Discreet view")
        discreet.add(Words(_DISCREET, PLAIN, wraps=True))
        discreet.add(Flow(self.turn))
        self.column.addWidget(lock)
        self.column.addWidget(discreet)
        requests = page.desk.requests
        self.after.chosen.connect(lambda value: requests.choose_lock_after(int(value)))
        page.on(NOW, lambda: requests.window_action.emit(LOCK))
        page.on(TURN, lambda: requests.window_action.emit(DISCREET))

    def summary(self) -> Summary:
        """Return after how long it locks."""
        return Summary(f"Locks {in_words(self.page.desk.requests.lock_after).lower()}")

    def refresh(self) -> None:
        """Show what is chosen."""
        self.after.set_value(str(self.page.desk.requests.lock_after))
        self.page.commands[TURN].setText(
            "Leave the discreet view" if self.services.discretion.is_discreet else "Discreet view"
        )
