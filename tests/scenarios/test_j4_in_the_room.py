"""In the room: discreet while projecting, notes typed as they are said; the laptop dies, and all are there again."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carfacilitator import app
from carfacilitator.services.workspace import open_workspace
from carfacilitator.ui.exhibits import settle
from carfacilitator.ui.messages import Message
from carfacilitator.ui.pages.meetings.page import MeetingsPage
from carfacilitator.ui.widgets.button import Button
from tests.builders import PASSPHRASE, a_group, a_meeting, a_member, a_setting, a_workspace

TYPED, DIED_AT = 23, 17
TYPING = """
import sys
from pathlib import Path
from uuid import UUID

from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from carfacilitator import app
from carfacilitator.services.workspace import open_workspace
from carfacilitator.ui import window_actions as acts
from carfacilitator.ui.exhibits import settle
from tests.builders import PASSPHRASE, a_setting

application = app.make_application()
services = open_workspace(Path(sys.argv[1]), PASSPHRASE, a_setting())
window = app.build(services)
window.show()
window.commands[acts.DISCREET].trigger()
window.go("meetings", UUID(sys.argv[2]))
settle(window)
field = window.stack.page.detail.notes.text.field
field._pause.setInterval(0)  # nobody waits in a test
field.area.setFocus()
field.area.moveCursor(QTextCursor.MoveOperation.End)
for number in range(1, 24):
    QTest.keyClicks(field.area, f"\\rMorag said this, number {number}.")
    settle(window)
    print(number, flush=True)
    sys.stdin.readline()
"""
ROOT = Path(__file__).resolve().parents[2]


def test_the_laptop_dies_at_note_seventeen_and_the_next_start_shows_seventeen_of_seventeen(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    services = a_workspace(tmp_path)
    group_id = a_group(services)
    a_member(services, group_id, "Morag Baird")
    meeting_id = a_meeting(services, group_id, notes="Morag Baird opened the meeting.\n")
    services.close()
    type_until_it_dies(services.folder, str(meeting_id))

    again = open_workspace(services.folder, PASSPHRASE, a_setting())
    window = app.build(again)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    (message,) = window.desk.messages.findChildren(Message)
    assert message.words.startswith("You were still writing on a meeting of Group A")
    next(button for button in message.findChildren(Button) if button.accessibleName() == "Go there").click()
    settle(window)
    assert isinstance(window.stack.page, MeetingsPage)
    lines = window.stack.page.detail.notes.text.field.text.split("\n")
    assert lines[0] == "Morag Baird opened the meeting."
    assert [line for line in lines[1:] if line] == [f"Morag said this, number {n}." for n in range(1, DIED_AT + 1)]
    assert again.meetings.open(meeting_id).notes.count("number") == DIED_AT
    window.close()
    again.close()
    qapp.processEvents()


def type_until_it_dies(folder: Path, meeting_id: str) -> None:
    typing = subprocess.Popen(
        [sys.executable, "-c", TYPING, str(folder), meeting_id],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert typing.stdin is not None
    assert typing.stdout is not None
    for number in range(1, DIED_AT + 1):
        assert typing.stdout.readline() == f"{number}\n"
        if number < DIED_AT:
            typing.stdin.write("\n")
            typing.stdin.flush()
    typing.kill()
    typing.communicate()
