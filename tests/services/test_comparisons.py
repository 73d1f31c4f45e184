from pathlib import Path

import pytest

from carfacilitator import paths
from carfacilitator.document.profiles import Calm, Profile
from carfacilitator.errors import UnreadableFileError
from carfacilitator.services.comparisons import compare_files

OLD, NEW = (paths.resource("sample", f"keeping-a-tenancy-draft-{number}.docx") for number in (1, 4))


def test_two_files_are_compared_without_a_workspace() -> None:
    pair = compare_files(OLD, NEW)
    assert (pair.old.name, pair.new.name) == (OLD.name, NEW.name)
    assert pair.comparison.new == pair.new.document.texts()
    assert pair.comparison.summary.counts


def test_a_way_of_comparing_is_kept_to() -> None:
    profile = Profile(calm=Calm.DETAILED, ignore_case=True)
    assert compare_files(OLD, NEW, profile).comparison.profile == profile


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="no file gone"):
        compare_files(OLD, tmp_path / "gone.docx")
