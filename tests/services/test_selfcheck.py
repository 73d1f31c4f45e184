from pathlib import Path

import pytest

from carfacilitator import paths
from carfacilitator.errors import KnownError
from carfacilitator.services import selfcheck


def test_a_missing_part_is_named_and_the_others_are_still_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_sample(*parts: str) -> Path:
        if parts[0] == "sample":
            raise KnownError("A part of the program is missing: sample.")
        return real(*parts)

    real = paths.resource
    monkeypatch.setattr(paths, "resource", without_sample)
    monkeypatch.setattr(paths, "own_command", lambda: ["false"])
    found = {check.name: check for check in selfcheck.run()}
    assert not found["resources"].passed
    assert "sample" in found["resources"].sentence
    assert found["workspace"].passed
    assert found["handouts"].passed
    assert not found["window"].passed
