from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import ClauseKind
from carfacilitator.services.rules import PackAction
from carfacilitator.services.workspace import Services
from carfacilitator.ui.consent import ConsentLine, ConsentLines
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.widgets.words import Words
from tests.builders import a_case_study, a_draft, a_file, a_gatekeeper, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened = a_workspace(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def study(services: Services) -> UUID:
    study = a_case_study(services)
    a_draft(services, study, a_file("# Why", "The flood was in May."))
    return study


@pytest.fixture
def lines(qtbot: QtBot, services: Services, study: UUID, desk: Desk) -> Iterator[ConsentLines]:
    around = QWidget()
    qtbot.addWidget(around)
    made = ConsentLines(services, Keeping(services, desk.messages))
    QVBoxLayout(around).addWidget(made)
    made.show_study(study)
    with qtbot.waitActive(around):
        around.show()
    end = services.on_change(lambda _: made.show_study(study))
    yield made
    end()


def in_force(services: Services, study: UUID) -> UUID:
    return services.rules.put_in_force(services.case_studies.open(study).group_id, ClauseKind.AUTHOR_FIRST, "3")


def line_of(lines: ConsentLines) -> ConsentLine:
    (line,) = lines.lines.widgets
    assert isinstance(line, ConsentLine)
    return line


def said(lines: ConsentLines) -> str:
    return "\n".join(words.text() for words in lines.findChildren(Words) if words.isVisibleTo(lines))


def test_nothing_is_said_where_no_clause_is_in_force(lines: ConsentLines) -> None:
    assert lines.isHidden()


def test_that_the_author_agreed_is_noted_by_keyboard_with_the_day_and_the_way(
    qtbot: QtBot, services: Services, study: UUID, lines: ConsentLines
) -> None:
    in_force(services, study)
    line = line_of(lines)
    assert "has not agreed yet" in said(lines)
    qtbot.keyClick(line.note, Qt.Key.Key_Return)
    assert line.form.when.line.hasFocus()
    line.form.when.line.selectAll()
    qtbot.keyClicks(line.form.when.line, "8 March")
    qtbot.keyClick(line.form.keep, Qt.Key.Key_Return)
    (consent,) = services.rules.consents(study)
    assert (consent.agreed_on, consent.how) == (date(2026, 3, 8), "by word of mouth")
    assert "Ailsa Reid agreed on 8 March, by word of mouth," in said(lines)


def test_it_can_be_taken_back(qtbot: QtBot, services: Services, study: UUID, lines: ConsentLines) -> None:
    services.rules.author_agreed(in_force(services, study), study)
    qtbot.mouseClick(line_of(lines).back, Qt.MouseButton.LeftButton)
    assert "has not agreed yet" in said(lines)


def test_without_a_day_it_asks_for_one(qtbot: QtBot, services: Services, study: UUID, lines: ConsentLines) -> None:
    in_force(services, study)
    line = line_of(lines)
    line.note.click()
    line.form.when.line.clear()
    qtbot.mouseClick(line.form.keep, Qt.MouseButton.LeftButton)
    assert "Write down when it was." in said(lines)
    assert services.rules.consents(study)[0].agreed_on is None


def test_why_it_was_set_aside_and_for_whom_can_be_read(services: Services, study: UUID, lines: ConsentLines) -> None:
    in_force(services, study)
    draft = services.drafts.rows()[0].id
    services.rules.overrule(PackAction(draft, a_gatekeeper(services)), "She asked me to by telephone.")
    lines.show_study(study)
    assert "Set aside for Alan Petrie on 10 March by Dr Isla Munro: She asked me to by telephone." in said(lines)
