from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.groups.clauses import Clauses
from carfacilitator.ui.pages.groups.overview import Overview


@pytest.fixture
def card(services: Services, keeping: Keeping, shown: Overview, see: Callable[[QWidget], None]) -> Clauses:
    made = Clauses(services, keeping)
    made.fill(shown)
    see(made)
    return made


def test_the_clause_is_put_in_force_and_its_number_and_words_are_kept_as_they_are_typed(
    qtbot: QtBot, services: Services, card: Clauses, shown: Overview
) -> None:
    assert services.rules.clauses(shown.group.id) == []
    qtbot.keyClick(card.put, Qt.Key.Key_Return)
    number = card.number.field.focusWidget()
    assert number.hasFocus()
    qtbot.keyClicks(number, "3")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    card.text.field.setFocus()
    qtbot.keyClicks(card.text.field.focusWidget(), "Authors come first.")
    qtbot.keyClick(card.text.field.focusWidget(), Qt.Key.Key_Return)
    (clause,) = services.rules.clauses(shown.group.id)
    assert (clause.number, clause.text) == ("3", "Authors come first.")


def test_it_is_taken_out_again_and_undo_brings_it_back(
    qtbot: QtBot, services: Services, card: Clauses, shown: Overview, desk: Desk
) -> None:
    qtbot.mouseClick(card.put, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.out, Qt.MouseButton.LeftButton)
    assert services.rules.clauses(shown.group.id) == []
    assert not card.put.isHidden()
    assert "no longer in force" in desk.messages.shown[-1]
    services.history.undo()
    card.fill(shown)
    assert not card.out.isHidden()
