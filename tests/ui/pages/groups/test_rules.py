from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.groups.overview import Overview, overview
from carfacilitator.ui.pages.groups.rules import GroundRules, RuleRow


@pytest.fixture
def card(services: Services, keeping: Keeping, shown: Overview, see: Callable[[QWidget], None]) -> GroundRules:
    made = GroundRules(services, keeping)
    made.fill(shown)
    services.on_change(lambda _: made.fill(overview(services, shown.group.id)))
    see(made)
    return made


def rows(card: GroundRules) -> list[RuleRow]:
    return [row for row in card.rules.widgets if isinstance(row, RuleRow)]


def agreed(services: Services, group_id: UUID) -> list[str]:
    return [rule.text for rule in services.groups.open(group_id).ground_rules]


def test_a_rule_is_added_with_enter_and_the_line_is_free_for_the_next(
    qtbot: QtBot, services: Services, card: GroundRules, group_id: UUID
) -> None:
    card.begin()
    line = card.another.field.focusWidget()
    for words in ("We start when we said.", "We stop when we said."):
        qtbot.keyClicks(line, words)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: card.another.field.text == "")
    assert agreed(services, group_id)[2:] == ["We start when we said.", "We stop when we said."]


def test_a_rule_is_edited_where_it_stands(qtbot: QtBot, services: Services, card: GroundRules, group_id: UUID) -> None:
    field = rows(card)[0].words.field
    field.setFocus()
    qtbot.keyClick(field.focusWidget(), Qt.Key.Key_End)
    qtbot.keyClicks(field.focusWidget(), " Always.")
    qtbot.keyClick(field.focusWidget(), Qt.Key.Key_Return)
    assert agreed(services, group_id)[0] == "What is said here stays here. Always."


def test_the_rule_that_one_is_in_changes_places_and_keeps_the_focus(
    services: Services, card: GroundRules, group_id: UUID
) -> None:
    field = rows(card)[1].words.field
    field.setFocus()
    card.shift(-1)
    assert agreed(services, group_id)[0] == "Challenge the account, not the person."
    assert field.focusWidget().hasFocus()
    card.shift(-1)
    assert agreed(services, group_id)[0] == "Challenge the account, not the person."


def test_nothing_moves_while_one_is_elsewhere(services: Services, card: GroundRules, group_id: UUID) -> None:
    before = agreed(services, group_id)
    card.begin()
    card.shift(-1)
    assert agreed(services, group_id) == before


def test_a_rule_that_is_emptied_or_taken_away_goes_with_undo(
    qtbot: QtBot, services: Services, card: GroundRules, group_id: UUID, desk: Desk
) -> None:
    field = rows(card)[0].words.field
    field.setFocus()
    qtbot.keyClick(field.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(field.focusWidget(), Qt.Key.Key_Delete)
    qtbot.keyClick(field.focusWidget(), Qt.Key.Key_Return)
    assert agreed(services, group_id) == ["Challenge the account, not the person."]
    rows(card)[0].words.field.setFocus()
    qtbot.waitUntil(rows(card)[0].remove.isVisible)
    qtbot.mouseClick(rows(card)[0].remove, Qt.MouseButton.LeftButton)
    assert agreed(services, group_id) == []
    assert desk.messages.shown == ["A ground rule was taken away."]  # the newer deed sends the older one away
    services.history.undo()
    services.history.undo()
    assert len(agreed(services, group_id)) == 2
