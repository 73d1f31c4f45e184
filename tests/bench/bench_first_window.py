"""How long the first window, and then the first front in it, take to be painted, as ratios to a bare window of Qt.

Run: .venv/bin/python tests/bench/bench_first_window.py [ROUNDS]
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

BARE = """
import os
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit
class Paint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: os._exit(0))
        return False
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTextEdit())
paint = Paint()
window.installEventFilter(paint)
window.show()
app.exec()
"""
OURS = """
import os
from carfacilitator import app
application = app.make_application()
app.start = lambda _: os._exit(0)  # called when the frame of the window has been seen
curtain = app.show_curtain(application)
application.exec()
"""
FRONT = """
import os
from carfacilitator import app
application = app.make_application()
app.load = lambda: os._exit(0)  # called when the first front has been seen
curtain = app.show_curtain(application)
application.exec()
"""


def seconds(code: str, environment: dict[str, str]) -> tuple[float, float]:
    """Return the seconds on the clock and of the processor until the first paint."""
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], env=environment, check=True, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - began, spent


def main(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as data:
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment = {"QT_QPA_PLATFORM": "offscreen", **kept, "CARFACILITATOR_DATA": data}
        times = [[seconds(code, environment) for code in (BARE, OURS, FRONT)] for _ in range(rounds + 1)][1:]
    for place, what in enumerate(("clock", "processor")):
        bare, ours, front = (statistics.median(side[place] for side in sides) for sides in zip(*times, strict=True))
        print(
            f"{what}: bare {bare * 1000:.0f} ms; first window {ours * 1000:.0f} ms, ratio {ours / bare:.2f}; "
            f"first front {front * 1000:.0f} ms, ratio {front / bare:.2f}",
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
