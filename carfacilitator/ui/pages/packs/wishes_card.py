"""What is wished for a pack: to whom it goes, what is asked, by when, questions, proposals and a word."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Signal

from carfacilitator.services.pack_wishes import Asked, PackWishes, PassageQuestion, Proposal
from carfacilitator.services.pack_wording import standard_word
from carfacilitator.ui.pages.packs.asking import Pairs, ProposalRow, QuestionRow
from carfacilitator.ui.pages.packs.recipients import Recipients
from carfacilitator.ui.pages.packs.written import Written
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.field import TextField
from carfacilitator.ui.widgets.mark_rows import OneOfRows
from carfacilitator.ui.widgets.when_fields import DayField
from carfacilitator.ui.widgets.words import LABEL, Words

_SATURDAY = 5
_MEANS = {
    Asked.COMMENT: "comments and tracked changes come back",
    Asked.CHECK_FACTS: "marked passages, right or wrong",
    Asked.AGREE: "agreed, agreed on a condition, or not",
}


class WishesCard(Card):
    """The form of a pack; `changed` is emitted after every choice and at every pause in typing."""

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.setAccessibleName("What is wished")
        self._today = today
        self.people = Recipients()
        self.asked = OneOfRows("What is asked", [(one.value, _capital(one), _MEANS[one]) for one in Asked])
        self.reply_by = DayField("Reply by", today)
        self.questions = Pairs("My questions", QuestionRow, "Another question")
        self.proposals = Pairs("Words that I propose", ProposalRow, "Propose other words", least=0)
        self.word = TextField("A word to them", example=standard_word(Asked.COMMENT), lines=(4, 8))
        self.add(self.people)
        self.add(Words("What is asked", LABEL))
        for part in (self.asked, self.reply_by, self.questions, self.proposals, self.word):
            self.add(part)
        self._connect()

    @property
    def written(self) -> Written:
        """What stands in it."""
        return Written(
            people=tuple(str(id_) for id_ in self.people.chosen),
            asked=self.asked.value,
            reply_by=self.reply_by.value.isoformat() if self.reply_by.value else "",
            questions=tuple(self.questions.pairs),
            proposals=tuple(self.proposals.pairs),
            word=self.word.text,
        )

    @property
    def wishes(self) -> PackWishes:
        """What is wished of everybody; what came inside the file is not asked here."""
        asked = [(row.pair[0], row.anchor) for row in self.questions.written]
        return PackWishes(
            asked=Asked(self.asked.value),
            questions=tuple(question for question, anchor in asked if anchor is None),
            passage_questions=tuple(PassageQuestion(text, anchor) for text, anchor in asked if anchor is not None),
            proposals=tuple(Proposal(row.anchor, row.pair[1]) for row in self.proposals.written if row.anchor),
            reply_by=self.reply_by.value,
            word=self.word.text.strip(),
        )

    def show_written(self, written: Written) -> None:
        """Show what is asked, without a signal; whom it goes to is chosen among those that are offered."""
        self.asked.set_value(written.asked)
        self.reply_by.set_value(date.fromisoformat(written.reply_by) if written.reply_by else None)
        self.questions.set_pairs(written.questions)
        self.proposals.set_pairs(written.proposals)
        self.word.set_text(written.word)
        self._say_usual(written.asked)
        self._count_days()

    def _connect(self) -> None:
        self.asked.chosen.connect(self._say_usual)
        self.reply_by.chosen.connect(lambda _: self._count_days())
        for told in (self.asked.chosen, self.reply_by.chosen, self.word.typed, self.word.finished):
            told.connect(lambda _: self.changed.emit())
        for part in (self.people, self.questions, self.proposals):
            part.changed.connect(self.changed)

    def _say_usual(self, asked: str) -> None:
        self.word.area.setPlaceholderText(standard_word(Asked(asked)))

    def _count_days(self) -> None:
        self.reply_by.set_hint(_working_days(self._today(), self.reply_by.value) if self.reply_by.value else "")


def _working_days(today: date, due: date) -> str:
    """Return '15 working days' from tomorrow on, holidays not counted; nothing for a day that is past."""
    days = sum((today + timedelta(ahead)).weekday() < _SATURDAY for ahead in range(1, (due - today).days + 1))
    return spoken.counted(days, "working day") if days else ""


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
