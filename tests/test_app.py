import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carfacilitator import app
from carfacilitator.services import sample
from carfacilitator.services.workspace import Circumstances, Services
from carfacilitator.settings import Settings
from carfacilitator.ui import theme
from carfacilitator.ui.pages import PAGES
from carfacilitator.ui.shell import MainWindow
from tests.builders import CHEAP, PASSPHRASE, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = a_workspace(tmp_path)
    yield made
    made.close()


def test_a_window_is_built_on_an_open_workspace_with_all_pages(
    qtbot: QtBot, qapp: QApplication, services: Services
) -> None:
    theme.apply(qapp, Settings(theme="light"))
    window = app.build(services)
    qtbot.addWidget(window)
    window.show()
    assert len(window.stack.pages) == len(PAGES)


@pytest.fixture(scope="module")
def sample_services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """The sample workspace, made once for all looks at it."""
    made = sample.create(tmp_path_factory.mktemp("sample") / "Sample.car", PASSPHRASE, Circumstances(cost=CHEAP))
    yield made
    made.close()


@pytest.fixture(scope="module")
def window(qapp: QApplication, sample_services: Services) -> Iterator[MainWindow]:
    """One window with all pages, which tests look at and leave as it is."""
    theme.apply(qapp, Settings(theme="light"))
    made = app.build(sample_services)
    made.resize(1440, 900)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    qapp.processEvents()


def test_no_action_of_a_page_is_left_without_a_deed(window: MainWindow) -> None:
    assert not [action.id for page in window.stack.pages for action in page.commands.unbound()]


def test_the_parts_that_come_after_the_first_paint_can_be_loaded() -> None:
    assert app.load().pages is app.make_pages


def test_the_first_window_opens_paints_itself_and_closes(tmp_path: Path) -> None:
    environment = {**os.environ, "CARFACILITATOR_DATA": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-m", "carfacilitator", "--check-window"], env=environment, check=False)
    assert done.returncode == 0


def test_without_a_screen_one_plain_sentence_says_so(tmp_path: Path) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("other systems have a screen")
    kept = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    kept.pop("QT_QPA_PLATFORM", None)
    environment = {**kept, "CARFACILITATOR_DATA": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "carfacilitator"], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "sudo apt install" in done.stderr or "sudo dnf install" in done.stderr
