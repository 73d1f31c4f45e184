from pathlib import Path

import pytest

from carfacilitator.errors import WrongPassphraseError
from carfacilitator.services import openers, workspace
from carfacilitator.store import cipher, keys, slots
from carfacilitator.store.keys import Ring, WrongCodeError
from carfacilitator.store.recovery_codes import MistypedCodeError
from tests.builders import CHEAP, PASSPHRASE, a_person, a_setting, a_workspace

NEW = "a kettle on Lewis"


def test_the_recovery_code_alone_opens_a_workspace(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    code = services.keyring.make_recovery_code()
    services.close()
    again = workspace.open_with(services.folder, openers.by_code(code.lower().replace("-", " ")), a_setting())
    again.keyring.set_passphrase(NEW)
    again.close()
    workspace.open_workspace(services.folder, NEW, a_setting()).close()
    with pytest.raises(WrongPassphraseError):
        workspace.open_workspace(services.folder, PASSPHRASE, a_setting())


def test_a_code_of_another_workspace_opens_nothing_and_a_slip_is_told_apart(tmp_path: Path) -> None:
    one, other = a_workspace(tmp_path, "One.car"), a_workspace(tmp_path, "Other.car")
    code = one.keyring.make_recovery_code()
    one.close()
    other.close()
    with pytest.raises(WrongCodeError):
        workspace.open_with(other.folder, openers.by_code(code), a_setting())
    with pytest.raises(MistypedCodeError):
        openers.by_code(code[:-1] + ("0" if code[-1] != "0" else "1"))


def cut_off(folder: Path, new_key: bytes) -> None:
    """Leave the ring as a change of the key leaves it while the database is being encrypted anew."""
    key, ring = keys.unlock(folder, PASSPHRASE), keys.read(folder)
    both = [
        slots.close(ring.workspace, one, openers.by_passphrase(words), CHEAP)
        for one in (key, new_key)
        for words in (PASSPHRASE, NEW)
    ]
    keys.keep(folder, Ring(ring.workspace, tuple(both)))


@pytest.mark.parametrize("typed", [PASSPHRASE, NEW])
@pytest.mark.parametrize("encrypted_anew", [True, False])
def test_after_a_change_of_the_key_that_was_cut_off_either_passphrase_opens_and_is_settled_on(
    tmp_path: Path, typed: str, *, encrypted_anew: bool
) -> None:
    services = a_workspace(tmp_path)
    a_person(services, "Ailsa Reid")
    services.close()
    old, new = keys.unlock(services.folder, PASSPHRASE), bytes(range(32))
    cut_off(services.folder, new)
    if encrypted_anew:
        cipher.rekey(services.folder / "workspace.db", old, new)
    again = workspace.open_workspace(services.folder, typed, a_setting())
    assert [row.name for row in again.people.rows()] == ["Ailsa Reid"]
    again.close()
    ring = keys.read(services.folder)
    assert ring.keys(openers.by_passphrase(typed)) == (new if encrypted_anew else old,)
    with pytest.raises(WrongPassphraseError):
        ring.keys(openers.by_passphrase(NEW if typed == PASSPHRASE else PASSPHRASE))


def test_whether_a_workspace_is_remembered_is_known_without_opening_it(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    assert not openers.is_remembered(services.folder)
    assert not openers.is_remembered(tmp_path)
    keys.keep(
        services.folder, services.keyring.ring().with_slot(services.keyring.key, slots.by_this_computer(b"x"), CHEAP)
    )
    assert openers.is_remembered(services.folder)
    services.close()
