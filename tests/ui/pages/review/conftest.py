"""The review page on the sample workspace's tenancy study: draft 4 beside draft 3, with its comments."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.services import sample
from carfacilitator.services.workspace import Circumstances, Services, open_workspace
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.review.page import ReviewPage
from tests.builders import CHEAP, PASSPHRASE


@pytest.fixture(scope="session")
def kept_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("review") / "Sample.car"
    sample.create(folder, PASSPHRASE, Circumstances(cost=CHEAP)).close()
    return folder


@pytest.fixture
def services(kept_sample: Path, tmp_path: Path) -> Iterator[Services]:
    folder = Path(shutil.copytree(kept_sample, tmp_path / "Sample.car"))
    opened = open_workspace(folder, PASSPHRASE, Circumstances(cost=CHEAP))
    yield opened
    opened.close()


@pytest.fixture
def page(qtbot: QtBot, services: Services, desk: Desk) -> ReviewPage:
    made = ReviewPage(services, desk)
    qtbot.addWidget(made)
    services.on_change(made.announce)
    made.resize(1350, 900)
    with qtbot.waitActive(made):
        made.show()
    study = next(row for row in services.case_studies.rows() if row.title.startswith("Keeping a tenancy"))
    made.open(study.id)
    qtbot.waitUntil(lambda: bool(made.review.comments.cards))
    return made
