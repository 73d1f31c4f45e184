import errno
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from carfacilitator.errors import KnownError, RefusedError
from carfacilitator.model.terms import Audience
from carfacilitator.sharing.door import Departure, Door, Parcel, fit_name

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
PACK = Parcel(
    name="Tenancy.docx", media_type="text/plain", data=b"text", audience=Audience.LOCAL_MANAGER, recipient="Alan Petrie"
)


class Paper:
    """Outlets that remember what they were given."""

    def __init__(self) -> None:
        self.opened: list[Path] = []
        self.copied: list[str] = []

    def open_file(self, file: Path) -> bool:
        self.opened.append(file)
        return True

    def show_in_folder(self, file: Path) -> bool:
        return file.exists()

    def copy_text(self, text: str) -> None:
        self.copied.append(text)

    def print_pages(self, title: str, pages: Sequence[bytes]) -> bool:
        return bool(title and pages)


@pytest.fixture
def left() -> list[Departure]:
    return []


@pytest.fixture
def door(left: list[Departure]) -> Door:
    return Door(record=left.extend, now=lambda: NOW, outlets=Paper())


def test_what_leaves_is_recorded(door: Door, left: list[Departure], tmp_path: Path) -> None:
    (file,) = door.save([PACK], tmp_path / "packs")
    assert file.read_bytes() == b"text"
    assert [(d.name, d.recipient, d.how, d.at) for d in left] == [("Tenancy.docx", "Alan Petrie", "file", NOW)]
    assert left[0].sha256 == PACK.sha256
    assert list(file.parent.iterdir()) == [file]


def test_nothing_is_overwritten_unasked(door: Door, left: list[Departure], tmp_path: Path) -> None:
    door.save([PACK], tmp_path)
    with pytest.raises(RefusedError, match="already"):
        door.save([replace(PACK, data=b"other")], tmp_path)
    assert (tmp_path / "Tenancy.docx").read_bytes() == b"text"
    assert len(left) == 1
    door.save([replace(PACK, data=b"other")], tmp_path, replace=True)
    assert (tmp_path / "Tenancy.docx").read_bytes() == b"other"


def test_what_is_for_the_facilitator_only_never_leaves(door: Door, left: list[Departure], tmp_path: Path) -> None:
    private = replace(PACK, audience=Audience.FACILITATOR)
    with pytest.raises(RefusedError):
        door.save([PACK, private], tmp_path)
    with pytest.raises(RefusedError):
        door.copy(private)
    with pytest.raises(RefusedError):
        door.print(private, [b"<svg/>"])
    assert not left
    assert not list(tmp_path.iterdir())


def test_if_it_cannot_be_recorded_it_does_not_leave(tmp_path: Path) -> None:
    def full(_departures: Sequence[Departure]) -> None:
        raise KnownError("The disk is full.")

    with pytest.raises(KnownError):
        Door(record=full, now=lambda: NOW).save([PACK], tmp_path / "packs" / "today")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_a_file_is_said_plainly(door: Door, tmp_path: Path) -> None:
    (tmp_path / "packs").write_bytes(b"")
    with pytest.raises(KnownError, match="packs"):
        door.save([PACK], tmp_path / "packs")


def test_a_changed_file_is_not_opened(door: Door, left: list[Departure], tmp_path: Path) -> None:
    (file,) = door.save([PACK], tmp_path)
    assert door.open(file, PACK)
    assert left[-1].how == "program"
    file.write_bytes(b"changed")
    with pytest.raises(RefusedError, match="no longer"):
        door.open(file, PACK)


def test_text_is_copied_and_pages_are_printed(door: Door, left: list[Departure]) -> None:
    door.copy(PACK)
    assert isinstance(door.outlets, Paper)
    assert door.outlets.copied == ["text"]
    assert door.print(PACK, [b"<svg/>"])
    assert not door.print(PACK, [])
    assert [d.how for d in left] == ["clipboard", "paper"]


@pytest.mark.parametrize(
    ("wish", "name"),
    [
        ("Keeping a tenancy: draft 4?.docx", "Keeping a tenancy draft 4.docx"),
        ("../../etc/passwd", "etc passwd"),
        ("con.docx", "con file.docx"),
        ("???.eml", "untitled.eml"),
        ("Pàirt – ‘review’.docx", "Pàirt – ‘review’.docx"),
    ],
)
def test_names_fit_every_system(wish: str, name: str) -> None:
    assert fit_name(wish) == name


def test_a_folder_of_files_leaves_as_one(door: Door, left: list[Departure], tmp_path: Path) -> None:
    files = {"index.txt": b"what is where", "notes/a: b.txt": b"words"}
    written = door.save_folder(files.items(), tmp_path / "out", PACK)
    assert [file.relative_to(tmp_path).as_posix() for file in written] == ["out/index.txt", "out/notes/a b.txt"]
    assert written[1].read_bytes() == b"words"
    assert [(d.how, d.recipient) for d in left] == [("folder", "Alan Petrie")]
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["index.txt", "notes"]


def test_a_folder_that_holds_something_is_left_alone_unless_asked(
    door: Door, left: list[Departure], tmp_path: Path
) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("mine")
    with pytest.raises(RefusedError, match="already"):
        door.save_folder([("index.txt", b"")], tmp_path, PACK)
    assert left == []
    door.save_folder([("index.txt", b"")], tmp_path, PACK, over=True)
    assert mine.read_text() == "mine"


def test_when_making_the_files_fails_nothing_is_there_and_nothing_left(
    door: Door, left: list[Departure], tmp_path: Path
) -> None:
    def full() -> Iterator[tuple[str, bytes]]:
        yield "one.txt", b"one"
        raise OSError(errno.ENOSPC, "no room")

    with pytest.raises(KnownError, match="full"):
        door.save_folder(full(), tmp_path / "out", PACK)
    assert not (tmp_path / "out").exists()
    assert left == []
