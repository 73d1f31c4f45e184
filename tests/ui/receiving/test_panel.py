from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator import paths
from carfacilitator.services.workspace import Services
from carfacilitator.ui.messages import Message
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.receiving.looking import Asked, Refused, Settled
from carfacilitator.ui.receiving.panel import KEEP, OF_RECEIVING, RECEIVE, Receiving
from carfacilitator.ui.widgets.button import Button
from tests.builders import a_case_study, a_draft, a_group, a_sample_draft, a_workspace
from tests.ui.conftest import Answers

FIRST, SECOND = "the-bus-that-isnt-there-draft-1.docx", "the-bus-that-isnt-there-draft-2.docx"
BUS = "The bus that isn’t there"


class Reception(Page):
    ID = PLACE = "reception"
    ACTIONS = OF_RECEIVING

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__(desk)
        self.kept: list[tuple[object, object]] = []
        self.receiving = Receiving(services, self)
        self.body.addWidget(self.receiving)
        self.receiving.kept.connect(lambda study_id, draft_id: self.kept.append((study_id, draft_id)))


def sample(name: str) -> Path:
    return paths.resource("sample", name)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = a_workspace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, services: Services, desk: Desk) -> Reception:
    made = Reception(services, desk)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    with qtbot.waitActive(made):
        made.show()
    return made


def press(page: Reception, words: str) -> None:
    buttons = [button for button in page.head.findChildren(Button) if button.isVisible()]
    QTest.mouseClick(next(one for one in buttons if one.accessibleName() == words), Qt.MouseButton.LeftButton)


def test_a_draft_is_received_by_mouse(qtbot: QtBot, page: Reception, services: Services, desk: Desk) -> None:
    study_id = a_case_study(services, BUS, "Jean Lockhart")
    a_draft(services, study_id, a_sample_draft(FIRST))
    page.receiving.take([sample(SECOND)])
    assert not page.receiving.isVisible()
    qtbot.waitSignal(page.receiving.began).wait()
    assert page.receiving.isVisible()
    assert page.receiving.file_name == SECOND
    press(page, "Keep as draft 2")
    qtbot.waitUntil(lambda: bool(page.kept))
    rows = services.drafts.timeline(study_id)
    assert page.kept == [(study_id, rows[-1].id)]
    assert [(row.number, row.arrived_by, row.received_from) for row in rows][-1] == (2, "email", "Jean Lockhart")
    assert services.drafts.original(rows[-1].id).data == sample(SECOND).read_bytes()
    assert desk.messages.shown == [f"Draft 2 of ‘{BUS}’ was kept."]
    assert not page.receiving.isVisible()


def test_a_draft_is_received_by_keyboard_and_taken_back(
    qtbot: QtBot, page: Reception, services: Services, answers: Answers, desk: Desk
) -> None:
    study_id = a_case_study(services, BUS, "Jean Lockhart")
    answers.files = [sample(FIRST)]
    with qtbot.waitSignal(page.receiving.began):
        QTest.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert page.receiving.question.recognised.options.hasFocus()
    QTest.keyClick(page.receiving.question.recognised.options, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(page.kept))
    assert len(services.drafts.timeline(study_id)) == 1
    undo = next(
        one for one in desk.messages.findChildren(Message)[-1].findChildren(Button) if one.accessibleName() == "Undo"
    )
    undo.click()
    assert services.drafts.timeline(study_id) == []


def click(line: QWidget, words: str) -> None:
    buttons = line.findChildren(Button)
    QTest.mouseClick(next(one for one in buttons if one.accessibleName() == words), Qt.MouseButton.LeftButton)


def test_what_is_set_aside_changes_nothing(qtbot: QtBot, page: Reception, services: Services) -> None:
    a_case_study(services, BUS)
    page.receiving.take([sample(FIRST)])
    qtbot.waitSignal(page.receiving.began).wait()
    press(page, "Set aside")
    assert not page.receiving.is_open
    assert services.drafts.rows() == []
    assert not page.commands[KEEP].isVisible()


def test_the_same_file_again_is_named_and_changes_nothing(
    qtbot: QtBot, page: Reception, services: Services, desk: Desk
) -> None:
    a_draft(services, a_case_study(services, BUS), a_sample_draft(FIRST))
    page.receiving.take([sample(FIRST)])
    qtbot.waitUntil(lambda: bool(desk.messages.shown))
    assert desk.messages.shown == [f"That file is already here: it is draft 1 of ‘{BUS}’."]
    assert not page.receiving.is_open


def test_what_is_no_word_file_is_said_beside_the_others(
    qtbot: QtBot, page: Reception, services: Services, desk: Desk, tmp_path: Path
) -> None:
    study_id = a_case_study(services, BUS, "Jean Lockhart")
    wrong = tmp_path / "shopping.docx"
    wrong.write_bytes(b"milk, bread")
    page.receiving.take([wrong, sample(FIRST)])
    qtbot.waitUntil(lambda: len(page.receiving.batch.looks) == 2)
    refused, asked = page.receiving.batch.looks
    assert isinstance(refused, Refused)
    assert isinstance(asked, Asked)
    assert desk.messages.shown == []
    assert page.receiving.heading == "Two files have come"
    click(page.receiving.batch.lines[1], "Keep as draft 1")
    qtbot.waitUntil(lambda: isinstance(page.receiving.batch.looks[1], Settled))
    assert [row.case_study_id for row in services.drafts.rows()] == [study_id]
    press(page, "Done")
    assert not page.receiving.is_open
    assert page.kept == []


