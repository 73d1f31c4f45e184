from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from carfacilitator.document.anchors import AnchorState
from carfacilitator.document.items import ItemKind
from carfacilitator.errors import KnownError
from carfacilitator.model.terms import Audience, SanctionAnswer
from carfacilitator.services import sample
from carfacilitator.services.drafts import DraftRow
from carfacilitator.services.rules import PackAction
from carfacilitator.services.workspace import Services, open_workspace
from tests.builders import CHEAP, PASSPHRASE, a_setting

TENANCY = "Keeping a tenancy after the flood"


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    services = sample.create(tmp_path_factory.mktemp("sample") / "Sample.car", PASSPHRASE, a_setting())
    yield services
    services.close()


def latest_tenancy_draft(services: Services) -> DraftRow:
    return [row for row in services.drafts.rows() if row.case_study == TENANCY][-1]


def test_two_sites_are_alive_in_it(services: Services) -> None:
    counts = (
        len(services.partnerships.rows()),
        len(services.groups.rows()),
        len(services.people.rows()),
        len(services.gatekeepers.rows()),
        len(services.meetings.rows()),
        len(services.mentoring.rows()),
        len(services.case_studies.rows()),
        len(services.drafts.rows()),
        len(services.packs.rows()),
    )
    assert counts == (2, 6, 38, 13, 22, 13, 10, 10, 6)
    assert services.facilitators.owner().name == "Dr Isla Munro"


def test_it_stands_still_on_a_tuesday_in_march_also_when_it_is_opened_again(services: Services) -> None:
    assert services.clock.now() == datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
    assert services.today.view().day == date(2026, 3, 10)


def test_comments_were_carried_as_in_life(services: Services) -> None:
    draft = latest_tenancy_draft(services)
    carried = [thread for thread in services.reviews.threads(draft.id) if thread.begun_on < draft.number]
    states = [thread.place.state for thread in carried]
    assert len(carried) == 11
    assert states.count(AnchorState.EXACT) == 7
    assert states.count(AnchorState.ORPHAN) == 2
    assert draft.unsure >= 2
    assert len(services.reviews.threads(draft.id)) == 16, "two of them were made of what gatekeepers remarked"


def test_what_the_facilitator_said_bears_the_name_of_the_owner(services: Services) -> None:
    authors = {thread.author for row in services.drafts.rows() for thread in services.reviews.threads(row.id)}
    assert "Dr Isla Munro" in authors
    assert "Isla Munro" not in authors


def test_every_audience_and_kind_of_comment_is_met_that_pages_show(services: Services) -> None:
    threads = [thread for row in services.drafts.rows() for thread in services.reviews.threads(row.id)]
    assert {Audience.FACILITATOR, Audience.AUTHOR, Audience.GROUP} <= {thread.audience for thread in threads}
    assert {thread.kind.letter for thread in threads} == set("IAWPEV")
    assert any(thread.replies for thread in threads)


def test_packs_are_out_and_two_of_them_late(services: Services) -> None:
    out = [row for row in services.packs.out() if not services.returns.rows(pack_id=row.id)]
    assert sorted(row.days_late for row in out) == [0, 5, 5]
    assert all(row.handed_over_how == "email" for row in out)


def test_what_came_back_of_a_study_waits_to_be_decided_in_every_way_there_is(services: Services) -> None:
    review = services.combined_reviews.open(latest_tenancy_draft(services).id)
    assert [(voice.person, voice.how) for voice in review.voices] == [
        ("Alan Petrie", "file"),
        ("Fiona Grant", "file"),
        ("Kirsten Dow", "email"),
        ("Alan Petrie", "telephone"),
    ]
    assert {edit.kind for edit in review.edits} == {ItemKind.SINGLE, ItemKind.AGREED, ItemKind.CONFLICT}
    assert [edit.silent for edit in review.edits].count(True) == 1
    assert [edit.decision is not None for edit in review.edits].count(True) == 2
    assert review.lost, "some of it was said of words that the author has changed since"
    assert [remark.text for remark in review.remarks if remark.inferred] == [
        "Two readers, please. I can lend you somebody from rents for a morning."
    ]
    assert len([remark for remark in review.remarks if remark.same_as]) == 1
    assert len([remark for remark in review.remarks if remark.verdict]) == 2
    assert len([remark for remark in review.remarks if remark.anchor is None]) == 2
    assert {remark.audience for remark in review.remarks} == {Audience.AUTHOR, Audience.FACILITATOR}


def test_a_report_waits_for_those_who_must_agree_to_it(services: Services) -> None:
    study = next(row for row in services.case_studies.rows() if row.title == "After the consultation")
    ledger = services.sanctions.ledger(study.id)
    assert [(row.gatekeeper, row.answer, row.days_late) for row in ledger.rows] == [
        ("Tom Baird", SanctionAnswer.AGREED, 0),
        ("Kirsten Dow", SanctionAnswer.AGREED, 0),
        ("Fiona Grant", SanctionAnswer.CONDITIONS, 0),
        ("Ruth McKay", SanctionAnswer.NONE, 5),
        ("Alan Petrie", SanctionAnswer.NONE, 5),
    ]
    assert [row.how for row in ledger.rows] == ["in person", "by email", "by letter", "", ""]
    assert not ledger.may_publish


def test_a_clause_holds_until_the_author_agrees(services: Services) -> None:
    alan = next(row for row in services.gatekeepers.rows() if row.name == "Alan Petrie")
    drafts = {row.case_study: row.id for row in services.drafts.rows()}
    objections = {title: services.rules.objections(PackAction(id_, alan.id)) for title, id_ in drafts.items()}
    assert not objections[TENANCY]
    assert [one.clause for one in objections["Quarter to three"]] == ["Clause 3"]


def test_the_day_has_a_next_meeting_and_drafts_that_wait(services: Services) -> None:
    view = services.today.view()
    assert view.next_meeting is not None
    assert (view.next_meeting.meeting.title, view.next_meeting.days) == ("Meeting 4", 2)
    assert [one.draft.case_study for one in view.waiting] == ["Quarter to three", TENANCY]
    assert len(view.ahead) == 3


def test_what_made_it_cannot_be_undone_but_is_in_its_history(services: Services) -> None:
    assert services.history.can_undo() is None
    assert len(services.history.events(most=1000)) > 100


def test_nothing_is_made_over_something_else_and_nothing_half(tmp_path: Path) -> None:
    (tmp_path / "There.car").mkdir()
    with pytest.raises(KnownError):
        sample.create(tmp_path / "There.car", PASSPHRASE, a_setting())
    assert [entry.name for entry in tmp_path.iterdir()] == ["There.car"]


def test_the_sample_opens_with_its_passphrase_like_any_other(services: Services) -> None:
    assert services.folder.name == "Sample.car"
    assert CHEAP.memory == 8
    with pytest.raises(KnownError):
        open_workspace(services.folder, PASSPHRASE, a_setting())
