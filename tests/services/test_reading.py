from pathlib import Path

import pytest

from carfacilitator import paths
from carfacilitator.errors import UnreadableFileError
from carfacilitator.services import reading


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
    with pytest.raises(UnreadableFileError, match="folder"):
        reading.bytes_of(tmp_path)
    with pytest.raises(UnreadableFileError, match="no file"):
        reading.bytes_of(tmp_path / "none.docx")


def test_several_files_are_read_at_once_and_come_in_their_order(tmp_path: Path) -> None:
    drafts = [paths.resource("sample", f"keeping-a-tenancy-draft-{number}.docx") for number in (4, 3)]
    assert [one.name for one in reading.read_files(*drafts)] == [draft.name for draft in drafts]
    with pytest.raises(UnreadableFileError, match="no file"):
        reading.read_files(drafts[0], tmp_path / "none.docx")
