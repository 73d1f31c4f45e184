"""One person: a line for a quick note, the timeline, and at the right what must be known before speaking to them."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services.mentoring import MentoringRow
from carfacilitator.services.people import PersonDetails
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.people.happenings import happenings
from carfacilitator.ui.pages.people.known import Needs, Reached, Studies, Who
from carfacilitator.ui.pages.people.places import Places
from carfacilitator.ui.pages.people.quick_note import QuickNote
from carfacilitator.ui.pages.people.timeline import Timeline, is_empty
from carfacilitator.ui.private_notes import PrivateNotes
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.columns import Columns


class PersonDetail(QWidget):
    """Everything on a person's page; `remove` is the page's own button."""

    wants = Signal(str, object)

    def __init__(self, services: Services, keeping: Keeping, remove: Button) -> None:
        super().__init__()
        self._services, self._keeping = services, keeping
        self.person_id: UUID | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.quick = QuickNote(services, keeping)
        self.timeline = Timeline(services, keeping)
        self.needs, self.reached = Needs(services, keeping), Reached(services, keeping)
        self.studies, self.places = Studies(), Places(services, keeping)
        self.who, self.private = Who(services, keeping, remove), PrivateNotes(keeping)
        self.timeline.wants.connect(self.wants)
        self.timeline.note_removed.connect(self._remove_note)
        self.studies.opened.connect(lambda study_id: self.wants.emit("case-studies", study_id))
        self.places.opened.connect(lambda group_id: self.wants.emit("groups", group_id))
        self._lay_out()

    def fill(self, person_id: UUID) -> PersonDetails:
        """Show a person, and return what is known of them."""
        self.person_id = person_id
        person = self._services.people.open(person_id)
        self.quick.show_person(person.id, person.name)
        self.timeline.fill(happenings(self._services, person))
        for part in (self.needs, self.reached, self.places, self.who):
            part.fill(person)
        self.studies.fill([row for row in self._services.case_studies.rows() if row.author_id == person_id])
        key = f"person:{person.id}:notes"
        self.private.notes.show(key, person.notes, lambda text: self._services.people.amend(person.id, notes=text))
        return person

    def write_note(self) -> None:
        """Begin a mentoring note of today, or go on with the one that is still empty."""
        if self.person_id is None:
            return
        notes = self._services.mentoring.rows(person_id=self.person_id)
        note_id = next((note.id for note in notes if is_empty(note)), None)
        note_id = note_id or self._services.mentoring.add(self.person_id)
        self.fill(self.person_id)
        self.timeline.write_on(note_id)

    def _remove_note(self, note: MentoringRow) -> None:
        if self._keeping.attempt(lambda: self._services.mentoring.remove(note.id)):
            self._keeping.say_done("A mentoring note was removed.")

    def _lay_out(self) -> None:
        story = Card()
        story.setAccessibleName("What happened")
        story.add(self.quick)
        story.add(self.timeline)
        columns = Columns(5, 3, least=280)
        columns.add(0, story)
        for part in (self.needs, self.reached, self.studies, self.places, self.private, self.who):
            columns.add(1, part)
        columns.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(columns)
        column.addStretch(1)
