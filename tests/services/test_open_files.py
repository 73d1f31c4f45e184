import json

from carfacilitator.services import open_files
from carfacilitator.services.open_files import Contents
from carfacilitator.services.portable import Row
from tests.builders import NOON


def a_person(number: int, name: str, removed_at: str | None = None) -> Row:
    return Row("Person", f"id {number}", {"name": name, "job": "=1+1", "removed_at": removed_at})


def a_note(number: int, person: str, words: str) -> Row:
    values = {"day": "2026-03-10", "kind": "reflection", "person": person, "private_part": words, "removed_at": None}
    return Row("MentoringNote", f"note {number}", values)


def written(*rows: Row) -> dict[str, bytes]:
    return dict(open_files.files(Contents(title="All", beginning="Careful.", made_at=NOON, rows=rows)))


def test_tables_leave_out_what_was_removed_and_the_json_says_when() -> None:
    files = written(a_person(1, "Morag"), a_person(2, "Euan", "2026-03-09T12:00:00+00:00"))
    assert b"Euan" not in files["tables/people.csv"]
    told = json.loads(files["everything.json"])["records"]["Person"]
    assert [(one["id"], one["removed_at"] is None) for one in told] == [("id 1", True), ("id 2", False)]


def test_no_cell_is_a_formula() -> None:
    assert b"'=1+1" in written(a_person(1, "Morag"))["tables/people.csv"]


def test_two_of_one_name_have_a_file_each() -> None:
    people = (a_person(1, "Morag"), a_person(2, "MORAG"))
    files = written(*people, a_note(1, "id 1", "one"), a_note(2, "id 2", "two"))
    notes = sorted(name for name in files if name.startswith("mentoring notes/"))
    assert notes == ["mentoring notes/MORAG (2).docx", "mentoring notes/Morag.docx"]


def test_the_index_comes_last_and_lists_the_others() -> None:
    *others, index = files = list(written(a_person(1, "A/B: what?"), a_note(1, "id 1", "one")).items())
    assert index[0] == open_files.INDEX
    assert len(files) > len(others) > 0
    assert all(name in index[1].decode() for name, _ in others)
    assert index[1].decode().startswith("All\n10 March 2026\n\nCareful.")
