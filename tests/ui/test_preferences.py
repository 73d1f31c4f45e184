from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carfacilitator import settings
from carfacilitator.settings import Settings
from carfacilitator.ui import theme
from carfacilitator.ui.preferences import Preferences


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_what_is_chosen_is_in_force_and_kept_at_once(qtbot: QtBot, qapp: QApplication, file: Path) -> None:
    preferences = Preferences(qapp, file)
    with qtbot.waitSignal(preferences.look_changed):
        preferences.choose_theme("dark")
    assert theme.is_dark()
    assert settings.load(file).theme == "dark"


def test_the_text_grows_and_shrinks_in_steps_and_stops_at_the_ends(qapp: QApplication, file: Path) -> None:
    preferences = Preferences(qapp, file)
    sizes = []
    for _ in range(8):
        preferences.grow()
        sizes.append(preferences.settings.text_size)
    assert sizes == [110, 125, 150, 175, 200, 200, 200, 200]
    preferences.usual_size()
    preferences.shrink()
    preferences.shrink()
    assert preferences.settings.text_size == 90
    assert theme.scale() == 0.9


def test_what_is_no_look_changes_no_look(qtbot: QtBot, qapp: QApplication, file: Path) -> None:
    preferences = Preferences(qapp, file)
    with qtbot.assertNotEmitted(preferences.look_changed):
        preferences.keep(lambda now: replace(now, last_workspace="somewhere"))
    assert settings.load(file).last_workspace == "somewhere"


def test_the_kept_look_is_in_force_from_the_start(qapp: QApplication, file: Path) -> None:
    settings.save(Settings(theme="dark", text_size=125), file)
    Preferences(qapp, file)
    assert theme.is_dark()
    assert theme.scale() == 1.25
