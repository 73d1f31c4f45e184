import pytest

from carfacilitator.errors import NotFoundError
from carfacilitator.handouts.catalogue import HANDOUTS, named


def test_every_handout_is_found_by_its_name() -> None:
    assert [named(handout.name) for handout in HANDOUTS] == list(HANDOUTS)
    assert len({handout.name for handout in HANDOUTS}) == len(HANDOUTS)


def test_a_name_that_is_none_says_which_there_are() -> None:
    with pytest.raises(NotFoundError, match="agenda"):
        named("agenta")
