"""A form that was begun: what is typed into it is kept as unsaved text until it is made, or let go."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject

from carfacilitator.errors import KnownError
from carfacilitator.services.unsaved import UnsavedTexts
from carfacilitator.ui.widgets.field import Field, TextField


class HalfFilled(QObject):
    """The fields of one form by their names, kept under `key:name`; `bring_back` is called when the form is opened."""

    def __init__(self, unsaved: UnsavedTexts, key: str, fields: Mapping[str, Field | TextField]) -> None:
        super().__init__(next(iter(fields.values())))
        self._unsaved, self._key, self._fields = unsaved, key, fields
        for name, field in fields.items():
            for told in (field.typed, field.finished):
                told.connect(partial(self._hold, name))

    def about(self, key: str) -> None:
        """Keep what is typed from now on under another key: the form is about something else."""
        self._key = key

    def bring_back(self) -> bool:
        """Put what was typed before back into the empty form; tell whether there was anything."""
        found = False
        for name, field in self._fields.items():
            text = self._unsaved.text(f"{self._key}:{name}")
            if text:
                field.set_text(text)
                found = True
        return found

    def forget(self) -> None:
        """Let it go: what was asked for is made, or is not wanted."""
        for name in self._fields:
            self._unsaved.forget(f"{self._key}:{name}")

    def _hold(self, name: str, text: str) -> None:
        try:
            self._unsaved.keep(f"{self._key}:{name}", text)
        except KnownError as error:
            self._fields[name].say_wrong(str(error))
