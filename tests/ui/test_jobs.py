import threading
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from carfacilitator.errors import KnownError
from carfacilitator.ui.jobs import Job, Jobs


class Receiver(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.got: list[tuple[object, QThread]] = []

    def take(self, result: object) -> None:
        self.got.append((result, QThread.currentThread()))


def test_work_is_done_aside_and_its_result_arrives_on_the_thread_of_the_window(qtbot: QtBot, jobs: Jobs) -> None:
    receiver, here = Receiver(), QThread.currentThread()
    jobs.start("Counting", lambda _: threading.get_ident(), receiver.take)
    assert jobs.busy
    qtbot.waitUntil(lambda: bool(receiver.got))
    result, thread = receiver.got[0]
    assert result != threading.get_ident()
    assert thread is here
    assert not jobs.busy


def test_progress_is_reported_and_the_end_is_told(qtbot: QtBot, jobs: Jobs) -> None:
    shares: list[float] = []

    def work(job: Job) -> None:
        for step in range(100):
            job.report(step / 100)
        job.report(1, "done")

    job = jobs.start("Counting", work, lambda _: None)
    job.progressed.connect(lambda share, _: shares.append(share))
    with qtbot.waitSignal(job.ended):
        pass
    assert shares[-1] == 1
    assert len(shares) < 50  # throttled


def test_a_cancelled_job_stops_and_delivers_nothing(qtbot: QtBot, jobs: Jobs) -> None:
    receiver, started = Receiver(), threading.Event()

    def work(job: Job) -> None:
        started.set()
        while True:
            job.report(0.5)

    job = jobs.start("Reading", work, receiver.take)
    assert started.wait(5)
    with qtbot.waitSignal(job.ended):
        job.cancel()
    assert not receiver.got


def test_a_known_error_goes_to_whoever_asked_or_to_the_window(qtbot: QtBot, jobs: Jobs) -> None:
    def refuse(_: Job) -> None:
        raise KnownError("That file is not a Word document.")

    own: list[KnownError] = []
    jobs.start("Reading", refuse, lambda _: None, own.append)
    qtbot.waitUntil(lambda: bool(own))
    with qtbot.waitSignal(jobs.failed) as told:
        jobs.start("Reading", refuse, lambda _: None)
    assert str(told.args[0]) == str(own[0])


def test_a_bug_is_told_apart_and_the_worker_lives_on(qtbot: QtBot, jobs: Jobs) -> None:
    with qtbot.waitSignal(jobs.broke) as told:
        jobs.start("Breaking", lambda _: 1 / 0, lambda _: None)
    assert isinstance(told.args[0], ZeroDivisionError)
    receiver = Receiver()
    jobs.start("Counting", lambda _: 4, receiver.take)
    qtbot.waitUntil(lambda: [result for result, _ in receiver.got] == [4])


def test_nothing_is_delivered_to_what_is_gone(qtbot: QtBot, jobs: Jobs) -> None:
    receiver = Receiver()
    job = jobs.start("Counting", lambda _: 4, receiver.take)
    shiboken6.delete(receiver)
    with qtbot.waitSignal(job.ended):
        pass
    assert not receiver.got


def given(number: int, _: Job) -> int:
    return number


@pytest.mark.parametrize("count", [3])
def test_jobs_run_in_turn(qtbot: QtBot, jobs: Jobs, count: int) -> None:
    order: list[int] = []
    for number in range(count):
        jobs.start("Counting", partial(given, number), order.append)
    qtbot.waitUntil(lambda: len(order) == count)
    assert order == list(range(count))


def test_what_may_stop_is_cancelled_without_waiting_and_what_may_not_goes_on(qtbot: QtBot, jobs: Jobs) -> None:
    go_on, kept = threading.Event(), list[object]()
    stops = jobs.start("Reading", lambda _: go_on.wait(5), kept.append)
    goes_on = jobs.start("Opening", lambda _: "opened", kept.append, stops=False)
    jobs.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert stops.cancelled
    assert not goes_on.cancelled
    assert kept == ["opened"]
