"""Recording what somebody answered: yes, yes on a condition, no with reasons, or nothing yet; how, and on which day."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal

from carfacilitator.errors import KnownError
from carfacilitator.model.terms import SanctionAnswer
from carfacilitator.services.sanction_rows import SanctionRow
from carfacilitator.services.sanctions import Answered
from carfacilitator.services.unsaved import UnsavedTexts
from carfacilitator.ui.half_filled import HalfFilled
from carfacilitator.ui.pages.sanctions import texts
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.field import ChoiceField, Field, TextField
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.when_fields import DayField
from carfacilitator.ui.widgets.words import MUTED, Words

_ANSWERS = (
    (SanctionAnswer.AGREED, "Agrees"),
    (SanctionAnswer.CONDITIONS, "Agrees, on a condition"),
    (SanctionAnswer.DECLINED, "Does not agree"),
    (SanctionAnswer.NONE, "Has not answered"),
)


class AnswerForm(Card):
    """`given` carries an Answered; `left` says that there is nothing to keep."""

    given = Signal(object)
    left = Signal()

    def __init__(self, unsaved: UnsavedTexts, today: Callable[[], date]) -> None:
        super().__init__("The answer")
        self._today = today
        self._about = Words("", MUTED, wraps=True)
        self.answer = ChoiceField("What was answered", [(one.value, words) for one, words in _ANSWERS])
        self.how = ChoiceField("How", [(how, how[:1].upper() + how[1:]) for how in texts.HOW])
        self.on = DayField("On which day", today)
        self.reasons = TextField("Their words, or their reasons", "The author reads this.", lines=(2, 8), serif=True)
        self.condition = TextField(
            "The condition", example="Call the place “a coastal town”.", lines=(2, 6), serif=True
        )
        self.words = Field("Words that must not stand in it", "The program looks for them in every draft.", "Kilmorran")
        self.instead = Field("What stands there instead", example="a coastal town")
        self.keep = Button("Keep the answer", "check", "primary")
        leave = Button("Cancel")
        fields: dict[str, Field | TextField] = {
            "reasons": self.reasons,
            "condition": self.condition,
            "words": self.words,
            "instead": self.instead,
        }
        self._typed = HalfFilled(unsaved, "", fields)
        for part in (self._about, self.answer, self.how, self.on, *fields.values(), Flow(self.keep, leave)):
            self.add(part)
        self.setFocusProxy(self.answer)
        self.answer.chosen.connect(self._show_parts)
        self.keep.clicked.connect(self._give)
        leave.clicked.connect(self.left)

    def begin(self, row: SanctionRow) -> None:
        """Ask for the answer of somebody; what was typed for them before comes back."""
        to = f", to draft {row.newest_number}" if row.newest_number else ""
        self.set_title(f"What {row.gatekeeper} answered")
        self._about.setText(f"{row.output[:1].upper()}{row.output[1:]}{to}. Nothing is taken for a yes but a yes.")
        self.answer.set_value("")
        self.how.set_value("")
        self.on.set_value(self._today())
        for field in (self.reasons, self.condition, self.words, self.instead):
            field.set_text("")
            field.say_wrong("")
        self._typed.about(f"sanction:{row.id}:answer")
        self._typed.bring_back()
        self._show_parts()

    def refuse(self, error: KnownError) -> None:
        """Say below the reasons what was wrong."""
        self.reasons.say_wrong(error.sentence)
        self.reasons.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self) -> None:
        """Let go what was typed: it is kept."""
        self._typed.forget()

    def _show_parts(self, _: str = "") -> None:
        said = SanctionAnswer(self.answer.value) if self.answer.box.currentIndex() >= 0 else None
        answered = said not in {None, SanctionAnswer.NONE}
        for field in (self.how, self.on, self.reasons):
            field.setHidden(not answered)
        for part in (self.condition, self.words, self.instead):
            part.setHidden(said is not SanctionAnswer.CONDITIONS)
        self.answer.say_wrong("")

    def _give(self) -> None:
        if self.answer.box.currentIndex() < 0:
            self.answer.say_wrong("Say what was answered.")
            self.answer.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        answer = SanctionAnswer(self.answer.value)
        condition = self.condition.text.strip()
        if answer is SanctionAnswer.CONDITIONS and not condition:
            self.condition.say_wrong("Say what the condition is.")
            self.condition.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        named = (condition, self.words.text, self.instead.text) if answer is SanctionAnswer.CONDITIONS else ("", "", "")
        self.given.emit(
            Answered(answer=answer, reasons=self.reasons.text, how=self.how.value, on=self.on.value, condition=named)
        )
