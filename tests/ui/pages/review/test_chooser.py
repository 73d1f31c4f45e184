from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.review.chooser import ALONE, DraftChooser


def test_the_older_of_two_is_always_the_older(qtbot: QtBot, services: Services) -> None:
    study = next(row for row in services.case_studies.rows() if row.title.startswith("Keeping a tenancy"))
    drafts = services.drafts.timeline(study.id)
    chooser = DraftChooser()
    qtbot.addWidget(chooser)
    chooser.show_drafts(drafts, drafts[1].id, drafts[2].id)
    newer, older = chooser.findChildren(QComboBox)
    assert [older.itemText(n) for n in range(4)] == ["Draft 1", "Draft 2", ALONE, "Draft 4"]
    with qtbot.waitSignal(chooser.chosen) as chosen:
        older.setFocus()
        QTest.keyClick(older, Qt.Key.Key_End)
    assert chosen.args == [drafts[2].id, drafts[3].id]
    assert newer.accessibleName() == "Newer draft"


def test_where_the_head_is_low_the_boxes_stand_alone(qtbot: QtBot) -> None:
    chooser = DraftChooser()
    qtbot.addWidget(chooser)
    wide = chooser.sizeHint().width()
    chooser.fold(folded=True)
    assert chooser.sizeHint().width() < wide
