"""What is done with a pack that was made: opened in the mail program, copied, shown, and noted as sent."""

from collections.abc import Callable
from pathlib import Path

from carfacilitator.errors import KnownError
from carfacilitator.services.packing import PackMade
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk


class Handing:
    """One made pack and its files on their way out; `shown` is called when where they are has changed."""

    def __init__(self, services: Services, desk: Desk, shown: Callable[[], object]) -> None:
        self._services = services
        self._desk = desk
        self._keeping = Keeping(services, desk.messages)
        self._shown = shown
        self.made: PackMade | None = None
        self.files: list[Path] = []

    @property
    def where(self) -> str:
        """The folder that the files were saved in, '' if that is not known."""
        return str(self.files[0].parent) if self.files else ""

    def open_mail(self) -> None:
        """Open the message in the mail program."""
        made = self._needed()
        message = next(file for file in self._saved_files() if file.suffix == ".eml")
        if self._services.departures.open(message, made.mail):
            self._desk.messages.say("The mail draft was handed to your mail program. Read it, then send it there.")
        else:
            words = "No mail program opened it. Copy the text and the address, and attach the file yourself."
            self._desk.messages.say(words, tone="warn")

    def copy_text(self) -> None:
        """Copy what the message says."""
        self._services.departures.copy(self._needed().text)
        self._desk.messages.say("The message’s text was copied.")

    def copy_address(self) -> None:
        """Copy whom the message goes to."""
        made = self._needed()
        if not made.address:
            raise KnownError("No address is known for this gatekeeper.", "Add one under Gatekeepers (Ctrl 6).")
        self._services.departures.copy_words(made.address, made.document.audience, f"pack:{made.stamp.id}")
        self._desk.messages.say("The address was copied.")

    def show_folder(self) -> None:
        """Open the folder that the pack is in."""
        file = self._saved_files()[0]
        if not self._services.departures.show(file):
            self._desk.messages.say(f"The files are in {file.parent}.")

    def answer(self, how: str) -> None:
        """Note how the pack was sent, or with '' that it was not."""
        pack = self._needed().stamp.id
        if not how:
            if self._keeping.attempt(lambda: self._services.packs.not_sent(pack)):
                self._keeping.say_done("It waits on the case study’s page.")
        elif self._keeping.attempt(lambda: self._services.packs.sent(pack, how)):
            self._keeping.say_done("Noted. It stands under Today until an answer comes.")

    def _saved_files(self) -> list[Path]:
        """Return the files, saved once more where they were saved in an earlier session."""
        if not self.files:
            folder = self._desk.dialogs.choose_folder("The files may be elsewhere by now. Where shall they be saved?")
            if folder is None:
                raise KnownError("The pack was not saved again.")
            self.files = self._services.packs.hand_over(self._needed(), folder)
            self._shown()
        return self.files

    def _needed(self) -> PackMade:
        if self.made is None:
            raise KnownError("No pack is open.")
        return self.made
