from carfacilitator.ui import sections


def test_every_part_has_an_id_and_a_name_of_its_own() -> None:
    assert len(set(sections.NAMES.values())) == len(sections.NAMES)


def test_what_is_to_be_seen_to_leads_to_a_part_that_there_is() -> None:
    assert set(sections.SEEN_TO_IN.values()) <= set(sections.NAMES)
