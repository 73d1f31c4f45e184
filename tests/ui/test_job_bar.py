import threading

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from carfacilitator.ui.job_bar import JobBar
from carfacilitator.ui.jobs import Job, Jobs
from carfacilitator.ui.widgets.button import Button


def bar_of(qtbot: QtBot, jobs: Jobs) -> JobBar:
    bar = JobBar(jobs)
    bar._wait.setInterval(0)
    qtbot.addWidget(bar)
    return bar


def test_it_shows_how_far_the_work_is_and_goes_when_it_is_done(qtbot: QtBot, jobs: Jobs) -> None:
    bar, go_on = bar_of(qtbot, jobs), threading.Event()

    def work(job: Job) -> None:
        job.report(0.4, "page 12")
        go_on.wait(5)

    jobs.start("Reading the draft", work, lambda _: None)
    qtbot.waitUntil(bar.isVisible)
    share = bar.findChild(QProgressBar)
    assert share is not None
    assert share.accessibleName() == "Reading the draft"
    go_on.set()
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_cancel_ends_the_work(qtbot: QtBot, jobs: Jobs) -> None:
    bar = bar_of(qtbot, jobs)
    done: list[object] = []

    def work(job: Job) -> None:
        while True:
            job.report(0.5, "page 12")

    jobs.start("Reading the draft", work, done.append)
    qtbot.waitUntil(bar.isVisible)
    cancel = bar.findChild(Button)
    assert cancel is not None
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert not done
    assert not bar.isVisible()


def test_short_work_says_nothing(qtbot: QtBot, jobs: Jobs) -> None:
    bar = JobBar(jobs)
    qtbot.addWidget(bar)
    jobs.start("Counting", lambda _: 4, lambda _: None)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert not bar._wait.isActive()
    assert not bar.isVisible()


def test_work_that_runs_to_its_end_offers_no_cancel(qtbot: QtBot, jobs: Jobs) -> None:
    bar, go_on = bar_of(qtbot, jobs), threading.Event()
    jobs.start("Opening the workspace", lambda _: go_on.wait(5), lambda _: None, stops=False)
    qtbot.waitUntil(bar.isVisible)
    assert not bar.findChild(Button).isVisible()  # type: ignore[union-attr]  # there is one
    go_on.set()
    qtbot.waitUntil(lambda: not bar.isVisible())
