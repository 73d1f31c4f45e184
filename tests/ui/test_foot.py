import threading

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.ui.foot import Foot
from carfacilitator.ui.job_bar import JobBar
from carfacilitator.ui.jobs import Jobs
from carfacilitator.ui.messages import Messages
from carfacilitator.ui.widgets.words import Words


def test_messages_stand_at_the_foot_and_cover_no_more_than_they_need(qtbot: QtBot, jobs: Jobs) -> None:
    window, messages = QWidget(), Messages()
    qtbot.addWidget(window)
    window.resize(900, 600)
    foot = Foot(jobs, messages, window)
    window.show()
    assert foot.height() == 0
    messages.say("Tom Baird was removed.", undo=lambda: None)
    qtbot.waitUntil(lambda: foot.height() > 20)
    assert foot.geometry().bottom() < 600
    assert foot.width() < 600
    messages.say("A sentence that is so long that it has to be set in more than one line " * 3)
    window.resize(420, 400)
    qtbot.waitUntil(lambda: foot.geometry().right() < 420)
    assert foot.geometry().bottom() < 400
    messages.clear()
    qtbot.waitUntil(lambda: foot.height() == 0)


def test_hushed_it_says_nothing_of_what_was_said_or_is_under_way(qtbot: QtBot, jobs: Jobs) -> None:
    window, messages, go_on = QWidget(), Messages(), threading.Event()
    qtbot.addWidget(window)
    foot = Foot(jobs, messages, window)
    window.show()
    messages.say("Tom Baird was removed.")
    jobs.start("Reading ‘Tom Baird.docx’", lambda _: go_on.wait(5), lambda _: None)
    qtbot.waitUntil(foot.findChildren(JobBar)[0].isVisible)
    foot.hush()
    assert messages.shown == []
    assert not foot.findChildren(JobBar)[0].isVisible()
    go_on.set()


def test_a_long_message_is_not_cut_where_the_window_is_narrow(qtbot: QtBot, jobs: Jobs) -> None:
    window, messages = QWidget(), Messages()
    qtbot.addWidget(window)
    window.resize(420, 500)
    foot = Foot(jobs, messages, window)
    window.show()
    words = "A sentence that is so long that it has to be set in more lines than one " * 4
    label = messages.say(words, stays=True).findChildren(Words)[0]
    qtbot.waitUntil(lambda: foot.height() > 60)
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))
