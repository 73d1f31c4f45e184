from datetime import UTC, date, datetime
from pathlib import Path

from carfacilitator.services.backups import BackupRow, SecondPlace
from carfacilitator.services.rehearsals import Proof
from carfacilitator.ui.pages.workspace import backup_texts as texts

DAY = date(2026, 3, 10)
NOON = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)


def a_row(**different: object) -> BackupRow:
    given = {
        "file": Path("a.carbackup"),
        "made_at": NOON,
        "why": "of the day",
        "size": 1_300_000,
        "in_second_place": False,
        "opens_with_present_key": True,
    }
    return BackupRow(**(given | different))  # type: ignore[arg-type]  # as given above


def test_sizes_are_said_as_people_say_them() -> None:
    assert [texts.size(count) for count in (10, 860_000, 1_300_000, 3 * 1024**3)] == [
        "1 KB",
        "840 KB",
        "1.2 MB",
        "3.0 GB",
    ]


def test_a_backup_says_when_why_and_how_large() -> None:
    row = texts.backup_row(a_row(), DAY)
    assert row.strong == "Tuesday 10 March, 12:00"
    assert row.muted == "made during the day · 1.2 MB · checked when it was made"
    assert row.pills == ()


def test_what_is_unusual_about_one_is_a_pill() -> None:
    assert [pill.text for pill in texts.backup_row(a_row(in_second_place=True), DAY).pills] == ["Second place"]
    assert [pill.text for pill in texts.backup_row(a_row(opens_with_present_key=False), DAY).pills] == ["Older key"]
    assert [pill.text for pill in texts.backup_row(a_row(made_at=None, why=""), DAY).pills] == ["Cannot be read"]


def test_they_are_counted_where_they_lie() -> None:
    assert texts.counts([a_row()]) == "one here"
    assert texts.counts([a_row(), a_row(in_second_place=True)]) == "one here, one in the second place"


def test_the_second_place_is_told_in_one_sentence() -> None:
    stick = Path("stick")
    for place, words, tone in (
        (None, "A stick or another drive", "ink"),
        (SecondPlace(folder=stick, is_there=False, copied_at=None, waiting=True), "is not connected", "warn"),
        (SecondPlace(folder=stick, is_there=True, copied_at=None, waiting=True), "not in stick yet", "warn"),
        (
            SecondPlace(folder=stick, is_there=True, copied_at=NOON, waiting=False),
            "is in stick, copied Tuesday",
            "good",
        ),
    ):
        said = texts.second_place(place, DAY)
        assert words in said[0]
        assert said[1] == tone


def test_the_last_proof_has_its_date() -> None:
    assert "Not yet" in texts.proof(None, DAY)
    assert "812 entries" in texts.proof(Proof(at=NOON, file="a", entries=812), DAY)


def test_the_latest_one_is_told_as_people_do() -> None:
    assert texts.latest(None, DAY) == "There is none yet"
    assert texts.latest(a_row(), DAY) == "The last one today"
