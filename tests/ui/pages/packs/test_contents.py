from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.services.pack_plans import PackPlan
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.packs.contents import InsideCard, going, staying


@pytest.fixture
def plan(services: Services, draft_id: UUID) -> PackPlan:
    gatekeeper = next(row for row in services.gatekeepers.rows() if row.name == "Alan Petrie")
    return services.packs.prepare(draft_id, gatekeeper.id)


def test_every_open_comment_is_counted_once(plan: PackPlan, services: Services, draft_id: UUID) -> None:
    threads = [thread for thread in services.reviews.threads(draft_id) if thread.is_open]
    goes = sum(count for count, what, _ in going(plan) if what.startswith("comment"))
    stays = sum(count for count, what, more in staying(plan) if what.startswith("comment") and more != "resolved")
    assert goes + stays == len(threads)


def test_what_came_inside_is_taken_out_unless_a_switch_is_turned(qtbot: QtBot, plan: PackPlan) -> None:
    card = InsideCard()
    qtbot.addWidget(card)
    card.show_plan(plan)
    assert not any(card.kept(key) for key in card.switches)
    assert card.switches["comments"].text() == "2 earlier comments"
    with qtbot.waitSignal(card.changed):
        card.switches["comments"].setChecked(True)
    assert card.kept("comments")
    card.clear()
    assert not card.kept("comments")
