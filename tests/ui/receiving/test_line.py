from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carfacilitator.ui.receiving.line import FileLine, Verbs
from carfacilitator.ui.receiving.looking import Asked, Came, Refused, Settled
from tests.builders import a_file
from tests.ui.receiving.test_texts import TAKEN


def a_line(qtbot: QtBot, done: list[str]) -> FileLine:
    def note(what: str) -> object:
        return lambda *said: done.append(" ".join((what, *said)))

    names = ("look", "credit", "bring", "remove", "keep", "say")
    line = FileLine(Verbs(**{name: note(name) for name in names}))  # type: ignore[arg-type]  # each notes what it was told
    qtbot.addWidget(line)
    line.resize(600, 400)
    with qtbot.waitActive(line):
        line.show()
    return line


def test_everything_that_can_be_done_about_an_answer_has_its_button(qtbot: QtBot) -> None:
    done: list[str] = []
    line = a_line(qtbot, done)
    line.show_look(Came("back.docx", TAKEN))
    for button in line.buttons:
        button.click()
    assert done == ["credit Fiona Grant", "look", "remove"]


def test_somebody_else_is_named_in_a_line(qtbot: QtBot) -> None:
    done: list[str] = []
    line = a_line(qtbot, done)
    line.show_look(Came("back.docx", TAKEN))
    next(one for one in line.buttons if one.accessibleName().startswith("Somebody")).click()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert done == []
    QTest.keyClicks(focused, "Neil Orr")
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert done == ["credit Neil Orr"]


def test_a_refused_or_a_settled_file_has_nothing_to_press(qtbot: QtBot) -> None:
    line = a_line(qtbot, [])
    line.show_look(Asked(a_file("Minutes."), ()))
    assert [button.accessibleName() for button in line.buttons] == ["Say what it is"]
    for look in (Refused("torn.docx", "It is damaged."), Settled("x.docx", "It was set aside.", kept=False)):
        line.show_look(look)
        assert line.buttons == []
