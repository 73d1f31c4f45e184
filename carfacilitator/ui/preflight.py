"""Before Qt is loaded on Linux: whether the system has what it needs, and the one command that brings what is missing.

It imports nothing of Qt, which would fail with words that help nobody.
"""

import ctypes
import os
import shutil
from collections.abc import Callable, Mapping

# Shared libraries that Qt loads from the system, with the packages of Debian and Fedora that hold them.
_ALWAYS = {
    "libGL.so.1": ("libgl1", "mesa-libGL"),
    "libEGL.so.1": ("libegl1", "mesa-libEGL"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
}
_FOR_A_WINDOW = {
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
}


def obstacle(
    platform: str, environment: Mapping[str, str] = os.environ, loads: Callable[[str], bool] | None = None
) -> str:
    """Return the sentence that says why no window can open and what to do about it; '' where nothing is in the way.

    `platform` is `sys.platform`; a chosen QT_QPA_PLATFORM (tests, pictures) needs no screen.
    """
    if not platform.startswith("linux"):
        return ""
    chosen = "QT_QPA_PLATFORM" in environment
    needed = _ALWAYS if chosen else {**_ALWAYS, **_FOR_A_WINDOW}
    missing = [packages for library, packages in needed.items() if not (loads or _loads)(library)]
    if missing:
        return f"The window needs parts of the system that are not here. Install them with: {_install(missing)}"
    if not chosen and not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        return (
            "There is no screen to open a window on. Start the program from a desktop, or use its commands: "
            "carfacilitator --help. To try it without a desktop: sudo apt install xvfb && xvfb-run carfacilitator"
        )
    return ""


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _install(missing: list[tuple[str, str]]) -> str:
    if shutil.which("dnf") and not shutil.which("apt-get"):
        return "sudo dnf install " + " ".join(fedora for _, fedora in missing)
    return "sudo apt install " + " ".join(debian for debian, _ in missing)
