import subprocess
from pathlib import Path

import pytest

from carfacilitator import paths
from carfacilitator.errors import KnownError


def test_a_resource_of_the_checkout_is_found() -> None:
    assert paths.resource("fonts", "Inter-OFL.txt").is_file()


def test_a_missing_resource_is_said_plainly() -> None:
    with pytest.raises(KnownError, match="missing"):
        paths.resource("fonts", "none.ttf")


def test_the_data_folder_can_be_chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CARFACILITATOR_DATA", str(tmp_path))
    assert paths.settings_file().parent == tmp_path
    assert paths.log_file().parent == tmp_path


def test_each_workspace_lends_its_files_in_a_folder_of_its_own(tmp_path: Path) -> None:
    one, other = (paths.lent_folder(tmp_path / name) for name in ("One.car", "Other.car"))
    assert one != other
    assert one.parent == other.parent == paths.data_folder() / "lent"


def test_the_program_started_again_takes_no_module_from_the_folder_of_the_person(tmp_path: Path) -> None:
    (tmp_path / "argparse.py").write_text("raise SystemExit(3)", encoding="utf-8")
    done = subprocess.run([*paths.own_command(), "--version"], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0
