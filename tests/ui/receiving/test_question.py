from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from carfacilitator.services.returns import PackGuess, Recognition, Whose
from carfacilitator.services.workspace import Services
from carfacilitator.ui.receiving.looking import Asked
from carfacilitator.ui.receiving.question import FileQuestion
from tests.builders import a_file


def test_how_it_came_is_asked_of_a_draft_and_not_of_an_answer(qtbot: QtBot, workspace: Services) -> None:
    question = FileQuestion(workspace)
    qtbot.addWidget(question)
    with qtbot.waitActive(question):
        question.show()
    guess = PackGuess(
        pack_id=uuid4(), code="7F3-K2P", gatekeeper="Fiona Grant", case_study="Doors", draft_number=2, likeness=97
    )
    known = Recognition(by=None, guesses=(guess,), whose=Whose.UNKNOWN)
    question.show_file(Asked(a_file("# Seven doors", "They stood open."), (), known), None)
    assert (question.verb, question.arriving.isHidden()) == ("Keep as draft 1", False)
    assert question.recognised.new_study.title.text == "Seven doors"
    QTest.keyClick(question.recognised.options, Qt.Key.Key_Down)
    assert (question.verb, question.arriving.isHidden()) == ("Take in as Fiona Grant’s answer", True)
