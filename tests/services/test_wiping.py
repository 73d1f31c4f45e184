from dataclasses import replace
from pathlib import Path

import pytest

from carfacilitator import paths, settings
from carfacilitator.errors import NotFoundError, RefusedError, WorkspaceBusyError
from carfacilitator.services import restoring, wiping
from carfacilitator.services.openers import by_passphrase
from carfacilitator.services.workspace import Services
from carfacilitator.store.secret_stores import SecretStore
from tests.builders import PASSPHRASE, a_case_study, a_draft, a_file, a_group, a_member, a_workspace

NOBODY_REMEMBERS = SecretStore()


def a_full_workspace(folder: Path) -> Services:
    services = a_workspace(folder, "Strathmorran.car")
    a_member(services, a_group(services), "Morag Innes")
    draft_id = a_draft(services, a_case_study(services), a_file("Morag Innes was there"))
    services.originals.open(draft_id)
    return services


def test_the_name_must_be_typed_and_nobody_may_have_it_open(tmp_path: Path) -> None:
    services = a_full_workspace(tmp_path)
    with pytest.raises(RefusedError, match="name"):
        wiping.wipe(services.folder, "Something", with_backups=True)
    with pytest.raises(WorkspaceBusyError):
        wiping.wipe(services.folder, "Strathmorran", with_backups=True)
    assert services.people.rows()
    services.close()


def test_after_wiping_nothing_of_it_is_left_here(tmp_path: Path, own_data_folder: Path) -> None:
    services = a_full_workspace(tmp_path)
    services.backups.choose_second_place(tmp_path / "stick")
    (tmp_path / "stick").mkdir()
    services.backups.make()
    services.close()
    leftover = paths.lent_folder(services.folder) / "ab" / "Morag Innes.docx"
    leftover.parent.mkdir(parents=True)
    leftover.write_bytes(b"Morag Innes")
    settings.save(settings.Settings(last_workspace=str(services.folder)), paths.settings_file())
    plan = wiping.plan(services.folder)
    assert len(plan.backups) == 2
    assert plan.backed_up_at is not None
    done = wiping.wipe(services.folder, "Strathmorran", with_backups=True, store=NOBODY_REMEMBERS)
    assert done.left == ()
    assert not services.folder.exists()
    assert list((tmp_path / "stick").iterdir()) == []
    everything = [file for file in own_data_folder.rglob("*") if file.is_file()]
    for file in everything:
        told = file.name.encode() + file.read_bytes()
        assert b"Morag" not in told
        assert b"Strathmorran" not in told


def test_backups_stay_unless_they_are_asked_for_and_open_again(tmp_path: Path) -> None:
    services = a_full_workspace(tmp_path)
    backup = services.backups.make()
    services.close()
    done = wiping.wipe(services.folder, " Strathmorran ", with_backups=False, store=NOBODY_REMEMBERS)
    assert done.left == (backup,)
    assert [file for file in services.folder.rglob("*") if file.is_file()] == [backup]
    with pytest.raises(NotFoundError):
        wiping.plan(services.folder)
    found = restoring.restore(backup, by_passphrase(PASSPHRASE), tmp_path / "Again.car")
    assert dict(found.counts)["people"] == 2


def test_another_workspace_in_the_settings_stays_there(tmp_path: Path) -> None:
    services = a_full_workspace(tmp_path)
    services.close()
    kept = replace(settings.Settings(), last_workspace=str(tmp_path / "Other.car"))
    settings.save(kept, paths.settings_file())
    wiping.wipe(services.folder, "Strathmorran", with_backups=True, store=NOBODY_REMEMBERS)
    assert settings.load(paths.settings_file()) == kept


def test_a_workspace_from_before_a_restore_is_named_and_left(tmp_path: Path) -> None:
    services = a_full_workspace(tmp_path)
    before = tmp_path / "Strathmorran before restoring 1.car"
    before.mkdir()
    services.close()
    done = wiping.wipe(services.folder, "Strathmorran", with_backups=True, store=NOBODY_REMEMBERS)
    assert done.left == (before,)
