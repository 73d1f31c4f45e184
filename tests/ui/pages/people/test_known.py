from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.people.known import Needs, Reached, Studies, Who
from carfacilitator.ui.widgets.button import Button


@pytest.fixture
def needs(services: Services, keeping: Keeping, jean: UUID, see: Callable[[QWidget], None]) -> Needs:
    made = Needs(services, keeping)
    made.fill(services.people.open(jean))
    see(made)
    return made


def test_needs_are_read_sentence_by_sentence(needs: Needs) -> None:
    assert needs.accessibleName() == "To take part Jean needs"
    assert len(needs.lines.widgets) == 2
    assert not needs.text.field.isVisible()


def test_needs_are_changed_where_they_stand(qtbot: QtBot, services: Services, needs: Needs, jean: UUID) -> None:
    qtbot.mouseClick(needs.change, Qt.MouseButton.LeftButton)
    field = needs.text.field
    assert field.focusWidget().hasFocus()
    qtbot.keyClick(field.focusWidget(), Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field.focusWidget(), " Large print.")
    needs.change.setFocus()
    qtbot.waitUntil(lambda: not field.isVisible())
    assert services.people.open(jean).needs == "A hearing loop. The 214 bus. Large print."


def test_who_needs_nothing_yet_is_asked_at_once(services: Services, needs: Needs, jean: UUID) -> None:
    services.people.amend(jean, needs="")
    needs.fill(services.people.open(jean))
    assert needs.text.field.isVisible()
    assert not needs.change.isVisible()


def test_addresses_and_names_are_kept(
    qtbot: QtBot, services: Services, keeping: Keeping, jean: UUID, see: Callable[[QWidget], None]
) -> None:
    reached, who = Reached(services, keeping), Who(services, keeping, Button("Remove this person"))
    for card in (reached, who):
        card.fill(services.people.open(jean))
        see(card)
    for kept, words in ((reached.email, "jean@example.org"), (who.organisation, " of Inverlarig")):
        kept.field.window().activateWindow()
        kept.field.setFocus()
        qtbot.waitUntil(kept.field.focusWidget().hasFocus)
        qtbot.keyClick(kept.field.focusWidget(), Qt.Key.Key_End)
        qtbot.keyClicks(kept.field.focusWidget(), words)
        qtbot.keyClick(kept.field.focusWidget(), Qt.Key.Key_Return)
    person = services.people.open(jean)
    assert (person.email, person.organisation) == ("jean@example.org", "Community council of Inverlarig")


def test_her_study_is_opened_from_here(
    qtbot: QtBot, services: Services, study: UUID, see: Callable[[QWidget], None]
) -> None:
    card = Studies()
    card.fill(services.case_studies.rows())
    see(card)
    (row,) = card.list.rows
    assert (row.strong, row.muted, row.reached) == ("The bus that isn’t there", "Stage 4", 4)
    card.list.setFocus()
    qtbot.keyClick(card.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(card.opened) as opened:
        qtbot.keyClick(card.list, Qt.Key.Key_Return)
    assert opened.args == [study]
    card.fill([])
    assert card.isHidden()
