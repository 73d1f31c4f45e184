"""Taking in what a co-facilitator hands over: first what differs, row by row, and a choice for each."""

from typing import TYPE_CHECKING
from uuid import UUID

from carfacilitator.errors import KnownError
from carfacilitator.services.handover_imports import Choice, Difference, Incoming, IncomingRow, Taken
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Page
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.passphrase_field import PassphraseField
from carfacilitator.ui.widgets.pill import PillLook
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.rows import Row
from carfacilitator.ui.widgets.words import MUTED, PLAIN, Words

if TYPE_CHECKING:
    from pathlib import Path

KINDS = "Hand-overs (*.carhandover)"
_ABOUT = "You see first what is new and who changed what; nothing of yours is written over. Undo takes it back as one."
_PILLS = {
    Choice.THEIRS: PillLook("Take theirs", "lead"),
    Choice.MINE: PillLook("Keep mine"),
    Choice.BOTH: PillLook("Join the texts", "good"),
    Choice.LATER: PillLook("Decide later", "warn"),
}
_FOR_NEW = {Choice.THEIRS: PillLook("Take it", "lead"), Choice.MINE: PillLook("Leave it out")}
_LONGEST = 60  # characters of a value in a row


class TakeInCard(Card):
    """First a file and its passphrase, then what is in it."""

    def __init__(self, services: Services, page: Page) -> None:
        super().__init__("Take in a hand-over")
        self._services, self._page = services, page
        self.file: Path | None = None
        self.incoming: Incoming | None = None
        self.choices: dict[UUID, Choice] = {}
        self.choose, self.look = Button("Choose a file", "receive"), Button("Look what is in it", "eye")
        self.passphrase = PassphraseField("The passphrase you agreed")
        self.said, self.differs = Words("", PLAIN, wraps=True), Words("", MUTED, wraps=True)
        self.list = RowList("What came", grows=True)
        self.mine, self.theirs, self.both = Button("Keep mine"), Button("Take theirs"), Button("Join the texts")
        self.take, self.aside = Button("Take it in", "check", "primary"), Button("Set it aside", look="quiet")
        self._choosing, self._ending = Flow(self.mine, self.theirs, self.both), Flow(self.aside, self.take, right=True)
        self._fill()
        self._bind()
        self._show()

    def step_back(self) -> bool:
        """Set aside what was looked at."""
        if self.incoming is None:
            return False
        self._set_aside()
        return True

    def _fill(self) -> None:
        self.add(Words(_ABOUT, MUTED, wraps=True))
        for part in (Flow(self.choose), self.said, self.passphrase, Flow(self.look)):
            self.add(part)
        for shown in (self.list, self.differs, self._choosing, self._ending):
            self.add(shown)

    def _bind(self) -> None:
        self.choose.clicked.connect(self._choose_file)
        self.look.clicked.connect(self._look)
        self.passphrase.line.returnPressed.connect(self.look.click)
        self.list.chosen.connect(lambda _: self._tell_differences())
        for button, choice in ((self.mine, Choice.MINE), (self.theirs, Choice.THEIRS), (self.both, Choice.BOTH)):
            button.clicked.connect(lambda _, choice=choice: self._decide(choice))
        self.take.clicked.connect(self._take)
        self.aside.clicked.connect(self._set_aside)

    def _choose_file(self) -> None:
        chosen = self._page.desk.dialogs.open_files("Choose a hand-over", KINDS)
        if chosen:
            self.file, self.incoming = chosen[0], None
            self._show()
            self.passphrase.setFocus()

    def _look(self) -> None:
        file, agreed = self.file, self.passphrase.text
        if file is None:
            return
        self.passphrase.say_wrong("")
        self._page.desk.jobs.start(
            "Comparing what came with what is here",
            lambda job: self._services.handover_imports.preview(file, agreed, job.report),
            self._looked,
            self._failed,
        )

    def _failed(self, error: KnownError) -> None:
        self.passphrase.say_wrong(str(error))

    def _looked(self, incoming: Incoming) -> None:
        self.incoming, self.choices = incoming, {}
        self.passphrase.clear()
        self._show()
        self.list.choose_first()
        self._tell_differences()

    def _decide(self, choice: Choice) -> None:
        if isinstance(self.list.current, UUID):
            self.choices[self.list.current] = choice
            self._show_rows()

    def _take(self) -> None:
        incoming, choices = self.incoming, dict(self.choices)
        if incoming is None:
            return
        self._page.desk.jobs.start(
            "Taking in what came",
            lambda _: self._services.handover_imports.take_in(incoming, choices),
            self._taken,
            stops=False,
        )

    def _taken(self, done: Taken) -> None:
        self._set_aside()
        said = f"Taken in: {done.added:,} added, {done.altered:,} altered, {done.kept:,} left as yours."
        self._page.desk.messages.say(said)

    def _set_aside(self) -> None:
        self.file = self.incoming = None
        self.passphrase.clear()
        self._show()

    def _show(self) -> None:
        incoming = self.incoming
        self.said.setText(_in_words(incoming) if incoming else self.file.name if self.file else "")
        self.said.setHidden(self.file is None)
        for part in (self.passphrase, self.look):
            part.setHidden(self.file is None or incoming is not None)
        there = incoming is not None and bool(incoming.rows)
        for widget in (self.list, self.differs, self._choosing):
            widget.setHidden(not there)
        self._ending.setHidden(incoming is None)
        self.take.setHidden(not there)
        self._show_rows()

    def _show_rows(self) -> None:
        rows = self.incoming.rows if self.incoming else ()
        self.list.set_rows([_row(row, self.choices.get(row.id, row.choice)) for row in rows])

    def _tell_differences(self) -> None:
        row = self._chosen()
        fields = row.fields if row else ()
        told = [
            f"{field.name.capitalize()}: mine ‘{_short(field.mine)}’, theirs ‘{_short(field.theirs)}’"
            for field in fields
        ]
        self.differs.setText("\n".join(told))
        is_new = row is not None and row.difference in {Difference.NEW, Difference.GONE}
        self.mine.say("Leave it out" if is_new else "Keep mine")
        self.theirs.say("Take it" if is_new else "Take theirs")
        self.both.setHidden(is_new)

    def _chosen(self) -> IncomingRow | None:
        rows = self.incoming.rows if self.incoming else ()
        return next((row for row in rows if row.id == self.list.current), None)


def _row(row: IncomingRow, choice: Choice) -> Row:
    looks = _FOR_NEW if row.difference in {Difference.NEW, Difference.GONE} else _PILLS
    what = row.words.split(" ", 1)[-1]
    fields = ", ".join(field.name for field in row.fields)
    muted = " · ".join(filter(None, (what, row.difference, fields)))
    return Row(id=row.id, strong=row.title or what, muted=muted, pills=(looks[choice],))


def _in_words(incoming: Incoming) -> str:
    counts = ", ".join(f"{count:,} {difference}" for difference, count in incoming.counts.items())
    made = spoken.short_day(incoming.made_at.date())
    what = f"{counts}; {incoming.unchanged:,} unchanged." if counts else "All of it is the same here already."
    return f"‘{incoming.group}’ from {incoming.sender or 'a co-facilitator'}, {made}. {what[:1].upper()}{what[1:]}"


def _short(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= _LONGEST else f"{one_line[: _LONGEST - 1].rstrip()}…"
