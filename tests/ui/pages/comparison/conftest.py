"""A workspace, and the page on which two Word files are compared."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator import paths
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.comparison.page import ComparisonPage
from tests.builders import a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = a_workspace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def files() -> tuple[Path, Path]:
    return (
        paths.resource("sample", "keeping-a-tenancy-draft-3.docx"),
        paths.resource("sample", "keeping-a-tenancy-draft-4.docx"),
    )


@pytest.fixture
def page(qtbot: QtBot, services: Services, desk: Desk) -> ComparisonPage:
    made = ComparisonPage(services, desk)
    qtbot.addWidget(made)
    made.resize(1300, 900)
    with qtbot.waitActive(made):
        made.show()
    return made
