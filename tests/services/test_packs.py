import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.errors import NotFoundError, RefusedError
from carfacilitator.model.clock import FixedClock
from carfacilitator.model.terms import Audience
from carfacilitator.services.packs import Asked, PackMade, PackWishes
from carfacilitator.services.workspace import Services
from carfacilitator.sharing.receipts import still_true
from tests.builders import NOON, a_case_study, a_comment, a_draft, a_gatekeeper, a_sample_draft, a_workspace

APRIL = date(2026, 4, 1)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def draft(services: Services) -> UUID:
    """Receive the third draft of the sample's tenancy study."""
    return a_draft(services, a_case_study(services), a_sample_draft("keeping-a-tenancy-draft-3.docx"))


@pytest.fixture
def alan(services: Services) -> UUID:
    return a_gatekeeper(services, "Alan Petrie", email="alan@example.org", role="Line manager")


def made(services: Services, draft: UUID, gatekeeper: UUID, wishes: PackWishes | None = None) -> PackMade:
    return services.packs.make(services.packs.prepare(draft, gatekeeper, wishes))


def test_a_pack_is_kept_to_the_byte_with_its_code_its_comments_and_what_was_asked(
    services: Services, draft: UUID, alan: UUID
) -> None:
    a_comment(services, draft, "tenancies", audience=Audience.PUBLIC)
    pack = made(services, draft, alan, PackWishes(asked=Asked.AGREE, reply_by=APRIL))
    (row,) = services.packs.rows()
    assert (row.id, row.code, row.gatekeeper, row.role, row.asked, row.reply_by, row.made_at, row.comments) == (
        pack.stamp.id,
        pack.stamp.code,
        "Alan Petrie",
        "Line manager",
        Asked.AGREE,
        APRIL,
        NOON,
        1,
    )
    assert (row.saved, row.handed_over_at, row.file_name) == (False, None, "Keeping a tenancy-Alan Petrie.docx")
    again = services.packs.again(row.id)
    assert again.document == pack.document
    assert again.text == pack.text
    assert services.packs.open(row.id) == row


def test_a_pack_leaves_as_three_files_and_the_receipt_holds_until_a_byte_changes(
    services: Services, draft: UUID, alan: UUID, tmp_path: Path
) -> None:
    pack = made(services, draft, alan)
    files = services.packs.hand_over(pack, tmp_path / "out")
    assert [file.name for file in files] == [
        "Keeping a tenancy-Alan Petrie.docx",
        "Keeping a tenancy-Alan Petrie.eml",
        "Keeping a tenancy-Alan Petrie.receipt.json",
    ]
    kept = {file.name: file.read_bytes() for file in files}
    told = json.loads(pack.receipt.data)
    assert (told["code"], told["recipient"], told["counts"]["comments"]) == (pack.stamp.code, "Alan Petrie", 0)
    assert still_true(pack.receipt.data, kept)
    kept[files[0].name] = kept[files[0].name][:-1] + b"x"
    assert not still_true(pack.receipt.data, kept)
    assert {row.recipient for row in services.departures.rows()} == {"Alan Petrie"}
    assert services.packs.open(pack.stamp.id).saved


def test_files_that_are_there_are_not_overwritten_unasked(
    services: Services, draft: UUID, alan: UUID, tmp_path: Path
) -> None:
    pack = made(services, draft, alan)
    services.packs.hand_over(pack, tmp_path)
    with pytest.raises(RefusedError):
        services.packs.hand_over(pack, tmp_path)
    services.packs.hand_over(pack, tmp_path, replace=True)


def test_a_pack_goes_no_further_than_it_was_made_for(services: Services, draft: UUID, alan: UUID) -> None:
    pack = made(services, draft, alan)
    services.departures.copy(pack.text)
    row = services.departures.rows()[0]
    assert (row.how, row.audience) == ("clipboard", Audience.LOCAL_MANAGER)
    assert not services.packs.open(pack.stamp.id).saved


def test_a_pack_that_was_sent_is_waited_for_and_late_after_its_day(services: Services, draft: UUID, alan: UUID) -> None:
    pack = made(services, draft, alan, PackWishes(reply_by=APRIL))
    assert services.packs.out() == []
    services.packs.sent(pack.stamp.id, "by hand")
    assert isinstance(services.clock, FixedClock)
    services.clock.instant = datetime(2026, 4, 3, 8, 0, tzinfo=UTC)
    (row,) = services.packs.out()
    assert (row.handed_over_how, row.handed_over_at, row.days_waiting, row.days_late) == ("by hand", NOON, 24, 2)
    services.packs.not_sent(row.id)
    assert services.packs.out() == []


def test_nobody_is_late_who_has_answered(services: Services, draft: UUID, alan: UUID) -> None:
    pack = made(services, draft, alan, PackWishes(reply_by=date(2026, 3, 7))).stamp.id
    services.packs.sent(pack)
    assert services.packs.open(pack).days_late == 3
    services.returns.mark_returned(pack)
    assert services.packs.open(pack).days_late == 0
    services.history.undo()
    assert services.packs.open(pack).days_late == 3


def test_packs_are_listed_for_a_case_study_and_for_a_gatekeeper(services: Services, draft: UUID, alan: UUID) -> None:
    ruth = a_gatekeeper(services, "Ruth McKay")
    first, second = (made(services, draft, keeper) for keeper in (alan, ruth))
    study_id = services.case_studies.rows()[0].id
    assert [row.id for row in services.packs.rows(study_id)] == [second.stamp.id, first.stamp.id]
    assert [row.id for row in services.packs.rows(gatekeeper_id=alan)] == [first.stamp.id]
    assert first.stamp.code != second.stamp.code
    services.packs.remove(first.stamp.id)
    assert [row.id for row in services.packs.rows()] == [second.stamp.id]
    with pytest.raises(NotFoundError):
        services.packs.open(first.stamp.id)


def test_undo_takes_a_pack_back(services: Services, draft: UUID, alan: UUID) -> None:
    made(services, draft, alan)
    assert services.history.undo() == "made a pack"
    assert services.packs.rows() == []
