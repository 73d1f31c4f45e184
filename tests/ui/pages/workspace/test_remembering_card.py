from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Circumstances, Services, create, open_remembered
from carfacilitator.store.secret_stores import NoSecretStoreError, SecretStore
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.workspace.page import WorkspacePage
from carfacilitator.ui.pages.workspace.remembering_card import RememberingCard
from tests.builders import CHEAP, ISLA, PASSPHRASE, a_setting


class Drawer(SecretStore):
    """Keeps secrets in this process; locked, it keeps none."""

    def __init__(self) -> None:
        self.secrets: dict[str, bytes] = {}
        self.is_locked = False

    def is_there(self) -> bool:
        return True

    def keep(self, workspace: str, secret: bytes) -> None:
        if self.is_locked:
            raise NoSecretStoreError
        self.secrets[workspace] = secret

    def fetch(self, workspace: str) -> bytes:
        return self.secrets[workspace]

    def forget(self, workspace: str) -> None:
        self.secrets.pop(workspace, None)


@pytest.fixture
def drawer() -> Drawer:
    return Drawer()


@pytest.fixture
def setting(drawer: Drawer) -> Circumstances:
    return Circumstances(a_setting().clock, CHEAP, secret_store=drawer)


@pytest.fixture
def services(tmp_path: Path, setting: Circumstances) -> Iterator[Services]:
    made = create(tmp_path / "Work.car", PASSPHRASE, ISLA, setting)
    yield made
    made.close()


@pytest.fixture
def card(page: WorkspacePage, qtbot: QtBot) -> RememberingCard:
    del qtbot
    made = page.findChildren(RememberingCard)[0]
    made.refresh()
    return made


def test_it_is_switched_on_and_off(
    card: RememberingCard, services: Services, setting: Circumstances, settled: Callable[[], None]
) -> None:
    card.switch.click()
    settled()
    services.close()
    open_remembered(services.folder, setting).close()
    card.switch.click()
    settled()
    assert not services.keyring.is_remembered()


def test_a_locked_keyring_is_said_and_the_switch_goes_back(
    qtbot: QtBot, card: RememberingCard, drawer: Drawer, desk: Desk
) -> None:
    drawer.is_locked = True
    with qtbot.waitSignal(desk.jobs.failed):
        card.switch.click()
    assert not card.switch.isChecked()
