from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from carfacilitator.errors import KnownError, RefusedError
from carfacilitator.model.schema import ENTITIES
from carfacilitator.model.veils import NameWords
from carfacilitator.services import archives
from carfacilitator.services.archives import Archived, ArchiveWish
from carfacilitator.services.packs import PackWishes
from carfacilitator.services.portable import columns_of
from carfacilitator.services.workspace import Services
from carfacilitator.store.sealed import WrongSealError
from carfacilitator.word.reader import read
from tests.builders import (
    a_case_study,
    a_draft,
    a_file,
    a_gatekeeper,
    a_group,
    a_meeting,
    a_member,
    a_sample_draft,
    a_workspace,
)

AGREED = "seven boats in the harbour"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def archived(services: Services, tmp_path: Path, *, over: bool = False) -> Archived:
    wish = ArchiveWish(folder=tmp_path / "archive", key_file=tmp_path / "key.carkey", passphrase=AGREED)
    return services.archives.archive(wish, over=over)


def words_in(folder: Path) -> str:
    texts = [file.relative_to(folder).as_posix() for file in folder.rglob("*")]
    for file in (file for file in folder.rglob("*") if file.is_file()):
        data = file.read_bytes()
        texts += read(data).texts() if file.suffix == ".docx" else [data.decode("utf-8")]
    return "\n".join(texts)


def test_no_name_of_the_registers_is_in_the_archive(sampled: Services, tmp_path: Path) -> None:
    archived(sampled, tmp_path)
    words = words_in(tmp_path / "archive")
    people = [row.name for row in sampled.people.rows()] + [row.name for row in sampled.gatekeepers.rows()]
    assert people
    found = {part for name in people for part in (name, name.split()[-1]) if part in words}
    assert not found
    assert "Person-" in words
    assert "@example" not in words


def test_every_column_that_holds_a_persons_name_is_known_to_hold_one() -> None:
    named = {
        (kind.__name__, name)
        for kind in ENTITIES
        for name, column in columns_of(kind).items()
        if isinstance(column.type, NameWords)
    }
    assert named <= set(archives.NAMES)


def test_a_name_has_one_code_in_tables_and_in_texts(services: Services, tmp_path: Path) -> None:
    group_id = a_group(services)
    person_id = a_member(services, group_id, "Morag Innes")
    services.mentoring.add(
        person_id, private_part="Morag's manager and M. Innes disagree; MI wrote to m.innes@example.org"
    )
    a_meeting(services, group_id, date(2026, 3, 12), place="Nairn Library", notes="At Nairn Library, MORAG spoke")
    a_draft(services, a_case_study(services), a_file("What Ailsa Reid found"))
    done = archived(services, tmp_path)
    words = words_in(done.folder)
    codes = {one.name: one.code for one in archives.read_key(done.key_file.read_bytes(), AGREED)}
    assert f"{codes['Morag Innes']}'s manager and {codes['Morag Innes']} disagree" in words
    assert f"At {codes['Nairn Library']}, {codes['Morag Innes']} spoke" in words
    assert f"What {codes['Ailsa Reid']} found" in words
    assert "@" not in words
    with pytest.raises(WrongSealError):
        archives.read_key(done.key_file.read_bytes(), "another")


def test_a_name_that_was_written_into_a_wish_for_a_pack_is_in_no_archive(services: Services, tmp_path: Path) -> None:
    draft_id = a_draft(services, a_case_study(services), a_sample_draft("keeping-a-tenancy-draft-3.docx"))
    wishes = PackWishes(questions=("Did Ailsa Reid agree?",))
    services.packs.make(services.packs.prepare(draft_id, a_gatekeeper(services), wishes))
    words = words_in(archived(services, tmp_path).folder)
    assert "agree?" in words
    assert "Reid" not in words


def test_codes_are_the_same_the_next_time_although_the_name_changed(services: Services, tmp_path: Path) -> None:
    person_id = a_member(services, a_group(services), "Morag Innes")
    first = {
        one.name: one.code for one in archives.read_key(archived(services, tmp_path).key_file.read_bytes(), AGREED)
    }
    services.people.amend(person_id, name="Morag Baird")
    again = archived(services, tmp_path, over=True)
    then = {one.name: one.code for one in archives.read_key(again.key_file.read_bytes(), AGREED)}
    assert then["Morag Baird"] == first["Morag Innes"]


def test_what_is_due_to_go_or_was_removed_is_left_out(services: Services, tmp_path: Path) -> None:
    group_id = a_group(services)
    person_id = a_member(services, group_id, "Morag Innes")
    note_id = services.mentoring.add(person_id, private_part="a worry of long ago")
    services.retention.keep_until("MentoringNote", note_id, date(2026, 1, 1))
    removed = a_meeting(services, group_id, date(2026, 3, 12), purpose="called off")
    services.meetings.remove(removed)
    done = archived(services, tmp_path)
    words = words_in(done.folder)
    assert done.due == 1
    assert "worry" not in words
    assert "called off" not in words


def test_the_key_does_not_lie_in_the_archive(services: Services, tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    wish = ArchiveWish(folder=folder, key_file=folder / "key.carkey", passphrase=AGREED)
    with pytest.raises(KnownError, match="must not lie"):
        services.archives.archive(wish)
    assert not folder.exists()


def test_nothing_is_written_over_and_nothing_leaves_while_discreet(services: Services, tmp_path: Path) -> None:
    archived(services, tmp_path)
    with pytest.raises(RefusedError, match="already"):
        archived(services, tmp_path)
    services.discretion.enter()
    with pytest.raises(RefusedError):
        archived(services, tmp_path, over=True)
