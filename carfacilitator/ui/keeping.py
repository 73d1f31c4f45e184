"""Keeping what is typed: at every pause as unsaved, on leaving for good; and taking back what was done last."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from carfacilitator.errors import KnownError
from carfacilitator.services.workspace import Services
from carfacilitator.ui.messages import Messages
from carfacilitator.ui.widgets.field import Field, TextField
from carfacilitator.ui.widgets.when_fields import DayField

_BROUGHT_BACK = "What you were writing here when the program stopped was brought back."
_NAMES = "It holds initials for a name; change it outside the discreet view."
_TOO_LATE = "Something else was done since. Undo (Ctrl Z) takes back one thing after the other."


class Keeping:
    """What a page's fields and removals share: where unsaved text goes, and how a deed is taken back."""

    def __init__(self, services: Services, messages: Messages) -> None:
        self.unsaved = services.unsaved
        self.discretion = services.discretion
        self._history = services.history
        self._messages = messages

    def say_done(
        self,
        words: str,
        back: Callable[[], object] | None = None,
        way: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Say what was just done, with Undo; after Undo, `back` shows what came back.

        Undo takes back this deed only: once something else was done, it says so instead. `way` is a button that leads
        to what was done, and what it does.
        """
        deed = self._latest()
        self._messages.say(words, undo=lambda: self._take_back(deed, back), way=way)

    def conceal(self, *widgets: QWidget) -> None:
        """Leave out what is for the facilitator alone, if others look on; a page is made anew when that changes."""
        if self.discretion.is_discreet:
            for widget in widgets:
                widget.hide()

    def attempt(self, run: Callable[[], object]) -> bool:
        """Do something that may fail with a KnownError, which is then said; tell whether it went well."""
        try:
            run()
        except KnownError as error:
            self._messages.fail(error)
            return False
        return True

    def _take_back(self, deed: UUID | None, back: Callable[[], object] | None) -> None:
        if deed != self._latest():
            self._messages.say(_TOO_LATE, tone="warn")
            return
        if self.attempt(self._history.undo) and back is not None:
            self.attempt(back)

    def _latest(self) -> UUID | None:
        return next((event.id for event in self._history.events(most=1)), None)


class KeptDay:
    """A field for a day that keeps the day chosen in it."""

    def __init__(self, field: DayField) -> None:
        self.field = field
        self._keep: Callable[[date | None], object] | None = None
        field.chosen.connect(self._take)

    def show(self, day: date | None, keep: Callable[[date | None], object]) -> None:
        """Show `day`; another one is kept by `keep`, and what that refuses is said below the field."""
        if not (self.field.line.hasFocus() and self.field.line.isModified()):  # nothing is written under the fingers
            self.field.set_value(day)
        self._keep = keep

    def _take(self, day: date | None) -> None:
        if self._keep is None:
            return
        try:
            self._keep(day)
        except KnownError as error:
            self.field.say_wrong(str(error))


class Kept:
    """A field that keeps what is typed in it; `show` says what it is about.

    What the drive does not take (it is full, read-only, gone) stays in the field, and is tried again at every `show`.
    While others look on, what may hold a name is read only; in a text that `grows` one can write around the names all
    the same, for notes are taken in the room.
    """

    def __init__(self, field: Field | TextField, keeping: Keeping, *, grows: bool = False) -> None:
        self.field = field
        self._keeping, self._grows = keeping, grows
        self._key = ""
        self._text = ""
        self._keep: Callable[[str], object] | None = None
        self._is_unsaved = False
        self._refused: dict[str, str] = {}  # what the drive did not take, by its key
        field.typed.connect(self._pause)
        field.finished.connect(self._finish)
        (field.line if isinstance(field, Field) else field.area).textChanged.connect(self._look)

    def show(self, key: str, text: str, keep: Callable[[str], object]) -> None:
        """Show `text`; what is typed over it is kept by `keep`, and until then as unsaved under `key`.

        What was typed for another key is finished first; what was left unsaved under this one is kept now.
        """
        is_other = key != self._key
        if is_other:
            self.field.finish()
        self._key, self._text, self._keep = key, text, keep
        if key in self._refused:
            self.field.set_text(self._refused[key])
            self._finish(self._refused[key])
            return
        self.field.set_text(text)
        holds_names = not self._grows and self._keeping.discretion.may_hide_a_name(text)
        self.field.set_read_only(read_only=holds_names, why=_NAMES)
        if is_other:
            self.field.say_wrong("")
            self._recover()

    def _pause(self, text: str) -> None:
        if text == self._text:
            return
        self._is_unsaved = True
        try:
            self._keeping.unsaved.keep(self._key, text)
        except KnownError as error:
            self.field.say_wrong(str(error))

    def _look(self, *_: object) -> None:
        """Let go what was unsaved once the text is again as it was."""
        if self._is_unsaved and self.field.text == self._text:
            self._forget()

    def _finish(self, text: str) -> None:
        if self._keep is None:
            return
        try:
            self._keep(text)
        except KnownError as error:
            if not text.strip():  # it may not be empty: it stays as it was
                self.field.set_text(self._text)
                self._forget()
            elif not self._is_safe(text):
                self._refused[self._key] = text
            self.field.say_wrong(str(error))
            return
        self._refused.pop(self._key, None)
        self._text = text
        self.field.say_wrong("")
        self._forget()

    def _is_safe(self, text: str) -> bool:
        """Keep what was refused as unsaved, and tell whether the drive took that at least."""
        self._is_unsaved = True
        try:
            self._keeping.unsaved.keep(self._key, text)
        except KnownError:
            return False
        return True

    def _recover(self) -> None:
        left = self._keeping.unsaved.text(self._key)
        if left is None:
            return
        self._is_unsaved = True
        if left in {self._text, ""}:
            self._forget()
            return
        left = self._keeping.discretion.with_names(self._text, left)
        self.field.set_text(left)
        self._finish(left)
        self._keeping.say_done(_BROUGHT_BACK)

    def _forget(self) -> None:
        if self._is_unsaved:
            self._is_unsaved = False
            self._keeping.unsaved.forget(self._key)
