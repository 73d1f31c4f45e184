"""What is known of a group itself, edited where it stands."""

from PySide6.QtCore import Signal

from carfacilitator.errors import KnownError
from carfacilitator.model.terms import GroupKind
from carfacilitator.services import days
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping, Kept, KeptDay
from carfacilitator.ui.pages.groups.overview import Overview
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.fact import Fact
from carfacilitator.ui.widgets.field import ChoiceField, Field
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.when_fields import DayField
from carfacilitator.ui.widgets.words import LABEL, PLAIN, Words

_KINDS = [(kind.value, kind.value[0].upper() + kind.value[1:]) for kind in GroupKind]


class About(Card):
    """Name, purpose, kind, partnership and days of a group."""

    partnership_wanted = Signal(object)  # its id

    def __init__(self, services: Services, keeping: Keeping, remove: Button) -> None:
        super().__init__("About the group")
        self._services, self._keeping = services, keeping
        self._shown: Overview | None = None
        self.name = Kept(Fact("Name"), keeping)
        self.purpose = Kept(Fact("What it asks", "the question or the matter of its own concern"), keeping)
        self.kind = ChoiceField("Kind", _KINDS)
        self.began = KeptDay(DayField("Began", lambda: days.today(services.clock)))
        self.ended = KeptDay(DayField("Ended", lambda: days.today(services.clock)))
        self.taking_part = Kept(Field("How many take part", "If not all of them are named here."), keeping)
        self._in = Words("", PLAIN, wraps=True)
        self.partnership = Button("Open the partnership", "partnership", "quiet")
        self.kind.chosen.connect(self._choose_kind)
        self.partnership.clicked.connect(self._ask_for_partnership)
        columns = Columns(1, 1, least=250)
        columns.add(0, self.began.field)
        columns.add(1, self.ended.field)
        label = Words("Partnership", LABEL)
        for part in (self.name.field, self.purpose.field, self.kind, columns, self.taking_part.field, label, self._in):
            self.add(part)
        self.add(Flow(self.partnership, remove))

    def fill(self, shown: Overview, /) -> None:
        """Show a group, without losing what is being typed."""
        self._shown = shown
        group, groups, key = shown.group, self._services.groups, f"group:{shown.group.id}"
        self.name.show(f"{key}:name", group.name, lambda name: groups.amend(group.id, name=name))
        self.purpose.show(f"{key}:purpose", group.purpose, lambda text: groups.amend(group.id, purpose=text))
        self.kind.set_value(group.kind.value)
        self.began.show(group.began, lambda day: groups.amend(group.id, began=day))
        self.ended.show(group.ended, lambda day: groups.amend(group.id, ended=day))
        stated = str(group.stated_size or "")
        self.taking_part.show(f"{key}:size", stated, lambda text: groups.amend(group.id, stated_size=_number(text)))
        self._in.setText(group.partnership)

    def _choose_kind(self, kind: str) -> None:
        shown = self._shown
        if shown is not None:
            self._keeping.attempt(lambda: self._services.groups.amend(shown.group.id, kind=GroupKind(kind)))

    def _ask_for_partnership(self) -> None:
        if self._shown is not None:
            self.partnership_wanted.emit(self._shown.group.partnership_id)


def _number(text: str) -> int | None:
    words = text.strip()
    if not words:
        return None
    if not words.isdecimal() or not 0 < int(words) < 100_000:  # noqa: PLR2004  more than any programme
        raise KnownError("Write a number, such as 31.")
    return int(words)
