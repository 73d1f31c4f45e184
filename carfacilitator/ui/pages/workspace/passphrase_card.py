"""Changing the passphrase: the key stays, or everything is encrypted anew with another key."""

from carfacilitator.errors import KnownError
from carfacilitator.services import new_keys
from carfacilitator.services.workspace import Services
from carfacilitator.ui.new_passphrase import NewPassphrase
from carfacilitator.ui.page import Page
from carfacilitator.ui.requests import WhileClosed
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.passphrase_field import PassphraseField
from carfacilitator.ui.widgets.switch import Switch
from carfacilitator.ui.widgets.words import MUTED, Words

_OLD_ONES = "Backups made until now still open with the passphrase of then."
_ANEW = (
    "Encrypting anew is for when somebody may have seen the passphrase and a copy of the workspace. It takes a moment, "
    "a backup is made before, and a new recovery code must be made afterwards."
)


class PassphraseCard(Card):
    """Closed until it is wanted; what was typed is forgotten when it closes."""

    def __init__(self, services: Services, page: Page) -> None:
        super().__init__("Passphrase")
        self._services, self._page = services, page
        self.old = PassphraseField("Present passphrase")
        self.new = NewPassphrase()
        self.anew = Switch("Encrypt everything anew")
        self.begin = Button("Change the passphrase", "key")
        self.change = Button("Change it", look="primary")
        self.back = Button("Cancel")
        self._open = (self.old, self.new, self.anew, Words(_ANEW, MUTED, wraps=True), Flow(self.change, self.back))
        self.add(Words(_OLD_ONES, MUTED, wraps=True))
        self.add(Flow(self.begin))
        for part in self._open:
            self.add(part)
        self._show(is_open=False)
        self.begin.clicked.connect(self._begin)
        self.change.clicked.connect(self._change)
        self.back.clicked.connect(self.step_back)
        self.new.entered.connect(self._change)

    def step_back(self) -> bool:
        """Close it; False when it was closed."""
        if not self.begin.isHidden():
            return False
        self._show(is_open=False)
        self.begin.setFocus()
        return True

    def _begin(self) -> None:
        self._show(is_open=True)
        self.old.setFocus()

    def _show(self, *, is_open: bool) -> None:
        self.old.clear()
        self.old.say_wrong("")
        self.new.clear()
        self.anew.setChecked(False)
        self.begin.setHidden(is_open)
        for part in self._open:
            part.setHidden(not is_open)

    def _change(self) -> None:
        wrong = self.new.first_fault()
        if not self.old.text:
            self.old.say_wrong("Type the passphrase as it is now.")
            wrong = self.old
        if wrong is not None:
            wrong.setFocus()
            return
        old, new, keyring = self.old.text, self.new.text, self._services.keyring
        self.change.setEnabled(False)
        if self.anew.isChecked():
            work, done = (lambda _: keyring.verify(old)), lambda _: self._renew(old, new)
        else:
            work, done = (lambda _: keyring.change_passphrase(old, new)), lambda _: self._changed()
        self._page.desk.jobs.start("Changing the passphrase", work, done, self._fail, stops=False).ended.connect(
            lambda: self.change.setEnabled(True)
        )

    def _changed(self) -> None:
        self._show(is_open=False)
        self._page.desk.messages.say("The passphrase is changed. It is asked for the next time.")

    def _renew(self, old: str, new: str) -> None:
        folder, clock, cost = self._services.folder, self._services.clock, self._services.keyring.cost
        self._page.desk.requests.while_closed.emit(
            WhileClosed(
                "Encrypting everything anew",
                lambda job: new_keys.renew(folder, (old, new), clock, cost, job.report),
                "Everything is encrypted anew. Make a new recovery code now: the one from before opens nothing here.",
                new,
            )
        )

    def _fail(self, error: KnownError) -> None:
        self.old.say_wrong(str(error))
        self.old.setFocus()
