"""The program as others install it: built as a wheel, put where there is no checkout, and asked to prove itself."""

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (made,) = folder.glob("*.whl")
    return made


def bare_environment(folder: Path, wheel: Path) -> Path:
    """Return the Python of an environment that has our wheel and, lent from this one, the libraries it needs."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    asked = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        text=True,
    )
    site = Path(asked.stdout.strip())
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return python


@pytest.mark.packaging
def test_every_resource_reaches_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    resources = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]
    missing = [
        path.name
        for path in resources
        if f"carfacilitator/_resources/{path.relative_to(ROOT / 'resources').as_posix()}" not in packed
    ]
    assert not missing
    migrations = (ROOT / "carfacilitator" / "store" / "migrations" / "versions").glob("*.py")
    assert all(f"carfacilitator/store/migrations/versions/{path.name}" in packed for path in migrations)


@pytest.mark.packaging
def test_an_installed_program_proves_itself_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    python = bare_environment(tmp_path / "environment", wheel)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [python, "-m", "carfacilitator", "selfcheck", "--report", "report.json"],
        cwd=elsewhere,
        env={**clean, "QT_QPA_PLATFORM": "offscreen", "CARFACILITATOR_DATA": str(tmp_path / "data")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    report = json.loads((elsewhere / "report.json").read_text(encoding="utf-8"))
    assert report["checks"]
    assert all(check["passed"] for check in report["checks"])
