import pytest

from carfacilitator.store import slots
from carfacilitator.store.slots import Cost

CHEAP = Cost(iterations=1, lanes=1, memory=8)
KEY = bytes(range(32))
OPENERS = (slots.by_passphrase("a boat called Morven"), slots.by_this_computer(bytes(32)))


@pytest.mark.parametrize("opener", OPENERS)
def test_a_slot_opens_to_its_secret_in_its_workspace_only(opener: slots.Opener) -> None:
    slot = slots.close("here", KEY, opener, CHEAP)
    assert slots.open_slot("here", slot, opener) == KEY
    assert slots.open_slot("there", slot, opener) is None
    assert slots.open_slot("here", slot, slots.Opener(opener.kind, b"another")) is None


def test_a_secret_of_another_kind_is_not_tried() -> None:
    slot = slots.close("here", KEY, OPENERS[0], CHEAP)
    assert slots.open_slot("here", slot, slots.Opener(slots.REMEMBERED, OPENERS[0].secret)) is None


def test_a_secret_is_not_shown_by_accident() -> None:
    assert "Morven" not in repr(OPENERS[0])


def test_two_slots_of_one_secret_have_nothing_in_common() -> None:
    one, other = (slots.close("here", KEY, OPENERS[1], CHEAP) for _ in range(2))
    assert one["salt"] != other["salt"]
    assert one["wrapped"] != other["wrapped"]


def test_what_is_asked_of_a_slot_is_bounded() -> None:
    slot = slots.close("here", KEY, OPENERS[0], CHEAP)
    assert slots.is_sound(slot)
    assert not slots.is_sound({**slot, "iterations": 10**6})
    assert not slots.is_sound({**slot, "memory": 1})
