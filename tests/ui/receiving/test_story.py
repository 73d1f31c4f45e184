from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.errors import RefusedError
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Actions
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.receiving.story import WhatCame
from carfacilitator.ui.shared_actions import PASTE_EMAIL
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.words import Words
from carfacilitator.word.reader import read
from tests.ui.receiving.conftest import RUTH, Sent


@pytest.fixture
def story(qtbot: QtBot, workspace: Services, sent: Sent, desk: Desk) -> Iterator[WhatCame]:
    owner = QWidget()
    commands = Actions(owner, (PASTE_EMAIL,))
    commands.on(PASTE_EMAIL, lambda: None)
    made = WhatCame(workspace, Keeping(workspace, desk.messages), commands)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    show(made, workspace, sent)
    yield made
    owner.deleteLater()


def show(story: WhatCame, workspace: Services, sent: Sent) -> None:
    pack_id = sent.packs[RUTH].stamp.id
    story.show_pack(pack_id, workspace.returns.rows(pack_id=pack_id))


def said(story: WhatCame) -> str:
    return " ".join(words.text() for words in story.findChildren(Words) if words.isVisible())


def test_an_answer_on_paper_is_noted_from_the_menu_and_taken_out_again(
    story: WhatCame, workspace: Services, sent: Sent, desk: Desk
) -> None:
    assert "Nothing has come back yet." in said(story)
    ways = {action.text(): action for action in story.ways.actions()}
    ways["Came back by post"].trigger()
    show(story, workspace, sent)
    assert "10 March: Came back by post" in said(story)
    assert desk.messages.shown == ["Noted: came back by post."]
    remove = next(
        one for one in story.findChildren(Button) if one.accessibleName() == "Take it out again" and one.isVisible()
    )
    remove.click()
    assert workspace.returns.rows() == []


def test_nothing_is_noted_while_others_look_on(story: WhatCame, workspace: Services) -> None:
    workspace.discretion.enter()
    with pytest.raises(RefusedError):
        story.note("by post")


def test_what_came_leads_to_where_it_is_decided_about(
    qtbot: QtBot, story: WhatCame, workspace: Services, sent: Sent
) -> None:
    workspace.returns.heard(sent.packs[RUTH].stamp.id, "Number nine is easily found.")
    show(story, workspace, sent)
    look = next(one for one in story.findChildren(Button) if one.accessibleName() == "Look at what came back")
    with qtbot.waitSignal(story.review_wanted) as wanted:
        look.click()
    assert wanted.args == [sent.draft_id]


def test_whose_it_is_can_be_said_here_too(story: WhatCame, workspace: Services, sent: Sent) -> None:
    data = sent.answer(RUTH, "Author").read_bytes()
    taken = workspace.returns.receive(OpenedFile("back.docx", data, read(data)))
    assert taken.ask_sender
    show(story, workspace, sent)
    next(one for one in story.findChildren(Button) if one.accessibleName() == "Yes, Ruth McKay").click()
    assert workspace.returns.rows()[0].sender_asked
