from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from carfacilitator.services.drafts import Proposal
from carfacilitator.services.returns import PackGuess, Recognition, Whose
from carfacilitator.services.workspace import Services
from carfacilitator.ui.receiving.looking import Asked
from carfacilitator.ui.receiving.recognised import ANSWERS, NEW, OTHERS, Recognised
from carfacilitator.ui.widgets.words import Words
from tests.builders import a_file, a_workspace


def a_proposal(title: str = "Keeping a tenancy", number: int = 4, alike: int = 98, text: int = 81) -> Proposal:
    return Proposal(
        case_study_id=uuid4(), title=title, author="Ailsa Reid", number=number, by_title=alike, by_text=text
    )


def asked(*proposals: Proposal, known: Recognition | None = None) -> Asked:
    return Asked(a_file("The flood was in May."), proposals, known or Recognition(by=None))


def a_guess(name: str = "Fiona Grant") -> PackGuess:
    return PackGuess(
        pack_id=uuid4(), code="7F3-K2P", gatekeeper=name, case_study="Keeping a tenancy", draft_number=3, likeness=97
    )


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = a_workspace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def card(qtbot: QtBot, services: Services) -> Recognised:
    made = Recognised(services)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def said(card: Recognised) -> str:
    return " ".join(words.text() for words in card.findChildren(Words) if words.isVisible())


def ids(card: Recognised) -> list[object]:
    return [row.id for row in card.options.rows]


def test_the_likeliest_is_chosen_and_says_why(card: Recognised) -> None:
    likely, other = a_proposal(), a_proposal("The bus", 2, 30, 2)
    card.show_file(asked(likely, other), "Keeping a tenancy", None)
    assert card.case_study_id == likely.case_study_id
    assert (card.number, card.author) == (4, "Ailsa Reid")
    assert "This looks like draft 4 of Keeping a tenancy" in said(card)
    assert "The title is 98 per cent alike, the text 81." in said(card)
    assert ids(card) == [likely.case_study_id, other.case_study_id, NEW]
    assert card.new_study.isHidden()


def test_another_is_chosen_with_the_arrows(qtbot: QtBot, card: Recognised) -> None:
    likely, other = a_proposal(), a_proposal("The bus", 2, 30, 2)
    card.show_file(asked(likely, other), "", None)
    with qtbot.waitSignal(card.chosen):
        QTest.keyClick(card.options, Qt.Key.Key_Down)
    assert card.case_study_id == other.case_study_id
    assert "This would be draft 2 of The bus" in said(card)


def test_what_is_like_nothing_is_a_new_case_study(card: Recognised) -> None:
    card.show_file(asked(a_proposal("The bus", 2, 30, 2)), "Quarter to three", None)
    assert card.case_study_id is None
    assert card.options.current == NEW
    assert card.new_study.isVisible()
    assert card.new_study.title.text == "Quarter to three"
    assert card.number == 1


def test_what_is_like_nothing_belongs_to_the_case_study_that_is_open(card: Recognised) -> None:
    other, near = a_proposal("The bus", 2, 30, 2), a_proposal("Seven doors", 1, 5, 0)
    card.show_file(asked(other, near), "", near.case_study_id)
    assert card.case_study_id == near.case_study_id
    assert "This would be draft 1 of Seven doors" in said(card)
    assert "no draft of it has come yet" in said(card)


def test_what_is_like_another_is_not_taken_for_the_one_that_is_open(card: Recognised) -> None:
    likely, near = a_proposal(), a_proposal("Seven doors", 1, 5, 0)
    card.show_file(asked(likely, near), "", near.case_study_id)
    assert card.case_study_id == likely.case_study_id


def test_the_less_likely_are_shown_when_one_goes_there(qtbot: QtBot, card: Recognised) -> None:
    proposals = [a_proposal(f"Study {number}", 1, 90 - number) for number in range(6)]
    card.show_file(asked(*proposals), "", None)
    assert ids(card)[3:] == [OTHERS, NEW]
    card.options.choose(proposals[2].case_study_id)
    QTest.keyClick(card.options, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: len(ids(card)) == 7)
    assert card.case_study_id == proposals[3].case_study_id


def test_with_no_case_study_at_all_the_form_is_what_is_asked(card: Recognised) -> None:
    card.show_file(asked(), "The bus", None)
    assert card.options.isHidden()
    assert card.asked_first is card.new_study
    assert "This is the first draft of" in said(card)


def test_enter_confirms(qtbot: QtBot, card: Recognised) -> None:
    card.show_file(asked(a_proposal()), "", None)
    with qtbot.waitSignal(card.confirmed):
        QTest.keyClick(card.options, Qt.Key.Key_Return)
    assert isinstance(card.case_study_id, UUID)


def test_the_packs_that_it_may_answer_can_be_chosen_too(card: Recognised) -> None:
    likely, guess = a_proposal(), a_guess()
    known = Recognition(by=None, guesses=(guess,), whose=Whose.UNKNOWN)
    card.show_file(asked(likely, known=known), "", None)
    assert ids(card) == [likely.case_study_id, NEW, guess.pack_id]
    assert (card.case_study_id, card.guess) == (likely.case_study_id, None)
    QTest.keyClick(card.options, Qt.Key.Key_Down)
    QTest.keyClick(card.options, Qt.Key.Key_Down)
    assert (card.case_study_id, card.guess) == (None, guess)
    assert "This would be the answer of Fiona Grant To pack 7F3-K2P." in said(card)


def test_what_carries_a_gatekeepers_name_is_taken_for_an_answer(card: Recognised) -> None:
    guesses = (a_guess("Ruth McKay"), a_guess())
    card.show_file(asked(a_proposal(), known=Recognition(by=None, guesses=guesses)), "", None)
    assert card.guess == guesses[0]
    assert "This looks like the answer of" in said(card)


def test_the_authors_own_draft_hides_the_packs_until_they_are_asked_for(qtbot: QtBot, card: Recognised) -> None:
    guess = a_guess()
    card.show_file(asked(known=Recognition(by=None, guesses=(guess,), whose=Whose.AUTHOR)), "", None)
    assert ids(card) == [NEW, ANSWERS]
    QTest.keyClick(card.options, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: card.guess == guess)
    assert ids(card) == [NEW, guess.pack_id]


def test_a_pack_that_is_not_from_here_says_so(card: Recognised) -> None:
    card.show_file(asked(a_proposal(), known=Recognition(by=None, strange=True)), "", None)
    assert "It carries the identity of a pack that is not in this workspace. By Ailsa Reid." in said(card)
