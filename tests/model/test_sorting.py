import pytest

from carfacilitator.model.sorting import fold, matches, name_key, searchable, title_key


def test_people_stand_by_family_name_with_mac_and_mc_together() -> None:
    names = ["Ruth McKay", "Tom Baird", "Neil MacKay", "Ann McAllister", "Zoë Mabon", "Éilidh Reid", "Ailsa Reid"]
    assert sorted(names, key=name_key) == [
        "Tom Baird",
        "Zoë Mabon",
        "Ann McAllister",
        "Neil MacKay",
        "Ruth McKay",
        "Ailsa Reid",
        "Éilidh Reid",
    ]


def test_an_apostrophe_does_not_matter() -> None:
    assert name_key("Sean O’Neill")[:2] == name_key("Sean ONeill")[:2]
    assert name_key("Flora M'Intosh")[:2] == name_key("Flora MacIntosh")[:2]


@pytest.mark.parametrize("name", ["", "  ", "Mc", "Madonna"])
def test_every_name_can_be_sorted(name: str) -> None:
    assert name_key(name)[2] == name


def test_titles_stand_without_regard_to_accents_and_case() -> None:
    assert sorted(["école", "Data", "epilogue", "Eagle"], key=title_key) == ["Data", "Eagle", "école", "epilogue"]


def test_folding_takes_accents_case_and_spare_spaces_away() -> None:
    assert fold("  Ærø\u00a0 CAFÉ  Straße ") == "aero cafe strasse"


def test_words_match_wherever_they_stand() -> None:
    assert matches("reid hous", "Ailsa Reid", "Housing officer")
    assert matches("", "anything")
    assert not matches("reid kerr", "Ailsa Reid")


@pytest.mark.parametrize(
    ("written", "sought"),
    [
        ("McKay", "macKay"),
        ("M’Kay", "macKay"),
        ("O'Neill’s", "ONeill"),
        ("the tenants’ forum", "the tenants' forum"),
        ("Øst", "ost"),
        ("MC 5 and mcg", "MC 5 and macg"),
    ],
)
def test_a_text_is_taken_apart_for_the_search(written: str, sought: str) -> None:
    assert searchable(written) == sought
