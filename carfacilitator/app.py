"""The composition root: puts the window, the services and the pages together, and loads each in its turn.

Every import inside a function stands there because of start-up: before Qt it must be known whether Qt can load at all,
and the services and pages come when the first paint is done.
"""

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from carfacilitator import paths, settings
from carfacilitator.ui import preflight

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from carfacilitator.services.workspace import Services
    from carfacilitator.ui.curtain import Curtain
    from carfacilitator.ui.page import Desk, Page
    from carfacilitator.ui.parts import Parts
    from carfacilitator.ui.program import Program
    from carfacilitator.ui.shell import MainWindow

_PATIENCE = 20  # seconds


def main() -> int:
    """Open the window and return the exit code when it was closed; 2 where no window can open here."""
    obstacle = preflight.obstacle(sys.platform)
    if obstacle:
        print(obstacle, file=sys.stderr)  # noqa: T201  there is no window to say it in
        return 2
    application = make_application()
    curtain = show_curtain(application)
    code = application.exec()
    del curtain
    return code


def make_application() -> "QApplication":
    """Return Qt's application: one to a process."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  start-up: known by now to be loadable

    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("CAR Facilitator")
    application.setDesktopFileName("carfacilitator")
    return application


def show_curtain(application: "QApplication") -> "Curtain":
    """Show the frame of the window at once; when it is seen, the program comes into it, and then its heavy parts."""
    from carfacilitator.ui.curtain import Curtain  # noqa: PLC0415  start-up: Qt first
    from carfacilitator.ui.first_paint import FirstPaint  # noqa: PLC0415  likewise

    curtain = Curtain(settings.load(paths.settings_file()))
    FirstPaint(curtain, lambda: curtain.hold(start(application).window))
    curtain.show()
    return curtain


def start(application: "QApplication") -> "Program":
    """Return the program with its first front in a window that is not shown yet."""
    from carfacilitator import log  # noqa: PLC0415  start-up: when the frame has been seen
    from carfacilitator.ui.preferences import Preferences  # noqa: PLC0415  likewise
    from carfacilitator.ui.program import Program  # noqa: PLC0415  likewise
    from carfacilitator.ui.shell import MainWindow  # noqa: PLC0415  likewise

    log.write_to(paths.log_file())
    preferences = Preferences(application, paths.settings_file())
    program = Program(MainWindow(), preferences, paths.data_folder(), log.bug)
    program.begin(load)

    def unexpected(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
        program.meet(error)

    sys.excepthook = unexpected
    return program


def load() -> "Parts":
    """Load the services and the pages: after the first paint, for they take longer than all before."""
    from carfacilitator.services import (  # noqa: PLC0415  start-up: after the first paint
        openers,
        recovery_sheets,
        sample,
        second_starts,
        workspace,
    )
    from carfacilitator.ui.parts import Parts  # noqa: PLC0415  likewise
    from carfacilitator.ui.printing import QtOutlets  # noqa: PLC0415  likewise
    from carfacilitator.ui.restore_verbs import RestoreVerbs  # noqa: PLC0415  likewise

    def circumstances() -> workspace.Circumstances:
        return workspace.Circumstances(outlets=QtOutlets())

    return Parts(
        create=lambda new: workspace.create(
            new.folder,
            new.passphrase,
            workspace.Owner(new.name, new.initials, new.email),
            circumstances(),
        ),
        create_sample=lambda folder, passphrase: sample.create(folder, passphrase, circumstances()),
        open=lambda folder, passphrase: workspace.open_workspace(folder, passphrase, circumstances()),
        open_by_code=lambda folder, code: workspace.open_with(folder, openers.by_code(code), circumstances()),
        open_remembered=lambda folder: workspace.open_remembered(folder, circumstances()),
        is_remembered=openers.is_remembered,
        new_code=recovery_sheets.new_sheet,
        is_open_elsewhere=second_starts.is_open_elsewhere,
        knock=second_starts.knock,
        was_heard=second_starts.was_heard,
        restoring=RestoreVerbs(),
        pages=make_pages,
    )


def make_pages(services: "Services", desk: "Desk") -> "list[Page]":
    """Return all pages on an open workspace, in the order of the rail."""
    from carfacilitator.ui.pages import PAGES  # noqa: PLC0415  start-up: after the first paint

    return [page(services, desk) for page in PAGES]


def build(services: "Services") -> "MainWindow":
    """Return a window on an open workspace, as tests and pictures want it: no front, no settings of a person."""
    from carfacilitator.ui import theme  # noqa: PLC0415  start-up: Qt only where a window is wanted
    from carfacilitator.ui.shell import MainWindow  # noqa: PLC0415  likewise
    from carfacilitator.ui.workplace import Workplace  # noqa: PLC0415  likewise

    window = MainWindow()
    with theme.without_sheet():
        Workplace(window, services, make_pages(services, window.desk))
    return window


def check_window() -> int:
    """Open the first window, let it paint itself and load all parts, and close it; 0 if that went well."""
    application = make_application()
    curtain = show_curtain(application)
    patience = time.monotonic() + _PATIENCE
    while not curtain.is_filled and time.monotonic() < patience:
        application.processEvents()
    filled = curtain.is_filled
    load()
    curtain.close()
    return 0 if filled else 1


def pictures(arguments: Sequence[str]) -> int:
    """Draw every page in every state into the folder that is named first."""
    from carfacilitator.ui import pictures as drawing  # noqa: PLC0415  start-up: Qt only where pictures are wanted

    return drawing.draw_all(make_application(), Path(arguments[0]), make_pages)
