from carfacilitator import paths
from carfacilitator.ui import needs
from carfacilitator.ui.needs import needs_of


def test_each_sentence_has_the_sign_that_its_words_call_for() -> None:
    text = "A hearing loop. Large print, 18 point. No car: the 214 bus arrives at 10:05.\nA cup that is easy to hold."
    assert [need.icon for need in needs_of(text)] == ["hearing", "large-print", "bus", "coffee"]
    assert needs_of(text)[1].words == "Large print, 18 point."


def test_words_are_whole_words() -> None:
    assert [need.icon for need in needs_of("Cares for her mother. Halal lunch! Tuesdays never.")] == [
        "note",
        "coffee",
        "clock",
    ]


def test_nothing_said_is_no_need() -> None:
    assert needs_of("") == ()
    assert needs_of("  \n ") == ()


def test_every_sign_is_one_of_our_icons() -> None:
    for icon in {needs._ANY, *needs._STEMS.values()}:
        assert paths.resource("icons", f"{icon}.svg").is_file()
