from datetime import date

from pytestqt.qtbot import QtBot

from carfacilitator.services.pack_wording import Asked, standard_word
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.packs.wishes_card import WishesCard


def test_a_new_form_asks_to_read_and_comment(qtbot: QtBot, services: Services) -> None:
    card = WishesCard(lambda: date(2026, 3, 10))
    qtbot.addWidget(card)
    card.offer(services.gatekeepers.rows())
    assert card.gatekeeper_id == services.gatekeepers.rows()[0].id
    assert card.asked.value == Asked.COMMENT
    card.questions[1].line.setText("  One question ")
    assert card.asked_questions == ("One question",)
    card.clear()
    assert not any(field.text for field in card.questions)


def test_the_usual_sentences_follow_what_is_asked(qtbot: QtBot) -> None:
    card = WishesCard(lambda: date(2026, 3, 10))
    qtbot.addWidget(card)
    card.asked.chosen.emit(Asked.AGREE)
    assert card.word.area.placeholderText() == standard_word(Asked.AGREE)
