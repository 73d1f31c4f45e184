"""How dear a guess at a passphrase may be made on this machine, without a person waiting long for the right one."""

import functools
import time
from collections.abc import Callable

from carfacilitator.store import slots
from carfacilitator.store.slots import Cost

PATIENCE = 0.6  # seconds that opening may take
_MOST_MEMORY = 256 * 1024  # kibibytes: an old laptop must open what a new one closed
_MOST_ITERATIONS = 12


def seconds(cost: Cost) -> float:
    """Return how long one derivation takes here."""
    began = time.perf_counter()
    slots.close("calibration", bytes(slots.KEY_LENGTH), slots.by_passphrase("calibration"), cost)
    return time.perf_counter() - began


def cost_within(patience: float, measure: Callable[[Cost], float] = seconds) -> Cost:
    """Return the dearest cost that stays within `patience` seconds here; never less than the floor.

    Memory comes before rounds, for it is what a thief's machine has least of (RFC 9106, section 4).
    """
    floor = Cost()
    room = patience / max(measure(floor), 1e-6)
    memory = floor.memory
    while memory < _MOST_MEMORY and room >= 2:  # noqa: PLR2004  twice the memory takes twice the time
        memory, room = 2 * memory, room / 2
    iterations = min(_MOST_ITERATIONS, max(floor.iterations, int(floor.iterations * room)))
    return Cost(iterations, floor.lanes, memory)


@functools.cache
def cost_here() -> Cost:
    """Return the cost for new passphrases on this machine, measured once."""
    return cost_within(PATIENCE)
