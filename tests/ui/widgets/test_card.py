from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.card import Card, Rule
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.rows import Row
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import Words


def test_what_is_added_stands_in_order_below_the_heading(qtbot: QtBot) -> None:
    card = Card("Members", "6")
    qtbot.addWidget(card)
    first, rows, last = Words("first"), RowList("Members", grows=True), Words("last")
    rows.set_rows([Row(id=1, strong="Ailsa Reid")])
    for widget in (first, rows, last):
        card.add(widget)
    card.resize(400, 300)
    card.show()
    assert first.y() < rows.y() < last.y()
    assert rows.x() < first.x()  # so that the words of rows stand under the heading


def test_a_private_card_has_a_lock_that_can_be_heard(qtbot: QtBot) -> None:
    card = Card("Private note", private=True)
    qtbot.addWidget(card)
    assert card.property("look") == "private"
    assert [sign.accessibleName() for sign in card.findChildren(Sign)] == ["Only you see this"]


def test_heading_and_note_can_change(qtbot: QtBot) -> None:
    card = Card("Drafts")
    qtbot.addWidget(card)
    card.set_title("Drafts of it")
    card.set_note("three")
    card.add_beside_title(QLabel("more"))
    assert card.accessibleName() == "Drafts of it"


def test_a_note_goes_below_the_heading_before_the_heading_is_cut(qtbot: QtBot) -> None:
    card = Card("Ground rules", "agreed at meeting 1")
    qtbot.addWidget(card)
    title, note = card.findChildren(Words)
    card.resize(500, 120)
    card.show()
    assert note.x() > title.geometry().right()
    card.resize(200, 160)
    qtbot.waitUntil(lambda: note.y() > title.y())
    assert not title.is_cut()


def test_a_rule_is_a_hairline(qtbot: QtBot) -> None:
    lying, standing = Rule(), Rule(upright=True)
    qtbot.addWidget(lying)
    qtbot.addWidget(standing)
    assert lying.maximumHeight() == standing.maximumWidth() == 1


def test_another_heading_finds_its_room_too(qtbot: QtBot) -> None:
    card, more = Card("Needs"), QLabel("more")
    qtbot.addWidget(card)
    card.add_beside_title(more)
    (title, _) = card.findChildren(Words)
    card.resize(240, 120)
    card.show()
    assert more.y() <= title.geometry().bottom()
    card.set_title("To take part Marcus needs some more")
    qtbot.waitUntil(lambda: more.y() > title.geometry().bottom())
