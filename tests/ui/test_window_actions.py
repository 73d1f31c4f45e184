from collections import Counter

from carfacilitator.ui import window_actions as acts
from carfacilitator.ui.places import PLACES


def test_ids_and_keys_are_given_once_and_each_action_has_its_help() -> None:
    everything = (*acts.WINDOW_ACTIONS, *acts.KEYS_EVERYWHERE)
    assert max(Counter(action.id for action in everything).values()) == 1
    assert max(Counter(key for action in everything for key in action.keys).values()) == 1
    assert all(action.help.endswith(".") and action.text for action in everything)


def test_every_place_has_its_digit() -> None:
    assert [acts.GO[place.id].shortcut for place in PLACES] == [f"Ctrl+{n}" for n in range(1, len(PLACES) + 1)]
