import dataclasses

from carfacilitator import app
from carfacilitator.ui.parts import Parts


def test_the_program_brings_all_of_them() -> None:
    parts = app.load()
    assert isinstance(parts, Parts)
    assert all(getattr(parts, field.name) is not None for field in dataclasses.fields(parts))
