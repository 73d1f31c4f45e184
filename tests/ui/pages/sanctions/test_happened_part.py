from datetime import date
from uuid import UUID

from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import SanctionEntryKind
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.sanctions.happened_part import EntryLine, HappenedPart


def test_what_was_noted_by_hand_can_be_taken_away(services: Services, study: UUID, qtbot: QtBot) -> None:
    ruth = services.sanctions.ledger(study).rows[2]
    services.sanctions.note(ruth.id, SanctionEntryKind.RANG, "Rang: no answer.")
    part = HappenedPart(lambda: date(2026, 3, 10))
    qtbot.addWidget(part)
    part.show_row(services.sanctions.ledger(study).rows[2])
    lines = [line for line in part.lines.widgets if isinstance(line, EntryLine)]
    assert [line.drop.isHidden() for line in lines] == [True, False]
    noted: list[str] = []
    part.noted.connect(lambda _kind, words, _day: noted.append(words))
    part.more.click()
    part.keep.click()
    assert not noted
