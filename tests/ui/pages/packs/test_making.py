from datetime import date
from uuid import UUID

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import Audience
from carfacilitator.services.pack_wishes import Asked
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pack_ask import PackAsk
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.packs.making import Making
from carfacilitator.ui.pages.packs.person_card import Own


@pytest.fixture
def making(qtbot: QtBot, services: Services, desk: Desk, draft_id: UUID) -> Making:
    made = Making(services, desk, QAction("before"), QAction("after"))
    qtbot.addWidget(made)
    made.begin(draft_id)
    return made


def id_of(services: Services, name: str) -> UUID:
    return next(row.id for row in services.gatekeepers.rows() if row.name == name)


def test_each_person_is_planned_for_by_themselves(making: Making, services: Services) -> None:
    people = making.wishes.people
    people.choose([])
    for name in ("Fiona Grant", "Gordon Weir"):
        people.turn(id_of(services, name), on=True)
    assert making.plan is not None
    assert making.plan.gatekeeper_id == id_of(services, "Gordon Weir")
    making.step(1)
    assert making.plan.gatekeeper_id == id_of(services, "Fiona Grant")
    assert {one.name for one in making.wanted()} == {"Fiona Grant", "Gordon Weir"}
    people.turn(id_of(services, "Fiona Grant"), on=False)
    assert making.plan.gatekeeper_id == id_of(services, "Gordon Weir")


def test_words_that_stand_nowhere_hold_it_up(making: Making, services: Services) -> None:
    making.wishes.people.choose([id_of(services, "Fiona Grant")])
    making.show_plan()
    assert making.why_not == ""
    making.wishes.questions.set_pairs([("Is it so?", "no such words at all")])
    assert "do not stand in this draft" in making.why_not


def test_somebody_who_is_gone_is_no_longer_chosen(making: Making, services: Services) -> None:
    making.wishes.people.choose([id_of(services, "Fiona Grant")])
    services.gatekeepers.remove(id_of(services, "Fiona Grant"))
    making.finish()
    assert making.names == []
    assert making.why_not == "Say to whom it goes."


def test_questions_stand_at_their_words_and_proposals_only_where_no_changes_are_shown(
    making: Making, services: Services
) -> None:
    fiona = id_of(services, "Fiona Grant")
    making.wishes.people.choose([fiona])
    making.wishes.questions.set_pairs([("Is it so?", ""), ("Which ones?", "tenancies")])
    making.wishes.proposals.set_pairs([("tenancies", "homes")])
    making.show_plan()
    assert making.plan is not None
    wishes = making.plan.wishes
    assert wishes.questions == ("Is it so?",)
    assert [one.text for one in wishes.passage_questions] == ["Which ones?"]
    assert [one.words for one in wishes.proposals] == ["homes"]
    making.meaning.person.own_chosen.emit(Own(as_changes=True, seen_as=Audience.AUTHOR))
    assert making.plan is not None
    assert making.plan.wishes.redline
    assert not making.plan.wishes.proposals
    assert making.plan.audience is Audience.AUTHOR


def test_what_is_wished_for_one_alone_is_kept(making: Making, services: Services, draft_id: UUID) -> None:
    making.wishes.people.choose([id_of(services, "Fiona Grant")])
    making.show_plan()
    making.meaning.person.own_chosen.emit(Own(as_changes=True))
    making.begin(draft_id)
    assert making.plan is not None
    assert making.plan.wishes.redline


def test_for_whom_and_what_another_page_asks_stands_in_the_form(
    making: Making, services: Services, draft_id: UUID
) -> None:
    gordon = id_of(services, "Gordon Weir")
    making.begin(draft_id, PackAsk(draft_id=draft_id, people=(gordon,), asked=Asked.AGREE, reply_by=date(2026, 4, 2)))
    assert making.names == ["Gordon Weir"]
    written = making.wishes.written
    assert (written.asked, written.reply_by) == (Asked.AGREE, "2026-04-02")
