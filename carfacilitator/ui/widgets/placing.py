"""Placing cards round a centre so that none covers another: pure arithmetic on rectangles."""

import math
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize

_STEP = 4  # degrees from one try to the next
_AIR = 5  # round each card


def spread(
    sizes: Sequence[QSize], shares: Sequence[float], room: QRectF, kept_free: Sequence[QRectF]
) -> tuple[list[QRectF], bool]:
    """Return a rectangle for each size, and whether all are clear of one another and of what is kept free.

    Each stands at its share (0 to 1) of the way from the centre to the edge of `room`; only the direction is free. The
    first begins at the top, the others follow clockwise and give way to those nearer the centre.
    """
    placed: dict[int, QRectF] = {}
    clear = True
    for index in sorted(range(len(sizes)), key=lambda index: (shares[index], index)):
        turn = 360 * index / len(sizes) - 90
        taken = [*kept_free, *placed.values()]
        tries = [_standing(sizes[index], shares[index], angle, room) for angle in _angles(turn)]
        best = min(tries, key=lambda area: _covered(area, taken))
        clear = clear and not _covered(best, taken)
        placed[index] = best
    return [placed[index] for index in range(len(sizes))], clear


def _angles(first: float) -> Iterator[float]:
    yield first
    for step in range(1, 180 // _STEP + 1):
        yield first + step * _STEP
        yield first - step * _STEP


def _standing(size: QSize, share: float, angle: float, room: QRectF) -> QRectF:
    """Return the card that far out in that direction; at share 1 it touches the edge of the room."""
    across = (room.width() - size.width()) / 2 * share
    down = (room.height() - size.height()) / 2 * share
    area = QRectF(0, 0, size.width(), size.height())
    turn = math.radians(angle)
    area.moveCenter(room.center() + QPointF(math.cos(turn) * across, math.sin(turn) * down))
    return area


def _covered(area: QRectF, taken: Sequence[QRectF]) -> float:
    """Return how much of what is taken a card would cover, with the air round it."""
    wide = area.adjusted(-_AIR, -_AIR, _AIR, _AIR)
    parts = [wide.intersected(other) for other in taken]
    return sum(part.width() * part.height() for part in parts if not part.isEmpty())
