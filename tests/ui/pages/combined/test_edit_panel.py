from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.document.items import ItemKind
from carfacilitator.ui.pages.combined.page import CombinedPage


def open_three(page: CombinedPage) -> None:
    entry = next(one for one in page.decisions.side.shown if one.edit and one.edit.kind is ItemKind.CONFLICT)
    page.decisions.go_to(entry.id, focus=True)


def test_the_item_is_heard_with_every_alternative(page: CombinedPage) -> None:
    open_three(page)
    heard = page.decisions.middle.edit.sent.accessibleName()
    assert "three wordings, 4 What we did, paragraph 4. As sent: asked to discuss with me how." in heard
    assert "Alternative 3, Ruth McKay: cut “me”, new “the council”." in heard


def test_what_one_looks_at_is_read_in_the_paragraph_at_once(page: CombinedPage, qtbot: QtBot) -> None:
    open_three(page)
    panel = page.decisions.middle.edit
    assert "Managers wished to agree how" in panel.preview.words.text
    panel.wordings[2].accept.setFocus(Qt.FocusReason.TabFocusReason)
    assert "discuss with the council" in panel.preview.words.text
    panel.own.field.area.setFocus()
    panel.own.field.area.selectAll()
    qtbot.keyClicks(panel.own.field.area, "had")
    assert "Managers had the arrears figures would be shown." in panel.preview.words.text


def test_another_wording_is_begun_from_one_of_them(page: CombinedPage, qtbot: QtBot) -> None:
    open_three(page)
    panel = page.decisions.middle.edit
    qtbot.mouseClick(panel.wordings[1].start, Qt.MouseButton.LeftButton)
    assert panel.own.field.text == "asked to be told before"
    assert panel.own.field.area.hasFocus()


def test_a_wording_is_accepted_by_mouse(page: CombinedPage, qtbot: QtBot) -> None:
    open_three(page)
    assert page.entry is not None
    key = page.entry.id
    qtbot.mouseClick(page.decisions.middle.edit.wordings[1].accept, Qt.MouseButton.LeftButton)
    page.decisions.go_to(key)
    assert page.decisions.middle.edit.wordings[1].accept.text().strip() == "Accepted"


def test_every_stop_is_reached_by_tab_in_the_order_in_which_it_stands(page: CombinedPage) -> None:
    open_three(page)
    panel = page.decisions.middle.edit
    stops: list[QWidget] = [panel.sent, panel.sent.see]
    for card in panel.wordings:
        stops += [card.start, card.accept]
    stops += [panel.own.use, panel.own.field.area]
    at: QWidget | None = panel.sent
    order = list[QWidget]()
    while at is not None and len(order) < len(stops):
        order += [at] if at in stops else []
        at = at.nextInFocusChain()
    assert order == stops
