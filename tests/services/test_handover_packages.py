import io
import json
import zipfile
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from carfacilitator.services import handover_packages
from carfacilitator.services.handover_packages import Package
from carfacilitator.services.portable import Row
from carfacilitator.store.sealed import DamagedSealError, NewerSealError
from tests.builders import NOON


def a_package(files: dict[str, bytes] | None = None) -> Package:
    rows = (Row("Partnership", str(uuid4()), {"name": "Strathmorran", "removed_at": None, "audience": "public"}),)
    return Package(
        id=uuid4(),
        made_at=NOON,
        sender="Isla",
        group_id=uuid4(),
        group="Group A",
        rows=rows,
        shared={rows[0].id: frozenset({"ab"})},
        files=files or {},
    )


def altered(change: Callable[[dict[str, Any]], object]) -> bytes:
    """Return a package in whose rows somebody meddled."""
    with zipfile.ZipFile(io.BytesIO(handover_packages.packed(a_package()))) as container:
        told = json.loads(container.read("rows.json"))
    change(told)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        container.writestr("rows.json", json.dumps(told))
    return out.getvalue()


def test_a_package_comes_out_as_it_went_in() -> None:
    package = a_package()
    assert handover_packages.unpacked(handover_packages.packed(package)) == package


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.pop("rows"),
        lambda told: told["rows"].append(["Partnership", "no id", {}]),
        lambda told: told["rows"].append(["Partnership", str(uuid4()), {"name": 4}]),
        lambda told: told["rows"].append(["Partnership", str(uuid4()), {"name": None}]),
        lambda told: told["rows"].append(["Partnership", str(uuid4()), {"audience": "the world"}]),
        lambda told: told["rows"].append(["Draft", str(uuid4()), {"document": {"blocks": 7}}]),
        lambda told: told["rows"].append(["StoredFile", str(uuid4()), {"sha256": "ab", "erased_at": None}]),
        lambda told: told.update(rows=[7]),
    ],
)
def test_what_the_program_would_not_write_is_refused(change: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(DamagedSealError):
        handover_packages.unpacked(altered(change))


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.update(format=2),
        lambda told: told["rows"].append(["Event", str(uuid4()), {}]),
        lambda told: told["rows"].append(["Partnership", str(uuid4()), {"anthem": "la"}]),
    ],
)
def test_what_a_newer_program_wrote_is_said_to_be_newer(change: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(NewerSealError):
        handover_packages.unpacked(altered(change))


def test_a_file_that_is_not_what_it_is_called_is_refused() -> None:
    with pytest.raises(DamagedSealError):
        handover_packages.unpacked(handover_packages.packed(a_package(files={"ab" * 32: b"other bytes"})))


def test_what_is_no_package_is_refused() -> None:
    with pytest.raises(DamagedSealError):
        handover_packages.unpacked(b"PK nothing")
