from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from carfacilitator.ui.printing import QtOutlets, paint_pages

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
