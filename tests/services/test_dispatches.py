from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.services.dispatches import DispatchState, Lying
from carfacilitator.services.workspace import Services, open_workspace
from tests.builders import (
    PASSPHRASE,
    a_case_study,
    a_draft,
    a_gatekeeper,
    a_sample_draft,
    a_setting,
    a_workspace,
)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def study(services: Services) -> UUID:
    return a_case_study(services)


@pytest.fixture
def draft(services: Services, study: UUID) -> UUID:
    return a_draft(services, study, a_sample_draft("keeping-a-tenancy-draft-3.docx"))


def made(services: Services, draft: UUID, name: str = "Alan Petrie") -> UUID:
    plan = services.packs.prepare(draft, a_gatekeeper(services, name))
    return services.packs.make(plan).stamp.id


def test_where_a_pack_lies_is_known_after_a_start_and_told_from_a_changed_file(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    draft = a_draft(services, a_case_study(services), a_sample_draft("keeping-a-tenancy-draft-3.docx"))
    pack = made(services, draft)
    assert services.dispatches.saved(pack).lying is Lying.UNKNOWN
    document, *_ = services.packs.hand_over(services.packs.again(pack), tmp_path / "out")
    undoes = services.history.can_undo()
    services.dispatches.remember(pack, tmp_path / "elsewhere")
    services.dispatches.remember(pack, tmp_path / "out")
    assert services.history.can_undo() == undoes
    services.close()
    again = open_workspace(tmp_path / "Work.car", PASSPHRASE, a_setting())
    saved = again.dispatches.saved(pack)
    assert (saved.folder, saved.lying, saved.size) == (tmp_path / "out", Lying.AS_MADE, document.stat().st_size)
    document.write_bytes(document.read_bytes() + b" ")
    assert again.dispatches.saved(pack).lying is Lying.CHANGED
    document.unlink()
    assert again.dispatches.saved(pack).lying is Lying.GONE
    again.close()


def test_where_files_lie_is_not_said_while_others_look_on(services: Services, draft: UUID, tmp_path: Path) -> None:
    pack = made(services, draft)
    services.dispatches.remember(pack, tmp_path)
    services.discretion.enter()
    assert services.dispatches.saved(pack).folder is None


def test_a_pack_goes_from_saved_over_put_off_and_sent_to_back(services: Services, study: UUID, draft: UUID) -> None:
    pack = made(services, draft)

    def state() -> DispatchState:
        (row,) = services.dispatches.rows(study)
        return row.state

    assert state() is DispatchState.SAVED
    assert services.dispatches.remind(pack) == date(2026, 3, 11)
    assert state() is DispatchState.REMINDED
    services.packs.sent(pack)
    assert state() is DispatchState.SENT
    services.returns.heard(pack, "It reads well.")
    (row,) = services.dispatches.rows(study)
    assert (row.state, row.returns, row.back) == (DispatchState.BACK, 1, services.clock.now())


def test_packs_stand_by_draft_and_by_name(services: Services, study: UUID, draft: UUID) -> None:
    for name in ("Ruth McKay", "Alan Petrie"):
        made(services, draft, name)
    newer = a_draft(services, study, a_sample_draft("keeping-a-tenancy-draft-4.docx"))
    made(services, newer, "Fiona Grant")
    rows = services.dispatches.rows(study)
    assert [row.pack.gatekeeper for row in rows] == ["Fiona Grant", "Alan Petrie", "Ruth McKay"]
