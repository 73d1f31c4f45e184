from datetime import date
from uuid import UUID

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import Audience
from carfacilitator.services.pack_wishes import PackWishes
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.packs.meaning import Meaning
from carfacilitator.ui.pages.packs.person_card import Own
from carfacilitator.ui.widgets.words import Words


@pytest.fixture
def meaning(qtbot: QtBot) -> Meaning:
    made = Meaning(QAction("before"), QAction("after"), lambda: date(2026, 3, 10))
    qtbot.addWidget(made)
    return made


def said(meaning: Meaning) -> str:
    return "\n".join(words.text() for words in meaning.findChildren(Words) if words.isVisibleTo(meaning))


def test_what_is_planned_is_said_and_where_nobody_is_chosen_that(
    meaning: Meaning, services: Services, draft_id: UUID
) -> None:
    meaning.show_plan(None, Own(), is_anybody=False)
    assert "Tick to whom it goes" in said(meaning)
    keeper = next(row for row in services.gatekeepers.rows() if row.name == "Fiona Grant")
    meaning.show_plan(services.packs.prepare(draft_id, keeper.id), Own(), is_anybody=True)
    assert "Goes out" in said(meaning)
    assert "Dear Fiona" in said(meaning)
    assert "Tick to whom it goes" not in said(meaning)


def test_what_is_left_in_and_for_whom_it_counts_goes_into_the_wishes(qtbot: QtBot, meaning: Meaning) -> None:
    with qtbot.assertNotEmitted(meaning.changed):
        meaning.leave_in(["comments", "names"])
    assert set(meaning.left_in) == {"comments", "names"}
    wishes = meaning.wishes_for(PackWishes(), Own(as_changes=True, seen_as=Audience.AUTHOR))
    assert (wishes.keep_comments, wishes.keep_changes, wishes.keep_names) == (True, False, True)
    assert (wishes.redline, wishes.audience) == (True, Audience.AUTHOR)
    with qtbot.waitSignal(meaning.changed):
        meaning.inside.switches["hidden"].setChecked(True)
