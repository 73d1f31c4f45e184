from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.ui.pages.combined.people import AnswerLook, People, PersonLook
from carfacilitator.ui.widgets.pill import Pill
from carfacilitator.ui.widgets.words import Words

FILE, CALL = AnswerLook(uuid4(), "the file"), AnswerLook(uuid4(), "the telephone call")


def shown(qtbot: QtBot, *looks: PersonLook) -> People:
    people = People()
    qtbot.addWidget(people)
    people.resize(1200, 120)
    people.show_people(looks)
    people.show()
    return people


def look(name: str, *, asks: str = "", asks_about: UUID | None = None, forward: int = 0) -> PersonLook:
    late = forward > 0
    return PersonLook(name, "lead", "1 remark", "lead", (FILE, CALL), "", "", asks, asks_about, forward, late)


def test_each_of_somebodys_answers_can_be_removed(qtbot: QtBot) -> None:
    people = shown(qtbot, look("Ruth McKay"))
    menu = people.cards[0].choices()
    remove = next(action for action in menu.actions() if action.text() == "Remove the telephone call")
    with qtbot.waitSignal(people.removed) as removed:
        remove.trigger()
    assert removed.args == [CALL.return_id]


def test_who_it_is_is_asked_where_the_file_names_nobody(qtbot: QtBot) -> None:
    people = shown(qtbot, look("Fiona Grant", asks="Author", asks_about=FILE.return_id), look("Alan Petrie"))
    first, second = people.cards
    assert first.ask.isVisible()
    assert not second.ask.isVisible()
    qtbot.mouseClick(first.ask, Qt.MouseButton.LeftButton)
    first.who.line.setText("Neil Orr")
    with qtbot.waitSignal(people.credited) as credited:
        qtbot.keyClick(first.who.line, Qt.Key.Key_Return)
    assert credited.args == [FILE.return_id, "Neil Orr"]


def test_a_late_answer_offers_to_be_brought_forward(qtbot: QtBot) -> None:
    people = shown(qtbot, look("Ruth McKay", forward=6))
    with qtbot.waitSignals([people.forwarded, people.forwarded]):
        qtbot.mouseClick(people.cards[0].forward, Qt.MouseButton.LeftButton)


def test_the_same_cards_stay_when_nothing_changed(qtbot: QtBot) -> None:
    people = shown(qtbot, look("Ruth McKay"))
    before = people.cards[0]
    people.show_people([look("Ruth McKay")])
    assert people.cards[0] is before


def test_where_the_first_line_has_no_room_the_second_says_whose_it_is(qtbot: QtBot) -> None:
    answers = (FILE,)
    people = shown(
        qtbot,
        PersonLook("Fiona Grant", "Lead officer", "5 remarks", "lead", answers, came="Word", pill="you confirmed"),
    )
    (card,) = people.cards
    card.resize(600, 60)
    assert card.findChildren(Pill)[0].isVisible()
    assert any(words.text() == "5 remarks · Word" for words in card.findChildren(Words))
    card.resize(300, 60)
    assert not card.findChildren(Pill)[0].isVisible()
    assert any(words.text() == "you confirmed · 5 remarks" for words in card.findChildren(Words))
