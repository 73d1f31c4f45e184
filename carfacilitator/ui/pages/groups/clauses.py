"""The clauses of a group's agreement that the program keeps; so far there is one, and the card says so."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from carfacilitator.model.terms import ClauseKind
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.keeping import Keeping, Kept
from carfacilitator.ui.pages.groups.overview import Overview
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.fact import Fact
from carfacilitator.ui.widgets.field import Field
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.words import MUTED, STRONG, Words

_CLAUSE = "Managers see drafts only after the author agrees"
_OUT = "When it is in force, no pack for a local manager is made until its author agrees, or you write down why."
_IN = "No pack for a local manager is made until its author agrees, or you write down why."
_ONLY = "This is the only clause that the program keeps so far; every other one is for you to keep."


class Clauses(Card):
    """Puts the clause in force and takes it out again; its number and words are edited where they stand."""

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__("Clauses in force")
        self._services, self._keeping = services, keeping
        self._shown: Overview | None = None
        self._does = Words("", MUTED, wraps=True)
        self.number = Kept(Field("Its number in the agreement", example="for example 3"), keeping)
        self.text = Kept(Fact("Its words", "as they stand in the agreement", serif=True), keeping)
        self.put = Button("Put it in force", "agreement")
        self.out = Button("Take it out", "remove", "quiet")
        self.put.clicked.connect(self._put)
        self.out.clicked.connect(self._take_out)
        self._in_force = QWidget()
        column = QVBoxLayout(self._in_force)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.SMALL)
        column.addWidget(self.number.field)
        column.addWidget(self.text.field)
        for part in (Words(_CLAUSE, STRONG, wraps=True), self._does, self._in_force, Flow(self.put, self.out)):
            self.add(part)
        self.add(Words(_ONLY, MUTED, wraps=True))

    def fill(self, shown: Overview, /) -> None:
        """Show what is in force for a group."""
        self._shown = shown
        rules = self._services.rules
        clause = next(iter(rules.clauses(shown.group.id)), None)
        self.set_note("in force" if clause else "not in force")
        self._does.setText(_IN if clause else _OUT)
        self._in_force.setHidden(clause is None)
        self.put.setHidden(clause is not None)
        self.out.setHidden(clause is None)
        if clause is not None:
            id_, key = clause.id, f"group:{shown.group.id}:clause"
            self.number.show(f"{key}-number", clause.number, lambda words: rules.amend(id_, number=words))
            self.text.show(f"{key}-text", clause.text, lambda words: rules.amend(id_, text=words))

    def _put(self) -> None:
        shown = self._shown
        if shown is None:
            return
        put = self._services.rules.put_in_force
        if self._keeping.attempt(lambda: put(shown.group.id, ClauseKind.AUTHOR_FIRST)):
            self._keeping.say_done("The clause is in force.")
            self.fill(shown)
            self.number.field.setFocus()

    def _take_out(self) -> None:
        shown = self._shown
        if shown is None:
            return
        for clause in self._services.rules.clauses(shown.group.id):
            if not self._keeping.attempt(partial(self._services.rules.remove, clause.id)):
                return
            self._keeping.say_done("The clause is no longer in force.")
            self.fill(shown)
            self.put.setFocus()
