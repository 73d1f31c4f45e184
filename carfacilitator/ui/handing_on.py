"""Handing what was saved on to other programs, and saying what came of it: nothing is ever sent from here."""

from pathlib import Path

from carfacilitator.services.departures import Departures, Parcel
from carfacilitator.ui.messages import Messages

_OPENED = "Mail draft opened. Read it, then send it there."
_NO_MAIL = "No mail program opened it. Copy the text and the address, and attach the file yourself."


class HandingOn:
    """To the mail program, the clipboard, and the program that shows folders."""

    def __init__(self, departures: Departures, messages: Messages) -> None:
        self._departures = departures
        self._messages = messages

    def open_mail(self, file: Path, mail: Parcel) -> None:
        """Open a saved message in the mail program.

        Raises:
            RefusedError: the file is not the message that was made.
        """
        if self._departures.open(file, mail):
            self._messages.say(_OPENED)
        else:
            self._messages.say(_NO_MAIL, tone="warn")

    def copy_text(self, text: Parcel) -> None:
        """Copy what a message says."""
        self._departures.copy(text)
        self._messages.say("The message’s text was copied.")

    def show(self, file: Path) -> None:
        """Open the folder that a file is in, or say which it is."""
        if not self._departures.show(file):
            self._messages.say(f"The files are in {file.parent}.")
