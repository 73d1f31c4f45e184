from collections.abc import Callable

import pytest

from carfacilitator.store import calibration
from carfacilitator.store.slots import Cost


def a_machine(seconds_for_the_floor: float) -> Callable[[Cost], float]:
    floor = Cost()
    return lambda cost: seconds_for_the_floor * cost.memory / floor.memory * cost.iterations / floor.iterations


@pytest.mark.parametrize("seconds", [0.01, 0.05, 0.2, 0.25])
def test_a_fast_machine_makes_guesses_dearer_within_patience(seconds: float) -> None:
    machine = a_machine(seconds)
    cost = calibration.cost_within(0.6, machine)
    assert cost.memory > Cost().memory
    assert machine(cost) <= 0.6


@pytest.mark.parametrize("seconds", [0.6, 2, 30])
def test_a_slow_machine_never_goes_below_the_floor(seconds: float) -> None:
    assert calibration.cost_within(0.6, a_machine(seconds)) == Cost()


def test_an_old_laptop_can_open_what_the_fastest_machine_closed() -> None:
    assert calibration.cost_within(0.6, a_machine(1e-9)) == Cost(12, 4, 256 * 1024)


def test_a_derivation_takes_time() -> None:
    assert calibration.seconds(Cost(iterations=1, lanes=1, memory=8)) > 0
