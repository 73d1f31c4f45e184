from dataclasses import fields
from pathlib import Path

from carfacilitator.services.review_desk import ReviewDesk
from tests.builders import a_workspace


def test_every_service_of_the_desk_is_one_of_the_workspace(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    assert all(getattr(services, field.name) is not None for field in fields(ReviewDesk))
    services.close()
