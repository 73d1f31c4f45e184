import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carfacilitator.settings import Settings
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.cycle import ON_NIGHT, CyclePicture

LABELS = ("Topic", "Data collection", "Storage and organisation", "Interpretation and analysis", "Publication")


def picture(qtbot: QtBot, width: int = 420, height: int = 340) -> CyclePicture:
    made = CyclePicture(LABELS)
    qtbot.addWidget(made)
    made.resize(width, height)
    made.show()
    return made


def test_how_far_it_is_can_be_heard(qtbot: QtBot) -> None:
    made = picture(qtbot)
    made.set_stage(3)
    assert made.accessibleDescription() == "Storage and organisation, at hand"
    made.set_current(0)
    assert made.accessibleDescription() == "Topic, done"


def test_a_click_on_a_stage_chooses_it(qtbot: QtBot) -> None:
    made = picture(qtbot)
    made.set_stage(1)
    with qtbot.waitSignal(made.stage_chosen) as chosen:
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton, pos=made.areas()[3].center().toPoint())
    assert chosen.args == [4]


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("size", [(420, 340), (560, 480), (900, 300)])
def test_nodes_and_labels_stay_inside_and_apart(
    qtbot: QtBot, qapp: QApplication, text_size: int, size: tuple[int, int]
) -> None:
    theme.apply(qapp, Settings(theme="light", text_size=text_size))
    made = picture(qtbot)
    made.resize(max(size[0], made.minimumSizeHint().width()), max(size[1], made.minimumSizeHint().height()))
    face = QFontMetricsF(theme.font(theme.SMALL, theme.SEMIBOLD))
    frame = made.rect().toRectF()
    nodes = made.areas()
    assert all(frame.contains(node) for node in nodes)
    assert not any(one.intersects(other) for one, other in itertools.combinations(nodes, 2))
    below = [made._label_area(nodes[index].center(), made._angle(index), face)[0] for index in (2, 3)]
    assert not below[0].intersects(below[1])
    assert not any(area.intersects(node) for area in below for node in nodes)


def test_every_stage_can_be_drawn_in_both_looks(qtbot: QtBot) -> None:
    for look in (None, ON_NIGHT):
        made = CyclePicture(LABELS, look) if look else CyclePicture(LABELS)
        qtbot.addWidget(made)
        for stage in range(6):
            made.set_stage(stage)
            assert not made.grab().isNull()


@pytest.mark.parametrize("text_size", [100, 200])
def test_the_widest_label_has_room_beside_the_ring_however_narrow(
    qapp: QApplication, qtbot: QtBot, text_size: int
) -> None:
    theme.apply(qapp, Settings(theme="light", text_size=text_size))
    made = picture(qtbot)
    made.resize(made.minimumSizeHint())
    made.set_stage(5)
    left = made.areas()[4].left()
    assert QFontMetricsF(theme.font(theme.SMALL, theme.SEMIBOLD)).horizontalAdvance("Publication") < left
