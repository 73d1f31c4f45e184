"""The one command: what it says when something is missing, and that a second call starts at once."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "installer" / "bootstrap.py"


@pytest.fixture
def bootstrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("bootstrap", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    return module


def test_it_uses_the_standard_library_alone() -> None:
    imported = {
        line.split()[1].split(".")[0]
        for line in SCRIPT.read_text(encoding="utf-8").splitlines()
        if line.startswith(("import ", "from "))
    }
    assert imported <= sys.stdlib_module_names


def test_an_old_python_is_told_so(bootstrap: ModuleType) -> None:
    with pytest.raises(bootstrap.SetUpError, match=r"3\.11 or newer; this is Python 3\.9"):
        bootstrap.check_python((3, 9, 2))
    bootstrap.check_python((3, 11, 0))


def test_a_missing_library_names_the_command_that_installs_it(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap.sys, "platform", "linux")
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "apt-get" else None)
    monkeypatch.setattr(bootstrap, "loads", lambda library: library != "libEGL.so.1")
    with pytest.raises(bootstrap.SetUpError, match=r"sudo apt install libegl1$"):
        bootstrap.check_libraries("test", [])


def test_without_a_screen_the_window_says_so_and_the_command_line_works(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap.sys, "platform", "linux")
    monkeypatch.setattr(bootstrap, "loads", lambda _library: True)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(bootstrap.SetUpError, match="no screen"):
        bootstrap.check_libraries("run", [])
    bootstrap.check_libraries("run", ["read", "draft.docx"])


def test_a_second_call_finds_the_stamp_of_the_first(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    bootstrap.VENV.mkdir()
    monkeypatch.setattr(bootstrap, "make_environment", lambda: steps.append("environment"))
    monkeypatch.setattr(bootstrap, "pip", lambda *_arguments: steps.append("pip"))
    bootstrap.set_up("test")
    assert steps == ["environment", "pip", "pip"]
    bootstrap.set_up("test")
    bootstrap.set_up("run")  # what the tests need includes what the program needs
    assert steps == ["environment", "pip", "pip"]


def test_a_changed_lock_sets_up_again(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("one", encoding="utf-8")
    monkeypatch.setitem(bootstrap.LOCKS, "run", lock)
    first = bootstrap.fingerprint("run")
    lock.write_text("two", encoding="utf-8")
    assert bootstrap.fingerprint("run") != first


def test_an_unknown_word_shows_the_usage(bootstrap: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.main(["fly"]) == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock"])
def test_the_locks_have_hashes_and_no_addresses(lock: str) -> None:
    text = (SCRIPT.parent / lock).read_text(encoding="utf-8")
    pinned = [line for line in text.splitlines() if line[:1].isalnum()]
    assert all("==" in line for line in pinned)
    assert text.count("--hash=sha256:") >= len(pinned)
    assert "://" not in text
    assert "index-url" not in text
