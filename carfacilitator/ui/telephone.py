"""A remark from a telephone call, written down while the other is still speaking: who, what, and about which words."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from carfacilitator.errors import KnownError, RefusedError
from carfacilitator.ui.float_panel import FloatPanel
from carfacilitator.ui.messages import Messages
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.field import ChoiceField, TextField
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.rows import Row
from carfacilitator.ui.widgets.search_line import SearchLine
from carfacilitator.ui.widgets.words import LABEL, SMALL, Words

if TYPE_CHECKING:  # loading it takes longer than the first paint may wait
    from carfacilitator.document.blocks import Anchor
    from carfacilitator.services.packs import PackRow
    from carfacilitator.services.returns import Place
    from carfacilitator.services.workspace import Services

_LARGEST = QSize(640, 560)
_BEFORE = 30  # characters
_PAUSE = 120  # milliseconds without a key until it looks
_KEY = "call:remark"  # of what is written and not kept yet
_NO_PACK = "A remark belongs to a pack that went out, and there is none yet."
_NOT_NOW = "No remark is taken down while the view is discreet: it would be kept under initials."
_HINT = "A few words of the passage, as far as you know them"
_EVERYWHERE = "Without any, the remark is about the whole draft."

Go = Callable[[str, UUID], object]


def taking_down(services: "Services", messages: Messages, go: Go) -> "TelephoneRemark":
    """Return the panel; `go` leads to a page by its ID.

    Raises:
        RefusedError: the view is discreet.
        KnownError: no pack was made yet.
    """
    if services.discretion.is_discreet:
        raise RefusedError(_NOT_NOW)
    packs = _last_first(services.packs.rows())
    if not packs:
        raise KnownError(_NO_PACK, "Make one on the page of its case study.")
    return TelephoneRemark(services, packs, messages, go)


class TelephoneRemark(FloatPanel):
    """Type what is said, Tab, a few words of the passage, Enter. The first of the packs is proposed."""

    def __init__(self, services: "Services", packs: "Sequence[PackRow]", messages: Messages, go: Go) -> None:
        super().__init__("A remark by telephone", _LARGEST)
        self._services, self._messages, self._go = services, messages, go
        self._packs = {str(row.id): row for row in packs}
        self._places: list[Place] = []
        self.who = ChoiceField("Who says it", [(id_, _called(row)) for id_, row in self._packs.items()])
        self.words = TextField("What is said", lines=(3, 6))
        self.passage = SearchLine(_HINT)
        self.rows = RowList("Where these words stand")
        self.keep_it = Button("Keep this remark", "check", "primary")
        self._nothing = Words(_EVERYWHERE, SMALL, wraps=True)
        self._pause = QTimer(self)
        self._lay_out()
        self._connect()
        self.who.set_value(next(iter(self._packs)))
        self.words.set_text(services.unsaved.text(_KEY) or "")
        self.look()

    def look(self) -> None:
        """Look for the passage."""
        self._pause.stop()
        sought = self.passage.text().strip()
        self._places = self._services.returns.places(UUID(self.who.value), sought) if sought else []
        self.rows.set_rows([_row(number, place) for number, place in enumerate(self._places)])
        self.rows.choose_first()
        self._nothing.setText("These words stand nowhere in that draft." if sought else _EVERYWHERE)
        self._nothing.setHidden(bool(self._places))
        self.rows.setHidden(not self._places)

    def keep(self) -> None:
        """Keep what was said, on the passage that is chosen."""
        if self._pause.isActive():
            self.look()
        pack, said = self._packs[self.who.value], self.words.text.strip()
        if not said:
            self.words.say_wrong("Write down what is said.")
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.passage.text().strip() and not self._places:
            self._nothing.setText("These words stand nowhere in that draft: change them, or take them out.")
            return
        self.words.finish()  # so that nothing is told of it any more
        try:
            taken = self._services.returns.heard(pack.id, said, self._anchor())
            self._services.unsaved.forget(_KEY)
        except KnownError as error:
            self.words.say_wrong(str(error))
            return
        self.close_panel()
        self._say(pack, taken.return_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep on Ctrl+Enter."""
        with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if with_control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.keep()
            return
        super().keyPressEvent(event)

    def close_panel(self) -> None:
        """Go away; what was written stays until it is kept."""
        self._pause.stop()
        self.words.finish()
        super().close_panel()

    def _anchor(self) -> "Anchor | None":
        current = self.rows.current
        return self._places[current].anchor if isinstance(current, int) and self._places else None

    def _say(self, pack: "PackRow", return_id: UUID) -> None:
        self._messages.say(
            f"{pack.gatekeeper}’s remark is kept with pack {pack.code}.",
            undo=lambda: self._services.returns.remove(return_id),
            way=("Look at what came back", lambda: self._go("combined", pack.draft_id)),
        )

    def _unsaved(self, text: str) -> None:
        try:
            self._services.unsaved.keep(_KEY, text)
        except KnownError as error:
            self.words.say_wrong(str(error))

    def _connect(self) -> None:
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.look)
        self.passage.goes_down_to(self.rows)
        self.passage.textChanged.connect(lambda _: self._pause.start())
        self.passage.returnPressed.connect(self.keep)
        self.rows.opened.connect(lambda _: self.keep())
        self.who.chosen.connect(lambda _: self.look())
        self.keep_it.clicked.connect(lambda _: self.keep())
        for told in (self.words.typed, self.words.finished):
            told.connect(self._unsaved)

    def _lay_out(self) -> None:
        for part in (self.who, self.words, Words("About which words", LABEL), self.passage):
            self.body.addWidget(part)
        self.body.addWidget(self.rows, 100)
        self.body.addWidget(self._nothing)
        self.body.addStretch(1)
        self.body.addWidget(Flow(self.keep_it))
        self.setFocusProxy(self.words)


def _last_first(packs: "list[PackRow]") -> "list[PackRow]":
    """Return the packs that are out, the one handed over last first, and then the others."""
    out = sorted((row for row in packs if row.handed_over_at), key=lambda row: str(row.handed_over_at), reverse=True)
    return [*out, *(row for row in packs if not row.handed_over_at)]


def _called(row: "PackRow") -> str:
    return f"{row.gatekeeper}, on draft {row.draft_number} of ‘{row.case_study}’"


def _row(number: int, place: "Place") -> Row:
    return Row(id=number, strong=f"{_end(place.before)}{place.words}{place.after}", muted=place.where, serif=True)


def _end(before: str) -> str:
    """Return the last of what stands before a passage, so that the passage itself is seen."""
    return before if len(before) <= _BEFORE else "… " + before[-_BEFORE:].partition(" ")[2]
