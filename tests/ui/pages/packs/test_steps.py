from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from carfacilitator.services.dispatches import DispatchRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.packs.steps import Deeds, Shown, Steps
from carfacilitator.ui.widgets.words import Words


@pytest.fixture
def steps(qtbot: QtBot) -> Steps:
    actions = [QAction(words) for words in ("Mail", "Text", "Address", "Folder", "Again", "Yes", "Other", "Not yet")]
    made = Steps(Deeds(*actions))
    qtbot.addWidget(made)
    return made


@pytest.fixture
def shown(services: Services) -> Shown:
    pack = services.packs.rows()[0]
    row = DispatchRow(pack=replace(pack, handed_over_at=None), remind_on=None, back=None, returns=0)
    saved, made = services.dispatches.saved(pack.id), services.packs.again(pack.id)
    return Shown(row, saved, made, "", date(2026, 3, 11))


def said(steps: Steps) -> str:
    return "\n".join(words.text() for words in steps.findChildren(Words) if words.isVisibleTo(steps))


def test_it_prepares_and_asks_and_never_claims_that_something_was_sent(steps: Steps, shown: Shown) -> None:
    steps.show_pack(shown)
    assert "This program never sends anything." in said(steps)
    assert "Did you send it?" in said(steps)
    assert shown.made.subject in said(steps)
    assert steps.question.taken_back.isHidden()
    put_off = replace(shown, row=replace(shown.row, remind_on=date(2026, 3, 12)))
    steps.show_pack(put_off)
    assert "You want to be asked again on Thursday 12 March." in said(steps)


def test_it_does_not_ask_again_what_was_said(steps: Steps, shown: Shown, services: Services) -> None:
    pack = replace(shown.row.pack, handed_over_at=services.clock.now(), handed_over_how="by hand")
    steps.show_pack(replace(shown, row=replace(shown.row, pack=pack)))
    assert "You said that you sent it by hand" in said(steps)
    assert not steps.question.taken_back.isHidden()


def test_what_came_back_can_be_gone_to(qtbot: QtBot, steps: Steps, shown: Shown, services: Services) -> None:
    steps.show_pack(replace(shown, row=replace(shown.row, back=services.clock.now(), returns=2)))
    assert "in two parts" in said(steps)
    with qtbot.waitSignal(steps.review_wanted):
        steps.came.click()
    with qtbot.waitSignal(steps.table_wanted):
        steps.table.click()
