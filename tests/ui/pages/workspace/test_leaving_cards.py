from collections.abc import Callable
from pathlib import Path

import pytest

from carfacilitator.services import archives
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.workspace.leaving_cards import ArchiveCard, ExportCard, new_folder
from carfacilitator.ui.pages.workspace.page import WorkspacePage
from tests.ui.conftest import Answers

AGREED = "seven boats in the harbour"


def test_everything_is_exported_to_a_new_folder_after_a_warning(
    page: WorkspacePage, services: Services, answers: Answers, tmp_path: Path, settled: Callable[[], None]
) -> None:
    card = ExportCard(services, page)
    answers.yes, answers.file = True, tmp_path / "out"
    card.export.click()
    settled()
    (folder,) = (tmp_path / "out").iterdir()
    assert folder.name == "Work export 2026-03-10"
    assert (folder / "READ ME FIRST.txt").exists()
    assert answers.asked[0] == "Export everything?"
    card.deleteLater()


def test_who_thinks_better_of_it_exports_nothing(
    page: WorkspacePage, services: Services, answers: Answers, tmp_path: Path
) -> None:
    card = ExportCard(services, page)
    answers.yes, answers.file = False, tmp_path / "out"
    card.export.click()
    assert not (tmp_path / "out").exists()
    card.deleteLater()


def test_an_archive_needs_a_passphrase_and_lies_beside_its_key(
    page: WorkspacePage, services: Services, answers: Answers, tmp_path: Path, settled: Callable[[], None]
) -> None:
    card = ArchiveCard(services, page)
    answers.file = tmp_path / "out"
    card.archive.click()
    assert not (tmp_path / "out").exists()
    for field in (card.passphrase.first, card.passphrase.again):
        field.line.setText(AGREED)
    card.archive.click()
    settled()
    key = tmp_path / "out" / "Work archive 2026-03-10.carkey"
    assert archives.read_key(key.read_bytes(), AGREED)
    assert card.passphrase.text == ""
    card.deleteLater()


@pytest.mark.usefixtures("desk")
def test_a_second_folder_of_a_day_has_a_number(services: Services, tmp_path: Path, desk: Desk) -> None:
    del desk
    new_folder(tmp_path, services, "export").mkdir()
    assert new_folder(tmp_path, services, "export").name == "Work export 2026-03-10 2"
