import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import Audience
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.case_studies.about_card import AboutCards
from tests.builders import a_person
from tests.ui.pages.case_studies.conftest import BUS, Known


@pytest.fixture
def cards(qtbot: QtBot, services: Services, keeping: Keeping, known: Known) -> AboutCards:
    a_person(services, "Samina Aziz")
    made = AboutCards(services, keeping)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.show_study(services.case_studies.open(known.study))
    return made


def test_what_is_typed_is_kept_on_leaving(cards: AboutCards, services: Services, known: Known) -> None:
    assert cards.title.text == BUS
    cards.question.area.setFocus()
    cards.question.area.selectAll()
    QTest.keyClicks(cards.question.area, "Why is there no bus?")
    cards.notes.area.setFocus()
    QTest.keyClicks(cards.notes.area, "She is Netta in print.")
    cards.notes.area.clearFocus()
    study = services.case_studies.open(known.study)
    assert (study.question, study.notes) == ("Why is there no bus?", "She is Netta in print.")


def test_a_title_is_never_empty(cards: AboutCards, services: Services, known: Known) -> None:
    cards.title.line.setFocus()
    cards.title.line.clear()
    cards.title.line.clearFocus()
    assert services.case_studies.open(known.study).title == BUS
    assert cards.title.line.accessibleDescription() == "The title of a case study cannot be empty."


def test_it_is_given_to_somebody_else(cards: AboutCards, services: Services, known: Known, desk: Desk) -> None:
    box = cards.author.box
    box.setCurrentIndex(box.findText("Samina Aziz"))
    box.activated.emit(box.currentIndex())
    assert services.case_studies.open(known.study).author == "Samina Aziz"
    assert desk.messages.shown == ["It is Samina Aziz’s now, in Group A."]


def test_who_may_know_of_it_is_chosen(cards: AboutCards, services: Services, known: Known) -> None:
    box = cards.audience.box
    box.setCurrentIndex(box.findText("Group"))
    box.activated.emit(box.currentIndex())
    assert services.case_studies.open(known.study).audience is Audience.GROUP
