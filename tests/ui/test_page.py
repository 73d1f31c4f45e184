from uuid import UUID

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from carfacilitator.errors import KnownError
from carfacilitator.ui.actions import Action
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.widgets.button import Button

NEW = Action("groups.new", "New group", "Ctrl+N", "plus", "Groups", "Begin a group.")


class Groups(Page):
    ID = PLACE = "groups"
    ACTIONS = (NEW,)
    SHOWS = frozenset({"Group"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.refreshed = 0
        self.on(NEW, self.begin)
        self.offer(NEW, primary=True)
        self.head.set_title("Groups", "Two partnerships")

    def open(self, entity: UUID | None) -> None:
        self.head.set_title(str(entity))

    def refresh(self) -> None:
        self.refreshed += 1

    def begin(self) -> None:
        raise KnownError("A group needs a name.")


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Groups:
    made = Groups(desk)
    qtbot.addWidget(made)
    made.resize(800, 500)
    return made


def test_it_is_brought_up_to_date_before_it_is_seen_and_not_again(page: Groups) -> None:
    assert page.refreshed == 0
    page.show()
    assert page.refreshed == 1
    page.hide()
    page.show()
    assert page.refreshed == 1


def test_changes_of_what_it_shows_are_shown_at_once_or_when_seen_next(qtbot: QtBot, page: Groups) -> None:
    page.show()
    page.announce(frozenset({"Person"}))
    page.announce(frozenset({"Group", "Person"}))
    page.announce(frozenset({"Group"}))
    qtbot.waitUntil(lambda: page.refreshed == 2)
    page.hide()
    page.announce(frozenset({"Group"}))
    assert page.refreshed == 2
    page.show()
    assert page.refreshed == 3


def test_what_goes_wrong_is_said_at_the_bottom(page: Groups, desk: Desk) -> None:
    page.commands[NEW].trigger()
    assert desk.messages.shown == ["A group needs a name."]
    assert not page.attempt(page.begin)


def test_its_button_is_the_action(page: Groups) -> None:
    button = page.head.findChildren(Button)[-1]
    assert button.accessibleName() == "New group"
    page.commands.allow(NEW, if_=False, else_="There is no partnership yet.")
    assert not button.isEnabled()
    assert button.toolTip() == "There is no partnership yet."


def test_a_tall_body_scrolls_and_leaves_the_head_where_it_is(page: Groups) -> None:
    text = QPlainTextEdit()
    text.setMinimumHeight(2000)
    page.body.addWidget(text)
    page.show()
    assert page.head.y() == 0
    assert page.height() == 500


def test_the_way_up_leads_to_the_place(qtbot: QtBot, page: Groups) -> None:
    page.head.set_crumb("Groups")
    page.show()
    with qtbot.waitSignal(page.wants) as asked:
        page.head.crumb_chosen.emit()
    assert asked.args == ["groups", None]
