from pathlib import Path

import pytest

from carfacilitator.errors import KnownError, WorkspaceBusyError, WrongPassphraseError
from carfacilitator.model.clock import FixedClock
from carfacilitator.services import new_keys, openers, restoring, workspace
from carfacilitator.store import keys
from tests.builders import CHEAP, NOON, PASSPHRASE, a_person, a_setting, a_workspace

NEW = "a kettle on Lewis"


def renew(folder: Path, old: str = PASSPHRASE, new: str = NEW) -> None:
    new_keys.renew(folder, (old, new), FixedClock(NOON), CHEAP)


def test_a_new_key_leaves_everything_and_the_old_passphrase_opens_nothing_but_the_backup(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    a_person(services, "Ailsa Reid")
    services.keyring.make_recovery_code()
    services.close()
    before = services.keyring.key
    renew(services.folder)
    with pytest.raises(WrongPassphraseError):
        workspace.open_workspace(services.folder, PASSPHRASE, a_setting())
    again = workspace.open_workspace(services.folder, NEW, a_setting())
    assert again.keyring.key != before
    assert [row.name for row in again.people.rows()] == ["Ailsa Reid"]
    assert not again.keyring.has_recovery_code()
    (row,) = again.backups.rows()
    assert (row.why, row.opens_with_present_key) == ("before a new key", False)
    again.close()
    assert dict(restoring.preview(row.file, openers.by_passphrase(PASSPHRASE)).counts)["people"] == 1


def test_who_does_not_know_the_passphrase_gets_no_new_key(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    with pytest.raises(WorkspaceBusyError):
        renew(services.folder)
    services.close()
    before = (services.folder / keys.FILE).read_bytes()
    with pytest.raises(WrongPassphraseError):
        renew(services.folder, old="a guess")
    with pytest.raises(KnownError, match="needs a passphrase"):
        renew(services.folder, new="")
    assert (services.folder / keys.FILE).read_bytes() == before
