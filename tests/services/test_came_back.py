from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.model.terms import Audience, Verdict
from carfacilitator.services.came_back import CameBack, waiting
from carfacilitator.services.combined_reviews import EditChoice
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.workspace import Services
from carfacilitator.word.reader import read
from tests.builders import NOON, a_case_study, a_comment, a_draft, a_gatekeeper, a_sample_draft, a_workspace
from tests.imitated_word import WordDesk


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def draft(services: Services) -> UUID:
    """Return a draft to which Fiona answered in Word and Ruth by telephone."""
    made = a_draft(services, a_case_study(services), a_sample_draft("keeping-a-tenancy-draft-4.docx"))
    a_comment(services, made, "badminton", "Is this fair?", Audience.PUBLIC)
    packs = {
        name: services.packs.make(services.packs.prepare(made, a_gatekeeper(services, name)))
        for name in ("Fiona Grant", "Ruth McKay", "Alan Petrie")
    }
    desk = WordDesk(packs["Fiona Grant"].document.data, "Fiona Grant")
    desk.comment("Nobody was hurt.", "Whose view is this?")
    desk.insert("By the third night", " or so")
    data = desk.save()
    services.returns.receive(OpenedFile("back.docx", data, read(data)))
    services.returns.heard(packs["Ruth McKay"].stamp.id, "Number nine is easily found.")
    return made


def what_waits(services: Services) -> tuple[CameBack, ...]:
    with services.database.reading() as session:
        return waiting(session, services.returns.rows(), date(2026, 3, 12))


def test_what_came_back_waits_with_how_much_of_it_is_undecided(services: Services, draft: UUID) -> None:
    (one,) = what_waits(services)
    assert (one.draft_id, one.people, one.days) == (draft, ("Fiona Grant", "Ruth McKay"), 2)
    assert (one.remarks, one.undecided, one.edits, one.decided) == (2, 2, 1, 0)


def test_it_waits_until_all_is_decided_and_a_new_draft_is_made_of_it(services: Services, draft: UUID) -> None:
    review = services.combined_reviews.open(draft)
    for remark in review.remarks:
        services.combined_reviews.answer(remark.id, Verdict.ACCEPTED)
    services.combined_reviews.decide(draft, review.edits[0].key, EditChoice(verdict=Verdict.ACCEPTED))
    (one,) = what_waits(services)
    assert (one.undecided, one.decided) == (0, 1)
    services.results.make_draft(draft)
    assert what_waits(services) == ()


@pytest.mark.usefixtures("draft")
def test_a_pack_that_came_back_with_nothing_to_add_waits_for_nobody(services: Services) -> None:
    for row in services.returns.rows():
        services.returns.remove(row.id)
    alan = next(row for row in services.packs.rows() if row.gatekeeper == "Alan Petrie")
    services.packs.sent(alan.id, "email", NOON)
    assert [row.gatekeeper for row in services.today.view().packs_out] == ["Alan Petrie"]
    services.returns.mark_returned(alan.id)
    assert what_waits(services) == ()
    assert services.today.view().packs_out == ()
