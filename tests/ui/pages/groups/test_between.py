from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.groups.between import Between
from carfacilitator.ui.pages.groups.overview import Overview, overview
from tests.builders import a_group


def test_each_thing_is_a_line_and_heard_as_one(qtbot: QtBot, shown: Overview) -> None:
    card = Between()
    qtbot.addWidget(card)
    card.fill(shown)
    assert [line.accessibleName() for line in card.lines.widgets] == [
        "10 March 2026: Jean Lockhart, draft 1 of ‘The bus that isn’t there’ arrived",
        "26 February 2026: Ailsa Reid, mentoring, facilitator only",
    ]


def test_it_is_not_there_while_nothing_happened(qtbot: QtBot, services: Services) -> None:
    card = Between()
    qtbot.addWidget(card)
    card.fill(overview(services, a_group(services, "Another group")))
    assert card.isHidden()
