"""What a case study is called, asks and whose it is, edited where it stands; and the facilitator's own notes."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carfacilitator.model.terms import Audience
from carfacilitator.services.case_studies import CaseStudyDetails
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.keeping import Keeping, Kept
from carfacilitator.ui.pages.case_studies.texts import AUDIENCES
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.field import ChoiceField, Field, TextField
from carfacilitator.ui.widgets.flow import Flow


class AboutCards(QWidget):
    """Two cards: the facts, and the private notes. the page puts its `buttons`."""

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__()
        self._services, self._keeping = services, keeping
        self._study_id: UUID | None = None
        self.title = Field("Title")
        self.question = TextField("The question", example="One question that can be answered", lines=(1, 8), serif=True)
        self.author = ChoiceField("Whose it is")
        self.group = ChoiceField("Group")
        self.audience = ChoiceField("Who may know of it", AUDIENCES)
        self.notes = TextField("Your notes", lines=(3, 14), serif=True)
        self.notes.hide_label()
        self._kept = {name: Kept(field, keeping) for name, field in self._texts().items()}
        self.buttons = Flow()
        self.author.chosen.connect(self._give)
        self.group.chosen.connect(self._give)
        self.audience.chosen.connect(self._show_to)
        self._lay_out()

    def show_study(self, study: CaseStudyDetails) -> None:
        """Show a case study."""
        self._study_id = study.id
        self.author.set_options([(str(row.id), row.name) for row in self._services.people.rows()])
        self.group.set_options([(str(row.id), row.name) for row in self._services.groups.rows()])
        self.author.set_value(str(study.author_id))
        self.group.set_value(str(study.group_id))
        self.audience.set_value(study.audience.value)
        studies, id_ = self._services.case_studies, study.id
        self._show("title", study.title, lambda text: studies.amend(id_, title=text))
        self._show("question", study.question, lambda text: studies.amend(id_, question=text))
        self._show("notes", study.notes, lambda text: studies.amend(id_, notes=text))

    def _show(self, name: str, text: str, keep: Callable[[str], object]) -> None:
        self._kept[name].show(f"case-study:{self._study_id}:{name}", text, keep)

    def _texts(self) -> dict[str, Field | TextField]:
        return {"title": self.title, "question": self.question, "notes": self.notes}

    def _give(self, _: str) -> None:
        """Put right whose it is, or in which group."""
        if self._study_id is None:
            return
        id_, author_id, group_id = self._study_id, UUID(self.author.value), UUID(self.group.value)
        give = self._services.case_studies.give_to
        if self._keeping.attempt(lambda: give(id_, author_id=author_id, group_id=group_id)):
            whose, where = self.author.box.currentText(), self.group.box.currentText()
            self._keeping.say_done(f"It is {whose}’s now, in {where}.")

    def _show_to(self, value: str) -> None:
        if self._study_id is not None:
            id_ = self._study_id
            self._keeping.attempt(lambda: self._services.case_studies.amend(id_, audience=Audience(value)))

    def _lay_out(self) -> None:
        facts = Card("About it")
        facts.add(self.title)
        facts.add(self.question)
        whose = Columns(1, 1, 1, least=170, gap=theme.Space.MEDIUM)
        for column, field in enumerate((self.author, self.group, self.audience)):
            whose.add(column, field)
        facts.add(whose)
        facts.add(self.buttons)
        notes = Card("Your notes", private=True)
        notes.add(self.notes)
        cards = QVBoxLayout(self)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(theme.Space.LARGE)
        cards.addWidget(facts)
        cards.addWidget(notes)
        self._keeping.conceal(notes)
