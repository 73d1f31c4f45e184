from carfacilitator.ui.widgets.initials import initials


def test_first_and_last_name_give_a_letter_each() -> None:
    assert initials("Jean Lockhart") == "JL"
    assert initials("Ailsa Mary McKay-Reid") == "AR"
    assert initials("élise") == "É"
    assert initials("Cllr Moira Bain (convener)") == "CB"
    assert initials("") == ""
    assert initials("JL") == "JL"
