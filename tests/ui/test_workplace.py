from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.services.search import PLACES
from carfacilitator.services.workspace import Services
from carfacilitator.ui import window_actions as acts
from carfacilitator.ui.dialogs import Dialogs
from carfacilitator.ui.messages import Message
from carfacilitator.ui.page import Desk, Found, Page
from carfacilitator.ui.pages import PAGES
from carfacilitator.ui.shell import MainWindow
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.workplace import Workplace
from tests.builders import a_person, a_workspace


class People(Page):
    ID = PLACE = "people"
    SHOWS = frozenset({"Person"})
    OPENS = frozenset({"person"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.opened: UUID | None = None
        self.refreshed = 0

    def open(self, entity: UUID | None) -> None:
        self.opened = entity

    def refresh(self) -> None:
        self.refreshed += 1


class Drafts(Page):
    ID = PLACE = "case-studies"
    OPENS = frozenset({"draft"})
    KNOWS = frozenset({"passage"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.opened: object = None

    def open(self, entity: object) -> None:
        self.opened = entity


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = a_workspace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, answers: Dialogs) -> MainWindow:
    made = MainWindow(answers)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def workplace(window: MainWindow, services: Services) -> Iterator[Workplace]:
    made = Workplace(window, services, [People(window.desk)])
    yield made
    made.let_go()


def people(window: MainWindow) -> People:
    page = window.stack.pages[0]
    assert isinstance(page, People)
    return page


def test_what_changes_is_seen(qtbot: QtBot, window: MainWindow, workplace: Workplace) -> None:
    before = people(window).refreshed
    a_person(workplace.services, "Ailsa Reid")
    qtbot.waitUntil(lambda: people(window).refreshed > before)


def test_what_was_done_last_is_taken_back_and_said(window: MainWindow, workplace: Workplace) -> None:
    a_person(workplace.services, "Ailsa Reid")
    window.commands[acts.UNDO].trigger()
    assert not workplace.services.people.rows()
    assert window.desk.messages.shown[0].startswith("Taken back: ")
    window.commands[acts.REDO].trigger()
    assert [row.name for row in workplace.services.people.rows()] == ["Ailsa Reid"]


def test_nothing_to_take_back_is_said(window: MainWindow, workplace: Workplace) -> None:
    workplace.undo()
    workplace.redo()
    assert window.desk.messages.shown == ["There is nothing to take back.", "There is nothing to do again."]


def test_what_is_found_is_opened_where_it_is_at_home(window: MainWindow, workplace: Workplace) -> None:
    ailsa = a_person(workplace.services, "Ailsa Reid")
    found = workplace.find("ailsa")
    assert [row.strong for row in found] == ["Ailsa Reid"]
    workplace.go_to(found[0].id)
    assert people(window).opened == ailsa


def test_whatever_can_be_found_can_be_opened_on_some_page(window: MainWindow, services: Services) -> None:
    for make in PAGES:
        window.stack.add(make(services, window.desk))
    opened = frozenset[str]().union(*(page.OPENS for page in window.stack.pages))
    assert opened == {place.noun for place in PLACES}


def test_what_was_being_written_is_said_at_the_start_with_the_way_to_it(window: MainWindow, services: Services) -> None:
    person_id = a_person(services, "Ailsa Reid")
    services.unsaved.keep(f"person:{person_id}:notes", "half a sen")
    made = Workplace(window, services, [People(window.desk)])
    (message,) = window.desk.messages.findChildren(Message)
    assert message.words == "You were still writing about Ailsa Reid. Your words are kept there."
    next(button for button in message.findChildren(Button) if button.accessibleName() == "Go there").click()
    assert people(window).opened == person_id
    made.let_go()


def test_a_passage_that_was_found_is_opened_where_it_stands(window: MainWindow, sampled: Services) -> None:
    made = Workplace(window, sampled, [Drafts(window.desk)])
    study = next(row for row in sampled.case_studies.rows() if row.title.startswith("Keeping a tenancy"))
    assert study.latest is not None
    words = sampled.drafts.document(study.latest.id).texts()[6]
    found = made.find(" ".join(words.split()[:5]))
    made.go_to(next(row.id for row in found if row.id == ("draft", study.latest.id, study.latest.id)))
    page = window.stack.pages[0]
    assert isinstance(page, Drafts)
    assert page.opened == Found(study.latest.id, 6)
    made.let_go()
