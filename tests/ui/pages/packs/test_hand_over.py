from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Actions
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.packs.hand_over import HandOver
from carfacilitator.ui.pages.packs.pack_actions import HANDING


@pytest.fixture
def made(services: Services, draft_id: UUID) -> list[UUID]:
    keepers = {row.name: row.id for row in services.gatekeepers.rows()}
    plans = [services.packs.prepare(draft_id, keepers[name]) for name in ("Gordon Weir", "Fiona Grant")]
    return [services.packs.make(plan).stamp.id for plan in plans]


@pytest.fixture
def panel(qtbot: QtBot, services: Services, desk: Desk) -> Iterator[HandOver]:
    around = QWidget()
    qtbot.addWidget(around)
    shown = HandOver(services, desk, Actions(around, HANDING))
    shown.setParent(around)
    yield shown
    around.close()


def test_packs_of_the_same_draft_stand_first_then_those_of_others(
    panel: HandOver, services: Services, made: list[UUID]
) -> None:
    panel.show_pack(made[0])
    shown = [row.id for row in panel.list.rows]
    assert set(shown[:2]) == set(made)
    assert set(shown) == {row.id for row in services.packs.rows(panel.row.pack.case_study_id)}


def test_after_an_answer_the_next_one_that_waits_is_chosen(
    panel: HandOver, services: Services, made: list[UUID]
) -> None:
    panel.show_pack(made[0])
    panel.handing.sent()
    assert panel.row.pack.id == made[1]
    assert panel.next_one is None
    panel.handing.not_yet()
    assert panel.row.pack.id == made[1]
    assert services.packs.open(made[0]).handed_over_how == "email"


def test_from_a_pack_one_comes_to_what_came_back_of_it(
    qtbot: QtBot, panel: HandOver, made: list[UUID], draft_id: UUID
) -> None:
    panel.show_pack(made[0])
    with qtbot.waitSignal(panel.wants) as told:
        panel.came.review_wanted.emit(draft_id)
    assert told.args == ["combined", draft_id]


def test_where_it_comes_to_be_seen_the_list_has_the_focus(qtbot: QtBot, panel: HandOver, made: list[UUID]) -> None:
    panel.show_pack(made[0])
    around = panel.window()
    with qtbot.waitActive(around):
        around.show()
    assert panel.list.hasFocus() or panel.list.isAncestorOf(around.focusWidget())
