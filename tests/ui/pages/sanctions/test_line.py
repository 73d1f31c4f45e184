from datetime import date

from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.sanctions.line import LedgerLine


def test_a_line_offers_what_its_answer_asks_for(services: Services, study: object, qtbot: QtBot) -> None:
    rows = services.sanctions.ledger(study).rows  # type: ignore[arg-type]  # its id
    line = LedgerLine(lambda: date(2026, 3, 10))
    qtbot.addWidget(line)
    done: list[str] = []
    line.does.connect(lambda what, _: done.append(what))
    line.fill(rows[2])
    line._letter.click()
    assert done == ["letter"]
    line.fill(rows[1])
    assert line._letter.isHidden()
    assert line._state.text() == "still stands in 2 places in the text"
    line.set_current(current=True)
    assert line.accessibleDescription() == "open"
    line.resize(500, 120)
    assert not line.grab().isNull()
