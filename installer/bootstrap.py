"""One command that sets everything up and runs the program, or its tests: `bootstrap.py run` and `bootstrap.py test`.

It needs Python 3.11 or newer and nothing else, and works the same way on Linux, Windows and macOS. What is fetched is
fixed by hash in the lock files beside it. A second call finds the stamp of the first and starts at once.
"""

from __future__ import annotations  # so that an older Python gets as far as being told

import ctypes
import hashlib
import importlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
LOCKS = {
    "run": ROOT / "installer" / "requirements.lock",
    "test": ROOT / "installer" / "requirements-test.lock",
}
OLDEST_PYTHON = (3, 11)
USAGE = "usage: python3 installer/bootstrap.py run [ARGUMENTS…] | test [PYTEST ARGUMENTS…]"

# What Qt loads from the system (its wheel brings the rest), with the packages that hold it.
OFFSCREEN_LIBRARIES = {
    "libGL.so.1": ("libgl1", "mesa-libGL"),
    "libEGL.so.1": ("libegl1", "mesa-libEGL"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
}


class SetUpError(Exception):
    """Something that the person at the keyboard can mend; its text is the sentence to show."""


def main(arguments: list[str]) -> int:
    """Set up what `arguments` ask for, run it, and return its exit code."""
    if not arguments or arguments[0] not in LOCKS:
        print(USAGE, file=sys.stderr)
        return 2
    purpose, rest = arguments[0], arguments[1:]
    try:
        check_python(sys.version_info[:3])
        check_libraries(purpose, rest)
        set_up(purpose)
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 2
    return subprocess.call(command(purpose, rest), cwd=None if purpose == "run" else ROOT)


def command(purpose: str, rest: list[str]) -> list[str]:
    """Return the command that runs the program, or the tests, in the environment made here."""
    if purpose == "run":
        return [str(venv_python()), "-P", "-m", "carfacilitator", *rest]  # -P: no module of the folder we are in
    return [str(venv_python()), "-m", "pytest", *(rest or ["-q", "-n", "auto"])]


def check_python(version: tuple[int, ...]) -> None:
    """Say so where this Python is too old."""
    if version[:2] < OLDEST_PYTHON:
        found = ".".join(str(part) for part in version[:2])
        raise SetUpError(f"CAR Facilitator needs Python 3.11 or newer; this is Python {found}.")


def check_libraries(purpose: str, rest: list[str]) -> None:
    """Say which command installs what Qt needs from a Linux system, and whether there is a screen at all."""
    draws = purpose == "test" or not rest or rest[0] in {"pictures", "selfcheck"}
    if not (draws and sys.platform.startswith("linux")):
        return
    opens_window = purpose == "run" and not rest and "QT_QPA_PLATFORM" not in os.environ
    needed = {**OFFSCREEN_LIBRARIES, **(WINDOW_LIBRARIES if opens_window else {})}
    missing = [packages for library, packages in needed.items() if not loads(library)]
    if missing:
        raise SetUpError(f"Qt needs parts of the system that are not here. Install: {install_command(missing)}")
    if opens_window and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise SetUpError(
            "There is no screen to open a window on. Start this from a desktop, "
            "or without one use: sudo apt install xvfb && xvfb-run python3 installer/bootstrap.py run",
        )


def loads(library: str) -> bool:
    """Tell whether the system has a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_command(missing: list[tuple[str, str]]) -> str:
    """Return the line that installs pairs of (Debian, Fedora) packages on this system."""
    if shutil.which("dnf") and not shutil.which("apt-get"):
        return "sudo dnf install " + " ".join(fedora for _, fedora in missing)
    return "sudo apt install " + " ".join(debian for debian, _ in missing)


def set_up(purpose: str) -> None:
    """Make the environment hold exactly what the lock says, unless its stamp shows that it does."""
    if any(stamp(wider).is_file() and stamp(wider).read_text() == fingerprint(wider) for wider in {purpose, "test"}):
        return
    print("Setting up. The first time this fetches the libraries and takes a minute or two …", file=sys.stderr)
    make_environment()
    pip("--require-hashes", "-r", str(LOCKS[purpose]))
    pip("--no-deps", "--no-build-isolation", "-e", str(ROOT))
    stamp(purpose).write_text(fingerprint(purpose))


def make_environment() -> None:
    """Make `.venv` afresh if there is none that works."""
    if (
        venv_python().is_file()
        and subprocess.call([str(venv_python()), "-c", "import pip"], stderr=subprocess.DEVNULL) == 0
    ):
        return
    try:
        importlib.import_module("ensurepip")
    except ImportError:
        raise SetUpError("Python's own installer is missing. Install it with: sudo apt install python3-venv") from None
    shutil.rmtree(VENV, ignore_errors=True)
    done = subprocess.run([sys.executable, "-m", "venv", str(VENV)], capture_output=True, check=False)
    if done.returncode:
        raise SetUpError(
            "A folder for the libraries could not be made here. On Debian or Ubuntu: sudo apt install python3-venv; "
            "else check that this folder may be written to and that there is room on the disk.",
        )


def pip(*arguments: str) -> None:
    """Install with the environment's own pip; its last lines are shown only when it fails."""
    done = subprocess.run(
        [str(venv_python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        reason = "\n".join(done.stderr.strip().splitlines()[-5:])
        raise SetUpError(
            "The libraries could not be installed. The first set-up needs the internet once; "
            "check the connection and the room on the disk, then try again.\n" + reason,
        )


def stamp(purpose: str) -> Path:
    """Return the file that remembers what was set up for a purpose."""
    return VENV / ("set-up-for-" + purpose)


def fingerprint(purpose: str) -> str:
    """Return what the set-up depends on, as a hash: the lock, the project's own description, the Python."""
    digest = hashlib.sha256(sys.version.encode())
    for file in (LOCKS[purpose], ROOT / "pyproject.toml"):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def venv_python() -> Path:
    """Return the environment's Python."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
