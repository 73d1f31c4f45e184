"""The bin: what was removed, bringing it back, and erasing it for good."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from carfacilitator.services.bin import BinRow
from carfacilitator.services.days import local, today
from carfacilitator.services.workspace import Services
from carfacilitator.ui import sections
from carfacilitator.ui.actions import Action
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Page
from carfacilitator.ui.pages.workspace.erase_card import EraseCard
from carfacilitator.ui.pages.workspace.section import Section, Summary
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.rows import Row
from carfacilitator.ui.widgets.search_line import SearchLine
from carfacilitator.ui.widgets.words import MUTED, Words

BRING_BACK = Action("bin.restore", "Bring it back", "", "undo", "Bin", "Put it where it was, with all that went along.")
ERASE = Action("bin.erase", "Erase for good …", "", "remove", "Bin", "See what would go, and which backups hold it.")
_ABOUT = "What is removed stays here until you erase it for good. Nothing goes by itself."
_EMPTY = "Nothing was removed."
_FEW = 8  # things; more of them want a filter


@dataclass(frozen=True)
class Thing:
    """Something removed, as the list names it."""

    noun: str
    id: UUID


class BinSection(Section):
    """The latest stands first; what went along with something comes back and goes with that."""

    ID, TITLE, ICON = sections.BIN, "Bin", "remove"
    ACTIONS = (BRING_BACK, ERASE)

    def __init__(self, services: Services, page: Page) -> None:
        super().__init__(services, page)
        self._keeping = Keeping(services, page.desk.messages)
        self.list, self.filter = RowList("What was removed", grows=True), SearchLine("Filter what was removed")
        self.filter.goes_down_to(self.list)
        self.filter.textChanged.connect(self.list.set_filter)
        self._none = Words(_EMPTY, MUTED, wraps=True)
        self._chosen = Flow(Button.of(page.commands[BRING_BACK]), Button.of(page.commands[ERASE], "quiet"))
        self.erasing = EraseCard(services, page)
        self.card = Card("Bin")
        self.card.add(Words(_ABOUT, MUTED, wraps=True))
        for part in (self.filter, self._none, self.list, self._chosen):
            self.card.add(part)
        self.column.addWidget(self.erasing)
        self.column.addWidget(self.card)
        page.on(BRING_BACK, self._bring_back)
        page.on(ERASE, self._ask)
        self.list.chosen.connect(self._look)
        self.list.opened.connect(lambda _: self._bring_back())
        self.erasing.backups_wanted.connect(lambda: self.goes.emit(sections.BACKUPS, None))
        self._look()

    def summary(self) -> Summary:
        """Return how much is in it."""
        count = len(self.services.bin.rows())
        return Summary(f"{count:,} removed" if count else "Empty")

    def refresh(self) -> None:
        """Read again what was removed."""
        day = today(self.services.clock)
        rows = self.services.bin.rows()
        self.list.set_rows([bin_row(row, day) for row in rows])
        self.filter.setHidden(len(rows) < _FEW)
        self._none.setHidden(bool(rows))
        for part in (self.list, self._chosen):
            part.setHidden(not rows)
        self._look()

    def step_back(self) -> bool:
        """Set the question aside."""
        if self.erasing.isHidden():
            return False
        self.erasing.close_card()
        return True

    def _bring_back(self) -> None:
        chosen = self.list.current
        if not isinstance(chosen, Thing):
            return
        title = next((row.strong for row in self.list.rows if row.id == chosen), "")
        if self.page.attempt(lambda: self.services.bin.restore(chosen.noun, chosen.id)):
            self._keeping.say_done(f"{title} is back." if title else "It is back.")

    def _ask(self) -> None:
        chosen = self.list.current
        if isinstance(chosen, Thing):
            self.erasing.ask(self.services.erasure.plan(chosen.noun, chosen.id))

    def _look(self, *_: object) -> None:
        commands, there = self.page.commands, self.list.current is not None
        commands.allow(BRING_BACK, if_=there, else_="Choose something in the list.")
        commands.allow(
            ERASE, if_=there and not self.services.discretion.is_discreet, else_="Choose something; not while discreet."
        )


def bin_row(row: BinRow, day: date) -> Row:
    """Return something removed as a row of a list."""
    what = row.words.split(" ", 1)[-1] if row.words.startswith(("a ", "an ")) else row.words
    along = f"with {spoken.counted(row.along, 'other thing')}" if row.along else ""
    when = f"removed {spoken.moment(local(row.removed_at), day)}"
    muted = " · ".join(filter(None, (what, when, along)))
    return Row(id=Thing(row.noun, row.id), strong=row.title or what.capitalize(), muted=muted, icon="remove")
