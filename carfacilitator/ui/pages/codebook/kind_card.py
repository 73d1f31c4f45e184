"""One kind of comment: its name, letter, colour and question, changed where they stand."""

from carfacilitator.services.codebook import KindLine
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping, Kept
from carfacilitator.ui.pages.codebook.texts import COLOURS, used
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.colour_choice import ColourChoice
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.field import Field
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.words import MUTED, Words

_LETTER = "The key that chooses it"


class KindCard(Card):
    """Keeps what is changed at once; the page puts its `buttons`."""

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__("This kind of comment")
        self._services, self._keeping = services, keeping
        self._kind: KindLine | None = None
        self.name = Field("Name")
        self.letter = Field("Letter", _LETTER)
        self.letter.line.setMaxLength(1)
        self.question = Field("What it asks of a text", example="for example How do we know?")
        self.colour = ColourChoice("Colour", COLOURS)
        self._kept = Kept(self.name, keeping), Kept(self.letter, keeping), Kept(self.question, keeping)
        self._used = Words("", MUTED, wraps=True)
        self.buttons = Flow()
        self._lay_out()
        self.colour.chosen.connect(self._recolour)

    def show_kind(self, kind: KindLine) -> None:
        """Show a kind."""
        self._kind = kind
        amend, id_ = self._services.codebook.amend, kind.id
        name, letter, question = self._kept
        name.show(_key(kind, "name"), kind.name, lambda text: amend(id_, name=text))
        letter.show(_key(kind, "letter"), kind.letter, lambda text: amend(id_, letter=text))
        question.show(_key(kind, "question"), kind.question, lambda text: amend(id_, question=text))
        self.colour.set_value(kind.colour, kind.letter)
        self._used.setText(used(kind))

    def _lay_out(self) -> None:
        pair = Columns(3, 1, least=120)
        pair.add(0, self.name)
        pair.add(1, self.letter)
        for part in (pair, self.question, self.colour, self._used, self.buttons):
            self.add(part)

    def _recolour(self, colour: str) -> None:
        kind = self._kind
        if kind is not None:
            self._keeping.attempt(lambda: self._services.codebook.amend(kind.id, colour=colour))


def _key(kind: KindLine, field: str) -> str:
    return f"kind:{kind.id}:{field}"
