"""Adding a gatekeeper: who it is, of which partnership, and where they stand."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal

from carfacilitator.model.terms import GatekeeperKind
from carfacilitator.services.gatekeepers import GatekeeperChanges
from carfacilitator.services.workspace import Services
from carfacilitator.ui.half_filled import HalfFilled
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.gatekeepers.facts import KINDS
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.choice_or_new import ChoiceOrNew
from carfacilitator.ui.widgets.field import ChoiceField, Field
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.words import MUTED, Words

_WORDS = "Anyone whose goodwill the work depends on. What they care about and could stop comes next; only you see it."


class NewGatekeeper(Card):
    """What is asked to add a gatekeeper; the partnership may be a new one."""

    made = Signal(object)  # the gatekeeper's id
    closed = Signal()

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__("A new gatekeeper")
        self._services, self._keeping = services, keeping
        self.name = Field("Name", example="for example Fiona Grant")
        self.role = Field("Role", example="for example lead officer of the partnership")
        self.partnership = ChoiceOrNew(
            "Partnership", "A new partnership …", "Name of the partnership", "for example Strathmorran"
        )
        self.kind = ChoiceField("Where they stand", KINDS)
        self.add_them = Button("Add them", "gatekeepers", "primary")
        self.not_now = Button("Not now", look="quiet")
        self.add_them.clicked.connect(self._add)
        self.not_now.clicked.connect(self.closed)
        for line in (self.name.line, self.role.line, self.partnership.name.line):
            line.returnPressed.connect(self._add)
        texts = {"name": self.name, "role": self.role, "partnership": self.partnership.name}
        self._typed = HalfFilled(keeping.unsaved, "new:gatekeepers", texts)
        self.not_now.clicked.connect(self._typed.forget)
        self.add(Words(_WORDS, MUTED, wraps=True))
        for part in (self.name, self.role, self.partnership, self.kind, Flow(self.add_them, self.not_now)):
            self.add(part)

    def start(self, partnership_id: UUID | None = None) -> None:
        """Ask anew, with `partnership_id` (or the only one there is) chosen."""
        partnerships = self._services.partnerships.rows()
        self.partnership.set_options([(str(row.id), row.name) for row in partnerships])
        only = partnerships[0].id if len(partnerships) == 1 else None
        chosen = partnership_id or only
        self.partnership.set_value(str(chosen) if chosen else ("" if partnerships else "new"))
        for line in (self.name, self.role, self.partnership.name):
            line.set_text("")
        self._typed.bring_back()
        self.kind.set_value(GatekeeperKind.LOCAL.value)
        self.name.say_wrong("")
        self.partnership.say_wrong("")
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        name = self.name.text.strip()
        self.name.say_wrong("" if name else "Say who it is.")
        self.partnership.say_wrong("" if self.partnership.is_said else "Say whose gatekeeper this is.")
        if not (name and self.partnership.is_said):
            return
        made: list[UUID] = []
        if self._keeping.attempt(lambda: made.append(self._keep(name))):
            self._typed.forget()
            self._keeping.say_done(f"{name} was added.")
            self.made.emit(made[0])

    def _keep(self, name: str) -> UUID:
        details = GatekeeperChanges(role=self.role.text, kind=GatekeeperKind(self.kind.value))
        return self._services.gatekeepers.add(self._partnership(), name, **details)

    def _partnership(self) -> UUID:
        if not self.partnership.is_new:
            return UUID(self.partnership.value)
        partnership_id, name = self._services.partnerships.add(self.partnership.text), self.partnership.text
        self.partnership.set_options([(str(partnership_id), name)])  # not added twice if more fails
        self.partnership.set_value(str(partnership_id))
        return partnership_id
