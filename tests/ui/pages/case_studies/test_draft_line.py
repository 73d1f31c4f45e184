from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import Audience
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.case_studies.draft_line import DraftLine
from carfacilitator.ui.widgets.words import Words
from tests.ui.pages.case_studies.conftest import Known


def test_a_draft_says_how_it_came_and_is_named_where_it_stands(
    qtbot: QtBot, services: Services, keeping: Keeping, known: Known
) -> None:
    line = DraftLine(services, keeping)
    qtbot.addWidget(line)
    with qtbot.waitActive(line):
        line.show()
    line.show_draft(services.drafts.open(known.drafts[1]))
    said = [words.text() for words in line.findChildren(Words)]
    assert "Draft 2 came from Jean Lockhart by email on Monday 2 February, 17:40." in said
    line.name.line.setFocus()
    QTest.keyClicks(line.name.line, "sent to Jean on 4 March")
    line.show_draft(services.drafts.open(known.drafts[0]))
    assert services.drafts.open(known.drafts[1]).name == "sent to Jean on 4 March"
    assert line.name.text == ""


def test_how_it_came_and_who_may_see_it_are_put_right_where_they_stand(
    qtbot: QtBot, services: Services, keeping: Keeping, known: Known
) -> None:
    line = DraftLine(services, keeping)
    qtbot.addWidget(line)
    line.show_draft(services.drafts.open(known.drafts[1]))
    line.from_whom.line.setText("Tom Baird")
    line.from_whom.finish()
    line.how.chosen.emit("by post")
    line.audience.chosen.emit(Audience.GROUP)
    draft = services.drafts.open(known.drafts[1])
    assert (draft.received_from, draft.arrived_by, draft.audience) == ("Tom Baird", "by post", Audience.GROUP)
