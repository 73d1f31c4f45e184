from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.model.clock import FixedClock
from carfacilitator.model.terms import Verdict
from carfacilitator.services.workspace import Services
from tests.builders import a_case_study, a_draft, a_gatekeeper, a_sample_draft, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def pack(services: Services) -> UUID:
    draft = a_draft(services, a_case_study(services), a_sample_draft("keeping-a-tenancy-draft-4.docx"))
    return services.packs.make(services.packs.prepare(draft, a_gatekeeper(services))).stamp.id


def asked_about(services: Services) -> list[UUID]:
    return [one.pack.id for one in services.today.view().unsent]


def test_a_pack_that_was_put_off_is_asked_about_on_its_day(services: Services, pack: UUID) -> None:
    assert asked_about(services) == [pack]
    day = services.dispatches.remind(pack)
    assert asked_about(services) == []
    assert isinstance(services.clock, FixedClock)
    services.clock.instant += timedelta(1)
    (one,) = services.today.view().unsent
    assert (one.pack.id, one.remind_on) == (pack, day)
    services.packs.sent(pack)
    assert asked_about(services) == []


def test_a_pack_that_was_answered_is_not_asked_about(services: Services, pack: UUID) -> None:
    services.returns.mark_returned(pack)
    assert asked_about(services) == []


def test_an_answer_is_due_once_all_is_decided_and_until_it_is_sent(services: Services, pack: UUID) -> None:
    def due() -> list[UUID]:
        return [one.id for one in services.today.view().answers_due]

    taken = services.returns.heard(pack, "Number nine is easily found.")
    assert due() == []
    (remark,) = services.combined_reviews.open(taken.draft_id).remarks
    services.combined_reviews.answer(remark.id, Verdict.ACCEPTED, "Thank you.")
    assert due() == [pack]
    services.answers.sent(pack)
    assert due() == []


def test_nothing_is_due_to_whoever_had_nothing_to_add(services: Services, pack: UUID) -> None:
    services.returns.mark_returned(pack)
    assert services.today.view().answers_due == ()
