import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.messages import Message
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.receiving.batch import Batch
from carfacilitator.ui.receiving.looking import Asked, Came, Refused, Settled
from carfacilitator.ui.receiving.panel import LOOK, OF_RECEIVING, Receiving
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.words import Words
from tests.builders import a_draft, a_sample_draft
from tests.imitated_word import WordDesk
from tests.ui.receiving.conftest import ALAN, FIONA, RUTH, Sent


class Reception(Page):
    ID = PLACE = "reception"
    ACTIONS = OF_RECEIVING

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__(desk)
        self.receiving = Receiving(services, self)
        self.body.addWidget(self.receiving)
        self.asked_for: list[tuple[str, object]] = []
        self.wants.connect(lambda page, entity: self.asked_for.append((page, entity)))


@pytest.fixture
def page(qtbot: QtBot, workspace: Services, desk: Desk) -> Reception:
    made = Reception(workspace, desk)
    qtbot.addWidget(made)
    made.resize(1000, 900)
    with qtbot.waitActive(made):
        made.show()
    return made


def click(within: QWidget, words: str) -> None:
    buttons = [one for one in within.findChildren(Button) if not one.isHidden()]
    QTest.mouseClick(next(one for one in buttons if one.accessibleName() == words), Qt.MouseButton.LeftButton)


def said(within: QWidget) -> str:
    return " ".join(words.text() for words in within.findChildren(Words) if words.isVisible())


def came(page: Reception, number: int = 0) -> Came:
    look = page.receiving.batch.looks[number]
    assert isinstance(look, Came)
    return look


def test_an_answer_says_what_is_in_it_and_leads_to_it(
    qtbot: QtBot, page: Reception, sent: Sent, workspace: Services, desk: Desk
) -> None:
    page.receiving.take([sent.answer(FIONA, FIONA, silent="five hundred pairs")])
    qtbot.waitUntil(lambda: bool(desk.messages.shown))
    code = sent.packs[FIONA].stamp.code
    words = said(page.receiving.batch)
    assert f"Fiona Grant’s answer to pack {code}" in words
    assert "1 remark, 2 tracked changes, 1 change without tracking; known by the pack’s identity in it." in words
    assert "Everything in it could be read." in words
    assert desk.messages.shown == ["Fiona Grant’s answer is in: 1 remark, 3 proposed edits."]
    click(desk.messages, "Look at what came back")
    assert page.asked_for == [("combined", sent.draft_id)]
    assert [row.gatekeeper for row in workspace.returns.rows()] == [FIONA]


def test_whose_an_answer_by_author_is_takes_one_key(
    qtbot: QtBot, page: Reception, sent: Sent, workspace: Services
) -> None:
    page.receiving.take([sent.answer(FIONA, "Author")])
    qtbot.waitUntil(lambda: bool(page.receiving.batch.looks))
    assert "What is new in it is by ‘Author’. Is that Fiona Grant?" in said(page.receiving.batch)
    qtbot.waitUntil(lambda: isinstance(page.focusWidget(), Button))
    focused = page.focusWidget()
    assert isinstance(focused, Button)
    assert focused.accessibleName() == "Yes, Fiona Grant"
    QTest.keyClick(focused, Qt.Key.Key_Return)
    (row,) = workspace.returns.rows()
    assert (row.from_whom, row.sender_asked) == (FIONA, True)
    assert not came(page).taken.ask_sender


def test_an_answer_may_be_somebody_elses_by_name(
    qtbot: QtBot, page: Reception, sent: Sent, workspace: Services
) -> None:
    page.receiving.take([sent.answer(FIONA, "Author")])
    qtbot.waitUntil(lambda: bool(page.receiving.batch.looks))
    line = page.receiving.batch.lines[0]
    click(line, "Somebody else …")
    focused = page.focusWidget()
    QTest.keyClicks(focused, "Neil Orr")
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert workspace.returns.rows()[0].from_whom == "Neil Orr"
    assert "Neil Orr’s answer" in said(line)


def test_a_pack_that_was_handed_on_is_asked_about(qtbot: QtBot, page: Reception, sent: Sent) -> None:
    page.receiving.take([sent.answer(ALAN, "R. McKay")])
    qtbot.waitUntil(lambda: bool(page.receiving.batch.looks))
    line = page.receiving.batch.lines[0]
    assert "The pack was made for Alan Petrie, but this is by ‘R. McKay’. Is it Ruth McKay?" in said(line)
    click(line, "No, Alan Petrie")
    assert came(page).taken.likely == ALAN


def test_of_many_files_none_is_lost_when_some_cannot_be_read(
    qtbot: QtBot, page: Reception, sent: Sent, workspace: Services, desk: Desk
) -> None:
    broken = sent.put(b"PK\x03\x04 torn off", "torn.docx")
    files = [sent.answer(FIONA, FIONA), broken, sent.answer(ALAN, ALAN), sent.answer(RUTH, RUTH)]
    page.receiving.take(files)
    qtbot.waitUntil(lambda: bool(desk.messages.shown), timeout=20_000)
    assert [type(look) for look in page.receiving.batch.looks] == [Came, Refused, Came, Came]
    assert page.receiving.heading == "Four files have come"
    assert desk.messages.shown == ["Three answers are in: 3 remarks, 6 proposed edits."]
    click(desk.messages.findChildren(Message)[-1], "Undo")
    assert workspace.returns.rows() == []
    assert [type(look) for look in page.receiving.batch.looks] == [Settled, Refused, Settled, Settled]
    assert desk.messages.shown == ["Three answers were taken out again."]
    assert not page.commands[LOOK].isVisible()
    click(desk.messages.findChildren(Message)[-1], "Undo")
    assert len(workspace.returns.rows()) == 3
    assert [type(look) for look in page.receiving.batch.looks] == [Came, Refused, Came, Came]
    assert page.commands[LOOK].isVisible()


