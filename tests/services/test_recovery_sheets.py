from collections.abc import Iterator
from pathlib import Path

import pytest

from carfacilitator.services.openers import by_code
from carfacilitator.services.recovery_sheets import RecoverySheet, new_sheet
from carfacilitator.services.workspace import Circumstances, Services, create, open_with
from carfacilitator.sharing.door import NoOutlets
from tests.builders import CHEAP, ISLA, PASSPHRASE, a_setting


class Printer(NoOutlets):
    """Keeps what would stand on paper."""

    def __init__(self) -> None:
        self.pages: list[bytes] = []

    def print_pages(self, title: str, pages: object) -> bool:
        del title
        self.pages += pages  # type: ignore[arg-type]  # bytes of SVG
        return True


PRINTER = Printer()


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    setting = a_setting()
    made = create(tmp_path / "Isla.car", PASSPHRASE, ISLA, Circumstances(setting.clock, CHEAP, PRINTER))
    yield made
    made.close()


@pytest.fixture
def sheet(services: Services) -> RecoverySheet:
    return new_sheet(services)


def test_a_new_code_opens_the_workspace(services: Services, sheet: RecoverySheet) -> None:
    services.close()
    open_with(services.folder, by_code(sheet.code), a_setting()).close()


def test_the_code_stands_in_two_lines_and_nowhere_in_what_is_logged(sheet: RecoverySheet) -> None:
    assert " ".join(sheet.lines).split() == sheet.code.split("-")
    assert sheet.code not in repr(sheet)


def test_one_group_of_it_proves_that_it_was_written_down(sheet: RecoverySheet) -> None:
    groups = sheet.code.split("-")
    assert sheet.proves(2, groups[2].lower())
    assert not sheet.proves(2, "WRONG")


def test_it_is_printed_and_saved_through_the_door(services: Services, sheet: RecoverySheet, tmp_path: Path) -> None:
    PRINTER.pages.clear()
    assert sheet.print()
    assert sheet.lines[0].encode() in PRINTER.pages[0]
    saved = sheet.save(tmp_path / "code.txt")
    assert sheet.lines[1] in saved.read_text(encoding="utf-8")
    assert sorted(row.how for row in services.departures.rows()) == ["file", "paper"]


def test_a_code_that_was_never_written_down_is_dropped(services: Services, sheet: RecoverySheet) -> None:
    del sheet
    assert services.keyring.has_recovery_code()
    services.keyring.drop_recovery_code()
    assert not services.keyring.has_recovery_code()
