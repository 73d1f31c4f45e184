from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.document.changes import changes
from carfacilitator.errors import RefusedError
from carfacilitator.model.terms import Audience, SanctionAnswer
from carfacilitator.services.pack_wording import PackWishes
from carfacilitator.services.publications import PublishAction
from carfacilitator.services.reports import ReportWish
from carfacilitator.services.rules import ObjectedError
from carfacilitator.services.sanctions import Request
from carfacilitator.services.workspace import Services
from carfacilitator.word.reader import read
from tests.builders import a_case_study, a_draft, a_gatekeeper, a_sample_draft, a_workspace

OUTPUT = "Report for the board"
DRAFTS = tuple(f"keeping-a-tenancy-draft-{number}.docx" for number in (3, 4))


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def study(services: Services) -> UUID:
    study = a_case_study(services)
    for name in DRAFTS:
        a_draft(services, study, a_sample_draft(name))
    keeper = a_gatekeeper(services, "Ruth McKay")
    services.sanctions.request(study, Request(output=OUTPUT, gatekeepers=(keeper,), author=True))
    return study


def agree(services: Services, study: UUID) -> None:
    for row in services.sanctions.ledger(study).rows:
        services.sanctions.answered(row.id, SanctionAnswer.AGREED)


def test_nothing_is_published_until_everybody_has_agreed(services: Services, study: UUID, tmp_path: Path) -> None:
    action = PublishAction(study, OUTPUT)
    (objection,) = services.publications.objections(action)
    assert objection.sentence == "‘Keeping a tenancy’ is not to be published yet: needs Ailsa Reid and Ruth McKay."
    with pytest.raises(ObjectedError):
        services.publications.publish(action)
    agree(services, study)
    assert not services.publications.objections(action)
    parcel = services.publications.publish(action)
    copy = read(parcel.data)
    assert (parcel.audience, len(copy.comments), changes(copy)) == (Audience.PUBLIC, 0, ())
    assert services.departures.save([parcel], tmp_path / "out")
    (row,) = services.publications.rows(study)
    assert (row.draft_number, row.agreed, row.asked, row.reason) == (2, 2, 2, "")
    services.publications.note(row.id)
    assert all(len(row.entries) == 2 for row in services.sanctions.ledger(study).rows)


def test_it_is_published_all_the_same_with_a_reason_that_is_kept(services: Services, study: UUID) -> None:
    services.publications.publish(PublishAction(study, OUTPUT), "The board ordered it.")
    (row,) = services.publications.rows(study)
    assert (row.reason, row.agreed) == ("The board ordered it.", 0)
    services.publications.remove(row.id)
    assert not services.publications.rows(study)


def test_who_was_overruled_has_it_in_what_happened(services: Services, study: UUID) -> None:
    first, _ = services.sanctions.ledger(study).rows
    services.sanctions.answered(first.id, SanctionAnswer.AGREED)
    services.publications.publish(PublishAction(study, OUTPUT), "The board ordered it.")
    services.publications.note(services.publications.rows(study)[0].id)
    said = [[entry.words for entry in row.entries][-1] for row in services.sanctions.ledger(study).rows]
    assert said == ["Agreed to draft 2", "Draft 2 was published all the same: The board ordered it."]


def test_a_pack_for_the_public_is_publishing_too(services: Services, study: UUID, tmp_path: Path) -> None:
    somebody = a_gatekeeper(services, "A reader", belongs_to=Audience.PUBLIC)
    draft = services.drafts.timeline(study)[-1].id
    made = services.packs.make(services.packs.prepare(draft, somebody, PackWishes()))
    with pytest.raises(ObjectedError):
        services.packs.hand_over(made, tmp_path / "out")


def test_an_output_that_nobody_was_asked_about_is_not_published(services: Services, study: UUID) -> None:
    agree(services, study)
    with pytest.raises(ObjectedError) as refused:
        services.publications.publish(PublishAction(study, "Article"))
    assert "nobody was asked" in refused.value.sentence


def test_no_other_way_to_the_public_is_open_either(services: Services, study: UUID, tmp_path: Path) -> None:
    """A draft that is marked for the public would leave as a report, were it not for who must agree."""
    old, new = (draft.id for draft in services.drafts.timeline(study))
    for draft in (old, new):
        services.drafts.amend(draft, audience=Audience.PUBLIC)
    report = services.reports.redline(old, new, ReportWish(Audience.PUBLIC))
    with pytest.raises(RefusedError):
        services.reports.hand_over(report, tmp_path / "refused")
    assert services.reports.hand_over(
        services.reports.redline(old, new, ReportWish(Audience.GROUP)), tmp_path / "to the group"
    )
    agree(services, study)
    with pytest.raises(RefusedError, match="draft 1 do not go to the public"):
        services.reports.hand_over(report, tmp_path / "the words of before")
    words = "It rained.", Audience.PUBLIC
    services.departures.copy_words(*words, f"parts of Draft:{new}")
    with pytest.raises(RefusedError, match="draft 1"):
        services.departures.copy_words(*words, f"parts of Draft:{old}")


def test_nothing_is_published_while_the_workspace_is_discreet(services: Services, study: UUID) -> None:
    agree(services, study)
    services.discretion.enter()
    with pytest.raises(RefusedError):
        services.publications.publish(PublishAction(study, OUTPUT))
    assert not services.publications.rows(study)
