from datetime import UTC, datetime
from pathlib import Path

import pytest

from carfacilitator import paths
from carfacilitator.errors import RefusedError, UnreadableFileError
from carfacilitator.services import reading

NOW = datetime(2026, 3, 10, tzinfo=UTC)


def test_a_file_is_read_with_its_bytes_as_they_are() -> None:
    file = paths.resource("sample", "keeping-a-tenancy-draft-3.docx")
    opened = reading.read_file(file)
    assert opened.data == file.read_bytes()
    assert opened.document.texts()[0] == "Keeping a tenancy after the flood"


def test_a_file_over_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST_FILE", 3)
    (tmp_path / "large.docx").write_bytes(b"PK\x03\x04")
    with pytest.raises(UnreadableFileError, match="larger"):
        reading.read_file(tmp_path / "large.docx")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError):
        reading.bytes_of(tmp_path)


def test_a_redline_is_saved_beside_nothing_else(tmp_path: Path) -> None:
    old, new = (
        reading.read_file(paths.resource("sample", f"keeping-a-tenancy-draft-{number}.docx")) for number in (3, 4)
    )
    saved = reading.save_redline(old, new, tmp_path / "redline.docx", now=NOW)
    assert [saved] == list(tmp_path.iterdir())
    with pytest.raises(RefusedError):
        reading.save_redline(old, new, tmp_path / "redline.docx", now=NOW)
