"""What is done with a pack that was made: opened in the mail program, copied, shown, and noted as sent or not."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from carfacilitator.errors import KnownError, RefusedError
from carfacilitator.services.dispatches import Lying
from carfacilitator.services.packing import PackMade
from carfacilitator.services.workspace import Services
from carfacilitator.ui.handing_on import HandingOn
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.packs.dispatch_texts import BY_EMAIL
from carfacilitator.ui.pages.packs.saving import save
from carfacilitator.ui.widgets import spoken


class Handing:
    """One pack on its way out; `answered` is called once it was said whether it was sent."""

    def __init__(self, services: Services, desk: Desk, answered: Callable[[], object]) -> None:
        self._services = services
        self._desk = desk
        self._keeping = Keeping(services, desk.messages)
        self._on = HandingOn(services.departures, desk.messages)
        self._answered = answered
        self._made: PackMade | None = None

    def take(self, pack_id: UUID) -> PackMade:
        """Go on with this pack."""
        if self._made is None or self._made.stamp.id != pack_id:
            self._made = self._services.packs.again(pack_id)
        return self._made

    def open_mail(self) -> None:
        """Open the message in the mail program."""
        made = self._needed()
        message = self._folder() / made.mail.name
        try:
            self._on.open_mail(message, made.mail)
        except RefusedError:
            self._desk.messages.offer(
                "The message in that folder is not the one that belongs to this pack.", "Save it again", self.save_again
            )

    def copy_text(self) -> None:
        """Copy what the message says."""
        self._on.copy_text(self._needed().text)

    def copy_address(self) -> None:
        """Copy whom the message goes to."""
        made = self._needed()
        if not made.address:
            raise KnownError("No address is known for this gatekeeper.", "Add one under Gatekeepers (Ctrl 6).")
        self._services.departures.copy_words(made.address, made.document.audience, f"pack:{made.stamp.id}")
        self._desk.messages.say("The address was copied.")

    def show_folder(self) -> None:
        """Open the folder that the pack is in."""
        self._on.show(self._folder() / self._needed().document.name)

    def save_again(self) -> Path:
        """Save the pack once more, the same to the byte, and return its folder.

        Raises:
            KnownError: no folder was chosen, or it cannot be written to.
        """
        made = self._needed()
        before = self._services.dispatches.saved(made.stamp.id).folder
        start = before if before is not None and before.is_dir() else None
        folder = self._desk.dialogs.choose_folder("Where shall the pack be saved?", start)
        if folder is None:
            raise KnownError("The pack was not saved again.")
        saved = save(self._services, made, folder)[0].parent
        self._desk.messages.say(f"Saved again in {saved.name}. Nothing was sent.")
        return saved

    def sent(self, how: str = BY_EMAIL) -> None:
        """Note that the pack was sent, and how."""
        made = self._needed()
        if self._keeping.attempt(lambda: self._services.packs.sent(made.stamp.id, how)):
            whose = self._services.packs.open(made.stamp.id).gatekeeper
            self._keeping.say_done(f"Sent to {whose}. It stands under Today until an answer comes.")
            self._answered()

    def not_yet(self) -> None:
        """Note that it is not sent, to be asked about again tomorrow."""
        made = self._needed()

        def put_off() -> None:
            day = self._services.dispatches.remind(made.stamp.id)
            self._keeping.say_done(f"It waits under Today, and is asked about again on {spoken.day(day, day)}.")

        if self._keeping.attempt(put_off):
            self._answered()

    def not_sent(self) -> None:
        """Note that it was not sent after all."""
        made = self._needed()
        if self._keeping.attempt(lambda: self._services.packs.not_sent(made.stamp.id)):
            self._keeping.say_done("Noted: it was not sent. It waits under Today.")

    def _folder(self) -> Path:
        """Return where the files lie as they were made, saved once more where they do not."""
        saved = self._services.dispatches.saved(self._needed().stamp.id)
        return saved.folder if saved.lying is Lying.AS_MADE and saved.folder is not None else self.save_again()

    def _needed(self) -> PackMade:
        if self._made is None:
            raise KnownError("No pack is open.")
        return self._made
