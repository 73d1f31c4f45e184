"""What is done with an answer that is finished: saved with its message, opened in the mail program, copied, shown."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import UUID

from carfacilitator.errors import KnownError
from carfacilitator.services.answers import Outgoing
from carfacilitator.services.workspace import Services
from carfacilitator.ui.dialogs import Question
from carfacilitator.ui.handing_on import HandingOn
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk

_MAKING = "Writing the Word file"


@dataclass(frozen=True)
class Saved:
    """An answer and its files."""

    going: Outgoing
    files: list[Path]


class Handing:
    """The answers that were saved since their case study was opened; `shown` is called when there is one more."""

    def __init__(self, services: Services, desk: Desk, shown: Callable[[], object]) -> None:
        self._answers, self._departures = services.answers, services.departures
        self._keeping = Keeping(services, desk.messages)
        self._on = HandingOn(services.departures, desk.messages)
        self._desk, self._shown = desk, shown
        self._saved: dict[UUID, Saved] = {}

    def of(self, id_: UUID | None) -> Saved | None:
        """Return what was saved of the answer with that id."""
        return None if id_ is None else self._saved.get(id_)

    def forget(self) -> None:
        """Begin with another case study."""
        self._saved.clear()

    def save(self, id_: UUID, make: Callable[[], Outgoing]) -> None:
        """Ask for a folder, make the answer aside, and save it there with its message."""
        folder = self._desk.dialogs.choose_folder("Where shall it be saved, with its message?")
        if folder is not None:
            self._desk.jobs.start(_MAKING, lambda _: make(), lambda going: self._keep(id_, going, folder))

    def open_mail(self, id_: UUID | None) -> None:
        """Open the message in the mail program.

        Raises:
            KnownError: it is not saved yet, or the file is no longer what was made.
        """
        saved = self._needed(id_)
        self._on.open_mail(saved.files[1], saved.going.mail)

    def copy_text(self, id_: UUID | None) -> None:
        """Copy what the message says.

        Raises:
            KnownError: it is not saved yet.
        """
        self._on.copy_text(self._needed(id_).going.text)

    def show_folder(self, id_: UUID | None) -> None:
        """Open the folder that the files are in.

        Raises:
            KnownError: it is not saved yet.
        """
        self._on.show(self._needed(id_).files[0])

    def answer(self, id_: UUID | None, how: str) -> None:
        """Note how an answer was sent, or with '' that it was not."""
        if id_ is None:
            return
        note = partial(self._answers.sent, id_, how) if how else partial(self._answers.not_sent, id_)
        if self._keeping.attempt(note):
            self._keeping.say_done("Noted." if how else "It can be handed over from here at any time.")

    def _keep(self, id_: UUID, going: Outgoing, folder: Path) -> None:
        standing = going.stands_in(folder)
        question = Question(f"There is already a {going.document.name} there.", "It would be replaced.", "Replace it")
        if standing and not self._desk.dialogs.confirm(question):
            return
        try:
            files = self._departures.save([going.document, going.mail], folder, replace=standing)
        except KnownError as error:
            self._desk.messages.fail(error)
            return
        self._saved[id_] = Saved(going, files)
        self._desk.messages.say(f"Saved {files[0].name} and its message. Nothing was sent.")
        self._shown()

    def _needed(self, id_: UUID | None) -> Saved:
        saved = self.of(id_)
        if saved is None:
            raise KnownError("It is not saved yet.", "Save it first (Ctrl S).")
        return saved
