import shutil
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from carfacilitator.ui import preflight

SCREEN = {"DISPLAY": ":0"}


def test_nothing_is_in_the_way_where_all_is_there() -> None:
    assert preflight.obstacle("linux", SCREEN, lambda _: True) == ""
    assert preflight.obstacle("linux", {"WAYLAND_DISPLAY": "wayland-0"}, lambda _: True) == ""


def test_missing_libraries_are_said_with_the_one_command_that_brings_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if name == "apt-get" else None)
    said = preflight.obstacle("linux", SCREEN, lambda library: not library.startswith("libxcb-cursor"))
    assert said.endswith("sudo apt install libxcb-cursor0")
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if name == "dnf" else None)
    said = preflight.obstacle("linux", SCREEN, lambda library: library != "libGL.so.1")
    assert said.endswith("sudo dnf install mesa-libGL")


def test_a_missing_screen_is_said_unless_none_is_needed() -> None:
    assert "no screen" in preflight.obstacle("linux", {}, lambda _: True)
    assert preflight.obstacle("linux", {"QT_QPA_PLATFORM": "offscreen"}, lambda _: True) == ""


def test_other_systems_bring_all_that_is_needed() -> None:
    assert preflight.obstacle("win32", {}, lambda _: False) == ""
    assert preflight.obstacle("darwin", {}, lambda _: False) == ""


def test_it_loads_nothing_of_qt() -> None:
    code = "import sys, carfacilitator.ui.preflight; print(any(m.startswith('PySide6') for m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_this_binding_keeps_its_hands_off_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 takes one reference of None with every call on Python 3.11, and ends in an abort."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(200):
        label.setText("x")
    assert sys.getrefcount(None) - before > -50
