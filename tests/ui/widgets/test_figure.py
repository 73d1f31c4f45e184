from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.figure import Figure
from carfacilitator.ui.widgets.words import Words


def test_a_figure_stands_beside_what_it_counts(qtbot: QtBot) -> None:
    figure = Figure("8", "Cllr Moira Bain", "Convener", "warn")
    qtbot.addWidget(figure)
    figure.resize(300, 60)
    figure.show()
    number, name, _ = figure.findChildren(Words)
    assert number.sizeHint().height() > name.sizeHint().height()
    assert number.geometry().right() < name.geometry().left()
