from carfacilitator.model.terms import Audience, GatekeeperKind, Stage


def test_an_audience_reaches_what_is_narrower() -> None:
    assert Audience.LOCAL_MANAGER.reaches(Audience.GROUP)
    assert not Audience.GROUP.reaches(Audience.LOCAL_MANAGER)
    assert not Audience.FACILITATOR.reaches(Audience.AUTHOR)


def test_the_cycle_has_five_stages() -> None:
    assert len(Stage) == 5


def test_every_kind_of_gatekeeper_has_an_audience() -> None:
    assert GatekeeperKind.LOCAL.audience is Audience.LOCAL_MANAGER
    assert all(kind.audience in Audience for kind in GatekeeperKind)
