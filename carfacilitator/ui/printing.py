"""Qt's part of the door: opening files in other programs, the clipboard, and the printer."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QMarginsF, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget


class QtOutlets:
    """What this computer offers through Qt; `parent` is the window that dialogs belong to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._parent = parent

    def open_file(self, file: Path) -> bool:
        """Open a file in the program that this computer has for it."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))

    def show_in_folder(self, file: Path) -> bool:
        """Open the folder that a file stands in."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))

    def copy_text(self, text: str) -> None:
        """Fill the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def print_pages(self, title: str, pages: Sequence[bytes]) -> bool:
        """Ask for a printer and print pages given as SVG; return whether it was done."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        if QPrintDialog(printer, self._parent).exec() != QPrintDialog.DialogCode.Accepted:
            return False
        return paint_pages(printer, pages)


def forget_copied() -> None:
    """Empty the clipboard if what is in it was copied here."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()


def paint_pages(printer: QPrinter, pages: Sequence[bytes]) -> bool:
    """Paint A4 pages given as SVG, each over the whole sheet; return whether all were."""
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)),
    )
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        QSvgRenderer(QByteArray(page)).render(painter)
    return painter.end()
