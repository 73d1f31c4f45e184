import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from carfacilitator.ui.asleep import SLEEP, Asleep

ON_A_BUS = """
from dataclasses import replace
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from carfacilitator.ui.asleep import SLEEP, Asleep

application = QCoreApplication([])
bus = QDBusConnection.sessionBus()
asleep = Asleep()
asleep.begins.connect(lambda: print("begins", flush=True))
assert asleep.listen_to(bus, replace(SLEEP, service=bus.baseService()))
for begins in (False, True, False):
    said = QDBusMessage.createSignal(SLEEP.path, SLEEP.interface, SLEEP.name)
    said.setArguments([begins])
    bus.send(said)
QTimer.singleShot(300, application.quit)
application.exec()
"""
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="dbus-run-session is missing")
def test_the_beginning_of_a_sleep_is_heard_on_the_bus_and_its_end_is_not() -> None:
    ran = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", ON_A_BUS],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert (ran.stdout, ran.returncode) == ("begins\n", 0)


def test_where_there_is_no_bus_it_is_silent(qapp: QObject, qtbot: QtBot) -> None:
    del qapp
    asleep = Asleep()
    with qtbot.assertNotEmitted(asleep.begins):
        assert not asleep.listen_to(QDBusConnection("there is none"), SLEEP)


def test_the_screen_lock_counts_as_well(qtbot: QtBot) -> None:
    asleep = Asleep()
    with qtbot.waitSignal(asleep.begins):
        asleep._hear(True)  # noqa: FBT003  as D-Bus says it
    with qtbot.assertNotEmitted(asleep.begins):
        asleep._hear(False)  # noqa: FBT003  as D-Bus says it
