from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator import app
from carfacilitator.services.workspace import Services
from carfacilitator.ui.exhibits import Exhibit, exhibits, settle, show, states
from carfacilitator.ui.shell import MainWindow
from tests.builders import a_workspace


@pytest.fixture
def window(qtbot: QtBot, sampled: Services) -> MainWindow:
    made = app.build(sampled)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_page_is_shown_with_what_has_most_in_it(window: MainWindow, sampled: Services) -> None:
    [study] = exhibits(sampled, "case-studies")
    show(window, study)
    assert window.stack.page is not None
    assert window.stack.page.head.title == "Keeping a tenancy after the flood"


def test_packs_are_seen_before_and_after_they_are_made(sampled: Services) -> None:
    assert [exhibit.name for exhibit in exhibits(sampled, "packs")] == ["", "handing-over", "came-back"]


def test_a_page_that_opens_nothing_is_shown_as_it_is(window: MainWindow, sampled: Services) -> None:
    assert exhibits(sampled, "today") == [Exhibit("today", None)]
    show(window, Exhibit("today", None))
    assert window.stack.page is not None
    assert window.stack.page.ID == "today"


def test_work_that_was_begun_is_waited_for(window: MainWindow) -> None:
    job = window.desk.jobs.start("Counting", lambda _: sum(range(100_000)), lambda _: None)
    settle(window)
    assert not window.desk.jobs.busy
    assert not job.cancelled


def test_a_page_that_is_only_opened_with_something_is_left_out_where_there_is_nothing(tmp_path: Path) -> None:
    empty = a_workspace(tmp_path, "Empty.car")
    assert exhibits(empty, "review") == []
    assert exhibits(empty, "groups") == [Exhibit("groups", None)]
    empty.close()


def test_what_is_there_for_a_while_is_shown_too(window: MainWindow, sampled: Services) -> None:
    [copies] = states(sampled, "case-studies")
    show(window, copies)
    assert len(sampled.originals.lent()) == 1
    show(window, states(sampled, "reports")[1])
    assert window.stack.page is not None
    assert window.stack.page.ID == "reports"
    [files] = exhibits(sampled, "comparison")
    show(window, files)
    assert window.stack.page.head.title == "keeping-a-tenancy-draft-4.docx"


def test_the_review_is_seen_in_each_of_its_ways(window: MainWindow, sampled: Services) -> None:
    found = states(sampled, "review")
    assert [exhibit.name for exhibit in found] == ["comment", "writing", "clean", "inline"]
    show(window, found[0])
    assert window.stack.page is not None
    assert window.stack.page.ID == "review"
    assert exhibits(sampled, "comments")[0].entity is not None


def test_what_came_back_is_shown_at_an_edit_and_at_a_remark(window: MainWindow, sampled: Services) -> None:
    [came] = exhibits(sampled, "combined")
    show(window, came)
    assert window.stack.page is not None
    assert window.stack.page.head.title.endswith("came back")
    assert [state.name for state in states(sampled, "combined")] == [
        "differ",
        "rejecting",
        "alone",
        "writing",
        "remark",
    ]
