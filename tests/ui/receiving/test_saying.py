from pytestqt.qtbot import QtBot

from carfacilitator.services.files import OpenedFile
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.receiving.batch import Batch
from carfacilitator.ui.receiving.looking import Came, taken_in
from carfacilitator.ui.receiving.saying import Saying
from carfacilitator.ui.widgets.button import Button
from carfacilitator.word.reader import read
from tests.ui.receiving.conftest import ALAN, FIONA, Sent


def test_each_answer_is_said_once_and_who_is_elsewhere_is_called_back(
    qtbot: QtBot, workspace: Services, sent: Sent, desk: Desk
) -> None:
    page, batch = Page(desk), Batch(workspace, desk)
    for widget in (page, batch):
        qtbot.addWidget(widget)
    data = sent.answer(FIONA, FIONA).read_bytes()
    came: Came = taken_in(OpenedFile("back.docx", data, read(data)), workspace)
    saying = Saying(workspace, page, batch)
    saying.say_in([came])
    saying.say_in([came])
    assert desk.messages.shown == ["Fiona Grant’s answer is in: 1 remark, 2 proposed edits."]
    saying.go(came.taken.draft_id)
    assert desk.messages.shown == []
    saying.call_back("back.docx")
    assert desk.messages.shown[-1] == "‘back.docx’ was read."
    with qtbot.assertNotEmitted(page.wants):
        saying.go(None)


def test_undo_takes_out_only_the_answers_that_are_still_in(
    qtbot: QtBot, workspace: Services, sent: Sent, desk: Desk
) -> None:
    page, batch = Page(desk), Batch(workspace, desk)
    for widget in (page, batch):
        qtbot.addWidget(widget)
    files = [sent.answer(name, name).read_bytes() for name in (FIONA, ALAN)]
    answers = [taken_in(OpenedFile("back.docx", data, read(data)), workspace) for data in files]
    Saying(workspace, page, batch).say_in(answers)
    workspace.returns.remove(answers[0].taken.return_id)
    undo = next(one for one in desk.messages.findChildren(Button) if one.accessibleName() == "Undo")
    undo.click()
    assert workspace.returns.rows() == []
    assert desk.messages.shown == ["The answer was taken out again."]
