from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.errors import KnownError, RefusedError
from carfacilitator.model.terms import Audience
from carfacilitator.services.handover_imports import Choice, Difference, Incoming
from carfacilitator.services.handovers import HandoverWish
from carfacilitator.services.workspace import Owner, Services, create
from carfacilitator.store.sealed import DamagedSealError, WrongSealError
from tests.builders import (
    PASSPHRASE,
    a_case_study,
    a_comment,
    a_draft,
    a_file,
    a_gatekeeper,
    a_group,
    a_meeting,
    a_member,
    a_setting,
    a_workspace,
)

AGREED = "seven boats in the harbour"
EUAN = Owner("Euan Baird", "EB", "euan.baird@example.org")


@pytest.fixture
def isla(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def euan(tmp_path: Path) -> Iterator[Services]:
    services = create(tmp_path / "Euan.car", PASSPHRASE, EUAN, a_setting())
    yield services
    services.close()


def handed(giver: Services, taker: Services, group_id: UUID, *, with_private: bool = False) -> Incoming:
    """Let one hand a group over and the other look at what came."""
    folder = giver.folder.parent / "on the way"
    wish = HandoverWish(group_id=group_id, recipient="them", passphrase=AGREED, with_private=with_private)
    file = giver.handovers.give(wish, folder, replace=True)
    return taker.handover_imports.preview(file, AGREED)


def differences(incoming: Incoming) -> set[tuple[str, Difference]]:
    return {(row.noun, row.difference) for row in incoming.rows}


def a_full_group(services: Services) -> UUID:
    group_id = a_group(services)
    person_id = a_member(services, group_id, "Morag Innes")
    a_meeting(services, group_id)
    services.mentoring.add(person_id, shared_part="read chapter two", private_part="worried about the deadline")
    draft_id = a_draft(services, a_case_study(services), a_file("# Why", "The flood was in May.", name="one.docx"))
    a_comment(services, draft_id, "flood", "Which flood?")
    a_comment(services, draft_id, "May", "A secret thought", Audience.FACILITATOR)
    return group_id


def test_a_group_arrives_whole_with_its_drafts_and_comments(isla: Services, euan: Services) -> None:
    incoming = handed(isla, euan, a_full_group(isla))
    assert (incoming.sender, incoming.group) == ("Dr Isla Munro", "Group A")
    assert set(incoming.counts) == {Difference.NEW}
    taken = euan.handover_imports.take_in(incoming)
    assert (taken.altered, taken.kept, taken.without_owner) == (0, 0, 0)
    assert {row.name for row in euan.people.rows()} == {"Ailsa Reid", "Morag Innes"}
    assert len(euan.case_studies.rows()) == 1
    (draft,) = euan.drafts.rows()
    assert euan.drafts.original(draft.id).data == a_file("# Why", "The flood was in May.", name="one.docx").data
    assert "The flood was in May." in euan.drafts.document(draft.id).texts()
    assert [thread.text for thread in euan.reviews.threads(draft.id)] == ["Which flood?"]
    assert not euan.mentoring.rows()


def test_what_is_for_the_facilitator_only_goes_along_when_that_is_asked_for(isla: Services, euan: Services) -> None:
    incoming = handed(isla, euan, a_full_group(isla), with_private=True)
    euan.handover_imports.take_in(incoming)
    assert [row.private_part for row in euan.mentoring.rows()] == ["worried about the deadline"]


def test_the_same_again_is_unchanged_and_taking_it_in_adds_nothing(isla: Services, euan: Services) -> None:
    group_id = a_full_group(isla)
    euan.handover_imports.take_in(handed(isla, euan, group_id))
    again = handed(isla, euan, group_id)
    assert not again.rows
    assert again.unchanged > 0
    back = handed(euan, isla, group_id)
    assert not back.rows


def test_who_changed_what_is_told_three_ways(isla: Services, euan: Services) -> None:
    group_id = a_full_group(isla)
    euan.handover_imports.take_in(handed(isla, euan, group_id))
    euan.groups.amend(group_id, purpose="to learn about floods")
    person = next(row for row in isla.people.rows() if row.name == "Morag Innes")
    isla.people.amend(person.id, job="tenancy officer")
    (meeting,) = isla.meetings.rows()
    isla.meetings.amend(meeting.id, notes="we met")
    euan.meetings.amend(meeting.id, notes="they met")
    back = handed(euan, isla, group_id)
    assert differences(back) == {
        ("Group", Difference.THERE),
        ("Person", Difference.HERE),
        ("Meeting", Difference.BOTH),
    }
    (notes,) = next(row for row in back.rows if row.noun == "Meeting").fields
    assert (notes.name, notes.mine, notes.theirs) == ("notes", "we met", "they met")


def changed_in_both(isla: Services, euan: Services) -> tuple[UUID, UUID]:
    group_id = a_full_group(isla)
    euan.handover_imports.take_in(handed(isla, euan, group_id))
    (meeting,) = isla.meetings.rows()
    isla.meetings.amend(meeting.id, notes="we met", place="Nairn")
    euan.meetings.amend(meeting.id, notes="they met", place="Forres")
    return group_id, meeting.id


def test_what_was_changed_in_both_is_kept_from_both(isla: Services, euan: Services) -> None:
    group_id, meeting_id = changed_in_both(isla, euan)
    isla.handover_imports.take_in(handed(euan, isla, group_id))
    meeting = isla.meetings.open(meeting_id)
    assert meeting.notes == "we met\n\nEuan Baird, 10 March 2026: they met"
    assert meeting.place == "Nairn"
    settled = handed(isla, euan, group_id)
    assert differences(settled) == {("Meeting", Difference.THERE)}


@pytest.mark.parametrize(("choice", "place"), [(Choice.MINE, "Nairn"), (Choice.THEIRS, "Forres")])
def test_a_row_is_taken_as_chosen(isla: Services, euan: Services, choice: Choice, place: str) -> None:
    group_id, meeting_id = changed_in_both(isla, euan)
    isla.handover_imports.take_in(handed(euan, isla, group_id), {meeting_id: choice})
    assert isla.meetings.open(meeting_id).place == place


def test_what_was_left_for_later_is_asked_again(isla: Services, euan: Services) -> None:
    group_id, meeting_id = changed_in_both(isla, euan)
    incoming = handed(euan, isla, group_id)
    isla.handover_imports.take_in(incoming, {meeting_id: Choice.LATER})
    assert isla.meetings.open(meeting_id).notes == "we met"
    assert differences(handed(euan, isla, group_id)) == {("Meeting", Difference.BOTH)}


def test_taking_in_is_undone_and_done_again_as_one(isla: Services, euan: Services) -> None:
    group_id = a_full_group(isla)
    incoming = handed(isla, euan, group_id)
    euan.handover_imports.take_in(incoming)
    assert euan.history.events()[0].summary.startswith("took in")
    euan.history.undo()
    assert not euan.groups.rows()
    assert not euan.people.rows()
    euan.history.redo()
    assert [row.name for row in euan.groups.rows()] == ["Group A"]
    assert len(euan.drafts.rows()) == 1


def test_what_changed_after_the_preview_is_compared_again(isla: Services, euan: Services) -> None:
    group_id = a_full_group(isla)
    euan.handover_imports.take_in(handed(isla, euan, group_id))
    euan.groups.amend(group_id, notes="from Euan", purpose="from Euan")
    incoming = handed(euan, isla, group_id)
    isla.groups.amend(group_id, purpose="from Isla")
    isla.handover_imports.take_in(incoming)
    assert "from Isla" in isla.groups.open(group_id).purpose


def test_what_both_asked_of_one_person_is_one_line(isla: Services, euan: Services) -> None:
    group_id = a_full_group(isla)
    keeper_id = a_gatekeeper(isla)
    euan.handover_imports.take_in(handed(isla, euan, group_id))
    for services in (isla, euan):
        services.sanctions.ask(services.case_studies.rows()[0].id, keeper_id, "Report for the board")
    euan.handover_imports.take_in(handed(isla, euan, group_id))
    (line,) = euan.sanctions.ledger(euan.case_studies.rows()[0].id).rows
    assert line.gatekeeper_id == keeper_id


def test_two_drafts_of_one_number_both_stand(isla: Services, euan: Services) -> None:
    group_id = a_full_group(isla)
    euan.handover_imports.take_in(handed(isla, euan, group_id))
    (study,) = isla.case_studies.rows()
    a_draft(isla, study.id, a_file("# Why", "The flood was in June."))
    a_draft(euan, study.id, a_file("# Why", "The flood was in July."))
    isla.handover_imports.take_in(handed(euan, isla, group_id))
    assert sorted(row.number for row in isla.drafts.rows()) == [1, 2, 3]


def test_what_was_removed_there_is_told_and_removed_here(isla: Services, euan: Services) -> None:
    group_id = a_full_group(isla)
    euan.handover_imports.take_in(handed(isla, euan, group_id))
    (meeting,) = euan.meetings.rows()
    euan.meetings.remove(meeting.id)
    back = handed(euan, isla, group_id)
    assert differences(back) == {("Meeting", Difference.THERE)}
    isla.handover_imports.take_in(back)
    assert not isla.meetings.rows()


def test_who_was_erased_here_does_not_come_back_unasked(isla: Services, euan: Services) -> None:
    group_id = a_full_group(isla)
    euan.handover_imports.take_in(handed(isla, euan, group_id))
    person = next(row for row in euan.people.rows() if row.name == "Morag Innes")
    euan.erasure.erase("Person", person.id)
    incoming = handed(isla, euan, group_id)
    assert ("Person", Difference.GONE) in differences(incoming)
    euan.handover_imports.take_in(incoming)
    assert "Morag Innes" not in {row.name for row in euan.people.rows()}
    euan.handover_imports.take_in(incoming, {person.id: Choice.THEIRS})
    assert "Morag Innes" in {row.name for row in euan.people.rows()}


def test_another_passphrase_opens_nothing_and_a_damaged_file_is_refused(isla: Services, tmp_path: Path) -> None:
    wish = HandoverWish(group_id=a_full_group(isla), recipient="Euan", passphrase=AGREED)
    file = isla.handovers.give(wish, tmp_path / "out")
    data = file.read_bytes()
    with pytest.raises(WrongSealError, match="does not open"):
        isla.handover_imports.preview(file, "another")
    turned = bytearray(data)
    turned[len(data) // 2] ^= 1
    for damaged in (bytes(turned), data[:-1], b"", b"{}\n", data[:40]):
        file.write_bytes(damaged)
        with pytest.raises(DamagedSealError):
            isla.handover_imports.preview(file, AGREED)


def test_a_file_that_is_not_there_or_a_folder_is_said_plainly(isla: Services, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="not there"):
        isla.handover_imports.preview(tmp_path / "gone.carhandover", AGREED)
    with pytest.raises(KnownError, match="no hand-over"):
        isla.handover_imports.preview(tmp_path, AGREED)


def test_a_row_that_the_program_would_not_write_stops_everything(isla: Services, euan: Services) -> None:
    incoming = handed(isla, euan, a_full_group(isla))
    rows = tuple(
        replace(row, values={**row.values, "kind": "no such kind"}) if row.noun == "Group" else row
        for row in incoming.package.rows
    )
    spoilt = replace(incoming, package=replace(incoming.package, rows=rows))
    with pytest.raises(KnownError):
        euan.handover_imports.take_in(spoilt)
    assert not euan.people.rows()


def test_nothing_is_handed_over_or_taken_in_while_discreet(isla: Services, euan: Services) -> None:
    group_id = a_full_group(isla)
    incoming = handed(isla, euan, group_id)
    euan.discretion.enter()
    with pytest.raises(RefusedError):
        euan.handover_imports.take_in(incoming)
    isla.discretion.enter()
    with pytest.raises(RefusedError):
        handed(isla, euan, group_id)
