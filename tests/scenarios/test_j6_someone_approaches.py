"""Someone approaches: one key hides all, on every page; and while it is locked nothing of the content is anywhere."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carfacilitator import app
from carfacilitator.services.workspace import Services, open_workspace
from carfacilitator.ui import window_actions as acts
from carfacilitator.ui.exhibits import exhibits, settle, show
from carfacilitator.ui.finder import Finder
from carfacilitator.ui.leave_discreet import LeaveDiscreet
from carfacilitator.ui.pages import PAGES
from carfacilitator.ui.preferences import Preferences
from carfacilitator.ui.program import Program
from carfacilitator.ui.shell import MainWindow
from carfacilitator.ui.unlock import Unlock
from tests.builders import PASSPHRASE, a_setting
from tests.reading import words_on
from tests.scenarios.test_discreet import SECRET, plant


@pytest.fixture
def window(qtbot: QtBot, sampled: Services) -> Iterator[MainWindow]:
    made = app.build(sampled)
    made.resize(1440, 900)
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.close()
    settle(made)
    made.deleteLater()


def everything_read(window: MainWindow, services: Services) -> set[tuple[str, str]]:
    """Return what can be read on every page with everything worth looking at open on it, and in finding."""
    read = set[tuple[str, str]]()
    for page in PAGES:
        for exhibit in exhibits(services, page.ID):  # type: ignore[attr-defined]  # pages are classes
            show(window, exhibit)
            read |= {(exhibit.page, words) for words in words_on(window)}
    for words in (SECRET, "petrie", "ailsa"):
        window.commands[acts.FIND].trigger()
        finder = window.findChildren(Finder)[-1]
        finder.line.setText(words)
        finder.look()
        read |= {("find", each.replace(words, "")) for each in words_on(finder)}
        finder.close_panel()
        settle(window)
    return read


def leaks(read: set[tuple[str, str]], names: set[str]) -> list[tuple[str, str]]:
    return sorted((page, words) for page, words in read for name in {*names, SECRET} if name in words)


def test_one_key_hides_every_name_and_confidence_on_every_page(window: MainWindow, sampled: Services) -> None:
    names = plant(sampled)
    settle(window)
    assert len(leaks(everything_read(window, sampled), names)) > 50, "open, everything is read"
    window.commands[acts.DISCREET].trigger()
    settle(window)
    assert leaks({("at once", words) for words in words_on(window)}, names) == []
    assert leaks(everything_read(window, sampled), names) == []
    assert not window.desk.messages.shown


def test_leaving_it_asks_for_the_passphrase_and_everything_is_there_again(
    qtbot: QtBot, window: MainWindow, sampled: Services
) -> None:
    names = plant(sampled)
    window.go("people")
    window.commands[acts.DISCREET].trigger()
    settle(window)
    window.commands[acts.DISCREET].trigger()
    (panel,) = window.findChildren(LeaveDiscreet)
    panel.passphrase.line.setText(PASSPHRASE)
    panel.show_all.click()
    qtbot.waitUntil(lambda: not sampled.discretion.is_discreet)
    settle(window)
    assert leaks({("people", words) for words in words_on(window)}, names)


def test_locked_nothing_of_the_content_is_on_the_screen(
    qtbot: QtBot, qapp: QApplication, kept_sample: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(kept_sample, tmp_path / "Isla Munro.car"))
    services = open_workspace(folder, PASSPHRASE, a_setting())
    names = plant(services)
    window = MainWindow()
    qtbot.addWidget(window)
    program = Program(window, Preferences(qapp, tmp_path / "settings.json"), tmp_path, lambda _: None)
    program.begin(app.load)
    window.show()
    qtbot.waitUntil(lambda: program._parts is not None)
    program.connect(services)
    show(window, exhibits(services, "people")[0])
    assert leaks({("open", words) for words in words_on(window)}, names)
    window.commands[acts.FIND].trigger()
    window.desk.messages.say(f"{min(names)} was removed.")
    window.commands[acts.LOCK].trigger()
    settle(window)
    words = list(words_on(window))
    assert leaks({("locked", each) for each in words}, names) == []
    assert any(folder.stem in each for each in words)
    assert [one for one in window.findChildren(Unlock) if one.isVisible()]
    assert window.stack.pages == []
