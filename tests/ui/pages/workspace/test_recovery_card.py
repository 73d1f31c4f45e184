from collections.abc import Callable

import pytest

from carfacilitator.services.workspace import Services
from carfacilitator.ui import sections
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.workspace.page import WorkspacePage
from carfacilitator.ui.pages.workspace.recovery_card import RecoveryCard
from carfacilitator.ui.recovery_code import RecoveryCode

Settled = Callable[[], None]


@pytest.fixture
def card(page: WorkspacePage) -> RecoveryCard:
    page.open(sections.KEYS)
    return page.findChildren(RecoveryCard)[0]


@pytest.fixture
def panel(card: RecoveryCard, settled: Settled) -> RecoveryCode:
    card.new.click()
    settled()
    assert card.panel is not None
    return card.panel


def test_a_code_that_is_proved_is_in_force(
    card: RecoveryCard, panel: RecoveryCode, services: Services, desk: Desk
) -> None:
    panel.group.line.setText(panel._sheet.code.split("-")[panel.asked])
    panel._go_on.click()
    assert services.keyring.has_recovery_code()
    assert desk.messages.shown == ["The recovery code is in force."]
    assert card.panel is None
    assert "There is one" in card._state.text()


def test_a_code_that_is_set_aside_opens_nothing(
    card: RecoveryCard, panel: RecoveryCode, services: Services, desk: Desk
) -> None:
    del panel
    assert card.step_back()
    assert not services.keyring.has_recovery_code()
    assert "no recovery code now" in desk.messages.shown[0]
    assert not card.step_back()


def test_while_it_is_shown_no_other_is_made(card: RecoveryCard, panel: RecoveryCode) -> None:
    assert panel.isVisible()
    assert not card.new.isVisible()
