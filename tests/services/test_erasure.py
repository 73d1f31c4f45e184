from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from carfacilitator.errors import NotFoundError, RefusedError
from carfacilitator.model.terms import Attendance
from carfacilitator.services.workspace import Services
from carfacilitator.store import cipher
from tests.builders import (
    PASSPHRASE,
    a_case_study,
    a_comment,
    a_draft,
    a_file,
    a_group,
    a_meeting,
    a_member,
    a_workspace,
)

WORD = "Zebedee"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def everything_kept(services: Services, folder: Path) -> bytes:
    """Return every byte of the database as it would be without encryption, and the words of its index."""
    plain = folder / "plain.db"
    plain.unlink(missing_ok=True)
    connection = cipher.connect(services.folder / "workspace.db", services.keyring.key)
    words = []
    for index in ("front_index", "back_index"):
        connection.execute(f"CREATE VIRTUAL TABLE temp.{index}_words USING fts5vocab(main, {index}, 'row')")
        words += [row[0] for row in connection.execute(f"SELECT term FROM temp.{index}_words")]  # noqa: S608  our own names
    connection.execute("ATTACH ? AS plain KEY ''", (str(plain),))
    connection.execute("SELECT sqlcipher_export('plain')")
    connection.close()
    return plain.read_bytes() + " ".join(words).encode()


def holds(kept: bytes, word: str) -> bool:
    return word.lower().encode() in kept.lower()


def test_of_an_erased_person_nothing_is_left_but_that_somebody_was_erased(services: Services, tmp_path: Path) -> None:
    group_id = a_group(services)
    person_id = a_member(services, group_id, f"{WORD} Smith")
    services.people.amend(person_id, notes=f"{WORD} is tired")
    note_id = services.mentoring.add(person_id, private_part=f"{WORD} was pressed")
    services.mentoring.amend(note_id, private_part=f"{WORD} was pressed hard")
    services.unsaved.keep(f"person:{person_id}:notes", f"{WORD} half")
    services.retention.keep_until("Person", person_id, date(2026, 3, 1), WORD)
    assert holds(everything_kept(services, tmp_path), WORD)
    services.erasure.erase("Person", person_id)
    services.history.forget_undo()
    assert not holds(everything_kept(services, tmp_path), WORD)
    assert services.history.events()[0].summary == "erased a person for good"
    assert services.groups.open(group_id).members == ()


def test_the_texts_and_files_of_an_erased_case_study_are_gone_and_can_come_again(
    services: Services, tmp_path: Path
) -> None:
    kept_id = a_case_study(services, "Another", "Tom Baird")
    a_draft(services, kept_id, a_file("It stays here."))
    study_id = a_case_study(services)
    file = a_file(f"{WORD} rained.")
    draft_id = a_draft(services, study_id, file)
    a_comment(services, draft_id, "rained", f"{WORD}?")
    services.erasure.erase("CaseStudy", study_id)
    assert not holds(everything_kept(services, tmp_path), WORD)
    assert services.search.hits(WORD) == []
    assert services.search.hits("stays")
    again = a_draft(services, kept_id, file)
    assert services.drafts.original(again).data == file.data


def test_a_draft_alone_is_erased_with_the_words_that_no_other_draft_holds(services: Services, tmp_path: Path) -> None:
    study_id = a_case_study(services)
    first = a_draft(services, study_id, a_file("It rained."))
    second = a_draft(services, study_id, a_file("It rained.", f"{WORD} came.", name="2.docx"))
    services.drafts.remove(second)
    services.erasure.erase("Draft", second)
    assert not holds(everything_kept(services, tmp_path), WORD)
    assert services.drafts.document(first).texts() == ("It rained.",)


def test_the_plan_says_what_would_go_and_which_backups_still_hold_it(services: Services) -> None:
    group_id = a_group(services)
    person_id = a_member(services, group_id)
    services.mentoring.add(person_id)
    a_meeting(services, group_id)
    services.backups.make()
    plan = services.erasure.plan("Person", person_id)
    assert plan.title == "Ailsa Reid"
    assert plan.counts == {"people": 1, "places in groups": 1, "mentoring notes": 1}
    assert len(plan.backups) == 1


def test_what_was_taken_back_cannot_bring_an_erased_thing_again(services: Services) -> None:
    person_id = a_member(services, a_group(services))
    services.erasure.erase("Person", person_id)
    while services.history.undo():
        pass
    while services.history.redo():
        pass
    assert services.people.rows() == []


def test_nothing_is_erased_while_it_is_discreet_or_not_there(services: Services) -> None:
    person_id = a_member(services, a_group(services))
    with pytest.raises(NotFoundError):
        services.erasure.erase("Person", uuid4())
    services.discretion.enter()
    with pytest.raises(RefusedError):
        services.erasure.erase("Person", person_id)
    services.discretion.leave(PASSPHRASE)
    assert services.people.open(person_id).name == "Ailsa Reid"


def test_the_plain_copy_of_an_erased_draft_is_taken_back_even_if_it_was_altered(services: Services) -> None:
    study_id = a_case_study(services)
    draft_id = a_draft(services, study_id, a_file("It rained."))
    file = services.originals.open(draft_id).file
    file.write_bytes(b"altered in Word")
    services.erasure.erase("CaseStudy", study_id)
    assert not file.exists()


def test_a_copy_stays_while_another_draft_is_the_same_file(services: Services) -> None:
    study_id = a_case_study(services)
    first = a_draft(services, study_id, a_file("It rained."))
    a_draft(services, study_id, a_file("It poured.", name="2.docx"))
    file = services.originals.open(first).file
    again = services.drafts.restore(first).id
    services.drafts.remove(again)
    services.erasure.erase("Draft", again)
    assert file.exists()


def test_what_would_go_is_told_as_people_say_it(services: Services) -> None:
    group_id = a_group(services)
    meeting_id, person_id = a_meeting(services, group_id), a_member(services, group_id, "Tom Baird")
    services.meetings.mark(meeting_id, person_id, Attendance.PRESENT)
    services.mentoring.add(person_id)
    services.mentoring.add(person_id)
    plan = services.erasure.plan("Person", person_id)
    assert plan.in_words() == "1 person, 1 place in a group, 1 mark of who came, 2 mentoring notes"
