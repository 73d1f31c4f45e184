from pathlib import Path

import pytest

from carfacilitator.errors import NotFoundError
from carfacilitator.services import specimens


def test_every_handout_has_an_example(tmp_path: Path) -> None:
    files = specimens.save([], tmp_path)
    assert [file.name for file in files] == [f"{handout.name}.pdf" for handout in specimens.kinds()]
    assert all(file.read_bytes().startswith(b"%PDF") for file in files)


def test_an_unknown_handout_is_said_and_nothing_saved(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        specimens.save(["agenda", "poster"], tmp_path)
    assert not list(tmp_path.iterdir())
