from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.model.terms import Verdict
from carfacilitator.services.workspace import Services
from tests.builders import a_case_study, a_draft, a_gatekeeper, a_sample_draft, a_workspace, an_anchor


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def draft(services: Services) -> UUID:
    return a_draft(services, a_case_study(services), a_sample_draft("keeping-a-tenancy-draft-4.docx"))


@pytest.fixture
def remark(services: Services, draft: UUID) -> UUID:
    pack = services.packs.make(services.packs.prepare(draft, a_gatekeeper(services))).stamp.id
    services.returns.heard(pack, "Too long.", an_anchor(services, draft, "dehumidifiers"))
    return services.combined_reviews.open(draft).remarks[0].id


def replies(services: Services, draft: UUID) -> list[str]:
    return [reply.text for thread in services.reviews.threads(draft) for reply in thread.replies]


def test_an_answer_that_is_put_anew_is_one_reply_still(services: Services, draft: UUID, remark: UUID) -> None:
    services.combined_reviews.answer(remark, Verdict.ACCEPTED, "We shall see.")
    (thread,) = services.reviews.threads(draft)
    services.reviews.reply(thread.id, "Ailsa agrees.")
    services.combined_reviews.answer(remark, Verdict.REJECTED, "It has to be so long.")
    assert sorted(replies(services, draft)) == ["Ailsa agrees.", "It has to be so long."]
    services.history.undo()
    assert sorted(replies(services, draft)) == ["Ailsa agrees.", "We shall see."]


def test_an_answer_that_is_taken_back_leaves_the_thread_and_may_come_again(
    services: Services, draft: UUID, remark: UUID
) -> None:
    services.combined_reviews.answer(remark, Verdict.ACCEPTED, "We shall see.")
    services.combined_reviews.answer(remark, Verdict.ACCEPTED)
    assert replies(services, draft) == []
    services.combined_reviews.answer(remark, Verdict.ACCEPTED, "Shorter now.")
    assert replies(services, draft) == ["Shorter now."]
