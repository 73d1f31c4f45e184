"""The page of the workspace: its parts as a list, and the one that is open beside it."""

from uuid import UUID

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.pages.workspace.backups import BackupsSection
from carfacilitator.ui.pages.workspace.bin import BinSection
from carfacilitator.ui.pages.workspace.discreet import DiscreetSection
from carfacilitator.ui.pages.workspace.history import HistorySection
from carfacilitator.ui.pages.workspace.keys import KeysSection
from carfacilitator.ui.pages.workspace.moving import MovingSection
from carfacilitator.ui.pages.workspace.restoring import RestoringSection
from carfacilitator.ui.pages.workspace.retention import RetentionSection
from carfacilitator.ui.pages.workspace.section import Section
from carfacilitator.ui.widgets.list_detail import ListDetail
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.rows import Row
from carfacilitator.ui.widgets.tall import Tall

SECTIONS: tuple[type[Section], ...] = (
    BackupsSection,
    RestoringSection,
    KeysSection,
    DiscreetSection,
    BinSection,
    RetentionSection,
    HistorySection,
    MovingSection,
)


class WorkspacePage(Page):
    """Shows one part at a time; what is in a part is the part's own affair."""

    ID = PLACE = "workspace"
    ACTIONS = tuple(action for section in SECTIONS for action in section.ACTIONS)
    SHOWS = frozenset({"Event"})  # and every other: see `announce`

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__(desk)
        self._services = services
        self._sections = {kind.ID: kind(services, self) for kind in SECTIONS}
        self._open = SECTIONS[0].ID
        self.list = RowList("Parts of the workspace")
        self.both = ListDetail(_side(self.list), Tall(*self._sections.values()), "All parts of the workspace")
        self.body.addWidget(self.both, 1)
        self.setFocusProxy(self.list)
        for section in self._sections.values():
            section.goes.connect(self._hand_on)
        self.list.chosen.connect(self._show)
        self.list.opened.connect(self._go_into)
        self._show(self._open)

    @property
    def shown(self) -> UUID | None:
        """The ID of the part that is open."""
        return self._open

    @property
    def section(self) -> Section:
        """The part that is open."""
        return self._sections[self._open]

    @property
    def sections(self) -> list[UUID]:
        """The ids of the parts that there are, in the order of the list."""
        return list(self._sections)

    def open(self, entity: UUID | None) -> None:
        """Show a part, or the one that was shown last."""
        if entity in self._sections:
            self.list.choose(entity)
            self._show(entity)
            self.both.show_detail()
        else:
            self.both.show_list()

    def announce(self, changed: frozenset[str]) -> None:
        """Hear of every change: something may be in the bin, or in no backup yet, whatever it is."""
        super().announce(self.SHOWS if changed else changed)

    def refresh(self) -> None:
        """Read again what is said of every part, and what is in the open one."""
        self.head.set_title("Workspace", self._services.folder.stem)
        self._fill()
        self.section.refresh()

    def step_back(self) -> bool:
        """Close what is half done, or go back to the list."""
        return self.section.step_back() or self.both.step_back()

    def _show(self, id_: object) -> None:
        if not isinstance(id_, UUID) or id_ not in self._sections:
            return
        is_other = id_ != self._open
        self._open = id_
        for section in self._sections.values():
            section.setHidden(id_ != section.ID)
        if is_other:
            self.attempt(self.section.refresh)

    def _go_into(self, id_: object) -> None:
        self._show(id_)
        self.both.show_detail()

    def _hand_on(self, id_: UUID, thing: object) -> None:
        self.open(id_)
        self.section.take(thing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let rows be opened by a click where the parts do not stand beside them."""
        super().resizeEvent(event)
        self._fill()

    def _fill(self) -> None:
        self.list.set_rows([self._row(section) for section in self._sections.values()])
        self.list.choose(self._open)

    def _row(self, section: Section) -> Row:
        summary = section.summary()
        pills = (summary.pill,) if summary.pill else ()
        return Row(
            id=section.ID,
            strong=section.TITLE,
            muted=summary.words,
            icon=section.ICON,
            pills=pills,
            opens=self.both.is_narrow,
        )


def _side(list_: RowList) -> QFrame:
    side = QFrame()
    side.setProperty("look", "card")
    side.setProperty("panel", "list")
    column = QVBoxLayout(side)
    column.setContentsMargins(*[theme.Space.MEDIUM] * 4)
    column.addWidget(list_, 1)
    return side
