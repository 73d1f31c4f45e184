from dataclasses import fields
from pathlib import Path

import pytest

from carfacilitator.errors import KnownError, NotFoundError, WorkspaceBusyError, WrongPassphraseError
from carfacilitator.services.workspace import Circumstances, create, is_workspace, open_workspace
from carfacilitator.store.places import UnsafePlaceError
from tests.builders import ISLA, PASSPHRASE, a_person, a_setting, a_workspace


def test_a_new_workspace_can_be_opened_again_with_its_passphrase(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    a_person(services, "Ailsa Reid")
    services.close()
    again = open_workspace(tmp_path / "Work.car", PASSPHRASE, a_setting())
    assert [row.name for row in again.people.rows()] == ["Ailsa Reid"]
    again.close()


def test_a_wrong_passphrase_opens_nothing_and_leaves_the_workspace_free(tmp_path: Path) -> None:
    a_workspace(tmp_path).close()
    for _ in range(2):
        with pytest.raises(WrongPassphraseError):
            open_workspace(tmp_path / "Work.car", "a guess", a_setting())
    open_workspace(tmp_path / "Work.car", PASSPHRASE, a_setting()).close()


def test_a_workspace_that_is_open_cannot_be_opened_again(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    with pytest.raises(WorkspaceBusyError):
        open_workspace(tmp_path / "Work.car", PASSPHRASE, a_setting())
    services.close()


def test_a_folder_that_is_no_workspace_is_said_plainly(tmp_path: Path) -> None:
    assert not is_workspace(tmp_path)
    with pytest.raises(NotFoundError, match="no workspace"):
        open_workspace(tmp_path, PASSPHRASE, a_setting())


def test_nothing_is_made_over_something_else(tmp_path: Path) -> None:
    (tmp_path / "Work.car").mkdir()
    with pytest.raises(KnownError, match="already something"):
        a_workspace(tmp_path)
    with pytest.raises(KnownError, match="needs a passphrase"):
        create(tmp_path / "Other.car", "", ISLA, a_setting())
    assert not (tmp_path / "Other.car").exists()


def test_a_start_that_was_cut_off_is_cleared_away(tmp_path: Path) -> None:
    left_over = tmp_path / ".Work.car.new"
    left_over.mkdir()
    (left_over / "keys.json").write_text("half", encoding="utf-8")
    a_workspace(tmp_path).close()
    assert [path.name for path in tmp_path.iterdir()] == ["Work.car"]


def test_a_place_that_cannot_be_written_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    with pytest.raises(KnownError, match="cannot be made"):
        create(tmp_path / "file" / "Work.car", PASSPHRASE, ISLA, a_setting())


def test_nothing_in_the_folder_is_plain(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    a_person(services, "Zebedee Quarrell", notes="the whispered ombudsman")
    words = (b"Zebedee", b"ombudsman", b"Isla", PASSPHRASE.encode(), b"example.org")
    while_open = [path.read_bytes() for path in services.folder.iterdir()]
    services.close()
    afterwards = [path.read_bytes() for path in services.folder.iterdir()]
    assert not any(word in content for content in while_open + afterwards for word in words)


def test_listeners_hear_the_names_of_what_changed(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    heard: list[frozenset[str]] = []
    stop = services.on_change(heard.append)
    a_person(services)
    stop()
    a_person(services)
    assert len(heard) == 1
    assert "Person" in heard[0]
    services.close()


def test_the_clock_and_the_cost_are_real_unless_told_otherwise() -> None:
    assert Circumstances().cost is None
    known = {"clock", "cost", "outlets", "surroundings", "secret_store"}
    assert {field.name for field in fields(Circumstances)} == known


def test_a_workspace_is_neither_made_nor_opened_where_it_would_be_damaged(tmp_path: Path) -> None:
    synced = tmp_path / "OneDrive - Council"
    synced.mkdir()
    with pytest.raises(UnsafePlaceError, match="OneDrive"):
        a_workspace(synced)
    assert list(synced.iterdir()) == []
    services = a_workspace(tmp_path)
    services.close()
    moved = services.folder.rename(synced / "Work.car")
    with pytest.raises(UnsafePlaceError, match="OneDrive"):
        open_workspace(moved, PASSPHRASE, a_setting())
