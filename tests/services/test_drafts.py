from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from carfacilitator.errors import KnownError, NotFoundError
from carfacilitator.model.terms import Audience
from carfacilitator.services.drafts import Arrival
from carfacilitator.services.workspace import Services
from tests.builders import NOON, a_case_study, a_comment, a_draft, a_file, a_workspace

FLOOD = "When the water came in November forty-one tenancies were at risk in two streets of the town."
WALKED = "I walked to the door of every house, and I wrote down what I heard there, with leave of those who said it."
LETTER = "A letter is not contact. Nobody whom I asked could tell me what the letters had meant to say."
FIRST = a_file("# Keeping a tenancy", FLOOD, WALKED, LETTER, name="first.docx")
SECOND = a_file("# Keeping a tenancy", FLOOD.replace("forty-one", "thirty-nine"), LETTER, WALKED, name="second.docx")
BUS = a_file("# The bus", "There is no bus in the afternoon, and nobody knows that there is none.", name="bus.docx")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def test_a_received_draft_becomes_the_latest_and_its_bytes_are_kept(services: Services) -> None:
    study_id = a_case_study(services)
    received = services.drafts.receive_draft(study_id, FIRST, Arrival(how="email"))
    (row,) = services.drafts.timeline(study_id)
    assert (row.id, row.number, row.received_at, row.arrived_by, row.received_from, row.file_name) == (
        received.id,
        1,
        NOON,
        "email",
        "Ailsa Reid",
        "first.docx",
    )
    assert (row.words, row.size, row.audience) == (62, len(FIRST.data), Audience.AUTHOR)
    assert services.drafts.original(received.id) == FIRST
    assert services.drafts.document(received.id) == FIRST.document
    assert services.drafts.open(received.id) == row
    study = services.case_studies.rows()[0]
    assert study.latest is not None
    assert (study.drafts, study.latest.number, study.latest.words) == (1, 1, row.words)


def test_drafts_stand_on_the_timeline_in_their_order(services: Services) -> None:
    study_id, other_id = a_case_study(services), a_case_study(services, "The bus")
    services.drafts.receive_draft(study_id, FIRST)
    services.drafts.receive_draft(other_id, BUS)
    services.drafts.receive_draft(study_id, SECOND)
    assert [(row.number, row.file_name) for row in services.drafts.timeline(study_id)] == [
        (1, "first.docx"),
        (2, "second.docx"),
    ]
    assert len(services.drafts.rows()) == 3


def test_a_draft_that_came_earlier_by_hand_and_after_others_unseen_says_so(services: Services) -> None:
    study_id = a_case_study(services)
    came = datetime(2026, 3, 4, 18, 0, tzinfo=UTC)
    arrival = Arrival(how="by hand", from_whom="Jean Lockhart", received_at=came, number=5, note="Typed by me.")
    services.drafts.receive_draft(study_id, FIRST, arrival)
    (row,) = services.drafts.timeline(study_id)
    assert (row.number, row.received_at, row.received_from, row.note) == (5, came, "Jean Lockhart", "Typed by me.")
    assert services.drafts.receive_draft(study_id, SECOND).number == 6


def test_a_number_that_is_taken_is_refused_and_nothing_is_kept(services: Services) -> None:
    study_id = a_case_study(services)
    services.drafts.receive_draft(study_id, FIRST)
    with pytest.raises(KnownError, match="draft 2 at the earliest"):
        services.drafts.receive_draft(study_id, SECOND, Arrival(number=1))
    assert len(services.drafts.rows()) == 1


def test_the_same_bytes_again_are_told_which_draft_they_are(services: Services) -> None:
    study_id, other_id = a_case_study(services), a_case_study(services, "The bus")
    services.drafts.receive_draft(study_id, FIRST)
    for study in (study_id, other_id):
        with pytest.raises(KnownError, match="draft 1 of ‘Keeping a tenancy’"):
            services.drafts.receive_draft(study, FIRST)
    with pytest.raises(KnownError, match="draft 1 of ‘Keeping a tenancy’"):
        services.drafts.propose(FIRST)
    assert len(services.drafts.rows()) == 1


def test_the_case_study_that_reads_alike_is_proposed_first(services: Services) -> None:
    bus_id, tenancy_id = a_case_study(services, "The bus"), a_case_study(services)
    services.drafts.receive_draft(bus_id, BUS)
    services.drafts.receive_draft(tenancy_id, FIRST)
    first, second = services.drafts.propose(SECOND)
    assert (first.case_study_id, first.title, first.author, first.number) == (
        tenancy_id,
        "Keeping a tenancy",
        "Ailsa Reid",
        2,
    )
    assert first.by_title == 100
    assert first.by_text > 70
    assert (second.case_study_id, second.by_text) == (bus_id, 0)


