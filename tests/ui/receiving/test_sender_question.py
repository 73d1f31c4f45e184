from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from carfacilitator.ui.receiving.sender_question import SenderQuestion
from carfacilitator.ui.widgets.button import Button


def test_one_click_says_the_likely_one_or_another(qtbot: QtBot) -> None:
    said: list[str] = []
    question = SenderQuestion("Is it Fiona Grant’s?", ("Fiona Grant", "Neil Orr"), lambda name: said.extend([name]))
    qtbot.addWidget(question)
    for button in question.findChildren(Button)[:2]:
        button.click()
    assert said == ["Fiona Grant", "Neil Orr"]


def test_anybody_else_is_named_and_an_empty_name_is_none(qtbot: QtBot) -> None:
    said: list[str] = []
    question = SenderQuestion("Whose?", ("Fiona Grant",), lambda name: said.extend([name]))
    qtbot.addWidget(question)
    question.resize(600, 300)
    with qtbot.waitActive(question):
        question.show()
    question.findChildren(Button)[-1].click()
    QTest.keyClick(question.name.line, Qt.Key.Key_Return)
    QTest.keyClicks(question.name.line, "Effie Ro")
    QTest.keyClick(question.name.line, Qt.Key.Key_Return)
    assert said == ["Effie Ro"]
