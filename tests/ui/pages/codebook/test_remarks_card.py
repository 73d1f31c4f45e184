from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.codebook.page import CodebookPage
from carfacilitator.ui.pages.codebook.remarks_card import RemarkLine
from carfacilitator.ui.widgets.words import Words

Kinds = dict[str, UUID]


def lines(page: CodebookPage) -> list[RemarkLine]:
    return [line for line in page.remarks.rows.widgets if isinstance(line, RemarkLine)]


def test_a_remark_is_kept_put_into_other_words_and_removed(
    qtbot: QtBot, page: CodebookPage, services: Services, kinds: Kinds, desk: Desk
) -> None:
    page.open(kinds["E"])
    assert lines(page) == []
    page.remarks.findChildren(QLineEdit)[0].setText("Could she be known?")
    page.remarks.another.field.finish()
    qtbot.waitUntil(lambda: len(lines(page)) == 1)
    [line] = lines(page)
    line.findChildren(QPlainTextEdit)[0].setPlainText("Could they be known?")
    line.words.field.finish()
    assert [row.text for row in services.remarks.rows(kinds["E"])] == ["Could they be known?"]
    line.remove.click()
    assert services.remarks.rows(kinds["E"]) == []
    assert desk.messages.shown[-1] == "The remark is kept no longer."


def test_what_was_said_twice_comes_by_itself_and_can_be_kept(
    qtbot: QtBot, page: CodebookPage, services: Services, kinds: Kinds
) -> None:
    page.open(kinds["I"])
    [line] = lines(page)
    assert "said twice" in [words.text() for words in line.findChildren(Words)]
    assert line.remove.isHidden()
    line.keep.click()
    assert services.remarks.rows(kinds["I"])[0].id is not None
    qtbot.waitUntil(lambda: not lines(page)[0].remove.isHidden())
