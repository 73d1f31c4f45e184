import math

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize

from carfacilitator.ui.widgets.placing import spread

ROOM, CENTRE = QRectF(0, 0, 800, 400), QRectF(370, 170, 60, 60)


def overlap(areas: list[QRectF]) -> bool:
    return any(one.intersects(other) for place, one in enumerate(areas) for other in [*areas[place + 1 :], CENTRE])


@pytest.mark.parametrize("count", [1, 2, 5, 8, 10])
def test_cards_cover_neither_one_another_nor_the_centre(count: int) -> None:
    shares = [0.5 + 0.5 * (place % 2) for place in range(count)]
    areas, clear = spread([QSize(110, 44)] * count, shares, ROOM, [CENTRE])
    assert clear
    assert not overlap(areas)
    assert all(ROOM.contains(area) for area in areas)


def test_each_stands_as_far_out_as_it_should() -> None:
    areas, _ = spread([QSize(100, 40)] * 4, [0.4, 0.6, 0.8, 1.0], ROOM, [CENTRE])
    for area, share in zip(areas, (0.4, 0.6, 0.8, 1.0), strict=True):
        off = area.center() - ROOM.center()
        assert math.hypot(off.x() / 350, off.y() / 180) == pytest.approx(share)


def test_those_near_the_centre_keep_their_direction_and_others_give_way() -> None:
    areas, _ = spread([QSize(100, 40)], [1.0], ROOM, [])
    assert areas[0].center().toPoint() == QPointF(400, 20).toPoint()  # the first begins at the top
    given_way, clear = spread([QSize(100, 40)], [1.0], ROOM, [QRectF(380, 0, 40, 40)])
    assert clear
    assert not given_way[0].intersects(QRectF(380, 0, 40, 40))


def test_too_many_for_the_room_are_told() -> None:
    areas, clear = spread([QSize(300, 150)] * 9, [1.0] * 9, ROOM, [CENTRE])
    assert len(areas) == 9
    assert not clear
