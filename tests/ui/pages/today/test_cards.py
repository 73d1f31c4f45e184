from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.today.cards import BeginCard, MeetingCard, RowsCard
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.day_block import DayBlock
from carfacilitator.ui.widgets.rows import Row
from tests.ui.pages.today.conftest import Day


def leaves(card: MeetingCard) -> list[str]:
    return [block.accessibleName() for block in card.findChildren(DayBlock) if not block.isHidden()]


def test_a_card_without_rows_says_so(qtbot: QtBot) -> None:
    card = RowsCard("Waiting for you", "Nothing waits for you.")
    qtbot.addWidget(card)
    card.show()
    card.show_rows([Row(id=1, strong="A draft")], "1")
    assert card.list.isVisible()
    card.show_rows([])
    assert not card.list.isVisible()


def test_the_leaf_of_the_calendar_follows_the_meeting(qtbot: QtBot, services: Services, day: Day) -> None:
    del day
    open_plan, print_, plan = QAction("Open the plan"), QAction("Print"), QAction("Plan a meeting")
    card = MeetingCard(open_plan, print_, plan)
    qtbot.addWidget(card)
    card.show()
    view = services.today.view()
    card.show_meeting(view.next_meeting, view.day)
    card.show_meeting(view.next_meeting, view.day)
    qtbot.waitUntil(lambda: leaves(card) == ["Thursday 12 March 2026"])
    assert card.accessibleName() == "Meeting 1 of Group A"
    card.show_meeting(None, view.day)
    assert leaves(card) == []
    assert card.accessibleName() == "No meeting is planned"


def test_where_to_begin_is_offered_as_buttons(qtbot: QtBot) -> None:
    group = QAction("Begin a group")
    card = BeginCard(group)
    qtbot.addWidget(card)
    with qtbot.waitSignal(group.triggered):
        card.findChildren(Button)[0].click()
