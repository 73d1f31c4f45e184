from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui import sections
from carfacilitator.ui.safety_card import SafetyCard
from carfacilitator.ui.widgets.button import Button
from tests.builders import a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = a_workspace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def card(qtbot: QtBot, services: Services) -> SafetyCard:
    made = SafetyCard(services)
    qtbot.addWidget(made)
    made.refresh()
    return made


def test_a_missing_recovery_code_is_said_with_the_way_there(qtbot: QtBot, card: SafetyCard) -> None:
    assert "no recovery code" in card.said
    with qtbot.waitSignal(card.wanted) as wanted:
        card.findChildren(Button)[0].click()
    assert wanted.args == [sections.KEYS]


def test_where_all_is_well_nothing_is_there(card: SafetyCard, services: Services) -> None:
    services.keyring.make_recovery_code()
    card.refresh()
    assert card.said == ""
    assert card.isHidden()


def test_a_sample_is_not_worried_about(qtbot: QtBot, sampled: Services) -> None:
    card = SafetyCard(sampled)
    qtbot.addWidget(card)
    card.refresh()
    assert card.isHidden()
