"""What is wished for one pack: for whom it is, what is asked, by when, and a word to the one who gets it."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal

from carfacilitator.services.gatekeepers import GatekeeperRow
from carfacilitator.services.pack_wording import Asked, standard_word
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.field import ChoiceField, Field, TextField
from carfacilitator.ui.widgets.when_fields import DayField

QUESTIONS = 3


class WishesCard(Card):
    """The form of a pack; `changed` is emitted after every choice and at every pause in typing."""

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("The pack")
        self.gatekeeper = ChoiceField("To")
        self.asked = ChoiceField("What is asked", [(asked.value, _capital(asked.value)) for asked in Asked])
        self.asked.set_value(Asked.COMMENT)
        self.reply_by = DayField("Reply by", today)
        self.questions = [Field(f"Question {number}") for number in range(1, QUESTIONS + 1)]
        self.word = TextField("A word to them", example=standard_word(Asked.COMMENT), lines=(3, 8))
        for field in (self.gatekeeper, self.asked, self.reply_by, *self.questions, self.word):
            self.add(field)
        self.body.addStretch(1)
        self._connect()

    def offer(self, gatekeepers: Sequence[GatekeeperRow]) -> None:
        """Offer these gatekeepers in the order in which they come; the first is chosen."""
        self.gatekeeper.set_options([(str(one.id), _with_role(one)) for one in gatekeepers])
        if not self.gatekeeper.value and gatekeepers:
            self.gatekeeper.set_value(str(gatekeepers[0].id))

    def clear(self) -> None:
        """Begin anew: nothing asked yet but to read and comment."""
        self.asked.set_value(Asked.COMMENT)
        self.reply_by.set_value(None)
        for field in (*self.questions, self.word):
            field.set_text("")

    @property
    def texts(self) -> dict[str, Field | TextField]:
        """The fields that are written in, by their names."""
        return {f"question-{number}": field for number, field in enumerate(self.questions, 1)} | {"word": self.word}

    @property
    def gatekeeper_id(self) -> UUID | None:
        """For whom the pack is."""
        return UUID(self.gatekeeper.value) if self.gatekeeper.value else None

    @property
    def asked_questions(self) -> tuple[str, ...]:
        """The questions that are written."""
        return tuple(field.text.strip() for field in self.questions if field.text.strip())

    def _connect(self) -> None:
        for choice in (self.gatekeeper, self.asked, self.reply_by):
            choice.chosen.connect(lambda _: self.changed.emit())
        self.asked.chosen.connect(lambda value: self.word.area.setPlaceholderText(standard_word(Asked(value))))
        for field in (*self.questions, self.word):
            field.typed.connect(lambda _: self.changed.emit())
            field.finished.connect(lambda _: self.changed.emit())


def _with_role(gatekeeper: GatekeeperRow) -> str:
    return f"{gatekeeper.name}, {gatekeeper.role}" if gatekeeper.role else gatekeeper.name


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
