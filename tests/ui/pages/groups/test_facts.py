from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import GroupKind
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.groups.facts import About
from carfacilitator.ui.pages.groups.overview import Overview
from carfacilitator.ui.widgets.button import Button


@pytest.fixture
def card(services: Services, keeping: Keeping, shown: Overview, see: Callable[[QWidget], None]) -> About:
    made = About(services, keeping, Button("Remove this group"))
    made.fill(shown)
    see(made)
    return made


def test_each_fact_is_kept_where_it_stands(qtbot: QtBot, services: Services, card: About, group_id: UUID) -> None:
    for kept, words in ((card.name, "Study group"), (card.purpose, "What helps?"), (card.taking_part, "31")):
        kept.field.setFocus()
        field = kept.field.focusWidget()
        qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClicks(field, words)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    card.ended.field.line.setText("1/12/2026")
    card.ended.field.finish()
    card.kind.box.setCurrentIndex(1)
    card.kind.box.activated.emit(1)
    group = services.groups.open(group_id)
    assert (group.name, group.purpose, group.stated_size) == ("Study group", "What helps?", 31)
    assert (group.ended, group.kind) == (date(2026, 12, 1), GroupKind.INQUIRY)


def test_a_number_that_is_none_is_refused_in_words(
    qtbot: QtBot, services: Services, card: About, group_id: UUID
) -> None:
    field = card.taking_part.field
    field.setFocus()
    for words in ("many", "0"):
        qtbot.keyClick(field.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClicks(field.focusWidget(), words)
        qtbot.keyClick(field.focusWidget(), Qt.Key.Key_Return)
        assert field.focusWidget().accessibleDescription() == "Write a number, such as 31."
    assert services.groups.open(group_id).stated_size is None


def test_the_partnership_is_opened_from_here(qtbot: QtBot, card: About, shown: Overview) -> None:
    with qtbot.waitSignal(card.partnership_wanted) as wanted:
        qtbot.mouseClick(card.partnership, Qt.MouseButton.LeftButton)
    assert wanted.args == [shown.group.partnership_id]
