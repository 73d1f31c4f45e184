from datetime import date
from uuid import UUID

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import Audience
from carfacilitator.services.pack_plans import PackPlan
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.packs.person_card import CHANGES, Own, PersonCard
from carfacilitator.ui.widgets.words import Words


@pytest.fixture
def card(qtbot: QtBot) -> PersonCard:
    made = PersonCard(QAction("before"), QAction("after"), lambda: date(2026, 3, 10))
    qtbot.addWidget(made)
    made.show_person("Fiona Grant", (2, 3), Audience.CENTRAL_GATEKEEPER)
    return made


def plan_for(services: Services, draft_id: UUID, name: str) -> PackPlan:
    keeper = next(row for row in services.gatekeepers.rows() if row.name == name)
    return services.packs.prepare(draft_id, keeper.id)


def said(card: PersonCard) -> str:
    return "\n".join(words.text() for words in card.findChildren(Words) if words.isVisibleTo(card))


def test_it_says_whom_one_looks_at_and_as_whom_they_see_it(
    card: PersonCard, services: Services, draft_id: UUID
) -> None:
    card.show_plan(plan_for(services, draft_id, "Fiona Grant"), Own())
    assert "Fiona Grant" in said(card)
    assert "2 of 3 people" in said(card)
    assert card.seen_as.box.currentText() == "Central gatekeeper, from their role"


def test_it_is_widened_by_hand_only_and_never_to_the_facilitator(
    qtbot: QtBot, card: PersonCard, services: Services, draft_id: UUID
) -> None:
    values = [card.seen_as.box.itemData(place) for place in range(card.seen_as.box.count())]
    assert Audience.FACILITATOR.value not in values
    with qtbot.waitSignal(card.own_chosen) as told:
        card.seen_as.chosen.emit(Audience.AUTHOR.value)
    assert told.args == [Own(seen_as=Audience.AUTHOR)]
    card.show_plan(plan_for(services, draft_id, "Fiona Grant"), Own(seen_as=Audience.AUTHOR))
    assert "for this pack only" in said(card)


def test_the_changes_are_offered_to_those_alone_who_saw_an_earlier_draft(
    qtbot: QtBot, card: PersonCard, services: Services, draft_id: UUID
) -> None:
    card.show_plan(plan_for(services, draft_id, "Gordon Weir"), Own())
    assert card.way.isHidden()
    card.show_plan(plan_for(services, draft_id, "Fiona Grant"), Own())
    assert "since draft 3, handed over on 18 February." in said(card)
    with qtbot.waitSignal(card.own_chosen) as told:
        card.way.chosen.emit(CHANGES)
    assert told.args == [Own(as_changes=True)]
    card.show_plan(plan_for(services, draft_id, "Fiona Grant"), Own(as_changes=True))
    assert "Words that you propose are left out." in said(card)
