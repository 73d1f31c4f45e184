"""How a draft came: from whom, by which way, when, and a word about it."""

from datetime import date, datetime, time

from carfacilitator.services.arrivals import Arrival
from carfacilitator.services.days import local, today
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.field import ChoiceField, Field, TextField
from carfacilitator.ui.widgets.when_fields import DayField

WAYS = ("email", "by hand", "by post", "on a memory stick", "from a shared folder", "dictated by telephone")


class Arriving(Card):
    """A card of fields that are filled in already: by email, today, from the author."""

    def __init__(self, services: Services) -> None:
        super().__init__("How it came")
        self._services = services
        self.from_whom = Field("From whom", example="the author")
        self.how = ChoiceField("How", [(way, way[0].upper() + way[1:]) for way in WAYS])
        self.day = DayField("When", self._today)
        self.note = TextField("A note for yourself", lines=(1, 4))
        pairs = Columns(3, 3, 4, least=170, gap=theme.Space.MEDIUM)
        for column, field in enumerate((self.from_whom, self.how, self.day)):
            pairs.add(column, field)
        self.add(pairs)
        self.add(self.note)

    def start(self) -> None:
        """Fill the fields with what is usual."""
        self.from_whom.set_text("")
        self.how.set_value(WAYS[0])
        self.day.set_value(self._today())
        self.note.set_text("")

    def expect(self, name: str) -> None:
        """Say who it is taken to be from, while nobody else is written down."""
        self.from_whom.line.setPlaceholderText(name or "the author")

    @property
    def arrival(self) -> Arrival:
        """What is written; an empty sender is the author."""
        self.day.finish()
        return Arrival(
            how=self.how.value,
            from_whom=self.from_whom.text.strip(),
            received_at=_noon(self.day.value, local(self._services.clock.now())),
            note=self.note.text.strip(),
        )

    def _today(self) -> date:
        return today(self._services.clock)


def _noon(day: date | None, now: datetime) -> datetime | None:
    """Return the middle of a day that is not today's; for today the very moment is meant."""
    if day is None or day == now.date():
        return None
    return datetime.combine(day, time(12), now.tzinfo)
