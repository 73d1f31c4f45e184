from pathlib import Path

import pytest

from carfacilitator.errors import KnownError, WorkspaceBusyError, WrongPassphraseError
from carfacilitator.services import openers, restoring, workspace
from carfacilitator.services.workspace import Services
from carfacilitator.store.containers import DamagedBackupError
from carfacilitator.store.places import Surroundings, UnsafePlaceError
from tests.builders import NOON, PASSPHRASE, a_group, a_meeting, a_member, a_person, a_setting, a_workspace

RIGHT = openers.by_passphrase(PASSPHRASE)


def a_backup(folder: Path) -> tuple[Services, Path, str]:
    services = a_workspace(folder)
    group_id = a_group(services)
    for name in ("Ailsa Reid", "Tom Baird"):
        a_member(services, group_id, name)
    a_meeting(services, group_id)
    services.people.remove(a_person(services, "Removed"))
    code = services.keyring.make_recovery_code()
    made = services.backups.make_at(folder / "stick" / "Work.carbackup")
    return services, made, code


def people(services: Services) -> list[str]:
    return sorted(row.name for row in services.people.rows())


def test_what_is_in_a_backup_is_seen_before_it_is_restored(tmp_path: Path) -> None:
    services, made, _ = a_backup(tmp_path)
    services.close()
    seen = restoring.preview(made, RIGHT)
    assert (seen.name, seen.made_at, seen.why, seen.newest) == ("Work", NOON, "by hand", NOON)
    assert dict(seen.counts)["people"] == 2
    assert dict(seen.counts)["groups"] == dict(seen.counts)["meetings"] == 1
    assert seen.in_words() == "2 people, 1 group, 1 meeting"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["Work.car", "stick"]


def test_the_recovery_code_alone_restores_on_another_computer(tmp_path: Path) -> None:
    services, made, code = a_backup(tmp_path)
    services.close()
    folder = tmp_path / "another computer" / "Work.car"
    restoring.restore(made, openers.by_code(code), folder)
    again = workspace.open_with(folder, openers.by_code(code), a_setting())
    assert people(again) == ["Ailsa Reid", "Tom Baird"]
    again.keyring.set_passphrase("a kettle on Lewis")
    again.close()
    workspace.open_workspace(folder, "a kettle on Lewis", a_setting()).close()
    assert [file.name for file in folder.parent.iterdir()] == ["Work.car"]


@pytest.mark.parametrize("typed", ["a guess", ""])
def test_a_wrong_passphrase_restores_nothing(tmp_path: Path, typed: str) -> None:
    services, made, _ = a_backup(tmp_path)
    services.close()
    with pytest.raises(WrongPassphraseError):
        restoring.restore(made, openers.by_passphrase(typed), tmp_path / "New.car")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["Work.car", "stick"]


def test_a_damaged_backup_restores_nothing(tmp_path: Path) -> None:
    services, made, _ = a_backup(tmp_path)
    services.close()
    content = bytearray(made.read_bytes())
    content[-5000] ^= 1
    made.write_bytes(content)
    for asked in (
        lambda: restoring.verify(made),
        lambda: restoring.preview(made, RIGHT),
        lambda: restoring.restore(made, RIGHT, tmp_path / "New.car"),
    ):
        with pytest.raises(DamagedBackupError):
            asked()
    assert not (tmp_path / "New.car").exists()


def test_a_backup_is_verified_without_its_passphrase(tmp_path: Path) -> None:
    services, made, _ = a_backup(tmp_path)
    services.close()
    assert restoring.verify(made).name == restoring.whose(made).name == "Work"
    assert restoring.is_backup(made)
    with pytest.raises(KnownError, match="not there"):
        restoring.verify(tmp_path / "gone.carbackup")


def test_nothing_is_restored_over_something_or_into_an_unsafe_place(tmp_path: Path) -> None:
    services, made, _ = a_backup(tmp_path)
    services.close()
    with pytest.raises(KnownError, match="already"):
        restoring.restore(made, RIGHT, services.folder)
    with pytest.raises(UnsafePlaceError, match="Dropbox"):
        restoring.restore(made, RIGHT, tmp_path / "Dropbox" / "Work.car", Surroundings(tmp_path))


def test_restoring_in_place_keeps_what_was_there_with_its_backups(tmp_path: Path) -> None:
    services, made, _ = a_backup(tmp_path)
    a_person(services, "Later")
    services.backups.make()
    with pytest.raises(WorkspaceBusyError):
        restoring.restore_in_place(made, RIGHT, services.folder)
    services.close()
    (services.folder / "workspace.db-wal").write_bytes(b"stale" * 1000)  # of the database that was there
    aside = restoring.restore_in_place(made, RIGHT, services.folder)
    again = workspace.open_workspace(services.folder, PASSPHRASE, a_setting())
    assert people(again) == ["Ailsa Reid", "Tom Baird"]
    assert len(again.backups.rows()) == 1
    again.close()
    (aside / "workspace.db-wal").unlink()
    before = workspace.open_workspace(aside, PASSPHRASE, a_setting())
    assert "Later" in people(before)
    before.close()


def test_the_backups_of_a_workspace_that_does_not_open_any_more_are_found(tmp_path: Path) -> None:
    services, made, _ = a_backup(tmp_path)
    own = services.backups.make()
    services.close()
    (services.folder / "workspace.db").write_bytes(b"damaged" * 1000)
    (own.parent / "other.carbackup").write_bytes(b"none")
    assert [file for file, _ in restoring.found_in(services.folder)] == [own]
    assert [(file, told.name) for file, told in restoring.found_in(made.parent)] == [(made, "Work")]
    with pytest.raises(KnownError, match="Restore it from a backup"):
        workspace.open_workspace(services.folder, PASSPHRASE, a_setting())
    restoring.restore_in_place(own, RIGHT, services.folder)
    workspace.open_workspace(services.folder, PASSPHRASE, a_setting()).close()
