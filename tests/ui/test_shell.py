from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.settings import Settings
from carfacilitator.ui import theme
from carfacilitator.ui import window_actions as acts
from carfacilitator.ui.actions import Action
from carfacilitator.ui.dialogs import Dialogs
from carfacilitator.ui.finder import Finder
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.shell import MainWindow
from carfacilitator.ui.unlock import Unlock
from carfacilitator.ui.widgets.empty_state import EmptyState
from carfacilitator.ui.widgets.list_detail import ListDetail
from carfacilitator.ui.widgets.list_side import ListSide
from carfacilitator.ui.widgets.rows import Row

NEW = Action("groups.new", "New group", "Ctrl+N", "plus", "Groups", "Begin a group.")


class Today(Page):
    ID = PLACE = "today"
    SHOWS = frozenset({"Draft"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.refreshed = 0
        self.head.set_title("Today", "Tuesday 10 March 2026")

    def refresh(self) -> None:
        self.refreshed += 1


class Groups(Page):
    ID = PLACE = "groups"
    ACTIONS = (NEW,)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.begun = 0
        self.on(NEW, self.begin)
        self.offer(NEW, primary=True)
        self.head.set_title("Groups")
        empty = EmptyState("groups", "No groups yet", "A group meets.")
        self.side = ListSide("Groups", empty, self.commands[NEW])
        self.side.set_rows([Row(id=1, strong="Strategy group"), Row(id=2, strong="Family hub")])
        self.body.addWidget(ListDetail(self.side, QLabel("detail")), 1)
        self.setFocusProxy(self.side.list)

    def begin(self) -> None:
        self.begun += 1


class Review(Page):
    ID, PLACE, FOLDS_RAIL = "review", "groups", True


@pytest.fixture
def window(qtbot: QtBot, answers: Dialogs) -> Iterator[MainWindow]:
    made = MainWindow(answers)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.fill([Today(made.desk), Groups(made.desk), Review(made.desk)])
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.close()


def page_id(window: MainWindow) -> str:
    return window.stack.page.ID if window.stack.page is not None else ""


def key(qtbot: QtBot, key_: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key_, modifier)


def here() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def test_digits_go_to_places_and_the_rail_shows_which(qtbot: QtBot, window: MainWindow) -> None:
    assert page_id(window) == "today"
    key(qtbot, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert page_id(window) == "groups"
    assert window.rail._places["groups"].isChecked()
    assert not window.rail._places["people"].isVisible()
    assert not window.commands[acts.GO["people"]].isEnabled()


def test_keys_of_a_page_are_heard_only_while_it_is_seen(qtbot: QtBot, window: MainWindow) -> None:
    groups = window.stack.pages[1]
    assert isinstance(groups, Groups)
    key(qtbot, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert groups.begun == 0
    window.go("groups")
    key(qtbot, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert groups.begun == 1


def test_escape_goes_back_the_way_one_came(qtbot: QtBot, window: MainWindow) -> None:
    window.go("groups", uuid4())
    window.go("review")
    key(qtbot, Qt.Key.Key_Escape)
    assert page_id(window) == "groups"
    key(qtbot, Qt.Key.Key_Escape)
    assert page_id(window) == "today"


@pytest.mark.parametrize(("width", "text_size", "folded"), [(1280, 100, False), (1024, 100, True), (1280, 200, True)])
def test_the_rail_folds_where_there_is_little_room(
    qapp: QApplication, window: MainWindow, width: int, text_size: int, *, folded: bool
) -> None:
    theme.apply(qapp, Settings(theme="light", text_size=text_size))
    window.resize(width, 700)
    assert window.rail.is_folded is folded


def test_the_rail_folds_for_pages_of_text(window: MainWindow) -> None:
    window.go("review")
    assert window.rail.is_folded
    window.go("today")
    assert not window.rail.is_folded


def test_changes_are_announced_to_the_pages(qtbot: QtBot, window: MainWindow) -> None:
    today = window.stack.pages[0]
    assert isinstance(today, Today)
    before = today.refreshed
    window.announced.emit(frozenset({"Draft"}))
    qtbot.waitUntil(lambda: today.refreshed == before + 1)


def test_f6_goes_round_the_parts_of_the_window(qtbot: QtBot, window: MainWindow) -> None:
    window.go("groups")
    assert here().accessibleName() == "Groups"
    seen = []
    for _ in range(3):
        key(qtbot, Qt.Key.Key_F6)
        seen.append(here().accessibleName())
    assert seen == ["Find", "New group", "Groups"]  # the rail, the head, the list
    key(qtbot, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert here().accessibleName() == "New group"


def test_f1_lists_what_can_be_done_here(qtbot: QtBot, window: MainWindow) -> None:
    window.go("groups")
    key(qtbot, Qt.Key.Key_F1)
    finder = window.findChild(Finder)
    assert isinstance(finder, Finder)
    assert finder.rows.rows[0].strong == "New group"
    key(qtbot, Qt.Key.Key_Escape)
    assert page_id(window) == "groups"


def test_a_panel_does_not_stay_over_another_page(qtbot: QtBot, window: MainWindow) -> None:
    window.go("groups")
    key(qtbot, Qt.Key.Key_F1)
    finder = window.findChild(Finder)
    assert isinstance(finder, Finder)
    window.commands[acts.GO["today"]].trigger()
    assert page_id(window) == "today"
    assert not finder.isVisible()


def test_a_front_hides_the_desk_until_pages_come(window: MainWindow) -> None:
    front = Unlock(Path("Isla.car"))
    window.clear()
    window.show_front(front)
    assert front.isVisible()
    assert not window.rail.isVisible()
    assert window.stack.pages == []
    window.fill([Today(window.desk)])
    assert window.rail.isVisible()
    assert not front.isVisible()


def test_what_goes_wrong_in_work_is_said(qtbot: QtBot, window: MainWindow) -> None:
    key(qtbot, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)  # nothing is bound to it: nothing happens
    assert window.desk.messages.shown == []


@pytest.mark.parametrize("text_size", [100, 200])
def test_everything_that_takes_the_focus_has_a_name(qapp: QApplication, window: MainWindow, text_size: int) -> None:
    theme.apply(qapp, Settings(theme="light", text_size=text_size))
    for id_ in ("today", "groups"):
        window.go(id_)
        stops = [w for w in window.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
        nameless = [w for w in stops if not accessible_name(w)]
        assert not nameless


def accessible_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def test_tab_comes_round_to_where_it_began(qtbot: QtBot, window: MainWindow) -> None:
    window.go("groups")
    first = here()
    for step in range(60):
        key(qtbot, Qt.Key.Key_Tab)
        assert here().isVisible()
        if here() is first:
            assert step > 3
            return
    pytest.fail("Tab never came round")
