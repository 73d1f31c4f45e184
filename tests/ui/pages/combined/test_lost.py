from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.document.blocks import Finding
from carfacilitator.document.lost_edits import LostEdit
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.combined.lost import NOTHING_UNREAD, ReportCard
from carfacilitator.ui.widgets.marked_text import MarkedText


@pytest.fixture
def card(qtbot: QtBot) -> ReportCard:
    made = ReportCard()
    qtbot.addWidget(made)
    return made


def test_where_all_was_read_and_has_a_place_one_line_says_so(services: Services, draft: UUID, card: ReportCard) -> None:
    review = services.combined_reviews.open(draft)
    card.show_review(review)
    assert card.words.text() == NOTHING_UNREAD
    assert card.look.isHidden()
    assert not card.isHidden()
    card.show_review(replace(review, voices=()))
    assert card.isHidden()


def test_edits_without_a_place_unfold_with_whose_they_are(
    qtbot: QtBot, services: Services, draft: UUID, card: ReportCard
) -> None:
    review = services.combined_reviews.open(draft)
    lost = (("Alan Petrie", LostEdit("They did not want it.", "They asked for it.", silent=False)),)
    with qtbot.waitExposed(card):
        card.show_review(replace(review, lost=lost))
    assert card.words.text() == f"One edit found no place in this draft. {NOTHING_UNREAD}"
    qtbot.mouseClick(card.look, Qt.MouseButton.LeftButton)
    (text,) = card.findChildren(MarkedText)
    assert text.isVisible()
    assert "did not want" in text.text
    assert "asked for" in text.text
    assert card.look.accessibleName() == "Fold them"
    card.show_review(replace(review, lost=lost))
    assert text.isVisible(), "the same review read again stays unfolded"


def test_what_could_not_be_read_is_told_with_its_file(services: Services, draft: UUID, card: ReportCard) -> None:
    review = services.combined_reviews.open(draft)
    card.show_review(replace(review, unread=(("alan.docx", Finding("ink", 1, "A drawing by hand was kept.")),)))
    assert card.words.text() == "Not everything could be read: one thing."
    assert not card.look.isHidden()
