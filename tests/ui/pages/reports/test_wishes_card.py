from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import Audience
from carfacilitator.services.comments import CommentFilter
from carfacilitator.services.drafts import DraftRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.reports.wishes_card import WishesCard
from carfacilitator.ui.reports import ReportAsk, ReportKind


@pytest.fixture
def rows(services: Services, drafts: list[UUID]) -> list[DraftRow]:
    return [services.drafts.open(draft) for draft in drafts]


@pytest.fixture
def card(qtbot: QtBot) -> WishesCard:
    made = WishesCard()
    qtbot.addWidget(made)
    return made


def test_the_draft_before_stands_beside_and_stays_older(card: WishesCard, rows: list[DraftRow]) -> None:
    card.show_ask(ReportAsk(new_id=rows[2].id), rows, "Ailsa Reid")
    assert card.older.value == str(rows[1].id)
    card.newer.set_value(str(rows[1].id))
    card.newer.chosen.emit(str(rows[1].id))
    assert card.older.value == str(rows[0].id)
    wish = card.wish(rows[0].case_study_id)
    assert wish is not None
    assert (wish.ask.old_id, wish.ask.new_id) == (rows[0].id, rows[1].id)
    assert wish.reader.recipient == "Ailsa Reid"


def test_comments_are_those_chosen_elsewhere_or_all_or_the_open_ones(card: WishesCard, rows: list[DraftRow]) -> None:
    study = rows[0].case_study_id
    chosen = CommentFilter(words="tenancy")
    card.show_ask(ReportAsk(new_id=rows[2].id, kind=ReportKind.COMMENTS, wanted=chosen), rows, "")
    assert card.older.isHidden()
    wishes = []
    for which in ("chosen", "all", "open"):
        card.which.set_value(which)
        wishes.append(card.wish(study))
    assert [wish.comments for wish in wishes if wish is not None] == [
        chosen,
        CommentFilter(case_study_id=study),
        CommentFilter(case_study_id=study, is_open=True),
    ]


def test_the_author_is_named_only_for_the_author(card: WishesCard, rows: list[DraftRow]) -> None:
    card.show_ask(ReportAsk(new_id=rows[2].id), rows, "Ailsa Reid")
    card.audience.set_value(Audience.GROUP)
    card.audience.chosen.emit(Audience.GROUP)
    assert card.recipient.text == ""
    assert "facilitator only" not in [card.audience.box.itemData(place) for place in range(card.audience.box.count())]
