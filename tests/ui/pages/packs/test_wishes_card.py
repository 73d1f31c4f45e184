from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.services.pack_wording import Asked, standard_word
from carfacilitator.ui.pages.packs.wishes_card import WishesCard
from carfacilitator.ui.pages.packs.written import Written
from carfacilitator.ui.widgets.words import Words


@pytest.fixture
def card(qtbot: QtBot) -> WishesCard:
    made = WishesCard(lambda: date(2026, 3, 11))
    qtbot.addWidget(made)
    return made


def test_what_stands_in_the_form_is_told_and_shown_again(card: WishesCard) -> None:
    assert card.written == Written()
    written = Written(
        asked=Asked.AGREE,
        reply_by="2026-04-01",
        questions=(("Is it so?", ""), ("And why?", "in May")),
        proposals=(("the flood", "the high water"),),
        word="Dear Alan",
    )
    card.show_written(written)
    assert card.written == written
    assert card.word.area.placeholderText() == standard_word(Asked.AGREE)


def test_the_days_until_the_answer_are_counted_as_people_work(card: WishesCard) -> None:
    card.show_written(Written(reply_by="2026-04-01"))
    assert "15 working days" in [words.text() for words in card.findChildren(Words)]


def test_the_usual_sentences_follow_what_is_asked(qtbot: QtBot, card: WishesCard) -> None:
    with qtbot.waitSignal(card.changed):
        card.asked.chosen.emit(Asked.CHECK_FACTS)
    assert card.word.area.placeholderText() == standard_word(Asked.CHECK_FACTS)
