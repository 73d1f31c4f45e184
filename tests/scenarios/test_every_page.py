"""A walk over every page, empty and with something open: by keyboard, by ear, in a small window, in large letters.

A page that is added to PAGES is walked over too.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carfacilitator import app
from carfacilitator.services import crowd
from carfacilitator.services.workspace import Circumstances, Services
from carfacilitator.settings import Settings
from carfacilitator.ui import panels, theme
from carfacilitator.ui.actions import Action
from carfacilitator.ui.exhibits import exhibits, settle, show
from carfacilitator.ui.page import Page
from carfacilitator.ui.places import PLACES
from carfacilitator.ui.shell import MainWindow
from carfacilitator.ui.window_actions import WINDOW_ACTIONS
from tests import walking
from tests.builders import CHEAP, PASSPHRASE, a_workspace
from tests.golden.drawing import difference

LIGHT, LARGE = Settings(theme="light"), Settings(theme="light", text_size=200)
USUAL, SMALL = QSize(1440, 900), QSize(1024, 700)
LOOKS = ((LIGHT, SMALL), (LARGE, SMALL), (LARGE, USUAL))

Opens = Callable[[Services], MainWindow]


@pytest.fixture
def opens(qtbot: QtBot, qapp: QApplication) -> Iterator[Opens]:
    made = list[MainWindow]()

    def opened(services: Services) -> MainWindow:
        theme.apply(qapp, LIGHT)
        window = app.build(services)
        window.resize(USUAL)
        with qtbot.waitActive(window):
            window.show()
        made.append(window)
        return window

    yield opened
    for window in made:
        window.close()
        settle(window)
        window.deleteLater()
    theme.apply(qapp, LIGHT)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Services]:
    made = a_workspace(tmp_path, "Empty.car")
    yield made
    made.close()


@pytest.fixture(scope="module")
def kept_crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """More of everything than anybody has; tests look at it and change nothing."""
    made = crowd.create(tmp_path_factory.mktemp("crowd") / "Full.car", PASSPHRASE, Circumstances(cost=CHEAP))
    yield made
    made.close()


def pages_of(window: MainWindow, services: Services) -> Iterator[Page]:
    """Go to every page, with everything worth looking at open on it."""
    for page in window.stack.pages:
        for exhibit in exhibits(services, page.ID):
            show(window, exhibit)
            yield page


@pytest.mark.parametrize("workspace", ["empty", "sampled"])
def test_whatever_takes_the_focus_says_what_it_is(opens: Opens, request: pytest.FixtureRequest, workspace: str) -> None:
    services = request.getfixturevalue(workspace)
    window = opens(services)
    nameless = [
        f"{page.ID}: {walking.tell(widget)}"
        for page in pages_of(window, services)
        for widget in walking.focusable(window)
        if not walking.heard(widget)
    ]
    assert not nameless


@pytest.mark.parametrize("look", [(LIGHT, USUAL), (LARGE, SMALL)])
def test_tab_goes_round_and_meets_what_one_mainly_does(
    qapp: QApplication, opens: Opens, sampled: Services, look: tuple[Settings, QSize]
) -> None:
    window = opens(sampled)
    theme.apply(qapp, look[0])
    window.resize(look[1])
    for page in pages_of(window, sampled):
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        stops = walking.tab_stops(window)
        missed = [walking.tell(button) for button in walking.primary(page) if button not in stops]
        assert not missed, page.ID


@pytest.mark.parametrize("workspace", ["empty", "sampled"])
def test_who_comes_to_a_page_stands_on_it(opens: Opens, request: pytest.FixtureRequest, workspace: str) -> None:
    services = request.getfixturevalue(workspace)
    window = opens(services)
    for page in pages_of(window, services):
        here = QApplication.focusWidget()
        assert here is not None
        assert page.isAncestorOf(here), f"{page.ID}: {walking.tell(here)}"


@pytest.mark.parametrize(("workspace", "looks"), [("empty", LOOKS), ("sampled", LOOKS), ("kept_crowd", LOOKS[:2])])
def test_nothing_is_cut_or_sticks_out(
    qapp: QApplication,
    opens: Opens,
    request: pytest.FixtureRequest,
    workspace: str,
    looks: tuple[tuple[Settings, QSize], ...],
) -> None:
    services = request.getfixturevalue(workspace)
    window = opens(services)
    wrong = list[str]()
    for settings, size in looks:
        theme.apply(qapp, settings)
        window.resize(size)
        for page in pages_of(window, services):
            found = (*walking.cut(page), *walking.sticking_out(page), *walking.scrolling_over_nothing(page))
            wrong += [f"{page.ID}, {settings.text_size} % at {size.width()}: {one}" for one in found]
    assert not wrong


def test_there_is_one_window_and_nothing_else_is_ever_shown_as_one(
    qapp: QApplication, opens: Opens, sampled: Services
) -> None:
    strays = walking.StrayWindows(qapp)
    window = opens(sampled)
    for _ in pages_of(window, sampled):
        pass
    strays.let_go()
    assert not strays.seen


def test_an_action_is_one_thing_with_a_sentence_about_it(opens: Opens, empty: Services) -> None:
    known = dict[str, tuple[str, str, str]]()
    for page in opens(empty).stack.pages:
        actions = (*WINDOW_ACTIONS, *page.ACTIONS)
        assert _twice(action.id for action in actions) == []
        assert _twice(key for action in actions for key in action.keys) == []
        for action in actions:
            assert action.help.endswith("."), action.id
            said = _said(action)
            assert known.setdefault(action.id, said) == said, f"{action.id} on {page.ID}"


def _said(action: Action) -> tuple[str, str, str]:
    return action.text, action.shortcut, action.icon


def _twice(things: Iterator[str]) -> list[str]:
    return [thing for thing, times in Counter(things).items() if times > 1]


def test_another_look_comes_over_an_open_page_and_goes_again_without_a_trace(
    qapp: QApplication, opens: Opens, sampled: Services
) -> None:
    window = opens(sampled)
    before = _pictures(window, sampled)
    for other in (Settings(theme="dark"), LARGE):
        theme.apply(qapp, other)
        after = _pictures(window, sampled)
        assert [place for place in before if not difference(before[place], after[place]).is_clear] == []
    theme.apply(qapp, LIGHT)
    after = _pictures(window, sampled)
    left = {place: difference(before[place], after[place]).share for place in before}
    assert max(left.values()) < 0.08, left  # a list may stand a few lines further on


def _pictures(window: MainWindow, services: Services) -> dict[str, QImage]:
    taken = dict[str, QImage]()
    for number, page in enumerate(pages_of(window, services)):
        window.setFocus(Qt.FocusReason.OtherFocusReason)  # no caret that blinks
        taken[f"{page.ID} {number}"] = window.grab().toImage()
    return taken


def test_digits_go_to_every_place_from_every_page(opens: Opens, sampled: Services) -> None:
    window = opens(sampled)
    reachable = {page.PLACE for page in window.stack.pages if page.ID == page.PLACE}
    for page in window.stack.pages:
        for number, place in enumerate(PLACES, 1):
            window.go(page.ID)
            walking.press(window, Qt.Key(Qt.Key.Key_0 + number), walking.CONTROL)
            assert _place(window) == (place.id if place.id in reachable else page.ID), f"Ctrl {number} on {page.ID}"


def test_escape_leads_back_from_every_page(opens: Opens, sampled: Services) -> None:
    window = opens(sampled)
    begin = window.stack.pages[0].ID
    for page in window.stack.pages[1:]:
        window.go(begin)
        show(window, exhibits(sampled, page.ID)[0])
        for _ in range(4):
            if window.stack.page is not page:
                break
            walking.press(window, Qt.Key.Key_Escape)
        assert _place(window) == begin, page.ID


def _place(window: MainWindow) -> str:
    return window.stack.page.ID if window.stack.page is not None else ""


def test_f6_goes_round_the_parts_of_every_page(opens: Opens, sampled: Services) -> None:
    window = opens(sampled)
    for page in pages_of(window, sampled):
        parts = panels.panels(window)
        met = set[int]()
        for _ in parts:
            walking.press(window, Qt.Key.Key_F6)
            here = QApplication.focusWidget()
            assert here is not None
            assert not here.visibleRegion().isEmpty(), f"{page.ID}: {walking.tell(here)}"
            met |= {number for number, part in enumerate(parts) if part is here or part.isAncestorOf(here)}
        assert met == set(range(len(parts))), f"{page.ID}: {[walking.tell(part) for part in parts]}"
