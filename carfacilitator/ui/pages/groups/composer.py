"""Beginning a group: what it is called, of which kind, and in which partnership."""

from uuid import UUID

from PySide6.QtCore import Signal

from carfacilitator.model.terms import GroupKind
from carfacilitator.services.groups import GroupChanges
from carfacilitator.services.workspace import Services
from carfacilitator.ui.half_filled import HalfFilled
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.choice_or_new import ChoiceOrNew
from carfacilitator.ui.widgets.field import ChoiceField, Field, TextField
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.reveal import go_to
from carfacilitator.ui.widgets.words import MUTED, Words

_KINDS = (
    (GroupKind.CASE_STUDY.value, "Case-study group: each member writes a study"),
    (GroupKind.INQUIRY.value, "Inquiry group: one question, one cycle"),
    (GroupKind.STRATEGY.value, "Strategy group: steers a whole programme"),
)


class NewGroup(Card):
    """What is asked to begin a group; the partnership may be a new one."""

    made = Signal(object)  # the group's id
    closed = Signal()

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__()
        self.setAccessibleName("A new group")
        self._services, self._keeping = services, keeping
        self.name = Field("Name", example="for example Strathmorran case-study group")
        self.partnership = ChoiceOrNew(
            "Partnership", "A new partnership …", "Name of the partnership", "for example Strathmorran"
        )
        self.partnership.choice.box.setPlaceholderText("Choose a partnership")
        self.kind = ChoiceField("Kind", _KINDS)
        self.purpose = TextField("What it asks", "It can change; some groups take months to agree it.", lines=(2, 6))
        self.begin = Button("Begin this group", "groups", "primary")
        self.not_now = Button("Not now", look="quiet")
        self.begin.clicked.connect(self._begin)
        self.not_now.clicked.connect(self.closed)
        for line in (self.name.line, self.partnership.name.line):
            line.returnPressed.connect(self._begin)
        texts: dict[str, Field | TextField] = {
            "name": self.name,
            "partnership": self.partnership.name,
            "purpose": self.purpose,
        }
        self._typed = HalfFilled(keeping.unsaved, "new:groups", texts)
        self.not_now.clicked.connect(self._typed.forget)
        words = "Every group works in a partnership; members, meetings and ground rules come next."
        self.add(Words(words, MUTED, wraps=True))
        for part in (self.name, self.partnership, self.kind, self.purpose, Flow(self.begin, self.not_now)):
            self.add(part)
        self._clear()

    def start(self, partnership_id: UUID | None = None) -> None:
        """Ask anew, with `partnership_id` (or the only one there is) chosen, and go to the name."""
        self._clear(partnership_id)
        self._typed.bring_back()
        go_to(self.name, self)

    def say_first(self, *, is_first: bool) -> None:
        """Offer no way back while there is nothing to go back to."""
        self.not_now.setHidden(is_first)

    def _clear(self, partnership_id: UUID | None = None) -> None:
        partnerships = self._services.partnerships.rows()
        self.partnership.set_options([(str(row.id), row.name) for row in partnerships])
        only = partnerships[0].id if len(partnerships) == 1 else None
        chosen = partnership_id or only
        self.partnership.set_value(str(chosen) if chosen else ("" if partnerships else "new"))
        self.partnership.name.set_text("")
        self.name.set_text("")
        self.purpose.set_text("")
        self.kind.set_value(GroupKind.CASE_STUDY.value)
        for part in (self.name, self.partnership):
            part.say_wrong("")

    def _begin(self) -> None:
        self.name.say_wrong("" if self.name.text.strip() else "A group needs a name; it can change.")
        self.partnership.say_wrong("" if self.partnership.is_said else "Say which partnership it works in.")
        if not (self.name.text.strip() and self.partnership.is_said):
            return
        made: list[UUID] = []
        if self._keeping.attempt(lambda: made.append(self._add())):
            self._typed.forget()
            self._keeping.say_done(f"{self.name.text.strip()} was begun.")
            self.made.emit(made[0])

    def _add(self) -> UUID:
        details = GroupChanges(kind=GroupKind(self.kind.value), purpose=self.purpose.text)
        if self.partnership.is_new:
            partnership_id = self._services.partnerships.add(self.partnership.text)
            # Chosen from now on, so that it is not added twice if the group fails.
            self.partnership.set_options([(str(partnership_id), self.partnership.text)])
            self.partnership.set_value(str(partnership_id))
        else:
            partnership_id = UUID(self.partnership.value)
        return self._services.groups.add(partnership_id, self.name.text, **details)
