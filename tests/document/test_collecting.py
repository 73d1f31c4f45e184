import gc

import pytest

from carfacilitator.document.collecting import without_collecting


def test_the_collector_goes_on_afterwards() -> None:
    with without_collecting(), without_collecting():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_trouble_too() -> None:
    with pytest.raises(KeyError), without_collecting():
        raise KeyError
    assert gc.isenabled()
