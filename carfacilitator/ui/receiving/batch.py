"""The files that were let go on the window, one line each: what came of them, and what is still asked."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.receiving import texts
from carfacilitator.ui.receiving.line import FileLine, Verbs
from carfacilitator.ui.receiving.looking import Asked, Came, Look, Newer, Settled
from carfacilitator.ui.widgets.card import Card, Rule


class Batch(QWidget):
    """Lines that stay until the facilitator is done with them; what is certain is in already.

    `asked` and `keep_wanted` carry the number of a line, `look_wanted` the draft to which something came back.
    `turned` tells that answers went out, or came in again.
    """

    asked = Signal(int)
    keep_wanted = Signal(int)
    look_wanted = Signal(object)
    turned = Signal()

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__()
        self._services, self._desk = services, desk
        self._keeping = Keeping(services, desk.messages)
        self.looks: list[Look] = []
        self.lines: list[FileLine] = []
        self._out: dict[int, Came] = {}  # the answers that were taken out again, by their line
        self._bringing = 0  # the line whose answer is being brought forward
        self._card: Card | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)
        self.clear()

    def clear(self) -> None:
        """Begin anew."""
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
        self.looks, self.lines, self._out = [], [], {}
        self._card = Card("What came")
        self._card.setProperty("panel", "card")
        self._column.insertWidget(0, self._card)

    def add(self, look: Look) -> None:
        """Put one more file below the others; what is asked about an answer is asked once."""
        number = len(self.looks)
        if isinstance(look, Came) and look.taken.return_id in {one.taken.return_id for one in self._answers}:
            look = replace(look, taken=replace(look.taken, ask_sender=False))
        line = FileLine(self._verbs(number))
        if self._card is not None:
            if number:
                self._card.add(Rule())
            self._card.add(line)
            line.show()  # now: what is in it may be pressed at once
        self.looks.append(look)
        self.lines.append(line)
        line.show_look(look)

    def put(self, number: int, look: Look) -> None:
        """Show that something else has come of a file."""
        self.looks[number] = look
        self.lines[number].show_look(look)
        if self.isVisible():
            self.focus_first()

    @property
    def came(self) -> list[Came]:
        """The answers that are in, without those that were here before."""
        return [look for look in self._answers if not look.taken.already_known]

    @property
    def _answers(self) -> list[Came]:
        return [look for look in self.looks if isinstance(look, Came)]

    @property
    def draft_id(self) -> UUID | None:
        """The draft to which something came back first."""
        return next((look.taken.draft_id for look in self._answers), None)

    @property
    def is_open(self) -> bool:
        """Whether something is still asked."""
        return any(isinstance(one, Asked) or (isinstance(one, Came) and one.taken.ask_sender) for one in self.looks)

    def focus_first(self) -> None:
        """Put the focus on the first line that asks something, else on the first that can be pressed."""
        buttons = [line.buttons for line in self._asking_first() if line.buttons]
        if buttons:
            buttons[0][0].setFocus(Qt.FocusReason.OtherFocusReason)

    def count_on(self, case_study_id: UUID) -> None:
        """Let the other files that may be drafts of a case study have the next number: it has got one more."""
        for number, look in enumerate(self.looks):
            if isinstance(look, Asked):
                self.looks[number] = fresh = look.after_one_more(case_study_id)
                self.lines[number].show_look(fresh)

    def catch_up(self) -> None:
        """Show which answers are in: some may have been taken out, or brought back, by Undo or elsewhere."""
        if not self._out and not self._answers:
            return
        standing = {row.id for row in self._services.returns.rows()}
        back = {number: look for number, look in self._out.items() if look.taken.return_id in standing}
        out = {
            number: look
            for number, look in enumerate(self.looks)
            if isinstance(look, Came) and look.taken.return_id not in standing
        }
        self._out = {number: look for number, look in self._out.items() if number not in back} | out
        for number, look in (back | {number: taken_out(look) for number, look in out.items()}).items():
            self.put(number, look)
        if back or out:
            self.turned.emit()

    def _asking_first(self) -> list[FileLine]:
        return [
            line for _, line in sorted(zip(map(_rank, self.looks), self.lines, strict=True), key=lambda one: one[0])
        ]

    def _verbs(self, number: int) -> Verbs:
        return Verbs(
            look=partial(self._look, number),
            credit=partial(self._credit, number),
            bring=partial(self._bring, number),
            remove=partial(self._remove, number),
            keep=partial(self.keep_wanted.emit, number),
            say=partial(self.asked.emit, number),
        )

    def _look(self, number: int) -> None:
        look = self.looks[number]
        if isinstance(look, Came):
            self.look_wanted.emit(look.taken.draft_id)

    def _credit(self, number: int, name: str) -> None:
        look = self.looks[number]
        if isinstance(look, Came):
            return_id = look.taken.return_id
            said = f"It is {texts.possessive(name)}; that is not asked again for this pack."
            self._do(number, lambda: self._services.returns.credit(return_id, name), (credited(look, name), said))

    def _remove(self, number: int) -> None:
        look = self.looks[number]
        if isinstance(look, Came):
            return_id = look.taken.return_id
            if self._keeping.attempt(lambda: self._services.returns.remove(return_id)):
                self.catch_up()
                self._keeping.say_done(taken_out(look).sentence, self.catch_up)

    def _bring(self, number: int) -> None:
        look = self.looks[number]
        if not isinstance(look, Came) or look.newer is None:
            return
        return_id, newer = look.taken.return_id, look.newer
        self._bringing = number
        self._desk.jobs.start(
            f"Looking for its places in draft {newer.number}",
            lambda _: self._services.returns.bring_forward(return_id, newer.id),
            self._brought,
            stops=False,
        )

    def _brought(self, lost: int) -> None:
        look = self.looks[self._bringing]
        if isinstance(look, Came) and look.newer is not None:
            back = partial(self.put, self._bringing, look)
            self.put(self._bringing, brought(look, look.newer))
            self._keeping.say_done(texts.brought(look.newer, lost), back)

    def _do(self, number: int, run: Callable[[], object], then: tuple[Look, str]) -> None:
        """Do something about a file, show what it is then and say it, with Undo."""
        before = self.looks[number]
        if self._keeping.attempt(run):
            self.put(number, then[0])
            self._keeping.say_done(then[1], partial(self.put, number, before))


def taken_out(look: Came) -> Settled:
    """Return an answer that is in no more."""
    return Settled(look.name, f"{texts.whose(look.taken)} was taken out again.", kept=False)


def credited(look: Came, name: str) -> Came:
    """Return an answer of which it was said whose it is."""
    return replace(look, taken=replace(look.taken, ask_sender=False, likely=name))


def brought(look: Came, newer: Newer) -> Came:
    """Return an answer that is looked at in another draft."""
    return replace(look, taken=replace(look.taken, draft_id=newer.id), newer=None)


def _rank(look: Look) -> int:
    """Return how early a file wants to be looked at."""
    if isinstance(look, Came) and look.taken.ask_sender:
        return 0
    return {Asked: 1, Came: 2}.get(type(look), 3)
