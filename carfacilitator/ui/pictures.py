"""Draws every page in every state into a folder, for a person to look at."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from carfacilitator.services import crowd, recovery_sheets, sample, workspace
from carfacilitator.services.workspace import Owner, Services
from carfacilitator.settings import Settings
from carfacilitator.ui import theme
from carfacilitator.ui import window_actions as acts
from carfacilitator.ui.entering import Entering
from carfacilitator.ui.exhibits import exhibits, settle, show, states
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.restore_front import RestoreFront
from carfacilitator.ui.shell import MainWindow
from carfacilitator.ui.unlock import Unlock
from carfacilitator.ui.welcome import Welcome
from carfacilitator.ui.widgets.list_detail import ListDetail
from carfacilitator.ui.workplace import Workplace

_PASSPHRASE = "drawn and thrown away"  # noqa: S105  the workspaces are thrown away after drawing
_OWNER = Owner("Isla Munro", "IM", "isla@munro.example")

MakePages = Callable[[Services, Desk], Sequence[Page]]


@dataclass(frozen=True)
class View:
    """How the window is looked at."""

    name: str
    size: QSize
    settings: Settings


@dataclass(frozen=True)
class State:
    """A workspace that is looked at, and what makes the pages on it."""

    name: str
    services: Services
    make_pages: MakePages


VIEWS = (
    View("light", QSize(1440, 900), Settings(theme="light")),
    View("dark", QSize(1440, 900), Settings(theme="dark")),
    View("narrow", QSize(1024, 700), Settings(theme="light")),
    View("large-text", QSize(1024, 700), Settings(theme="light", text_size=200)),
    View("large-text-dark", QSize(1440, 900), Settings(theme="dark", text_size=200)),
)


def draw_all(
    application: QApplication,
    folder: Path,
    make_pages: MakePages,
    say: Callable[[str], object] = lambda words: print(words, file=sys.stderr),  # noqa: T201  progress of a command
) -> int:
    """Draw the fronts, and every page empty, typical and full, in every view; return the exit code."""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as opened:
        place = Path(opened.enter_context(TemporaryDirectory()))
        say("Making three workspaces")
        states = (
            State("empty", workspace.create(place / "Empty.car", _PASSPHRASE, _OWNER), make_pages),
            State("typical", sample.create(place / "Sample.car", _PASSPHRASE), make_pages),
            State("full", crowd.create(place / "Full.car", _PASSPHRASE), make_pages),
        )
        for state in states:
            opened.callback(state.services.close)
        for number, view in enumerate(VIEWS, 1):
            say(f"Drawing {view.name}, {number} of {len(VIEWS)}")
            theme.apply(application, view.settings)
            _draw_fronts(folder, view, states[0].services)
            for state in states:
                _draw_pages(folder, view, state)
    return 0


def _draw_fronts(folder: Path, view: View, services: Services) -> None:
    with _window(view) as window:
        welcome = Welcome(Path("Workspaces"), window.desk.dialogs)
        window.show_front(welcome)
        _keep(window, folder / f"welcome-{view.name}.png")
        welcome.show_form()
        _keep(window, folder / f"new-workspace-{view.name}.png")
        unlock = Unlock(Path("Isla’s workspace.car"))
        window.show_front(unlock)
        _keep(window, folder / f"unlock-{view.name}.png")
        unlock.opens_with.use_code(code=True)
        _keep(window, folder / f"unlock-code-{view.name}.png")
        entering = Entering(window, _stay_out)
        entering.show_code(services, recovery_sheets.new_sheet(services))
        _keep(window, folder / f"recovery-code-{view.name}.png")
        entering.ask_for_passphrase(services)
        _keep(window, folder / f"new-passphrase-{view.name}.png")
        window.show_front(RestoreFront(Path("Workspaces"), window.desk))
        _keep(window, folder / f"restore-{view.name}.png")
        services.keyring.drop_recovery_code()


def _stay_out(_: Services) -> None:
    """Show no desk after a front."""


def _draw_pages(folder: Path, view: View, state: State) -> None:
    with _window(view) as window:
        with theme.without_sheet():
            workplace = Workplace(window, state.services, state.make_pages(state.services, window.desk))
        for page in window.stack.pages:
            if state.name != "empty" and any(both.is_narrow for both in page.findChildren(ListDetail)):
                window.go(page.ID)
                _keep(window, folder / f"{page.ID}-{state.name}-list-{view.name}.png")
            for exhibit in (*exhibits(state.services, page.ID), *states(state.services, page.ID)):
                show(window, exhibit)
                name = "-".join(part for part in (page.ID, state.name, exhibit.name, view.name) if part)
                _keep(window, folder / f"{name}.png")
        if state.name == "typical":
            for name, action in (("commands", acts.COMMANDS), ("find", acts.FIND), ("guide", acts.GUIDE)):
                window.commands[action].trigger()
                _keep(window, folder / f"{name}-{view.name}.png")
            _draw_discreet(folder, view, window, state.services)
        workplace.let_go()
        window.clear()


def _draw_discreet(folder: Path, view: View, window: MainWindow, services: Services) -> None:
    """Draw what others may see of every page, and how one comes out of it again."""
    window.commands[acts.DISCREET].trigger()
    for page in window.stack.pages:
        for exhibit in exhibits(services, page.ID)[:1]:
            show(window, exhibit)
            _keep(window, folder / f"{page.ID}-discreet-{view.name}.png")
    window.commands[acts.DISCREET].trigger()
    _keep(window, folder / f"leave-discreet-{view.name}.png")
    window.close_panel()
    services.discretion.leave(_PASSPHRASE)
    settle(window)


@contextmanager
def _window(view: View) -> Iterator[MainWindow]:
    window = MainWindow()
    window.resize(view.size)
    window.show()
    yield window
    window.hide()
    settle(window)
    window.deleteLater()


def _keep(window: MainWindow, file: Path) -> None:
    settle(window)
    window.grab().save(str(file))
    window.desk.messages.clear()
