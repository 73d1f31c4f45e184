import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carfacilitator.ui.printing import QtOutlets, forget_copied, paint_pages

PAGE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 595 842" width="595" height="842">'
    b'<rect x="50" y="50" width="200" height="100" fill="#0B6E7D"/></svg>'
)


class System(QObject):
    """Stands where the desktop stands: it remembers what it was asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.handed: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.handed.append(url.toLocalFile())


def test_every_page_becomes_a_sheet_of_a4(qtbot: QtBot, tmp_path: Path) -> None:
    assert qtbot is not None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "sheet.pdf"))
    assert paint_pages(printer, [PAGE, PAGE])
    printed = PdfReader(tmp_path / "sheet.pdf")
    assert [round(float(page.mediabox.width)) for page in printed.pages] == [595, 595]


def test_text_is_copied(qtbot: QtBot) -> None:
    assert qtbot is not None
    QtOutlets().copy_text("Dear Alan")
    assert QGuiApplication.clipboard().text() == "Dear Alan"


def test_files_are_handed_to_the_system(qtbot: QtBot, tmp_path: Path) -> None:
    assert qtbot is not None
    system = System()
    QDesktopServices.setUrlHandler("file", system, "take")  # type: ignore[arg-type]  # the stub wants bytes, Qt a name
    try:
        QtOutlets().open_file(tmp_path / "draft.eml")
        QtOutlets().show_in_folder(tmp_path / "draft.eml")
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert system.handed == [str(tmp_path / "draft.eml"), str(tmp_path)]


COPYING = """
from PySide6.QtWidgets import QApplication
from carfacilitator.ui.printing import forget_copied

application = QApplication([])
application.clipboard().setText("what was said")
print(application.clipboard().text(), end=", then ")
forget_copied()
print(application.clipboard().text() or "nothing")
"""
ROOT = Path(__file__).resolve().parents[2]


def test_what_another_program_put_into_the_clipboard_stays(qapp: QApplication) -> None:
    qapp.clipboard().setText("a shopping list")  # without a desktop nothing in it counts as ours
    assert not qapp.clipboard().ownsClipboard()
    forget_copied()
    assert qapp.clipboard().text() == "a shopping list"


@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="xvfb-run is missing")
def test_what_was_copied_here_is_forgotten() -> None:
    ran = subprocess.run(
        ["xvfb-run", "-a", sys.executable, "-c", COPYING],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "xcb"},
        check=False,
    )
    assert ran.stdout == "what was said, then nothing\n", ran.stderr
