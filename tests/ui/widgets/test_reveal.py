from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.reveal import go_to


def test_what_one_goes_to_is_scrolled_into_view_with_what_stands_around_it(qtbot: QtBot) -> None:
    scroll, inside, form = QScrollArea(), QWidget(), QWidget()
    qtbot.addWidget(scroll)
    column = QVBoxLayout(inside)
    column.addSpacing(2000)
    column.addWidget(form)
    rows = QVBoxLayout(form)
    lines = [QLineEdit() for _ in range(4)]
    for line in lines:
        rows.addWidget(line)
    scroll.setWidget(inside)
    scroll.resize(300, 300)
    with qtbot.waitActive(scroll):
        scroll.show()
    go_to(lines[0], form)
    assert lines[0].hasFocus()
    qtbot.waitUntil(lambda: not lines[3].visibleRegion().isEmpty())
    assert not lines[0].visibleRegion().isEmpty()
