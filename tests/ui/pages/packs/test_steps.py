from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.dispatches import DispatchRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Actions
from carfacilitator.ui.pages.packs.pack_actions import HANDING
from carfacilitator.ui.pages.packs.steps import Shown, Steps
from carfacilitator.ui.widgets.words import Words


@pytest.fixture
def steps(qtbot: QtBot) -> Iterator[Steps]:
    around = QWidget()
    qtbot.addWidget(around)
    made = Steps(Actions(around, HANDING), Words("Nothing has come back yet."))
    made.setParent(around)
    yield made
    around.close()


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


def test_what_came_back_is_said_once_it_was_sent_or_came(steps: Steps, shown: Shown, services: Services) -> None:
    steps.show_pack(shown)
    assert "Nothing has come back yet." not in said(steps)
    steps.show_pack(replace(shown, row=replace(shown.row, back=services.clock.now(), returns=2)))
    assert "in two parts" in said(steps)
    assert "Nothing has come back yet." in said(steps)
