"""Where a remark that has no place in the draft is given one: passages that fit, found by a few words."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services.passages import Place
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.field import Field
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.kind_badge import KindBadge
from carfacilitator.ui.widgets.marked_text import MarkedText
from carfacilitator.ui.widgets.old_quote import StruckLine
from carfacilitator.ui.widgets.sheet_runs import Run
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import CAPTION, MUTED, STRONG, Words

_LOST = "It was about these words, which do not stand in this draft any more:"
_NEVER = "It came without a place. It can be answered all the same."
_NONE = "Nothing in the draft reads like that."

Find = Callable[[str], Sequence[Place]]


class PlaceSearch(QFrame):
    """A line to write words of the draft in, and the passages that hold them. `placed` hands over an Anchor.

    The person chooses; nothing moves by itself.
    """

    placed = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setObjectName("place-search")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._find: Find = lambda _: ()
        self._about, self._quote = "", ""
        self.found: list[Button] = []
        self._heading = Words("", STRONG)
        self._told = Words("", MUTED, wraps=True)
        self._old: QWidget | None = None
        self.words = Field("Find the words it is about", example="a few words of the draft")
        self.words.line.textChanged.connect(self._look)
        self.words.line.returnPressed.connect(self._go_to_first)
        self.close_it = Button("Leave it where it is", "", "quiet")
        self.close_it.clicked.connect(self.closed)
        self._results = QWidget()
        self._list = QVBoxLayout(self._results)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(theme.Space.SMALL)
        self._lay_out()

    def begin(self, about: str, quote: str, find: Find, *, has_place: bool) -> None:
        """Look for the place of a remark; `about` tells it from others, so that a search that was begun stays."""
        self._find = find
        self._heading.setText("Put it somewhere else" if has_place else "It has no place in this draft")
        self._told.setText("" if has_place else (_LOST if quote else _NEVER))
        self._told.setHidden(has_place)
        self.close_it.setHidden(not has_place)
        if about == self._about:
            return
        self._about, self._quote = about, "" if has_place else quote
        self._show_old(self._quote)
        self.words.line.clear()
        self._look("")

    def _look(self, words: str) -> None:
        """Show the passages that hold these words; without any, those that still hold the words it was about."""
        wanted = words.strip()
        found = list(self._find(wanted or self._quote))
        self._show(found)
        self.words.say_wrong(_NONE if wanted and not found else "")

    def _go_to_first(self) -> None:
        if self.found:
            self.found[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, found: Sequence[Place]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.found = []
        for number, place in enumerate(found, 1):
            self._list.addWidget(self._result(number, place))
        self._results.setVisible(bool(found))

    def _result(self, number: int, place: Place) -> QWidget:
        text = MarkedText(theme.BODY)
        whole = f"{place.before}{place.words}{place.after}"
        text.show_runs((Run(whole, 0),), (len(place.before), len(place.before) + len(place.words)))
        button = Button("Put it here", "link")
        button.setAccessibleName(f"Put it here: {place.words}")
        button.clicked.connect(partial(self.placed.emit, place.anchor))
        self.found.append(button)
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Space.SMALL)
        row.addWidget(KindBadge(str(number), "lead"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        row.addWidget(Flow(button, right=True), 0, Qt.AlignmentFlag.AlignTop)
        return part

    def _show_old(self, quote: str) -> None:
        if self._old is not None:
            self._old.hide()
            self._old.deleteLater()
            self._old = None
        if quote:
            self._old = StruckLine(quote)
            self._column.insertWidget(2, self._old)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[theme.Space.MEDIUM] * 4)
        self._column.setSpacing(theme.Space.SMALL)
        head = QHBoxLayout()
        head.setSpacing(theme.Space.SMALL)
        head.addWidget(Sign("lost", "warn"))
        head.addWidget(self._heading, 1)
        head.addWidget(self.close_it)
        self._column.addLayout(head)
        for widget in (self._told, self.words, self._results, Words("You choose; nothing moves by itself.", CAPTION)):
            self._column.addWidget(widget)
