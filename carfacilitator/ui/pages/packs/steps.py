"""Handing one pack over in three steps: give it to the mail program, say whether it was sent, know what is watched."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carfacilitator.services.dispatches import DispatchRow, SavedPack
from carfacilitator.services.packing import PackMade
from carfacilitator.ui import theme
from carfacilitator.ui.actions import Actions
from carfacilitator.ui.pages.packs import dispatch_texts as texts
from carfacilitator.ui.pages.packs import pack_actions as acts
from carfacilitator.ui.shared_actions import ANSWERS, WHAT_CAME_BACK
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card, Rule
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.mail_box import MailBox
from carfacilitator.ui.widgets.sent_question import SentQuestion
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.step import Step
from carfacilitator.ui.widgets.words import MUTED, SECTION, SMALL, STRONG, Words

_STEPS = 3
_NEVER = "This program never sends anything. It prepares; you send."
_WHY = "So that the reply can be watched, and chased by you, not forgotten."
_DROP = "When the file comes back, drop it on the window: it is known again."


@dataclass(frozen=True)
class Shown:
    """One pack, all that is said of it, and the day that it is."""

    row: DispatchRow
    saved: SavedPack
    made: PackMade
    telephone: str
    day: date


class Steps(Card):
    """The steps of the chosen pack, and what came of it."""

    def __init__(self, commands: Actions, came: QWidget) -> None:
        super().__init__()
        self.setAccessibleName("Handing over")
        self._sign = Sign("consent", "good", 22)
        self._lies, self._where = Words("", SECTION, wraps=True), Words("", SMALL, wraps=True)
        ways = (Button.of(commands[action]) for action in (acts.COPY, acts.ADDRESS, acts.FOLDER))
        self._ways = Flow(Button.of(commands[acts.MAIL], "primary"), *ways)
        self.message = MailBox()
        self.question = SentQuestion(*(commands[action] for action in acts.ASKING))
        self._hand = Step(1, _STEPS, "Hand it to your mail program")
        self._ask = Step(2, _STEPS, "Did you send it?")
        self._watch = Step(3, _STEPS, "Then it is watched")
        self._days = _Days()
        self._came = came
        self._back = Flow(*(Button.of(commands[action]) for action in (WHAT_CAME_BACK, ANSWERS)))
        self._lay_out(Button.of(commands[acts.AGAIN]))

    def show_pack(self, shown: Shown) -> None:
        """Show how far a pack is."""
        row, made = shown.row, shown.made
        icon, tone, heading, where = texts.lying(shown.saved, row.pack)
        self._sign.set_sign(icon, tone)
        self._lies.setText(heading)
        self._where.setText(where)
        self._where.setToolTip(str(shown.saved.folder or ""))
        attached = f"{row.pack.file_name} · {texts.size(shown.saved.size)}"
        self.message.show_message(made.address, made.subject, made.text.data.decode("utf-8"), attached)
        is_sent = row.pack.handed_over_at is not None
        self.message.setHidden(is_sent)
        self._hand.say(_NEVER, done=is_sent)
        self._ask.say(self._asked(shown), done=is_sent)
        self.question.show_answered(is_sent=is_sent)
        self._watch.say(texts.came_back(row, shown.day) or ("" if is_sent else _DROP), done=row.back is not None)
        self._days.show_days([] if row.back else texts.watched(row, shown.day, shown.telephone))
        self._came.setHidden(not is_sent and row.back is None)
        self._back.setHidden(row.back is None)

    @staticmethod
    def _asked(shown: Shown) -> str:
        pack = shown.row.pack
        if pack.handed_over_at is not None:
            return texts.sent(pack, shown.day)
        return texts.put_off(shown.row, shown.day) or _WHY

    def _lay_out(self, again: Button) -> None:
        head, lines = QHBoxLayout(), QVBoxLayout()
        head.setSpacing(theme.Space.MEDIUM)
        lines.setSpacing(2)
        lines.addWidget(self._lies)
        lines.addWidget(self._where)
        head.addWidget(self._sign)
        head.addLayout(lines, 1)
        self.body.setSpacing(theme.Space.MEDIUM)
        self.body.addLayout(head)
        self.add(Flow(again))
        steps: tuple[tuple[Step, tuple[QWidget, ...]], ...] = (
            (self._hand, (self._ways, self.message)),
            (self._ask, (self.question,)),
            (self._watch, (self._days, self._came, self._back)),
        )
        for step, parts in steps:
            self.add(Rule())
            self.add(step)
            for part in parts:
                step.add(part)


class _Days(QWidget):
    """The days that are watched, each with what then."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.Space.TINY)

    def show_days(self, days: list[texts.Watched]) -> None:
        """Show these in place of those before."""
        while (item := self._column.takeAt(0)) is not None:
            line = item.widget()
            if line is not None:
                line.hide()
                line.deleteLater()
        for icon, day, then in days:
            self._column.addWidget(_day(icon, day, then))
        self.setHidden(not days)


def _day(icon: str, day: str, then: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.Space.SMALL)
    row.addWidget(Sign(icon))
    row.addWidget(Words(day, STRONG))
    row.addWidget(Words(then, MUTED, wraps=True), 1)
    return line
