from carfacilitator.model.gatekeepers import Gatekeeper
from carfacilitator.model.partnerships import Partnership
from carfacilitator.model.terms import Audience


def test_who_a_gatekeeper_is_and_who_may_read_about_them_are_two_things() -> None:
    gatekeeper = Gatekeeper(name="Alan Petrie", partnership=Partnership(name="Strathmorran"))
    assert gatekeeper.belongs_to is Audience.LOCAL_MANAGER
    assert gatekeeper.audience is Audience.FACILITATOR
