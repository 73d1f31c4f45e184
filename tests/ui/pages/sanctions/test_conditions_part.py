from uuid import UUID

from pytestqt.qtbot import QtBot

from carfacilitator.services.sanction_rows import ConditionRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.sanctions.conditions_part import ConditionLine, ConditionsPart


def test_a_condition_is_replaced_where_its_words_still_stand(services: Services, study: UUID, qtbot: QtBot) -> None:
    part = ConditionsPart()
    qtbot.addWidget(part)
    part.show_row(services.sanctions.ledger(study).rows[1])
    (line,) = part.lines.widgets
    assert isinstance(line, ConditionLine)
    assert line.put.text().strip() == "Replace in 2 places…"
    wanted: list[ConditionRow] = []

    def hear(one: ConditionRow) -> None:
        wanted.append(one)

    part.replace.connect(hear)
    line.put.click()
    assert [one.words for one in wanted] == ["Kilmorran"]


def test_a_condition_says_what_it_is(services: Services, study: UUID, qtbot: QtBot) -> None:
    part = ConditionsPart()
    qtbot.addWidget(part)
    part.show_row(services.sanctions.ledger(study).rows[0])
    added: list[str] = []
    part.added.connect(lambda text, *_: added.append(text))
    part.more.click()
    part.keep.click()
    assert not added