def test_where_there_is_no_draft_yet_the_title_decides(services: Services) -> None:
    a_case_study(services, "The bus")
    tenancy_id = a_case_study(services)
    first, _ = services.drafts.propose(FIRST)
    assert (first.case_study_id, first.number, first.by_text) == (tenancy_id, 1, 0)


def test_a_snapshot_is_named_and_a_note_is_added(services: Services) -> None:
    draft_id = services.drafts.receive_draft(a_case_study(services), FIRST).id
    services.drafts.amend(draft_id, name="sent to Ailsa 4 March", note=" Read on the train. ")
    row = services.drafts.open(draft_id)
    assert (row.name, row.note) == ("sent to Ailsa 4 March", "Read on the train.")


def test_only_the_newest_draft_can_be_removed_and_its_number_is_free_again(services: Services) -> None:
    study_id = a_case_study(services)
    first, second = (services.drafts.receive_draft(study_id, file).id for file in (FIRST, SECOND))
    with pytest.raises(KnownError, match="newest"):
        services.drafts.remove(first)
    services.drafts.remove(second)
    with pytest.raises(NotFoundError):
        services.drafts.document(second)
    again = services.drafts.receive_draft(study_id, SECOND)
    assert again.number == 2
    assert services.drafts.original(again.id).data == SECOND.data


def test_undo_takes_an_arrival_back_whole_and_redo_brings_it_again(services: Services) -> None:
    study_id = a_case_study(services)
    services.drafts.receive_draft(study_id, FIRST)
    services.drafts.receive_draft(study_id, SECOND)
    assert services.history.undo() == "received a draft"
    assert [row.number for row in services.drafts.timeline(study_id)] == [1]
    assert services.history.redo() == "received a draft"
    assert [row.number for row in services.drafts.timeline(study_id)] == [1, 2]


def test_listeners_hear_that_drafts_and_comments_may_have_changed(services: Services) -> None:
    heard: list[frozenset[str]] = []
    study_id = a_case_study(services)
    services.on_change(heard.append)
    services.drafts.receive_draft(study_id, FIRST)
    assert {"Draft", "StoredFile"} <= heard[0]


def test_an_older_draft_is_made_the_newest_and_all_others_stay(services: Services) -> None:
    study_id = a_case_study(services)
    first = a_draft(services, study_id, FIRST)
    second = a_draft(services, study_id, SECOND)
    services.drafts.amend(first, name="as she liked it")
    comment_id = a_comment(services, second, LETTER[:10])
    restored = services.drafts.restore(first)
    one, two, three = services.drafts.timeline(study_id)
    assert (one.id, two.id, three.id) == (first, second, restored.id)
    assert (three.number, three.sha256, three.words) == (3, one.sha256, one.words)
    assert (three.arrived_by, three.note, three.name) == ("restored", "Draft 1 once more.", "")
    assert [thread.id for thread in services.reviews.threads(restored.id)] == [comment_id]
    assert services.drafts.original(restored.id).data == FIRST.data
    services.history.undo()
    assert [row.id for row in services.drafts.timeline(study_id)] == [first, second]


def test_the_newest_draft_needs_no_restoring(services: Services) -> None:
    draft_id = a_draft(services, a_case_study(services), FIRST)
    with pytest.raises(KnownError, match="newest draft already"):
        services.drafts.restore(draft_id)


def test_drafts_that_arrived_out_of_order_are_put_right_and_one_undo_puts_them_back(services: Services) -> None:
    study_id = a_case_study(services)
    later, earlier = (a_draft(services, study_id, file) for file in (SECOND, FIRST))
    for ids in ([earlier, later], [later, earlier]):
        services.drafts.reorder(study_id, ids)
        assert [(row.number, row.id) for row in services.drafts.timeline(study_id)] == list(enumerate(ids, 1))
    services.history.undo()
    assert [row.id for row in services.drafts.timeline(study_id)] == [earlier, later]
    services.history.undo()
    assert [row.id for row in services.drafts.timeline(study_id)] == [later, earlier]
    services.history.redo()
    assert [row.id for row in services.drafts.timeline(study_id)] == [earlier, later]


def test_the_newest_draft_of_every_case_study_is_listed(services: Services) -> None:
    one, two = a_case_study(services, "One"), a_case_study(services, "Two", "Tom Baird")
    for study_id, number in ((one, 1), (one, 2), (two, 1)):
        a_draft(services, study_id, a_file(f"{study_id} {number}"))
    assert [(row.case_study, row.number) for row in services.drafts.latest()] == [("One", 2), ("Two", 1)]
