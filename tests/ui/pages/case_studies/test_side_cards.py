from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from carfacilitator.services.days import today
from carfacilitator.services.reviews import CommentCounts, Remark, Speaker
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.case_studies.side_cards import CommentsCard, PacksCard
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.count_bars import CountBars
from carfacilitator.ui.widgets.words import Words
from tests.builders import an_anchor
from tests.ui.pages.case_studies.conftest import Known


def said(card: CommentsCard | PacksCard) -> str:
    return " ".join(words.text() for words in card.findChildren(Words) if words.isVisible())


def counted(services: Services, known: Known) -> CommentCounts:
    return services.reviews.counts(known.study)


def test_open_comments_are_counted_by_kind_and_by_author(qtbot: QtBot, services: Services, known: Known) -> None:
    card = CommentsCard()
    qtbot.addWidget(card)
    card.show()
    owner = services.facilitators.owner().name
    card.show_counts(counted(services, known), services.reviews.threads(known.drafts[1]), owner)
    assert "All from you" in said(card)
    anchor = an_anchor(services, known.drafts[1], "bus")
    remark = Remark(text="Who says so?", kind_id=services.reviews.kinds()[1].id, by=Speaker("Fiona Grant"))
    services.reviews.comment(known.drafts[1], anchor, remark)
    card.show_counts(counted(services, known), services.reviews.threads(known.drafts[1]), owner)
    assert "One from you, one from Fiona Grant" in said(card) or "One from Fiona Grant, one from you" in said(card)
    assert "Analysis 1" in card.findChildren(CountBars)[0].accessibleName()


def test_where_none_is_open_it_says_so(qtbot: QtBot, services: Services, known: Known) -> None:
    card = CommentsCard()
    qtbot.addWidget(card)
    card.show()
    card.show_counts(counted(services, known), [], "")
    services.reviews.resolve(services.reviews.threads(known.drafts[1])[0].id)
    card.show_counts(counted(services, known), [], "")
    assert "None is open. One resolved." in said(card)
    card.show_counts(services.reviews.counts(known.other), [], "")
    assert "Nothing was said about it yet." in said(card)


def test_packs_say_how_they_stand_and_open(qtbot: QtBot, services: Services, known: Known) -> None:
    card = PacksCard(Button("Make a review pack"))
    qtbot.addWidget(card)
    with qtbot.waitActive(card):
        card.show()
    card.show_packs(services.dispatches.rows(known.study), today(services.clock), has_draft=True)
    (row,) = card.list.rows
    assert row.heard == "Alan Petrie, Draft 2, to agree to publication; sent on 20 February, 5 days late"
    card.list.choose_first()
    with qtbot.waitSignal(card.pack_wanted) as wanted:
        QTest.keyClick(card.list, Qt.Key.Key_Return)
    assert wanted.args == [known.pack]
    services.returns.heard(known.pack, "It reads well.")
    card.show_packs(services.dispatches.rows(known.study), today(services.clock), has_draft=True)
    (row,) = card.list.rows
    assert row.heard.endswith("Back 10 March")
    card.show_packs([], today(services.clock), has_draft=False)
    assert "Once a draft is here, a pack takes it" in said(card)
