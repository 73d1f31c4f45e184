from pathlib import Path

import pytest

from carfacilitator.services import safety_records
from carfacilitator.services.safety_records import SafetyRecord
from tests.builders import NOON


def test_what_is_kept_is_there_again(tmp_path: Path) -> None:
    record = SafetyRecord(second_place="/media/stick", copied_at=NOON, copied_file="a.carbackup", proved_rows=7)
    safety_records.save(tmp_path, record)
    assert safety_records.load(tmp_path) == record


@pytest.mark.parametrize("damage", ["", "[]", "null", '{"other": 1}', '{"proved_at": "noon"}'])
def test_a_damaged_record_is_as_none(tmp_path: Path, damage: str) -> None:
    assert safety_records.load(tmp_path) == SafetyRecord()
    (tmp_path / "safety.json").write_text(damage, encoding="utf-8")
    assert safety_records.load(tmp_path) == SafetyRecord()
