from uuid import uuid4

from pytestqt.qtbot import QtBot

from carfacilitator.document.namings import Spot
from carfacilitator.document.rows import Piece
from carfacilitator.services.conditions import Place, Replacing
from carfacilitator.ui.pages.sanctions.replacing_card import ReplacingCard
from tests.builders import a_file

PIECES = (Piece("=", "In "), Piece("-", "Kilmorran"), Piece("+", "a town"))


def test_every_place_is_shown_and_what_stays_is_said(qtbot: QtBot) -> None:
    card = ReplacingCard()
    qtbot.addWidget(card)
    shown = Replacing(
        condition_id=uuid4(),
        draft_number=6,
        words="Kilmorran",
        instead="a town",
        places=(Place(Spot.TEXT, "2 Why", PIECES, odd=False), Place(Spot.PICTURE, "2 Why", PIECES, odd=True)),
        longer=("Kilmorrans",),
        left=0,
        file=a_file("It rained."),
    )
    card.show_replacing(shown)
    assert card.write.text().strip() == "Write draft 7"
    assert card._count.text() == "In 2 places: 1 in the text, 1 in a picture’s description, of draft 6"
    assert "“Kilmorrans”" in card._longer.text()
    assert card._left.isHidden()
    wanted: list[bool] = []
    card.wanted.connect(lambda _, tracked: wanted.append(tracked))
    card.tracked.setChecked(False)
    card.write.click()
    assert wanted == [False]
