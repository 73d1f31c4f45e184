from uuid import UUID

from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.packs.person_card import PersonCard
from carfacilitator.ui.widgets.pill import Pill
from carfacilitator.ui.widgets.words import Words


def test_it_says_whom_one_looks_at_and_as_whom_they_see_it(qtbot: QtBot, services: Services, draft_id: UUID) -> None:
    card = PersonCard(QAction("before"), QAction("after"))
    qtbot.addWidget(card)
    keeper = next(row for row in services.gatekeepers.rows() if row.name == "Fiona Grant")
    card.show_person(keeper.name, (2, 3))
    card.show_plan(services.packs.prepare(draft_id, keeper.id), as_changes=False)
    said = [words.text() for words in card.findChildren(Words)]
    assert "Fiona Grant" in said
    assert "2 of 3 people" in said
    assert [pill.text for pill in card.findChildren(Pill)] == ["central gatekeeper"]
