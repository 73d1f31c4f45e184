from carfacilitator.model.terms import Audience
from carfacilitator.ui.looks import audience_look


def test_every_audience_says_who_will_not_see() -> None:
    looks = [audience_look(audience) for audience in Audience]
    assert all(look.hint for look in looks)
    assert [look.name for look in looks if look.private] == ["Facilitator only"]
