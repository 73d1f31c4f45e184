from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.services.recovery_sheets import new_sheet
from carfacilitator.services.workspace import Services, open_workspace
from carfacilitator.ui.dialogs import Dialogs
from carfacilitator.ui.entering import ChoosePassphrase, Entering
from carfacilitator.ui.recovery_code import RecoveryCode
from carfacilitator.ui.shell import MainWindow
from tests.builders import PASSPHRASE, a_setting, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = a_workspace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def entered() -> list[Services]:
    return []


@pytest.fixture
def entering(qtbot: QtBot, answers: Dialogs, entered: list[Services]) -> Entering:
    window = MainWindow(answers)
    qtbot.addWidget(window)
    window.show()
    return Entering(window, lambda services: entered.append(services))  # noqa: PLW0108  a list's own method is no slot


def front(entering: Entering, kind: type[ChoosePassphrase | RecoveryCode]) -> ChoosePassphrase | RecoveryCode:
    return entering._window.findChildren(kind)[0]


def test_the_desk_is_entered_when_the_code_is_proved(
    entering: Entering, services: Services, entered: list[Services]
) -> None:
    entering.show_code(services, new_sheet(services))
    front(entering, RecoveryCode).proved.emit()  # type: ignore[union-attr]  # a RecoveryCode
    assert entered == [services]
    assert services.keyring.has_recovery_code()
    assert entering.services is None


def test_a_code_that_was_not_proved_is_none(entering: Entering, services: Services, entered: list[Services]) -> None:
    entering.show_code(services, new_sheet(services))
    front(entering, RecoveryCode).left.emit()
    assert entered == [services]
    assert not services.keyring.has_recovery_code()


def test_a_new_passphrase_is_in_force_before_the_desk_is_entered(
    qtbot: QtBot, entering: Entering, services: Services, entered: list[Services]
) -> None:
    entering.ask_for_passphrase(services)
    asks = front(entering, ChoosePassphrase)
    assert isinstance(asks, ChoosePassphrase)
    asks._keep.click()
    assert "too short" in asks.fields.first.line.accessibleDescription()
    asks.fields.first.line.setText("nine lanterns by the weir")
    asks.fields.again.line.setText("nine lanterns by the weir")
    asks._keep.click()
    qtbot.waitUntil(lambda: entered == [services])
    services.keyring.verify("nine lanterns by the weir")


def test_who_remembers_the_passphrase_after_all_goes_on_without(
    entering: Entering, services: Services, entered: list[Services]
) -> None:
    entering.ask_for_passphrase(services)
    front(entering, ChoosePassphrase).left.emit()
    assert entered == [services]
    services.keyring.verify(PASSPHRASE)


def test_letting_go_closes_what_was_held(entering: Entering, services: Services) -> None:
    entering.ask_for_passphrase(services)
    entering.let_go()
    open_workspace(services.folder, PASSPHRASE, a_setting()).close()
