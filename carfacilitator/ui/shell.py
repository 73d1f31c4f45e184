"""The window: first a front (welcome, unlock), then the desk with the rail and the pages; it imports nothing heavy."""

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from carfacilitator.ui import panels, theme
from carfacilitator.ui import window_actions as acts
from carfacilitator.ui.actions import Actions
from carfacilitator.ui.commands import Sets, commands_finder, everything_finder, open_menu
from carfacilitator.ui.curtain import USUAL_SIZE
from carfacilitator.ui.dialogs import Dialogs, QtDialogs
from carfacilitator.ui.discreet_band import DiscreetBand
from carfacilitator.ui.drop_veil import DropVeil
from carfacilitator.ui.finder import Source
from carfacilitator.ui.float_panel import FloatPanel
from carfacilitator.ui.foot import Foot
from carfacilitator.ui.guide import Guide
from carfacilitator.ui.jobs import Jobs
from carfacilitator.ui.messages import Messages
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.page_stack import PageStack
from carfacilitator.ui.rail import Rail, RailActions
from carfacilitator.ui.widgets.tab_order import tab_step


class MainWindow(QWidget):
    """What stands in it is put there: a front by `show_front`, pages by `fill`. `desk` is what it lends to pages."""

    closing = Signal()
    announced = Signal(frozenset)  # names of entity classes that changed; may be emitted from any thread

    def __init__(self, dialogs: Dialogs | None = None) -> None:
        super().__init__()
        self.setWindowTitle("CAR Facilitator")
        self.resize(USUAL_SIZE)
        self.commands = Actions(self, acts.WINDOW_ACTIONS)
        self.desk = Desk(Jobs(self), Messages(), dialogs or QtDialogs(self))
        self.stack = PageStack()
        self.rail = self._made_rail()
        self.desk_band = DiscreetBand(self.commands[acts.DISCREET])
        self._panel: FloatPanel | None = None
        self._front: QWidget | None = None
        self._layout = QStackedLayout(self)
        self._layout.addWidget(self._made_desk())
        self.foot = Foot(self.desk.jobs, self.desk.messages, self)
        DropVeil(self, self.stack)
        self._connect()

    def show_front(self, front: QWidget) -> None:
        """Show something that belongs to no workspace instead of the desk; the front before it is gone."""
        self._leave_front()
        self._front = front
        self._layout.setCurrentIndex(self._layout.addWidget(front))
        front.setFocus(Qt.FocusReason.OtherFocusReason)
        self.foot.raise_()

    def fill(self, pages: Sequence[Page]) -> None:
        """Put the pages of a workspace on the desk and show the first one."""
        for page in pages:
            self.stack.add(page)
        places = {place for place in acts.GO if self.stack.has(place)}
        for place in places:
            self.commands.on(acts.GO[place], partial(self.stack.go, place))
        self.rail.offer(places)
        self._layout.setCurrentIndex(0)
        self.foot.raise_()  # the layout raises what it shows
        self._leave_front()
        if pages:
            self.stack.go(pages[0].ID)

    def clear(self) -> None:
        """Finish what is half done, and take everything of a workspace off the window."""
        self._finish()
        self.close_panel()
        self.desk.messages.clear()
        self.stack.clear()
        for action in (*acts.GO.values(), acts.FIND, acts.HEARD, acts.UNDO, acts.REDO, acts.LOCK):
            self.commands.off(action)

    def go(self, page: str, entity: UUID | None = None) -> None:
        """Show a page by its ID, and `entity` on it."""
        self.stack.go(page, entity)

    def find_with(self, source: Source, taken: Callable[[Hashable], object]) -> None:
        """Let Ctrl K find with `source`, and commands; `taken` is called with the id of a row of `source`."""
        self.commands.on(acts.FIND, lambda: self.open_panel(everything_finder(self._sets(), source, taken)))

    def open_panel(self, panel: FloatPanel) -> None:
        """Open a panel over the window, instead of the one that is open."""
        self.close_panel()
        self._panel = panel
        panel.closed.connect(partial(setattr, self, "_panel", None))
        panel.open_over(self)

    def close_panel(self) -> None:
        """Close the panel, if one is open."""
        if self._panel is not None:
            self._panel.close_panel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc, where nothing inside took it."""
        if event.key() == Qt.Key.Key_Escape and self._layout.currentIndex() == 0:
            self.stack.back()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, next_: bool) -> bool:  # noqa: FBT001  Qt asks for the next or the one before
        """Let Tab reach every stop."""
        return tab_step(self, forwards=next_)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rail on a narrow window."""
        super().resizeEvent(event)
        self._fold_rail()

    def changeEvent(self, event: QEvent) -> None:
        """Fold the rail for large text, and unfold it again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fold_rail()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what is half done before the window goes."""
        self._finish()
        self.closing.emit()
        super().closeEvent(event)

    def _finish(self) -> None:
        if self.stack.page is not None:
            self.stack.page.leave()
        self.desk.jobs.finish()

    def _fold_rail(self) -> None:
        wants_room = self.stack.page is not None and self.stack.page.FOLDS_RAIL
        self.rail.fold(folded=wants_room or self.width() < theme.px(theme.NARROW))

    def _made_rail(self) -> Rail:
        places = {id_: self.commands[action] for id_, action in acts.GO.items()}
        foot = (self.commands[acts.DISCREET], self.commands[acts.LOCK], self.commands[acts.MENU])
        return Rail(RailActions(places, self.commands[acts.FIND], foot))

    def _made_desk(self) -> QWidget:
        desk = QWidget()
        row = QHBoxLayout(desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.desk_band)
        column.addWidget(self.stack, 1)
        row.addLayout(column, 1)
        return desk

    def _connect(self) -> None:
        self.commands.failed.connect(self.desk.messages.fail)
        self.desk.jobs.failed.connect(self.desk.messages.fail)
        self.desk.requests.window_action.connect(lambda id_: self.commands[id_].trigger())
        self.announced.connect(self.stack.announce)
        self.stack.arrived.connect(lambda page: self.rail.mark(page.PLACE))
        self.stack.arrived.connect(lambda _: self._fold_rail())
        self.stack.arrived.connect(lambda _: self.close_panel())
        self.commands.on(acts.COMMANDS, lambda: self.open_panel(commands_finder(self._sets())))
        self.commands.on(acts.GUIDE, lambda: self.open_panel(Guide()))
        self.commands.on(acts.MENU, lambda: open_menu(self, self.rail, self.commands, self.stack.commands))
        self.commands.on(acts.NEXT_PANEL, lambda: panels.step(self, forwards=True))
        self.commands.on(acts.LAST_PANEL, lambda: panels.step(self, forwards=False))
        self.commands.on(acts.QUIT, lambda: self.window().close())

    def _sets(self) -> Sets:
        own = (("On this page", self.stack.commands),) if self.stack.commands is not None else ()
        return (*own, ("In the window", self.commands))

    def _leave_front(self) -> None:
        if self._front is not None:
            self._layout.removeWidget(self._front)
            self._front.deleteLater()
            self._front = None
