from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.new_study import NewStudy
from tests.builders import a_group, a_member, a_person, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = a_workspace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def form(qtbot: QtBot, services: Services) -> NewStudy:
    made = NewStudy(services)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def choose(form: NewStudy, name: str) -> None:
    box = form.author.choice.box
    box.setCurrentIndex(box.findText(name))
    box.activated.emit(box.currentIndex())


def test_in_an_empty_workspace_everything_it_belongs_to_is_made_with_it(services: Services, form: NewStudy) -> None:
    form.start("Keeping a tenancy")
    for line, words in (
        (form.author.name.line, "Ailsa Reid"),
        (form.group.name.line, "Group A"),
        (form.partnership.name.line, "Strathmorran"),
    ):
        assert line.isVisible()
        QTest.keyClicks(line, words)
    assert form.is_complete()
    assert form.author_name == "Ailsa Reid"
    study = services.case_studies.open(form.begin())
    assert (study.title, study.author, study.group) == ("Keeping a tenancy", "Ailsa Reid", "Group A")
    assert [row.name for row in services.people.rows(group_id=study.group_id)] == ["Ailsa Reid"]


def test_the_group_follows_the_author(services: Services, form: NewStudy) -> None:
    a_group(services, "Group B")
    group_id = a_group(services)
    a_member(services, group_id, "Tom Baird")
    form.start("After the consultation")
    assert not form.group.is_said
    choose(form, "Tom Baird")
    assert form.group.value == str(group_id)
    assert services.case_studies.open(form.begin()).author == "Tom Baird"


def test_an_author_without_a_group_is_asked_for_one(services: Services, form: NewStudy) -> None:
    a_group(services, "Group B")
    a_group(services)
    a_person(services, "Tom Baird")
    form.start("After the consultation")
    choose(form, "Tom Baird")
    assert not form.is_complete()
    assert form.group.choice.box.accessibleDescription() == "Say which group it belongs to."
    assert form.group.choice.box.hasFocus()


def test_what_is_missing_is_said_where_it_belongs(form: NewStudy) -> None:
    form.start()
    assert not form.is_complete()
    assert form.title.line.hasFocus()
    assert form.title.line.accessibleDescription() == "A case study needs a title; it can change."
    assert form.author.name.line.accessibleDescription() == "Say whose it is."
    form.start("Another")
    assert form.author.name.line.accessibleDescription() == ""


def test_the_only_group_is_proposed(services: Services, form: NewStudy) -> None:
    group_id = a_group(services)
    form.start()
    assert form.group.value == str(group_id)
    assert form.partnership.isHidden()


def test_enter_in_the_title_goes_on(qtbot: QtBot, form: NewStudy) -> None:
    form.start("Quarter to three")
    with qtbot.waitSignal(form.entered):
        QTest.keyClick(form.title.line, Qt.Key.Key_Return)
