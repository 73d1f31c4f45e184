from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from carfacilitator.services.arrivals import Arrival
from carfacilitator.services.workspace import Services
from carfacilitator.ui.receiving.arriving import Arriving
from tests.builders import a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = a_workspace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def card(qtbot: QtBot, services: Services) -> Arriving:
    made = Arriving(services)
    qtbot.addWidget(made)
    made.show()
    made.start()
    return made


def test_unless_said_otherwise_it_came_now_by_email_from_the_author(card: Arriving) -> None:
    card.expect("Ailsa Reid")
    assert card.from_whom.line.placeholderText() == "Ailsa Reid"
    assert card.day.value == date(2026, 3, 10)
    assert card.arrival == Arrival(how="email")


def test_what_is_written_is_told(card: Arriving) -> None:
    QTest.keyClicks(card.from_whom.line, "Dougie Kerr")
    card.how.set_value("by hand")
    card.note.area.setPlainText("Called ‘final’. ")
    card.day.line.clear()
    QTest.keyClicks(card.day.line, "4 March")
    assert card.arrival == Arrival(
        how="by hand",
        from_whom="Dougie Kerr",
        received_at=datetime(2026, 3, 4, 12, tzinfo=UTC),
        note="Called ‘final’.",
    )
