"""How long things are kept: until when that was promised, what is due to go, and erasing it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from uuid import UUID

from carfacilitator.errors import KnownError
from carfacilitator.services.days import today
from carfacilitator.services.retention import RetentionRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui import sections
from carfacilitator.ui.actions import Action
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Page
from carfacilitator.ui.pages.workspace.bin import Thing
from carfacilitator.ui.pages.workspace.erase_card import EraseCard
from carfacilitator.ui.pages.workspace.section import Section, Summary
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.field import ChoiceField, Field
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.pill import PillLook
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.rows import Row
from carfacilitator.ui.widgets.when_fields import DayField
from carfacilitator.ui.widgets.words import MUTED, Words

RELEASE = Action("retention.release", "Take the date away", "", "close", "Keeping", "Keep it as long as it is needed.")
ERASE = Action("retention.erase", "Erase for good …", "", "remove", "Keeping", "See what would go, then decide.")
_ABOUT = "Say here until when something may be kept, as was promised. On that day you are told; nothing goes by itself."
_DUE = PillLook("Due", "warn", "alert")
_KINDS = (
    ("Person", "A person"),
    ("CaseStudy", "A case study"),
    ("Group", "A group"),
    ("Partnership", "A partnership"),
    ("Gatekeeper", "A gatekeeper"),
)
_WORDS = {noun: words.split(" ", 1)[1] for noun, words in _KINDS}


class RetentionSection(Section):
    """What has a date, the earliest first; below, a form for one more, or for another date."""

    ID, TITLE, ICON = sections.RETENTION, "How long things are kept", "calendar"
    ACTIONS = (RELEASE, ERASE)

    def __init__(self, services: Services, page: Page) -> None:
        super().__init__(services, page)
        self.list = RowList("What has a date", grows=True)
        self._none = Words("Nothing has a date yet.", MUTED, wraps=True)
        self._chosen = Flow(Button.of(page.commands[RELEASE]), Button.of(page.commands[ERASE], "quiet"))
        self.erasing, self.form = EraseCard(services, page), DateForm(services, page)
        card = Card("How long things are kept")
        card.add(Words(_ABOUT, MUTED, wraps=True))
        for part in (self._none, self.list, self._chosen):
            card.add(part)
        for each in (self.erasing, card, self.form):
            self.column.addWidget(each)
        page.on(RELEASE, self._release)
        page.on(ERASE, self._ask)
        self.list.chosen.connect(self._choose)
        self.erasing.backups_wanted.connect(lambda: self.goes.emit(sections.BACKUPS, None))
        self._look()

    def summary(self) -> Summary:
        """Return how much has a date, and whether something is due."""
        rows = self.services.retention.rows()
        words = f"{len(rows):,} with a date" if rows else "No dates yet"
        return Summary(words, _DUE if any(row.is_due for row in rows) else None)

    def refresh(self) -> None:
        """Read the dates again."""
        day = today(self.services.clock)
        rows = self.services.retention.rows()
        self.list.set_rows([date_row(row, day) for row in rows])
        self._none.setHidden(bool(rows))
        for part in (self.list, self._chosen):
            part.setHidden(not rows)
        self.form.refresh()
        self._look()

    def step_back(self) -> bool:
        """Set the question aside."""
        if self.erasing.isHidden():
            return False
        self.erasing.close_card()
        return True

    def _choose(self, thing: object) -> None:
        row = next((row for row in self.services.retention.rows() if Thing(row.noun, row.id) == thing), None)
        if row is not None:
            self.form.show_date(row)
        self._look()

    def _release(self) -> None:
        chosen = self.list.current
        if isinstance(chosen, Thing) and self.page.attempt(lambda: self.services.retention.release(chosen.id)):
            self.form.keeping.say_done("It has no date any more.")

    def _ask(self) -> None:
        chosen = self.list.current
        if isinstance(chosen, Thing):
            self.erasing.ask(self.services.erasure.plan(chosen.noun, chosen.id))

    def _look(self) -> None:
        commands, there = self.page.commands, self.list.current is not None
        commands.allow(RELEASE, if_=there, else_="Choose something in the list.")
        commands.allow(
            ERASE, if_=there and not self.services.discretion.is_discreet, else_="Choose something; not while discreet."
        )


class DateForm(Card):
    """Sets a date for something, or another one than it has."""

    def __init__(self, services: Services, page: Page) -> None:
        super().__init__("Set a date")
        self._services, self._page = services, page
        self.keeping = Keeping(services, page.desk.messages)
        self.noun, self.thing = ChoiceField("What it is", _KINDS), ChoiceField("Which")
        self.until = DayField("Keep until", lambda: today(services.clock))
        self.why = Field("Why", example="for example promised in the consent form")
        self.set = Button("Set the date", "calendar")
        columns = Columns(1, 1, least=200)
        for place, field in enumerate((self.noun, self.thing, self.until, self.why)):
            columns.add(place % 2, field)
        columns.end()
        self.add(columns)
        self.add(Flow(self.set))
        self.noun.set_value("Person")
        self.noun.chosen.connect(lambda _: self.refresh())
        self.set.clicked.connect(self._set)

    def refresh(self) -> None:
        """Offer what there is of the chosen kind."""
        self.thing.set_options([(str(id_), name) for id_, name in _THINGS[self.noun.value](self._services)])

    def show_date(self, row: RetentionRow) -> None:
        """Show the date that something has, to set another."""
        if row.noun not in _THINGS:
            return
        self.noun.set_value(row.noun)
        self.refresh()
        self.thing.set_value(str(row.id))
        self.until.set_value(row.keep_until)
        self.why.set_text(row.why)

    def _set(self) -> None:
        self.until.finish()
        thing, day = self.thing.value, self.until.value
        if not thing:
            self.thing.say_wrong("Choose what it is for.")
            return
        if day is None:
            self.until.say_wrong("On which day may it go?")
            return
        try:
            self._services.retention.keep_until(self.noun.value, UUID(thing), day, self.why.text)
        except KnownError as error:
            self.until.say_wrong(str(error))
            return
        name = self.thing.box.currentText()
        self.until.set_value(None)
        self.why.set_text("")
        self.keeping.say_done(f"{name} may be kept until {spoken.short_day(day)}.")


def date_row(row: RetentionRow, day: date) -> Row:
    """Return something with a date as a row of a list."""
    until = f"{'was to be kept' if row.is_due else 'may be kept'} until {spoken.short_day(row.keep_until, day)}"
    what = _WORDS.get(row.noun, "")
    muted = " · ".join(filter(None, (what, until, row.why)))
    pills = (_DUE,) if row.is_due else ()
    return Row(id=Thing(row.noun, row.id), strong=row.title, muted=muted, icon="calendar", pills=pills)


_Named = Iterable[tuple[UUID, str]]


def _titles(services: Services) -> _Named:
    return ((row.id, row.title) for row in services.case_studies.rows())


_THINGS: Mapping[str, Callable[[Services], _Named]] = {
    "Person": lambda services: ((row.id, row.name) for row in services.people.rows()),
    "CaseStudy": _titles,
    "Group": lambda services: ((row.id, row.name) for row in services.groups.rows()),
    "Partnership": lambda services: ((row.id, row.name) for row in services.partnerships.rows()),
    "Gatekeeper": lambda services: ((row.id, row.name) for row in services.gatekeepers.rows()),
}
