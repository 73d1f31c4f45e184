import dataclasses

import pytest

from carfacilitator.word.patches import Patch


def test_an_order_holds_nothing_until_it_is_given_something_and_cannot_be_changed() -> None:
    assert Patch() == Patch(comments=(), answers=(), suggestions=(), track=False)
    with pytest.raises(dataclasses.FrozenInstanceError):
        Patch().track = True  # type: ignore[misc]  # which is what must fail
