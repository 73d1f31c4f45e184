"""What all pages are: a title with its buttons, a body that scrolls, actions as data, and a word to the window."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from carfacilitator.errors import KnownError
from carfacilitator.ui import theme
from carfacilitator.ui.actions import Action, Actions
from carfacilitator.ui.dialogs import Dialogs
from carfacilitator.ui.jobs import Jobs
from carfacilitator.ui.messages import Messages
from carfacilitator.ui.requests import Requests
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.page_head import PageHead

_SCROLL_BAR = 12  # as wide as the style sheet makes it
_LOW = 720  # pixels at 100 per cent: a page of text that is less high has a low head


@dataclass(frozen=True)
class Desk:
    """What the window lends to every page."""

    jobs: Jobs
    messages: Messages
    dialogs: Dialogs
    requests: Requests = field(default_factory=Requests)


@dataclass(frozen=True)
class Found:
    """A paragraph of a draft, by the index of its leaf; what a page that KNOWS passages is opened with."""

    draft_id: UUID
    leaf: int


class Page(QWidget):
    """One page. A subclass names what it is in class attributes, fills `body` once, and `refresh` puts the data in.

    ID is what others ask for in `wants`; PLACE the stop of the rail that it belongs to; SHOWS the names of the entity
    classes that it shows, so that it refreshes when they change; OPENS the nouns of the search ("group", "person")
    whose ids `open` understands; KNOWS those of them that it wants by their own ids, not by that of the record in
    which they stand ("passage": it opens for a Found of a draft's text); TAKES the kinds of file (".docx") that may be
    dropped on it; FOLDS_RAIL is for pages of text, which want the room.
    """

    ID: ClassVar[str] = ""
    PLACE: ClassVar[str] = ""
    ACTIONS: ClassVar[tuple[Action, ...]] = ()
    SHOWS: ClassVar[frozenset[str]] = frozenset()
    KNOWS: ClassVar[frozenset[str]] = frozenset()
    OPENS: ClassVar[frozenset[str]] = frozenset()
    TAKES: ClassVar[frozenset[str]] = frozenset()
    FOLDS_RAIL: ClassVar[bool] = False

    wants = Signal(str, object)  # the ID of a page, and what it shall open: a UUID, None, or what that page knows

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(self.ID)
        self.desk = desk
        self.commands = Actions(self, self.ACTIONS)
        self.commands.failed.connect(desk.messages.fail)
        self.head = PageHead(self)
        self.body = QVBoxLayout()
        self.head.crumb_chosen.connect(self._go_up)
        self._stale = True
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._refresh_now)
        self._lay_out()

    def open(self, entity: UUID | None) -> None:
        """Show `entity`, or what the page shows of its own accord; called whenever the window comes here."""

    @property
    def shown(self) -> UUID | None:
        """What is open on it of all that it shows; `open` shows it again when the page is made anew."""
        return None

    def refresh(self) -> None:
        """Read again what the page shows, and keep what was chosen; called before it is seen, and after changes."""

    def leave(self) -> None:
        """Finish what is half done (a field that is being written in); called before the window goes elsewhere."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()

    def step_back(self) -> bool:
        """Close the innermost open thing on Esc; return False when there was none, and the window goes back."""
        return False

    def take(self, files: list[Path]) -> None:
        """Receive files that were dropped on the window."""

    def on(self, action: Action, run: Callable[[], object]) -> None:
        """Bind one of ACTIONS to what it does."""
        self.commands.on(action, run)

    def offer(self, action: Action, *, primary: bool = False) -> Button:
        """Put a button for `action` into the head of the page; the primary one stands last, at the right."""
        button = Button.of(self.commands[action], "primary" if primary else "plain")
        self.head.add_button(button)
        return button

    def attempt(self, run: Callable[[], object]) -> bool:
        """Do something that may fail with a KnownError, which is then said; tell whether it went well."""
        try:
            run()
        except KnownError as error:
            self.desk.messages.fail(error)
            return False
        return True

    def announce(self, changed: frozenset[str]) -> None:
        """Hear the names of the entity classes that changed: refresh now if seen, else when seen next."""
        if not changed & self.SHOWS:
            return
        self._stale = True
        if self.isVisible():
            self._later.start(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the page up to date before it is seen."""
        self._refresh_now()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a text the height that the head can spare."""
        super().resizeEvent(event)
        self.head.set_low(low=self.FOLDS_RAIL and self.height() < theme.px(_LOW))

    def _go_up(self) -> None:
        self.wants.emit(self.PLACE, None)

    def _refresh_now(self) -> None:
        if self._stale:
            self._stale = False
            self.attempt(self.refresh)

    def _make_room_for_bar(self, _: int, furthest: int) -> None:
        """Put the scroll bar into the margin, so that nothing moves when it appears."""
        bar = _SCROLL_BAR if furthest else 0
        self.body.setContentsMargins(theme.Space.HUGE, 0, theme.Space.HUGE - bar, theme.Space.WIDE)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setLayout(self.body)
        self.body.setContentsMargins(theme.Space.HUGE, 0, theme.Space.HUGE, theme.Space.WIDE)
        self.body.setSpacing(theme.Space.LARGE)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        scroll.verticalScrollBar().rangeChanged.connect(self._make_room_for_bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(scroll, 1)
