from uuid import UUID, uuid4

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from carfacilitator.errors import NotFoundError
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.page_stack import PageStack


class Today(Page):
    ID = PLACE = "today"


class Groups(Page):
    ID = PLACE = "groups"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.opened: list[UUID | None] = []
        self.left = 0
        self.inner_open = False

    def open(self, entity: UUID | None) -> None:
        self.opened.append(entity)

    def leave(self) -> None:
        self.left += 1

    def step_back(self) -> bool:
        was, self.inner_open = self.inner_open, False
        return was


@pytest.fixture
def stack(qtbot: QtBot, desk: Desk) -> PageStack:
    made = PageStack()
    qtbot.addWidget(made)
    made.add(Today(desk))
    made.add(Groups(desk))
    made.show()
    made.go("today")
    return made


def groups(stack: PageStack) -> Groups:
    page = stack.pages[1]
    assert isinstance(page, Groups)
    return page


def test_a_page_is_told_what_to_open_and_when_it_is_left(stack: PageStack) -> None:
    entity = uuid4()
    stack.go("groups", entity)
    assert groups(stack).opened == [entity]
    assert stack.page is groups(stack)
    stack.go("today")
    assert groups(stack).left == 1


def test_a_page_can_ask_for_another(qtbot: QtBot, stack: PageStack) -> None:
    entity = uuid4()
    with qtbot.waitSignal(stack.arrived):
        stack.pages[0].wants.emit("groups", entity)
    assert groups(stack).opened == [entity]


def test_back_closes_what_is_open_first_and_then_goes_where_one_came_from(stack: PageStack) -> None:
    first = uuid4()
    stack.go("groups", first)
    stack.go("groups", uuid4())
    groups(stack).inner_open = True
    assert stack.back()
    assert stack.page is groups(stack)
    assert stack.back()
    assert groups(stack).opened[-1] == first
    assert stack.back()
    assert stack.page is stack.pages[0]
    assert not stack.back()


def test_what_is_not_there_any_more_is_said(stack: PageStack, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_: UUID | None) -> None:
        raise NotFoundError("That group is not there any more.")

    monkeypatch.setattr(groups(stack), "open", gone)
    stack.go("groups", uuid4())
    assert desk.messages.shown == ["That group is not there any more."]


def test_a_page_that_nobody_has_is_a_bug(stack: PageStack) -> None:
    with pytest.raises(KeyError):
        stack.go("nowhere")
    assert not stack.has("nowhere")


def test_cleared_it_holds_nothing(stack: PageStack) -> None:
    stack.clear()
    assert stack.pages == []
    assert stack.page is None
    assert not stack.back()


def test_where_what_the_page_wants_is_hidden_one_stands_on_its_first_stop(stack: PageStack) -> None:
    page = groups(stack)
    wanted, first = QLineEdit(page), QLineEdit(page)
    page.setFocusProxy(wanted)
    first.show()
    wanted.hide()
    stack.go("groups")
    assert stack.focusWidget() is first
    wanted.show()
    stack.go("groups")
    assert stack.focusWidget() is wanted


def test_pages_are_made_anew_when_they_are_seen_again_with_what_was_open(desk: Desk, stack: PageStack) -> None:
    entity = uuid4()
    stack.go("groups", entity)
    before, today = groups(stack), stack.pages[0]
    stack.renew(lambda page: type(page)(desk))
    assert groups(stack) is not before
    assert stack.page is groups(stack)
    assert groups(stack).opened == [entity]
    assert stack.pages[0] is today, "it is not seen yet"
    stack.go("today")
    assert stack.pages[0] is not today
    stack.pages[0].wants.emit("groups", None)
    assert groups(stack).opened == [entity, None]
