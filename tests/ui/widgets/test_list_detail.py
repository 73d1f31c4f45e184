import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.list_detail import ListDetail


@pytest.fixture
def both(qtbot: QtBot) -> tuple[ListDetail, QPushButton, QLabel]:
    side, detail = QPushButton("list"), QLabel("detail")
    made = ListDetail(side, detail)
    qtbot.addWidget(made)
    made.resize(1100, 500)
    made.show()
    return made, side, detail


def test_both_are_seen_on_a_wide_window(both: tuple[ListDetail, QPushButton, QLabel]) -> None:
    page, side, detail = both
    assert side.isVisible()
    assert detail.isVisible()
    assert not page.is_narrow
    assert not page.step_back()


def test_one_is_seen_on_a_narrow_one_and_the_way_back_leads_to_the_list(
    qtbot: QtBot, both: tuple[ListDetail, QPushButton, QLabel]
) -> None:
    page, side, detail = both
    page.resize(600, 500)
    assert side.isVisible()
    assert not detail.isVisible()
    page.show_detail()
    assert detail.isVisible()
    assert not side.isVisible()
    with qtbot.waitSignal(page.came_back):
        assert page.step_back()
    assert side.isVisible()


def test_what_was_open_stays_open_when_the_window_grows(both: tuple[ListDetail, QPushButton, QLabel]) -> None:
    page, side, detail = both
    page.resize(600, 500)
    page.show_detail()
    page.resize(1100, 500)
    assert side.isVisible()
    assert detail.isVisible()


def test_one_side_alone_is_seen_where_that_is_wished(both: tuple[ListDetail, QPushButton, QLabel]) -> None:
    page, side, detail = both
    page.resize(1100, 500)
    page.set_alone(alone=True)
    page.show_detail()
    assert detail.isVisible()
    assert not side.isVisible()
    page.set_alone(alone=False)
    assert side.isVisible()
