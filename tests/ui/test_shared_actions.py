from carfacilitator.ui import shared_actions
from carfacilitator.ui.actions import Action


def test_each_has_an_icon_and_says_what_it_does() -> None:
    found = [value for value in vars(shared_actions).values() if isinstance(value, Action)]
    assert len({action.id for action in found}) == len(found) > 1
    assert all(action.icon and action.help.endswith(".") for action in found)
