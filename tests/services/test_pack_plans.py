from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.document.blocks import Document
from carfacilitator.errors import RefusedError
from carfacilitator.model.terms import Audience
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.packs import PackWishes
from carfacilitator.services.workspace import Services
from tests.builders import a_case_study, a_comment, a_draft, a_gatekeeper, a_sample_draft, a_workspace

SECRET = "Zanzibarword"


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


def test_only_open_comments_with_a_place_that_reach_the_gatekeeper_go_out(
    services: Services, draft: UUID, alan: UUID
) -> None:
    a_comment(services, draft, "tenancies", "For managers", Audience.LOCAL_MANAGER)
    a_comment(services, draft, "tenants", "For everybody", Audience.PUBLIC)
    for audience in (Audience.FACILITATOR, Audience.AUTHOR, Audience.AUTHOR, Audience.GROUP):
        a_comment(services, draft, "flood", SECRET, audience)
    services.reviews.resolve(a_comment(services, draft, "council", SECRET, Audience.PUBLIC))
    plan = services.packs.prepare(draft, alan)
    assert {going.text for going in plan.going} == {"For managers", "For everybody"}
    assert plan.staying == {Audience.FACILITATOR: 1, Audience.AUTHOR: 2, Audience.GROUP: 1}
    assert (plan.resolved, plan.without_place, plan.left_out, plan.earlier_drafts) == (1, 0, 0, 0)
    assert (plan.audience, plan.draft_number, plan.to_address) == (Audience.LOCAL_MANAGER, 1, "alan@example.org")


def test_a_comment_may_be_left_out_by_hand(services: Services, draft: UUID, alan: UUID) -> None:
    comment_id = a_comment(services, draft, "tenancies", audience=Audience.PUBLIC)
    plan = services.packs.prepare(draft, alan, PackWishes(leave_out=frozenset({comment_id})))
    assert (plan.going, plan.left_out) == ((), 1)


def test_what_came_inside_the_file_is_counted_and_earlier_drafts_stay(services: Services, alan: UUID) -> None:
    study_id = a_case_study(services)
    a_draft(services, study_id, a_sample_draft("keeping-a-tenancy-draft-3.docx"))
    draft = a_draft(services, study_id, a_sample_draft("keeping-a-tenancy-draft-4.docx"))
    plan = services.packs.prepare(draft, alan)
    assert plan.earlier_drafts == 1
    assert (plan.inside.comments, plan.inside.changes > 0, plan.inside.names > 0) == (2, True, True)


def test_a_gatekeeper_who_counts_as_the_facilitator_gets_nothing(services: Services, draft: UUID) -> None:
    keeper = a_gatekeeper(services, "Nobody", belongs_to=Audience.FACILITATOR)
    with pytest.raises(RefusedError):
        services.packs.prepare(draft, keeper)


def test_a_draft_without_text_makes_a_pack_too(services: Services, alan: UUID) -> None:
    file = a_sample_draft("quarter-to-three-draft-1.docx")
    draft = a_draft(services, a_case_study(services), OpenedFile(file.name, file.data, Document()))
    assert services.packs.prepare(draft, alan).going == ()


@pytest.mark.parametrize(
    ("job", "called"),
    [("Housing officer", "a housing officer"), ("Analyst", "an analyst"), ("NHS manager", "an NHS manager"), (" ", "")],
)
def test_the_author_is_called_by_the_job_and_never_by_name(
    services: Services, alan: UUID, job: str, called: str
) -> None:
    draft = a_draft(services, a_case_study(services), a_sample_draft("quarter-to-three-draft-1.docx"))
    services.people.amend(services.people.rows()[0].id, job=job)
    cover = services.packs.prepare(draft, alan).cover
    assert cover.about == (f"A case study by {called}. Draft 1, " if called else "Draft 1 of a case study, ") + (
        "10 March 2026."
    )
    assert "Ailsa" not in f"{cover}"


def test_file_names_fit_every_system(services: Services, alan: UUID) -> None:
    draft = a_draft(
        services, a_case_study(services, "What? A: title/" + "x" * 200), a_sample_draft("quarter-to-three-draft-1.docx")
    )
    document, message, receipt = services.packs.prepare(draft, alan).file_names
    assert document.startswith("What A title xxx")
    assert (document[-5:], message[-4:], receipt[-13:]) == (".docx", ".eml", ".receipt.json")
    assert len(document) < 120
