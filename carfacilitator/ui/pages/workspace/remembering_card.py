"""Whether this computer remembers the workspace for whoever is logged in."""

from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Page
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.switch import Switch
from carfacilitator.ui.widgets.words import MUTED, Words

_RISK = (
    "Then the workspace opens without its passphrase for whoever is logged in here. "
    "Leave it off where others know the login of this computer."
)


class RememberingCard(Card):
    """Not there where the system has no safe place for secrets."""

    def __init__(self, services: Services, page: Page) -> None:
        super().__init__("This computer")
        self._services, self._page = services, page
        self.switch = Switch("Remember the workspace in this computer’s keyring")
        self.add(self.switch)
        self.add(Words(_RISK, MUTED, wraps=True))
        self.switch.clicked.connect(self._turn)

    def refresh(self) -> None:
        """Look whether it remembers."""
        keyring = self._services.keyring
        self.setHidden(not keyring.can_remember())
        self.switch.setChecked(keyring.is_remembered())

    def _turn(self) -> None:
        keyring = self._services.keyring
        verb = keyring.remember if self.switch.isChecked() else keyring.forget
        self._page.desk.jobs.start(
            "Asking this computer’s keyring", lambda _: verb(), lambda _: self.refresh(), self._fail, stops=False
        )

    def _fail(self, error: Exception) -> None:
        self.refresh()
        self._page.desk.jobs.failed.emit(error)
