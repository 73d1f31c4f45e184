from carfacilitator.model.partnerships import Partnership


def test_a_partnership_needs_no_more_than_a_name() -> None:
    partnership = Partnership(name="Strathmorran")
    assert (partnership.place, partnership.notes) == ("", "")
