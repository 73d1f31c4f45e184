"""What came back of one pack: when, how, from whom, what is undecided; and what can be taken in of it by hand."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.errors import RefusedError
from carfacilitator.services import days
from carfacilitator.services.returns import ReturnRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.actions import Actions
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.receiving import return_texts
from carfacilitator.ui.receiving.sender_question import SenderQuestion
from carfacilitator.ui.shared_actions import PASTE_EMAIL
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.entry import Entry
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import MUTED, Words

_NOTHING = "Nothing has come back yet. A Word file that comes is dropped anywhere on the window."
_NOT_NOW = "Nothing is noted while the view is discreet: it would be kept under initials."


class WhatCame(QWidget):
    """The returns of a pack as entries, and below them the ways by which an answer is taken in without a file.

    The page has PASTE_EMAIL among its ACTIONS, bound; `review_wanted` carries a draft, `changed` comes after a deed.
    """

    review_wanted = Signal(object)
    changed = Signal()

    def __init__(self, services: Services, keeping: Keeping, commands: Actions) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._services, self._keeping = services, keeping
        self._pack: UUID | None = None
        self._shown: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.Space.SMALL)
        self.mark = Button("Came back otherwise …", "down")
        self.mark.clicked.connect(lambda _: self._offer_ways())
        self._column.addWidget(Flow(Button.of(commands[PASTE_EMAIL]), self.mark))

    def show_pack(self, pack_id: UUID, rows: list[ReturnRow]) -> None:
        """Show the returns of a pack, the newest first."""
        self._pack = pack_id
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()  # not at once: one of its buttons may be asking for this
        self._shown = self._entries(rows)
        self._column.insertWidget(0, self._shown)
        self._shown.show()

    def note(self, how: str) -> None:
        """Note that the pack came back in a way that leaves nothing to take in.

        Raises:
            RefusedError: others look on.
        """
        if self._pack is None:
            return
        if self._services.discretion.is_discreet:
            raise RefusedError(_NOT_NOW)
        self._services.returns.mark_returned(self._pack, how)
        self._keeping.say_done(f"Noted: {return_texts.WAYS[how].lower()}.", self.changed.emit)
        self.changed.emit()

    @property
    def ways(self) -> QMenu:
        """The menu of ways in which a pack comes back with nothing in it."""
        menu = QMenu(self)
        for how, words in return_texts.WAYS.items():
            way = QAction(words, menu)
            way.triggered.connect(partial(self._note, how))
            menu.addAction(way)
        return menu

    def _offer_ways(self) -> None:
        menu = self.ways
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mark.mapToGlobal(self.mark.rect().bottomLeft()))

    def _note(self, how: str, _: bool = False) -> None:  # noqa: FBT001, FBT002  Qt tells whether it is checked
        self._keeping.attempt(lambda: self.note(how))

    def _entries(self, rows: list[ReturnRow]) -> QWidget:
        holder = QWidget()
        holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.TINY)
        if not rows:
            column.addWidget(Words(_NOTHING, MUTED, wraps=True))
        for row in rows:
            column.addWidget(self._entry(row))
            if not row.sender_asked:
                names = (row.from_whom,)
                column.addWidget(SenderQuestion(return_texts.asks_sender(row), names, partial(self._credit, row)))
        return holder

    def _entry(self, row: ReturnRow) -> Entry:
        today = days.today(self._services.clock)
        look = _icon("Look at what came back", "eye", partial(self.review_wanted.emit, row.draft_id))
        if not (row.remarks or row.edits):
            look.hide()
        remove = _icon("Take it out again", "remove", partial(self._remove, row))
        lines = return_texts.strong(row, today), return_texts.muted(row)
        return Entry(*lines, Sign(return_texts.icon(row), "lead"), (look, remove))

    def _credit(self, row: ReturnRow, name: str) -> None:
        if self._keeping.attempt(lambda: self._services.returns.credit(row.id, name)):
            self._keeping.say_done(f"It is {name}’s; that is not asked again for this pack.", self.changed.emit)
            self.changed.emit()

    def _remove(self, row: ReturnRow) -> None:
        if self._keeping.attempt(lambda: self._services.returns.remove(row.id)):
            self._keeping.say_done("What came back was taken out again.", self.changed.emit)
            self.changed.emit()


def _icon(words: str, icon: str, run: partial[None]) -> Button:
    made = Button(words, icon, "icon")
    made.clicked.connect(lambda _: run())
    return made
