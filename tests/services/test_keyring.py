from dataclasses import replace
from pathlib import Path

import pytest

from carfacilitator.errors import KnownError, WrongPassphraseError
from carfacilitator.services import keyring as keyrings
from carfacilitator.services import workspace
from carfacilitator.services.workspace import create
from carfacilitator.store.keys import NotRememberedError
from carfacilitator.store.recovery_codes import GROUPS
from carfacilitator.store.secret_stores import NoSecretStoreError, SecretStore
from tests.builders import ISLA, PASSPHRASE, a_setting, a_workspace

NEW = "a kettle on Lewis"


def test_who_is_at_the_computer_can_be_asked_for_the_passphrase(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    services.keyring.verify(PASSPHRASE)
    with pytest.raises(WrongPassphraseError):
        services.keyring.verify("a guess")
    services.close()


def test_a_changed_passphrase_opens_and_the_old_one_no_longer(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    with pytest.raises(WrongPassphraseError):
        services.keyring.change_passphrase("a guess", NEW)
    with pytest.raises(KnownError, match="needs a passphrase"):
        services.keyring.change_passphrase(PASSPHRASE, "")
    services.keyring.change_passphrase(PASSPHRASE, NEW)
    services.close()
    workspace.open_workspace(services.folder, NEW, a_setting()).close()
    with pytest.raises(WrongPassphraseError):
        workspace.open_workspace(services.folder, PASSPHRASE, a_setting())


def test_a_recovery_code_is_known_to_exist_and_never_again_shown(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    assert not services.keyring.has_recovery_code()
    code = services.keyring.make_recovery_code()
    assert services.keyring.has_recovery_code()
    kept = b"".join(file.read_bytes() for file in services.folder.iterdir())
    assert not any(group.encode() in kept for group in code.split("-"))
    services.close()


def test_one_group_typed_again_proves_that_the_code_was_written_down(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    code = services.keyring.make_recovery_code()
    for group in range(GROUPS):
        assert keyrings.is_group_of(code, group, f" {code.split('-')[group].lower()} ")
        assert not keyrings.is_group_of(code, group, "")
    services.close()


class Wallet(SecretStore):
    """A computer that keeps secrets, in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def is_there(self) -> bool:
        return True

    def keep(self, workspace: str, secret: bytes) -> None:
        self.kept[workspace] = secret

    def fetch(self, workspace: str) -> bytes:
        try:
            return self.kept[workspace]
        except KeyError:
            raise NoSecretStoreError from None

    def forget(self, workspace: str) -> None:
        self.kept.pop(workspace, None)


def test_a_computer_may_remember_a_workspace_and_forget_it_again(tmp_path: Path) -> None:
    wallet = Wallet()
    given = replace(a_setting(), secret_store=wallet)
    services = create(tmp_path / "Work.car", PASSPHRASE, ISLA, given)
    assert services.keyring.can_remember()
    services.keyring.remember()
    services.close()
    again = workspace.open_remembered(services.folder, given)
    assert again.keyring.is_remembered()
    secret = next(iter(wallet.kept.values()))
    again.keyring.forget()
    again.close()
    with pytest.raises(NoSecretStoreError, match="passphrase"):
        workspace.open_remembered(services.folder, given)
    wallet.keep(again.keyring.ring().workspace, secret)  # somebody kept a copy
    with pytest.raises(NotRememberedError):
        workspace.open_remembered(services.folder, given)


def test_a_computer_without_a_place_for_secrets_says_so(tmp_path: Path) -> None:
    services = create(tmp_path / "Work.car", PASSPHRASE, ISLA, replace(a_setting(), secret_store=SecretStore()))
    assert not services.keyring.can_remember()
    with pytest.raises(NoSecretStoreError):
        services.keyring.remember()
    assert not services.keyring.is_remembered()
    services.close()


def test_the_key_is_not_shown_by_accident(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    assert repr(services.keyring.key) not in repr(services.keyring)
    services.close()
