from carfacilitator.model.groups import Group
from carfacilitator.model.partnerships import Partnership
from carfacilitator.model.people import Membership, Person


def test_a_place_in_a_group_is_open_until_somebody_leaves() -> None:
    group = Group(name="Group A", partnership=Partnership(name="Strathmorran"))
    place = Membership(person=Person(name="Jean Lockhart"), group=group, role="community member")
    assert place.left is None
    assert place.why_left == ""
