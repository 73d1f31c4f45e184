"""Adding a person: the name, what they do, and the group that they take part in."""

from uuid import UUID

from PySide6.QtCore import Signal

from carfacilitator.services import days
from carfacilitator.services.people import MembershipChanges, PersonChanges
from carfacilitator.services.workspace import Services
from carfacilitator.ui.half_filled import HalfFilled
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.field import ChoiceField, Field, TextField
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.reveal import go_to
from carfacilitator.ui.widgets.words import MUTED, Words

_NONE = "none"
_WORDS = "The name is enough; everything else can come when it is known."


class NewPerson(Card):
    """What is asked to add a person."""

    made = Signal(object)  # the person's id
    closed = Signal()

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__()
        self.setAccessibleName("A new person")
        self._services, self._keeping = services, keeping
        self.name = Field("Name", example="for example Jean Lockhart")
        self.job = Field("Job", example="what they do")
        self.organisation = Field("Organisation", example="for whom, or “volunteer”")
        self.needs = TextField("What they need to take part", "A sentence for each.", lines=(2, 6))
        self.group = ChoiceField("Group")
        self.add_person = Button("Add this person", "people", "primary")
        self.not_now = Button("Not now", look="quiet")
        self.add_person.clicked.connect(self._add)
        self.not_now.clicked.connect(self.closed)
        for field in (self.name, self.job, self.organisation):
            field.line.returnPressed.connect(self._add)
        texts: dict[str, Field | TextField] = {
            "name": self.name,
            "job": self.job,
            "organisation": self.organisation,
            "needs": self.needs,
        }
        self._typed = HalfFilled(keeping.unsaved, "new:people", texts)
        self.not_now.clicked.connect(self._typed.forget)
        self.add(Words(_WORDS, MUTED, wraps=True))
        for part in (self.name, self.job, self.organisation, self.needs, self.group):
            self.add(part)
        self.add(Flow(self.add_person, self.not_now))
        self._clear()

    def start(self) -> None:
        """Ask anew, with what was typed when the program stopped, and go to the name."""
        self._clear()
        self._typed.bring_back()
        go_to(self.name, self)

    def say_first(self, *, is_first: bool) -> None:
        """Offer no way back while there is nobody to go back to."""
        self.not_now.setHidden(is_first)

    def _clear(self) -> None:
        for field in (self.name, self.job, self.organisation, self.needs):
            field.set_text("")
            field.say_wrong("")
        groups = [row for row in self._services.groups.rows() if row.ended is None]
        self.group.set_options([(_NONE, "None yet"), *((str(row.id), row.name) for row in groups)])
        self.group.set_value(str(groups[0].id) if len(groups) == 1 else _NONE)
        self.group.setHidden(not groups)

    def _add(self) -> None:
        name = self.name.text.strip()
        self.name.say_wrong("" if name else "A person needs a name.")
        made: list[UUID] = []
        if name and self._keeping.attempt(lambda: made.append(self._added(name))):
            self._typed.forget()
            self._keeping.say_done(f"{name} was added.")
            self.made.emit(made[0])

    def _added(self, name: str) -> UUID:
        known = PersonChanges(job=self.job.text, organisation=self.organisation.text, needs=self.needs.text)
        people = self._services.people
        if self.group.value in {_NONE, ""}:
            return people.add(name, **known)
        place = MembershipChanges(joined=days.today(self._services.clock))
        return people.welcome(name, UUID(self.group.value), known, **place)
