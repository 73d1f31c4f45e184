"""Backups: those there are, a new one now, the second place, and the proof that they can be restored."""

from pathlib import Path

from carfacilitator.services.days import today
from carfacilitator.services.workspace import Services
from carfacilitator.ui import sections
from carfacilitator.ui.actions import Action
from carfacilitator.ui.dialogs import Question
from carfacilitator.ui.jobs import Job
from carfacilitator.ui.page import Page
from carfacilitator.ui.pages.workspace import backup_texts as texts
from carfacilitator.ui.pages.workspace.rehearsal_card import RehearsalCard
from carfacilitator.ui.pages.workspace.second_place_card import SecondPlaceCard
from carfacilitator.ui.pages.workspace.section import Section, Summary
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.notes import Notes
from carfacilitator.ui.widgets.pill import PillLook
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.words import MUTED, Words

NOW = Action("backups.now", "Back up now", "Ctrl+Shift+B", "backup", "Backups", "Make a backup and check it.")
ELSEWHERE = Action("backups.elsewhere", "Back up to a file", "", "export", "Backups", "Make one where you choose.")
RESTORE = Action("backups.restore", "Restore this one", "", "undo", "Backups", "See what is in it, then restore it.")
DELETE = Action(
    "backups.delete", "Delete this one", "", "remove", "Backups", "Because it holds what is to be forgotten."
)
KINDS = "Backups (*.carbackup)"
_ABOUT = (
    "One is made at every start, every day, and before anything risky; each is checked to the last row before it "
    "counts. Of older ones some are kept for each week and month."
)


class BackupsSection(Section):
    """What long ones do runs aside; the list shows what lies in the folders."""

    ID, TITLE, ICON = sections.BACKUPS, "Backups", "backup"
    ACTIONS = (NOW, ELSEWHERE, RESTORE, DELETE)

    def __init__(self, services: Services, page: Page) -> None:
        super().__init__(services, page)
        self.notes = Notes()
        self.list = RowList("Backups", grows=True)
        self._none = Words("There is none yet.", MUTED, wraps=True)
        self.card = Card("Backups")
        self.second_place = SecondPlaceCard(services, page)
        self.rehearsal = RehearsalCard(services, page)
        self._chosen = Flow(Button.of(page.commands[RESTORE]), Button.of(page.commands[DELETE], "quiet"))
        self._fill_card()
        for part in (self.notes, self.card, self.second_place, self.rehearsal):
            self.column.addWidget(part)
        self._bind()

    def summary(self) -> Summary:
        """Return when the last one was made, and whether something is to be seen to."""
        wanting = self._notices()
        pill = PillLook("See to it", "warn", "alert") if wanting else None
        return Summary(texts.latest(self.services.backups.newest(), today(self.services.clock)), pill)

    def refresh(self) -> None:
        """Look into the folders again."""
        day = today(self.services.clock)
        rows = self.services.backups.rows()
        self.notes.say(self._notices())
        self.list.set_rows([texts.backup_row(row, day) for row in rows])
        self.list.setHidden(not rows)
        self._none.setHidden(bool(rows))
        self._chosen.setHidden(not rows)
        self.card.set_note(texts.counts(rows) if rows else "")
        self.second_place.refresh()
        self.rehearsal.refresh()
        self._look()

    def _notices(self) -> list[str]:
        return [
            notice.sentence
            for notice in self.services.safety.notices()
            if sections.SEEN_TO_IN.get(notice.about) == sections.BACKUPS
        ]

    def _make(self) -> None:
        self.page.desk.jobs.start(
            "Making a backup and checking it",
            lambda job: self.services.backups.make(report=job.report),
            lambda made: self._made(made, "The backup is made and checked."),
        )

    def _make_elsewhere(self) -> None:
        name = Path.home() / f"{self.services.folder.stem}-{today(self.services.clock):%Y-%m-%d}.carbackup"
        chosen = self.page.desk.dialogs.save_file("Make a backup", name, KINDS)
        if chosen is None:
            return
        target = chosen if chosen.suffix else chosen.with_suffix(".carbackup")

        def work(job: Job) -> Path:
            return self.services.backups.make_at(target, replace=True, report=job.report)

        said = f"The backup is made and checked: {target}"
        self.page.desk.jobs.start("Making a backup and checking it", work, lambda made: self._made(made, said))

    def _made(self, _: Path, said: str) -> None:
        self.page.desk.messages.say(said)
        self.page.refresh()

    def _restore(self) -> None:
        self.goes.emit(sections.RESTORING, self.list.current)

    def _delete(self) -> None:
        file = self.list.current
        asked = Question("Delete this backup?", "It is deleted at once, and cannot be brought back.", "Delete it")
        if isinstance(file, Path) and self.page.desk.dialogs.confirm(asked):
            self.page.attempt(lambda: self.services.backups.delete(file))
            self.page.refresh()

    def _look(self, *_: object) -> None:
        for action in (RESTORE, DELETE):
            self.page.commands.allow(action, if_=self.list.current is not None, else_="Choose a backup in the list.")

    def _fill_card(self) -> None:
        self.card.add(Words(_ABOUT, MUTED, wraps=True))
        commands = self.page.commands
        self.card.add(Flow(Button.of(commands[NOW], "primary"), Button.of(commands[ELSEWHERE])))
        self.card.add(self._none)
        self.card.add(self.list)
        self.card.add(self._chosen)

    def _bind(self) -> None:
        self.page.on(NOW, self._make)
        self.page.on(ELSEWHERE, self._make_elsewhere)
        self.page.on(RESTORE, self._restore)
        self.page.on(DELETE, self._delete)
        self.list.chosen.connect(self._look)
        self.list.opened.connect(lambda _: self._restore())
        self._look()
