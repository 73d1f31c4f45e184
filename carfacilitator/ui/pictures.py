"""Draws every page in every state into a folder, for a person to look at."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QApplication, QWidget

from carfacilitator.services import sample, workspace
from carfacilitator.services.workspace import Owner, Services
from carfacilitator.settings import Settings
from carfacilitator.ui import theme
from carfacilitator.ui import window_actions as acts
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.shell import MainWindow
from carfacilitator.ui.unlock import Unlock
from carfacilitator.ui.welcome import Welcome
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.workplace import Workplace

_PASSPHRASE = "drawn and thrown away"  # noqa: S105  the workspaces are thrown away after drawing
_ROUNDS = 4  # of events until layouts that depend on one another have settled

MakePages = Callable[[Services, Desk], Sequence[Page]]


@dataclass(frozen=True)
class View:
    """How the window is looked at."""

    name: str
    size: QSize
    settings: Settings


VIEWS = (
    View("light", QSize(1440, 900), Settings(theme="light")),
    View("dark", QSize(1440, 900), Settings(theme="dark")),
    View("narrow", QSize(1024, 700), Settings(theme="light")),
    View("large-text", QSize(1024, 700), Settings(theme="light", text_size=200)),
    View("large-text-dark", QSize(1440, 900), Settings(theme="dark", text_size=200)),
)


def draw_all(application: QApplication, folder: Path, make_pages: MakePages) -> int:
    """Draw the fronts, and every page empty, as it opens, and with its first row open; return the exit code."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        place = Path(scratch)
        for view in VIEWS:
            theme.apply(application, view.settings)
            _draw_fronts(folder, view)
        owner = Owner("Isla Munro", "IM", "isla@munro.example")
        empty = workspace.create(place / "Empty.car", _PASSPHRASE, owner)
        full = sample.create(place / "Sample.car", _PASSPHRASE)
        for view, (state, services) in product(VIEWS, (("empty", empty), ("typical", full))):
            theme.apply(application, view.settings)
            _draw_pages(folder, view, state, (services, make_pages))
        empty.close()
        full.close()
    return 0


def _draw_fronts(folder: Path, view: View) -> None:
    with _window(view) as window:
        welcome = Welcome(Path("Workspaces"), window.desk.dialogs)
        window.show_front(welcome)
        _keep(window, folder / f"welcome-{view.name}.png")
        welcome.show_form()
        _keep(window, folder / f"new-workspace-{view.name}.png")
        window.show_front(Unlock(Path("Isla’s workspace.car")))
        _keep(window, folder / f"unlock-{view.name}.png")


def _draw_pages(folder: Path, view: View, state: str, made_of: tuple[Services, MakePages]) -> None:
    services, make_pages = made_of
    with _window(view) as window:
        workplace = Workplace(window, services, make_pages(services, window.desk))
        for page in window.stack.pages:
            window.go(page.ID)
            _keep(window, folder / f"{page.ID}-{state}-{view.name}.png")
            if _open_first(page):
                _keep(window, folder / f"{page.ID}-{state}-open-{view.name}.png")
        if state == "typical":
            window.commands[acts.COMMANDS].trigger()
            _keep(window, folder / f"commands-{view.name}.png")
        workplace.let_go()
        window.clear()


def _open_first(page: Page) -> bool:
    """Open the first row of the first list on the page, if there is one."""
    lists = [rows for rows in page.findChildren(RowList) if rows.isVisible() and rows.rows]
    if not lists:
        return False
    lists[0].choose_first()
    lists[0].opened.emit(lists[0].current)
    return True


@contextmanager
def _window(view: View) -> Iterator[MainWindow]:
    window = MainWindow()
    window.resize(view.size)
    window.show()
    yield window
    window.hide()
    window.deleteLater()
    _settle()


def _keep(window: QWidget, file: Path) -> None:
    _settle()
    window.grab().save(str(file))


def _settle() -> None:
    for _ in range(_ROUNDS):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents()
