"""Beginning a case study: the form with its two buttons, in place of what is open."""

from PySide6.QtCore import Qt, Signal

from carfacilitator.services.workspace import Services
from carfacilitator.ui.half_filled import HalfFilled
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.new_study import NewStudy
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.words import MUTED, Words


class BeginCard(Card):
    """A card; `begun` carries the id of the new case study, `left` says that none was begun."""

    begun = Signal(object)
    left = Signal()

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__("A new case study")
        self._services, self._keeping = services, keeping
        self.form = NewStudy(services)
        texts = {"title": self.form.title, "author": self.form.author.name, "group": self.form.group.name}
        self._typed = HalfFilled(keeping.unsaved, "new:case-studies", texts)
        self.begin = Button("Begin it", "check", "primary")
        self.leave = Button("Cancel")
        self.add(Words("Its question, choices and drafts come later; all of this can change.", MUTED, wraps=True))
        self.add(self.form)
        self.add(Flow(self.begin, self.leave))
        self.form.entered.connect(self._begin)
        self.begin.clicked.connect(self._begin)
        self.leave.clicked.connect(self._typed.forget)
        self.leave.clicked.connect(self.left)

    def start(self) -> None:
        """Ask anew."""
        self.form.start()
        self._typed.bring_back()
        self.form.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        if self.form.is_complete():
            self._keeping.attempt(self._begin_it)

    def _begin_it(self) -> None:
        study_id = self.form.begin()
        self._typed.forget()
        self._keeping.say_done(f"‘{self.form.title.text.strip()}’ was begun.")
        self.begun.emit(study_id)
