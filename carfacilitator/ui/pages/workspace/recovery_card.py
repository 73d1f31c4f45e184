"""The recovery code: whether there is one, and a new one."""

from carfacilitator.services.recovery_sheets import RecoverySheet, new_sheet
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Page
from carfacilitator.ui.recovery_code import RecoveryCode
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.words import PLAIN, Words

_THERE = (
    "There is one. The program does not know it: if the paper is lost, make a new one, and the old one opens nothing "
    "any more but older backups."
)
_NONE = "There is none: if the passphrase is forgotten, nobody can open the workspace or its backups."


class RecoveryCard(Card):
    """A new code is shown in the card until it is proved or set aside."""

    def __init__(self, services: Services, page: Page) -> None:
        super().__init__("Recovery code")
        self._services, self._page = services, page
        self.panel: RecoveryCode | None = None
        self._state = Words("", PLAIN, wraps=True)
        self.new = Button("Make a recovery code", "key")
        self._buttons = Flow(self.new)
        self.add(self._state)
        self.add(self._buttons)
        self.new.clicked.connect(self._make)

    def refresh(self) -> None:
        """Look whether there is one."""
        there = self._services.keyring.has_recovery_code()
        self._state.setText(_THERE if there else _NONE)
        self._state.set_style(PLAIN if there else PLAIN.in_tone("warn"))
        self.new.say("Make a new recovery code" if there else "Make a recovery code")
        self._state.setHidden(self.panel is not None)
        self._buttons.setHidden(self.panel is not None)

    def step_back(self) -> bool:
        """Set aside a code that is shown, and say that it stands unproved."""
        if self.panel is None:
            return False
        self._set_aside()
        return True

    def _make(self) -> None:
        services = self._services
        self.new.setEnabled(False)
        self._page.desk.jobs.start(
            "Making a recovery code",
            lambda _: new_sheet(services),
            self._show,
            stops=False,
        ).ended.connect(lambda: self.new.setEnabled(True))

    def _show(self, sheet: RecoverySheet) -> None:
        self.panel = RecoveryCode(sheet, self._page.desk.dialogs, "Not now")
        self.panel.proved.connect(self._prove)
        self.panel.left.connect(self._set_aside)
        self.add(self.panel)
        self._page.refresh()
        self.panel.setFocus()

    def _prove(self) -> None:
        self._close()
        self._page.desk.messages.say("The recovery code is in force.")

    def _set_aside(self) -> None:
        self._services.keyring.drop_recovery_code()
        self._close()
        self._page.desk.messages.say(
            "There is no recovery code now, for the new one was not proved to be written down.", tone="warn", stays=True
        )

    def _close(self) -> None:
        if self.panel is not None:
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
        self._page.refresh()
        self.new.setFocus()
