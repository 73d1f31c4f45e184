"""Saving what was made outside the workspace: through the door, and then said where it lies."""

from pathlib import Path

from carfacilitator.services.departures import Parcel
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk


class Saving:
    """Saves under a name that the person chose."""

    def __init__(self, services: Services, desk: Desk) -> None:
        self._departures = services.departures
        self._desk = desk

    def ask(self, parcel: Parcel, title: str, kinds: str) -> Path | None:
        """Ask where a parcel shall be kept, and save it there; None when the person thinks better of it.

        Raises:
            KnownError: it may not leave, or the folder cannot be written to.
        """
        file = self._desk.dialogs.save_file(title, Path(parcel.name), kinds)
        return self.save_as(parcel, file) if file is not None else None

    def save_as(self, parcel: Parcel, file: Path) -> Path:
        """Save a parcel as this file, and say so.

        Raises:
            KnownError: it may not leave, or the folder cannot be written to.
        """
        saved = self._departures.save_as(parcel, file)
        self.say(saved)
        return saved

    def say(self, file: Path) -> None:
        """Say that a file was saved, and offer to show it."""
        self._desk.messages.offer(f"{file.name} was saved.", "Show it", lambda: self._show(file))

    def _show(self, file: Path) -> None:
        if not self._departures.show(file):
            self._desk.messages.say(f"It is in {file.parent}.")
