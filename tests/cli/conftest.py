"""What the commands are tried on."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from carfacilitator.cli import main as command_line
from tests.sample_drafts import write_drafts

PASSPHRASE = "plain words for a test"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str, str]]:
    """Return what runs a command and gives its exit code, standard output and standard error."""
    monkeypatch.setenv("CARFACILITATOR_PASSPHRASE", PASSPHRASE)

    def called(*arguments: str | Path) -> tuple[int, str, str]:
        try:
            code = command_line.main([str(argument) for argument in arguments])
        except SystemExit as stop:
            code = int(stop.code or 0)
        told = capsys.readouterr()
        return code, told.out, told.err

    return called


@pytest.fixture(scope="session")
def made_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the sample workspace once."""
    folder = tmp_path_factory.mktemp("sample") / "Sample.car"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CARFACILITATOR_PASSPHRASE", PASSPHRASE)
        assert command_line.main(["sample", str(folder)]) == 0
    return folder


@pytest.fixture
def sample(made_sample: Path, tmp_path: Path) -> Path:
    """Return a sample workspace of the test's own."""
    return Path(shutil.copytree(made_sample, tmp_path / "Sample.car"))


@pytest.fixture
def later_draft(tmp_path: Path) -> Path:
    """Write the fifth draft of the tenancy study, which the sample does not have yet."""
    source = Path(write_drafts.__file__).parent / "later" / "keeping-a-tenancy-draft-5.md"
    file = tmp_path / "tenancy FINAL final(2).docx"
    file.write_bytes(write_drafts.write(write_drafts.read(source.read_text(encoding="utf-8"))))
    return file
