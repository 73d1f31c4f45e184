from carfacilitator.model.base import Record
from carfacilitator.model.departures import Departure


def test_what_has_left_cannot_be_taken_back() -> None:
    assert not issubclass(Departure, Record)
    assert {"sha256", "audience", "recipient", "left_at"} <= set(Departure.__table__.c.keys())
