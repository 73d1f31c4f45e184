from dataclasses import replace
from uuid import UUID

from pytestqt.qtbot import QtBot

from carfacilitator.services.answers import AnswerRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.answers.entry import LEAST, AnswerEntry, Heads
from carfacilitator.ui.widgets.marked_text import MarkedText
from carfacilitator.ui.widgets.words import Words


def told(row: AnswerRow, why: str) -> None:
    del row, why


def test_a_row_that_waits_has_a_button_and_no_field(
    qtbot: QtBot, services: Services, desk: Desk, pack: UUID, of_ruth: UUID
) -> None:
    entry = AnswerEntry(Keeping(services, desk.messages), told)
    qtbot.addWidget(entry)
    entry.fill(services.answers.table(of_ruth).remarks[0])
    assert (entry.decide.isHidden(), entry.why.field.isHidden()) == (False, True)
    entry.fill(services.answers.table(pack).remarks[0])
    assert (entry.decide.isHidden(), entry.why.field.isHidden()) == (True, False)


def test_heads_give_way_where_columns_stand_below_one_another(qtbot: QtBot) -> None:
    heads = Heads("You said")
    qtbot.addWidget(heads)
    heads.resize(LEAST * 4, 40)
    heads.show()
    assert all(words.isVisibleTo(heads) for words in heads.findChildren(Words))
    heads.resize(LEAST * 2, 40)
    assert not any(words.isVisibleTo(heads) for words in heads.findChildren(Words))
    heads.resize(LEAST * 4, 40)
    assert all(words.isVisibleTo(heads) for words in heads.findChildren(Words))


def test_what_somebody_changed_is_marked(qtbot: QtBot, services: Services, desk: Desk, pack: UUID) -> None:
    entry = AnswerEntry(Keeping(services, desk.messages), told)
    qtbot.addWidget(entry)
    (edit,) = services.answers.table(pack).edits
    entry.fill(edit)
    (marked,) = entry.findChildren(MarkedText)
    assert marked.accessibleName() == "cut “half a”, new “a whole”"
    entry.fill(replace(edit, moved=True, said="Moved to the beginning"))
    assert marked.isHidden()


def test_it_says_who_else_reads_the_reason(qtbot: QtBot, services: Services, desk: Desk, pack: UUID) -> None:
    entry = AnswerEntry(Keeping(services, desk.messages), told)
    qtbot.addWidget(entry)
    (edit,) = services.answers.table(pack).edits
    for others, words in ((1, "One more person reads this"), (2, "Two more people read this")):
        entry.fill(replace(edit, others=others))
        assert any(one.text().startswith(words) for one in entry.findChildren(Words) if one.isVisibleTo(entry))
