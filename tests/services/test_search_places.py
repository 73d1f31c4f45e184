from carfacilitator.services.search_places import BY_NOUN, PLACES
from carfacilitator.store.search_sources import SOURCES


def test_whatever_stands_in_the_index_can_be_shown() -> None:
    assert {source.noun for source in SOURCES} == set(BY_NOUN) | {"passage"}
    assert len(BY_NOUN) == len(PLACES)