def test_a_file_of_several_is_asked_about_and_set_aside_among_them(qtbot: QtBot, page: Reception) -> None:
    page.receiving.take([sample(FIRST), sample(SECOND)])
    qtbot.waitUntil(lambda: len(page.receiving.batch.looks) == 2)
    click(page.receiving.batch.lines[0], "Say what it is")
    assert page.receiving.file_name == FIRST
    press(page, "Set aside")
    assert page.receiving.batch.isVisible()
    assert page.receiving.batch.looks[0] == Settled(FIRST, "It was set aside: nothing of it was kept.", kept=False)


def test_two_drafts_of_one_case_study_get_their_numbers_one_after_the_other(
    qtbot: QtBot, page: Reception, services: Services
) -> None:
    study_id = a_case_study(services, BUS, "Jean Lockhart")
    page.receiving.take([sample(FIRST), sample(SECOND)])
    qtbot.waitUntil(lambda: len(page.receiving.batch.looks) == 2)
    click(page.receiving.batch.lines[0], "Keep as draft 1")
    qtbot.waitUntil(lambda: isinstance(page.receiving.batch.looks[0], Settled))
    click(page.receiving.batch.lines[1], "Keep as draft 2")
    qtbot.waitUntil(lambda: len(services.drafts.timeline(study_id)) == 2)


def test_a_draft_that_comes_while_the_one_before_is_kept_is_asked_about_like_that_one(
    qtbot: QtBot, page: Reception, services: Services
) -> None:
    study_id = a_case_study(services, BUS, "Jean Lockhart")
    page.receiving.take([sample(FIRST)])
    qtbot.waitSignal(page.receiving.began).wait()
    page.commands[KEEP].trigger()
    page.receiving.take([sample(SECOND)])
    qtbot.waitUntil(lambda: page.receiving.file_name == SECOND)
    assert page.receiving.heading == "A draft has come"
    press(page, "Keep as draft 2")
    qtbot.waitUntil(lambda: len(page.kept) == 2)
    assert [row.number for row in services.drafts.timeline(study_id)] == [1, 2]
    assert not page.receiving.is_open


def test_a_file_set_aside_while_the_others_are_read_stays_among_them(qtbot: QtBot, page: Reception) -> None:
    page.receiving.take([sample(FIRST), sample(SECOND)])
    qtbot.waitUntil(lambda: len(page.receiving.batch.looks) == 1)
    click(page.receiving.batch.lines[0], "Say what it is")
    press(page, "Set aside")
    qtbot.waitUntil(lambda: len(page.receiving.batch.looks) == 2)
    assert [type(look) for look in page.receiving.batch.looks] == [Settled, Asked]


def test_an_unreadable_file_alone_is_said_and_nothing_opens(
    qtbot: QtBot, page: Reception, desk: Desk, tmp_path: Path
) -> None:
    wrong = tmp_path / "shopping.docx"
    wrong.write_bytes(b"milk, bread")
    page.receiving.take([wrong])
    qtbot.waitUntil(lambda: bool(desk.messages.shown))
    assert not page.receiving.is_open


def test_cancelling_goes_on_to_the_next_file(qtbot: QtBot, page: Reception, desk: Desk) -> None:
    with qtbot.waitSignal(desk.jobs.started) as begun:
        page.receiving.take([sample(FIRST), sample(SECOND)])
    begun.args[0].cancel()
    qtbot.waitSignal(page.receiving.began).wait()
    assert page.receiving.file_name == SECOND


def test_the_first_draft_of_a_new_case_study_begins_it(qtbot: QtBot, page: Reception, services: Services) -> None:
    a_group(services)
    page.receiving.take([sample(FIRST)])
    qtbot.waitSignal(page.receiving.began).wait()
    form = page.receiving.question.recognised.new_study
    assert form.title.line.hasFocus()
    press(page, "Keep as draft 1")
    assert page.kept == []
    assert form.author.name.line.hasFocus()
    QTest.keyClicks(form.author.name.line, "Jean Lockhart")
    QTest.keyClick(form.author.name.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(page.kept))
    (study,) = services.case_studies.rows()
    assert (study.title, study.author, study.drafts) == (BUS, "Jean Lockhart", 1)


def test_who_went_elsewhere_meanwhile_is_called_back(qtbot: QtBot, page: Reception, desk: Desk) -> None:
    page.receiving.take([sample(FIRST)])
    page.hide()
    qtbot.waitSignal(page.receiving.began).wait()
    assert desk.messages.shown == [f"‘{FIRST}’ was read."]
    with qtbot.waitSignal(page.wants) as wanted:
        desk.messages.findChildren(Button)[0].click()
    assert wanted.args == ["reception", None]
    assert page.receiving.is_open


def test_more_files_are_asked_for_while_some_stand_there(
    qtbot: QtBot, page: Reception, answers: Answers, services: Services
) -> None:
    a_case_study(services, BUS, "Jean Lockhart")
    page.receiving.take([sample(FIRST)])
    qtbot.waitSignal(page.receiving.began).wait()
    answers.files = [sample(SECOND)]
    QTest.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(page.receiving.batch.looks) == 2)
    assert page.receiving.file_name == FIRST  # it is asked about until it is answered
    press(page, "Set aside")
    answers.files = [sample(SECOND)]
    QTest.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(page.receiving.batch.looks) == 3)
    assert page.receiving.batch.isVisible()
    assert page.receiving.heading == "Three files have come"


def test_while_others_look_on_no_file_is_asked_for(
    page: Reception, services: Services, desk: Desk, answers: Answers
) -> None:
    services.discretion.enter()
    page.commands[RECEIVE].trigger()
    assert answers.asked == []
    assert desk.messages.shown[0].startswith("No file is received while the view is discreet")
