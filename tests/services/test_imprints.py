from datetime import date

from carfacilitator.services.imprints import Imprint, written_day


def test_a_day_is_written_in_words() -> None:
    assert written_day(date(2026, 3, 1)) == "1 March 2026"
    assert written_day(None) == ""


def test_it_says_who_it_is_and_how_to_answer() -> None:
    assert Imprint("Isla Munro", "isla@x.example", date(2026, 3, 1)).by == "Isla Munro, isla@x.example"
    assert Imprint("Isla Munro", "", date(2026, 3, 1)).by == "Isla Munro"
    assert Imprint("Isla Munro", "", date(2026, 3, 1)).on == "1 March 2026"
