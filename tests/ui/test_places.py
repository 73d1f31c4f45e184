from carfacilitator.ui.places import PLACES


def test_places_have_ids_of_their_own_and_fit_the_digits() -> None:
    assert len({place.id for place in PLACES}) == len(PLACES) <= 9


def test_today_comes_first() -> None:
    assert PLACES[0].id == "today"
