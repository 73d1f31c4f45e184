"""A case study with three drafts and a comment, a printer, and the page of reports."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import Audience
from carfacilitator.services.workspace import Services, create
from carfacilitator.sharing.door import NoOutlets
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.reports.page import ReportsPage
from tests.builders import ISLA, PASSPHRASE, a_case_study, a_comment, a_draft, a_sample_draft, a_setting


class Printer(NoOutlets):
    """A computer with a printer."""

    def __init__(self) -> None:
        self.printed: list[tuple[str, int]] = []

    def print_pages(self, title: str, pages: Sequence[bytes]) -> bool:
        self.printed.append((title, len(pages)))
        return True


@pytest.fixture
def printer() -> Printer:
    return Printer()


@pytest.fixture
def services(tmp_path: Path, printer: Printer) -> Iterator[Services]:
    made = create(tmp_path / "Work.car", PASSPHRASE, ISLA, replace(a_setting(), outlets=printer))
    yield made
    made.close()


@pytest.fixture
def drafts(services: Services) -> list[UUID]:
    study = a_case_study(services)
    made = [a_draft(services, study, a_sample_draft(f"keeping-a-tenancy-draft-{number}.docx")) for number in (2, 3, 4)]
    a_comment(services, made[-1], "housing officer", "Alan is behind this.", Audience.FACILITATOR)
    a_comment(services, made[-1], "the", "How do we know?")
    return made


@pytest.fixture
def page(qtbot: QtBot, services: Services, desk: Desk) -> ReportsPage:
    made = ReportsPage(services, desk)
    qtbot.addWidget(made)
    made.resize(1224, 900)
    with qtbot.waitActive(made):
        made.show()
    return made
