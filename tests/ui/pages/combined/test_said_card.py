from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import Audience
from carfacilitator.ui.looks import audience_look
from carfacilitator.ui.pages.combined.said_card import Said, SaidCard

SAID = Said(
    id="1",
    person="Alan Petrie",
    role="Area manager",
    came="by telephone",
    icon="phone",
    text="Who?",
    answers="",
    guessed=False,
    audience=audience_look(Audience.GROUP),
)


def test_the_card_is_heard_as_it_is_told_and_hands_over_who_may_see_which_remark(qtbot: QtBot) -> None:
    card = SaidCard([audience_look(one) for one in (Audience.AUTHOR, Audience.GROUP)])
    qtbot.addWidget(card)
    card.show_said([SAID, SAID], "Remark by Alan Petrie: Who?")
    assert card.accessibleName() == "Remark by Alan Petrie: Who?"
    (author, _) = card.pills[1].choices().actions()
    with qtbot.waitSignal(card.audience_chosen) as told:
        author.trigger()
    assert told.args == ["1", "author"]
