from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.ui.drop_veil import DropVeil, dropped_files
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.page_stack import PageStack

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Today(Page):
    ID = PLACE = "today"


class CaseStudies(Page):
    ID = PLACE = "case-studies"
    TAKES = frozenset({".docx"})

    def take(self, files: list[Path]) -> None:
        self.taken = files


def data_of(*names: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(f"/drafts/{name}") for name in names])
    return data


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> QWidget:
    made, stack = QWidget(), PageStack()
    QVBoxLayout(made).addWidget(stack)
    qtbot.addWidget(made)
    for page in (Today(desk), CaseStudies(desk)):
        stack.add(page)
    stack.go("today")
    DropVeil(made, stack)
    made.show()
    return made


def hover(window: QWidget, data: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, LEFT, NONE)
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def let_go(window: QWidget, data: QMimeData) -> None:
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, LEFT, NONE))


def test_a_draft_dropped_anywhere_goes_to_the_page_that_takes_it(window: QWidget) -> None:
    data = data_of("tenancy FINAL final(2).DOCX", "note.txt")
    assert hover(window, data)
    veil = window.findChild(DropVeil)
    assert isinstance(veil, DropVeil)
    assert veil.isVisible()
    let_go(window, data)
    assert not veil.isVisible()
    page = window.findChild(CaseStudies)
    assert isinstance(page, CaseStudies)
    assert page.taken == [Path("/drafts/tenancy FINAL final(2).DOCX")]
    assert page.isVisible()


def test_other_files_are_refused_in_words(window: QWidget, desk: Desk) -> None:
    assert hover(window, data_of("picture.png"))
    let_go(window, data_of("picture.png"))
    assert "Only Word files can be received" in desk.messages.shown[0]


def test_what_is_no_file_is_not_welcome(window: QWidget, desk: Desk) -> None:
    data = QMimeData()
    data.setText("some words")
    assert not hover(window, data)
    let_go(window, data)
    assert desk.messages.shown == []


def test_the_veil_lifts_when_the_file_leaves(window: QWidget) -> None:
    data = data_of("a.docx")
    hover(window, data)
    QApplication.sendEvent(window, QDragLeaveEvent())
    veil = window.findChild(DropVeil)
    assert isinstance(veil, DropVeil)
    assert not veil.isVisible()


def test_only_files_of_this_computer_count() -> None:
    data = QMimeData()
    data.setUrls([QUrl("ftp://somewhere/a.docx")])
    assert dropped_files(data, {".docx"}) == []


def test_while_others_look_on_no_file_is_received(window: QWidget, desk: Desk) -> None:
    stack = window.findChild(PageStack)
    assert isinstance(stack, PageStack)
    stack.takes_files = False
    assert hover(window, data_of("Ailsa Reid.docx"))
    let_go(window, data_of("Ailsa Reid.docx"))
    assert desk.messages.shown == ["No file is received while the view is discreet: everybody would read its name."]
    assert stack.page is stack.pages[0]
