from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator import paths
from carfacilitator.errors import KnownError, RefusedError
from carfacilitator.model.terms import Audience
from carfacilitator.services.workspace import Services, create, open_workspace
from carfacilitator.sharing.door import NoOutlets
from tests.builders import ISLA, PASSPHRASE, a_case_study, a_draft, a_sample_draft, a_setting

FILE = a_sample_draft("keeping-a-tenancy-draft-1.docx")


class Desk(NoOutlets):
    """A computer with a program for every file."""

    def __init__(self) -> None:
        self.opened: list[Path] = []

    def open_file(self, file: Path) -> bool:
        self.opened.append(file)
        return True


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def services(tmp_path: Path, desk: Desk) -> Iterator[Services]:
    services = create(tmp_path / "Work.car", PASSPHRASE, ISLA, replace(a_setting(), outlets=desk))
    yield services
    services.close()


@pytest.fixture
def draft(services: Services) -> UUID:
    return a_draft(services, a_case_study(services), FILE)


def test_the_file_is_opened_as_it_arrived_and_the_facilitator_is_told_that_it_lies_in_the_open(
    services: Services, draft: UUID, desk: Desk
) -> None:
    lent = services.originals.open(draft)
    assert desk.opened == [lent.file]
    assert lent.file.read_bytes() == FILE.data
    assert lent.opened
    assert "outside the encrypted workspace" in lent.sentence
    assert [row.how for row in services.departures.rows()] == ["program", "file"]
    assert [(one.file, one.draft_id, one.altered) for one in services.originals.lent()] == [(lent.file, draft, False)]


def test_opening_it_again_lays_down_no_second_copy(services: Services, draft: UUID, desk: Desk) -> None:
    assert services.originals.open(draft).file == services.originals.open(draft).file
    assert len(desk.opened) == 2
    assert len(services.originals.lent()) == 1


def test_closing_the_workspace_takes_it_back(services: Services, draft: UUID) -> None:
    services.originals.open(draft)
    services.close()
    assert not paths.lent_folder(services.folder).exists()


def test_a_copy_that_was_altered_stays_until_it_is_discarded(services: Services, draft: UUID) -> None:
    file = services.originals.open(draft).file
    file.write_bytes(b"altered in Word")
    with pytest.raises(KnownError, match="changed since"):
        services.originals.open(draft)
    assert [(left.file, left.altered) for left in services.originals.take_back()] == [(file, True)]
    services.originals.discard(file)
    assert services.originals.lent() == []


def test_a_draft_for_the_facilitator_only_is_not_laid_in_the_open(services: Services, draft: UUID) -> None:
    services.drafts.amend(draft, audience=Audience.FACILITATOR)
    with pytest.raises(RefusedError, match="facilitator only"):
        services.originals.open(draft)
    assert services.originals.lent() == []


def test_without_a_program_for_it_the_file_is_there_all_the_same(tmp_path: Path) -> None:
    services = create(tmp_path / "Plain.car", PASSPHRASE, ISLA, a_setting())
    lent = services.originals.open(a_draft(services, a_case_study(services), FILE))
    assert not lent.opened
    assert lent.sentence.startswith("No program was found")
    services.close()


def test_what_a_crash_left_lying_in_the_open_is_taken_back_at_the_next_start(
    services: Services, draft: UUID, tmp_path: Path
) -> None:
    file = services.originals.open(draft).file
    left = file.read_bytes()
    services.close()
    file.parent.mkdir(parents=True)
    file.write_bytes(left)
    again = open_workspace(tmp_path / "Work.car", PASSPHRASE, a_setting())
    assert not file.exists()
    again.close()


def test_copies_of_files_that_are_to_be_erased_go_whatever_was_done_to_them(services: Services, draft: UUID) -> None:
    file = services.originals.open(draft).file
    file.write_bytes(b"altered in Word")
    services.originals.forget(["0" * 64])
    assert file.exists()
    services.originals.forget([services.drafts.open(draft).sha256])
    assert not file.exists()