def test_what_undo_and_redo_do_to_answers_is_seen_on_their_lines(
    qtbot: QtBot, page: Reception, sent: Sent, workspace: Services, desk: Desk
) -> None:
    page.receiving.take([sent.answer(FIONA, FIONA), sent.answer(ALAN, ALAN)])
    qtbot.waitUntil(lambda: bool(desk.messages.shown), timeout=20_000)
    workspace.history.undo()
    page.receiving.refresh()
    assert [type(look) for look in page.receiving.batch.looks] == [Came, Settled]
    assert "Alan Petrie’s answer" in said(page.receiving.batch.lines[1])
    assert "was taken out again." in said(page.receiving.batch.lines[1])
    assert desk.messages.shown == []  # “Two answers are in” would not be true
    workspace.history.redo()
    page.receiving.refresh()
    assert [type(look) for look in page.receiving.batch.looks] == [Came, Came]


def test_the_same_file_again_adds_nothing_and_says_so(
    qtbot: QtBot, page: Reception, sent: Sent, workspace: Services, desk: Desk
) -> None:
    file = sent.answer(FIONA, FIONA)
    page.receiving.take([file, file])
    qtbot.waitUntil(lambda: bool(desk.messages.shown), timeout=20_000)
    assert "This file is here already: nothing was added." in said(page.receiving.batch.lines[1])
    assert len(workspace.returns.rows()) == 1


def test_a_line_is_there_as_soon_as_its_file_is_told_of(qtbot: QtBot, workspace: Services, desk: Desk) -> None:
    batch = Batch(workspace, desk)
    qtbot.addWidget(batch)
    with qtbot.waitExposed(batch):
        batch.show()
    batch.add(Refused("torn.docx", "Nothing in it could be read."))
    assert said(batch.lines[0]) == "torn.docx Nothing in it could be read."


def test_an_answer_to_an_older_draft_is_brought_forward_and_back(
    qtbot: QtBot, page: Reception, sent: Sent, workspace: Services, desk: Desk
) -> None:
    desk_of_ailsa = WordDesk(workspace.drafts.original(sent.draft_id).data, "Ailsa Reid")
    desk_of_ailsa.retype("By the third night", "By the fourth night")
    file = a_sample_draft("keeping-a-tenancy-draft-3.docx")
    newer = a_draft(workspace, sent.study_id, file)
    page.receiving.take([sent.answer(FIONA, FIONA)])
    qtbot.waitUntil(lambda: bool(page.receiving.batch.looks))
    line = page.receiving.batch.lines[0]
    assert "It answers draft 1; draft 2 is the newest by now." in said(line)
    click(line, "Look at it in draft 2")
    qtbot.waitUntil(lambda: came(page).newer is None)
    assert workspace.returns.rows()[0].draft_id == newer
    click(desk.messages.findChildren(Message)[-1], "Undo")
    assert came(page).newer is not None
    assert workspace.returns.rows()[0].draft_id == sent.draft_id


def test_an_answer_is_taken_out_again(qtbot: QtBot, page: Reception, sent: Sent, workspace: Services) -> None:
    page.receiving.take([sent.answer(FIONA, FIONA)])
    qtbot.waitUntil(lambda: bool(page.receiving.batch.looks))
    click(page.receiving.batch.lines[0], "Take it out again")
    assert workspace.returns.rows() == []
    assert page.receiving.batch.draft_id is None


def test_an_answer_that_was_taken_out_and_brought_back_can_be_looked_at(
    qtbot: QtBot, page: Reception, sent: Sent, workspace: Services, desk: Desk
) -> None:
    page.receiving.take([sent.answer(FIONA, FIONA)])
    qtbot.waitUntil(lambda: bool(page.receiving.batch.looks))
    click(page.receiving.batch.lines[0], "Take it out again")
    assert not page.commands[LOOK].isVisible()
    click(desk.messages.findChildren(Message)[-1], "Undo")
    assert page.commands[LOOK].isVisible()
    assert len(workspace.returns.rows()) == 1
    assert page.receiving.batch.draft_id == sent.draft_id


def test_a_file_without_identity_is_asked_about_with_a_draft_and_the_packs_to_choose_from(
    qtbot: QtBot, page: Reception, sent: Sent, workspace: Services
) -> None:
    bare = WordDesk(workspace.drafts.original(sent.draft_id).data, "H. Boyd")
    bare.comment("Nobody was hurt.", "Who says so?")
    page.receiving.take([sent.put(bare.save(), "export.docx")])
    with qtbot.waitSignal(page.receiving.began):
        pass
    (asked,) = page.receiving.batch.looks
    assert isinstance(asked, Asked)
    assert page.receiving.heading == "A draft has come"  # what is likelier; it is asked all the same
    options = page.receiving.question.recognised.options
    for _ in options.rows:
        QTest.keyClick(options, Qt.Key.Key_Down)
    QTest.keyClick(options, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(workspace.returns.rows()))
    qtbot.waitUntil(page.receiving.batch.isVisible)
    assert [(row.gatekeeper, row.known_by) for row in workspace.returns.rows()] == [(FIONA, "asked")]
