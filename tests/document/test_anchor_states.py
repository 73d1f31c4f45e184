from carfacilitator.document.anchor_states import AnchorState


def test_there_are_five_ways_of_being_placed() -> None:
    assert len(AnchorState) == 5
