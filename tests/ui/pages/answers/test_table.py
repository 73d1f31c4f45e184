from dataclasses import replace
from uuid import UUID

from pytestqt.qtbot import QtBot

from carfacilitator.services.answers import AnswerRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.answers.table import TableView
from carfacilitator.ui.widgets.card import Card


def told(row: AnswerRow, why: str) -> None:
    del row, why


def test_what_there_is_none_of_has_no_card(qtbot: QtBot, services: Services, desk: Desk, pack: UUID) -> None:
    view = TableView(Keeping(services, desk.messages), told)
    qtbot.addWidget(view)
    table = services.answers.table(pack)
    view.show_table(replace(table, edits=()))
    assert [card.accessibleName() for card in view.findChildren(Card) if card.isVisibleTo(view)] == ["What Alan said"]
    view.show_table(table)
    assert len(view.edits.widgets) == 1
