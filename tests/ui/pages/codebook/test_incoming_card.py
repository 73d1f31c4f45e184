from pytestqt.qtbot import QtBot

from carfacilitator.services.codebook import Incoming, KindText
from carfacilitator.ui.pages.codebook.incoming_card import IncomingCard
from carfacilitator.ui.widgets.words import Words

OURS = KindText(name="Evidence", letter="V", colour="evidence", question="How do we know?")
INCOMING = Incoming(
    fresh=(KindText(name="Tone", letter="T", colour="style", question="Who speaks?"), KindText(name="Rhythm")),
    known=("Ethics",),
    differing=((OURS, KindText(name="Evidence", letter="X", colour="muted")),),
)


def words(card: IncomingCard) -> str:
    return " ".join(label.text() for label in card.findChildren(Words) if not label.isHidden())


def test_it_says_what_is_new_what_differs_and_what_is_the_same(qtbot: QtBot) -> None:
    card = IncomingCard()
    qtbot.addWidget(card)
    card.show_incoming(INCOMING, "theirs.json")
    said = words(card)
    assert "Two kinds would be added" in said
    assert "T · Who speaks?" in said
    assert "letter ‘X’ instead of ‘V’, colour ‘grey’ instead of ‘blue’. Yours stays as it is." in said
    assert "Here already, the same: Ethics." in said
    with qtbot.waitSignal(card.taken) as taken:
        card.take.click()
    assert taken.args == [INCOMING]


def test_with_nothing_new_there_is_only_the_way_back(qtbot: QtBot) -> None:
    card = IncomingCard()
    qtbot.addWidget(card)
    card.show_incoming(INCOMING, "theirs.json")
    card.show_incoming(Incoming(fresh=(), known=("Ethics",), differing=()), "ours.json")
    assert card.take.isHidden()
    assert "Nothing new is in this file" in words(card)
    with qtbot.waitSignal(card.left):
        card.leave.click()
