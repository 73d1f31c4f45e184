from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.handouts import PrintSize
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.handouts.choices import Choices
from carfacilitator.ui.pages.handouts.overview import Overview
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.words import Words

LookAt = Callable[[UUID], Overview]


@pytest.fixture
def choices(services: Services, meeting_id: UUID, look_at: LookAt, see: Callable[[QWidget], None]) -> Choices:
    made = Choices(services, Button("Change the plan"))
    made.fill(look_at(meeting_id))
    see(made)
    return made


def said(choices: Choices) -> list[str]:
    return [part.words for part in (choices.no_plan, choices.large, choices.private) if part.isVisible()]


def test_it_says_what_is_good_to_know_before_printing(choices: Choices) -> None:
    assert said(choices) == ["Jean Lockhart needs large print.", "Two private notes of yours are left out of it."]


def test_some_who_need_large_print_are_named_and_many_counted(
    choices: Choices, meeting_id: UUID, look_at: LookAt
) -> None:
    choices.fill(replace(look_at(meeting_id), needing_large=("Jean", "Tom", "Effie"), left_out=1))
    assert said(choices) == ["Jean, Tom and Effie need large print.", "One private note of yours is left out of it."]
    choices.fill(replace(look_at(meeting_id), needing_large=("Jean", "Tom", "Effie", "Ann", "Bo"), left_out=0))
    assert said(choices) == ["Jean, Tom, Effie and two others need large print."]


def test_a_meeting_without_a_plan_says_so(services: Services, choices: Choices, look_at: LookAt) -> None:
    empty = services.meetings.rows()[-1].id
    choices.fill(look_at(empty))
    assert said(choices)[0].startswith("Nothing is planned")
    assert not choices.private.isVisible()


def test_the_print_is_made_large_by_mouse_or_by_the_arrows(qtbot: QtBot, choices: Choices) -> None:
    sizes = [choices.print_size]
    standard, large = choices.sizes.findChildren(QWidget)[-2:]
    with qtbot.waitSignal(choices.size_chosen):
        qtbot.mouseClick(large, Qt.MouseButton.LeftButton)
    sizes.append(choices.print_size)
    with qtbot.waitSignal(choices.size_chosen):
        qtbot.keyClick(large, Qt.Key.Key_Left)
    sizes.append(choices.print_size)
    assert sizes == [PrintSize.STANDARD, PrintSize.LARGE, PrintSize.STANDARD]
    assert standard.hasFocus()


@pytest.mark.parametrize(("pages", "words"), [(1, ("1", "page, A4")), (2, ("2", "pages, A4")), (0, ("–", "pages, A4"))])
def test_pages_are_counted(choices: Choices, pages: int, words: tuple[str, str]) -> None:
    choices.count(pages)
    texts = {part.text() for part in choices.findChildren(Words)}
    assert {*words, "Two people may come"} <= texts
