from carfacilitator.model.base import Record
from carfacilitator.model.facilitators import Facilitator


def test_the_owner_of_the_workspace_can_be_altered_but_never_removed() -> None:
    assert not issubclass(Facilitator, Record)
    assert Facilitator(name="Dr Isla Munro", initials="IM", email="isla@example.org").initials == "IM"
