"""Who answered: a card for each answer, with what it brought, how it came, and what is still to be asked about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import icons, theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.field import Field
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.initials import initials
from carfacilitator.ui.widgets.pill import Pill, PillLook
from carfacilitator.ui.widgets.sign import Disc
from carfacilitator.ui.widgets.words import CAPTION, MUTED, STRONG, Words

_LEAST = 290  # pixels at 100 per cent
_ROOMY = 360  # of a card: for the name, the role and the pill, and for how it came
_DISC = 34


@dataclass(frozen=True)
class AnswerLook:
    """One answer of somebody's; `words` tell it from their others."""

    return_id: UUID
    words: str


@dataclass(frozen=True)
class PersonLook:
    """Somebody's answers as they are shown: what they brought, and how they came.

    `asks` is what their file calls whoever wrote it, if that is to be asked; `pill` says what is known of that.
    `forward` is the number of a newer draft that the answers can be brought forward to, 0 for none; `late` asks for it.
    """

    person: str
    role: str
    brought: str
    tone: str
    answers: tuple[AnswerLook, ...]
    came: str = ""
    pill: str = ""
    asks: str = ""
    asks_about: UUID | None = None
    forward: int = 0
    late: bool = False


class PersonCard(QFrame):
    """Somebody's answers. The signals carry the id of one, `credited` also a name, `picked` the person."""

    credited = Signal(object, str)
    removed = Signal(object)
    forwarded = Signal(object)
    picked = Signal(str)

    def __init__(self, look: PersonLook) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setAccessibleName(f"{look.person}: {_joined(look.brought, look.came)}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.look = look
        self.more = Button(f"More about {look.person}’s answer", "more", "icon")
        self.more.clicked.connect(self._open_menu)
        self.ask = Button(f"Who is ‘{look.asks}’?", "help")
        self.ask.clicked.connect(self._ask)
        self.forward = Button(f"Bring it forward to draft {look.forward}", "right")
        self.forward.clicked.connect(self._bring_all_forward)
        self.who = Field("Whose answer is it?", "Its file names nobody. You are asked once.")
        self.who.set_text(look.person)
        self.right = Button("That is right", "check")
        self.right.clicked.connect(self._credit)
        self.who.line.returnPressed.connect(self._credit)
        self._role, self._brought = Words(look.role, MUTED), Words(look.brought, CAPTION, wraps=True)
        self._pill = Pill(PillLook(look.pill, "good", "check"))
        self._asking = self._asked()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.Space.MEDIUM, theme.Space.SMALL, theme.Space.SMALL, theme.Space.SMALL)
        column.setSpacing(theme.Space.SMALL)
        column.addLayout(self._head())
        buttons = [button for button, shown in ((self.ask, bool(look.asks)), (self.forward, look.late)) if shown]
        if buttons:
            column.addWidget(Flow(*buttons))
        column.addWidget(self._asking)
        column.addStretch(1)

    def choices(self) -> QMenu:
        """Return the menu of what is done more rarely."""
        menu, look = QMenu(self), self.look
        _add(menu, "Show only theirs", "filter", partial(self.picked.emit, look.person))
        _add(menu, "Say whose answer it is", "people", self._ask)
        if look.forward:
            _add(menu, f"Bring it forward to draft {look.forward}", "right", self._bring_all_forward)
        menu.addSeparator()
        for answer in look.answers:
            _add(menu, f"Remove {answer.words}", "remove", partial(self.removed.emit, answer.return_id))
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say in the second line whose it is, where the first has no room for it; how it came then shows on hover."""
        super().resizeEvent(event)
        look = self.look
        is_small = event.size().width() < theme.px(_ROOMY)
        self._role.setHidden(not look.role or (bool(look.pill) and is_small))
        self._pill.setHidden(is_small or not look.pill)
        self._brought.setText(_joined(look.pill, look.brought) if is_small else _joined(look.brought, look.came))
        self._brought.setToolTip(_joined(look.pill, look.brought, look.came))

    def _head(self) -> QHBoxLayout:
        look, row, lines, first = self.look, QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        row.setSpacing(theme.Space.SMALL)
        lines.setSpacing(0)
        first.setSpacing(theme.Space.SMALL)
        first.addWidget(Words(look.person, STRONG))
        first.addWidget(self._role, 1)
        first.addWidget(self._pill)
        lines.addLayout(first)
        lines.addWidget(self._brought)
        row.addWidget(Disc(initials(look.person), tone=look.tone, size=_DISC))
        row.addLayout(lines, 1)
        row.addWidget(self.more)
        return row

    def _asked(self) -> QWidget:
        asking = QWidget()
        column = QVBoxLayout(asking)
        column.setContentsMargins(0, 0, theme.Space.TINY, theme.Space.TINY)
        column.addWidget(self.who)
        cancel = Button("Cancel", "", "quiet")
        cancel.clicked.connect(asking.hide)
        column.addWidget(Flow(self.right, cancel))
        asking.hide()
        return asking

    def _ask(self) -> None:
        self._asking.show()
        self.who.line.setFocus()
        self.who.line.selectAll()

    def _credit(self) -> None:
        self._asking.hide()
        asked = self.look.asks_about or self.look.answers[0].return_id
        self.credited.emit(asked, self.who.text)

    def _bring_all_forward(self) -> None:
        for answer in self.look.answers:
            self.forwarded.emit(answer.return_id)

    def _open_menu(self) -> None:
        menu = self.choices()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def _add(menu: QMenu, words: str, icon: str, run: Callable[[], object]) -> None:
    menu.addAction(icons.icon(icon), words).triggered.connect(lambda _: run())


class People(QWidget):
    """The cards side by side, as many as there is room for."""

    credited = Signal(object, str)
    removed = Signal(object)
    forwarded = Signal(object)
    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "people")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.cards: list[PersonCard] = []
        self._looks: tuple[PersonLook, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.Space.SMALL)
        self._across = 0

    def show_people(self, looks: Sequence[PersonLook]) -> None:
        """Show these answers; what is asked on a card stays where nothing about it changed."""
        if tuple(looks) == self._looks:
            return
        self._looks = tuple(looks)
        for card in self.cards:
            card.hide()
            self._grid.removeWidget(card)
            card.deleteLater()
        self.cards = [PersonCard(look) for look in looks]
        for card in self.cards:
            card.credited.connect(self.credited)
            card.removed.connect(self.removed)
            card.forwarded.connect(self.forwarded)
            card.picked.connect(self.picked)
        self._across = 0
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards anew where more or fewer stand side by side."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        across = max(1, min(len(self.cards), self.width() // theme.px(_LEAST)))
        if across == self._across:
            return
        for column in range(max(across, self._across)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        self._across = across
        for number, card in enumerate(self.cards):
            self._grid.addWidget(card, number // across, number % across)
