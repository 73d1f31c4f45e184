"""Actions as data, and what is built from them: keys, menus, buttons and the list of all commands."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from carfacilitator.errors import KnownError
from carfacilitator.ui import icons


@dataclass(frozen=True)
class Action:
    """One thing that can be done: its words, key and icon are the same wherever it is offered.

    `shortcut` is written as Qt does ("Ctrl+R"), more than one apart by "; ". `help` is one sentence for the list of
    commands and the tooltip. `menu` is the menu that it stands in, if any.
    """

    id: str
    text: str
    shortcut: str = ""
    icon: str = ""
    menu: str = ""
    help: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """Return its keys, the one that is shown first."""
        return tuple(key for key in self.shortcut.split("; ") if key)


class Actions(QObject):
    """The actions of a page or of the window, made from their data and bound to what they do.

    A KnownError that an action raises is emitted as `failed`; anything else is a bug and goes its way.
    """

    failed = Signal(object)

    def __init__(self, owner: QWidget, specs: Sequence[Action]) -> None:
        super().__init__(owner)
        self._specs = {spec.id: spec for spec in specs}
        self._made = {spec.id: self._make(spec, owner) for spec in specs}
        self._runs: dict[str, Callable[[], object]] = {}

    def __getitem__(self, spec: Action | str) -> QAction:
        return self._made[spec if isinstance(spec, str) else spec.id]

    def __iter__(self) -> Iterator[Action]:
        return iter(self._specs.values())

    def on(self, spec: Action, run: Callable[[], object]) -> None:
        """Do `run` when the action is chosen, by whatever way, instead of what it did before."""
        self._runs[spec.id] = run
        self[spec].setVisible(True)
        self[spec].setEnabled(True)

    def off(self, spec: Action) -> None:
        """Let the action do nothing any more, and not be shown."""
        self._runs.pop(spec.id, None)
        self[spec].setVisible(False)
        self[spec].setEnabled(False)

    def allow(self, spec: Action, *, if_: bool, else_: str = "") -> None:
        """Enable the action, or disable it and say in its tooltip why."""
        action = self[spec]
        action.setEnabled(if_)
        action.setToolTip(_tooltip(spec) if if_ or not else_ else else_)

    def unbound(self) -> list[Action]:
        """Return the actions that do nothing yet; they are not shown."""
        return [spec for spec in self if spec.id not in self._runs]

    def menu(self, parent: QWidget, *specs: Action | None) -> QMenu:
        """Return a menu of these actions; None draws a line between."""
        made = QMenu(parent)
        for spec in specs:
            if spec is None:
                made.addSeparator()
            else:
                self[spec].setIcon(icons.icon(spec.icon) if spec.icon else QIcon())
                made.addAction(self[spec])
        return made

    def named(self, menu: str) -> list[Action]:
        """Return the bound actions that stand in `menu`."""
        return [spec for spec in self if spec.menu == menu and spec.id in self._runs]

    def _make(self, spec: Action, owner: QWidget) -> QAction:
        action = QAction(spec.text.replace("&", "&&"), self)
        action.setObjectName(spec.id)
        action.setProperty("icon_name", spec.icon)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)  # Qt leaves out those of hidden pages
        action.setToolTip(_tooltip(spec))
        action.setVisible(False)
        action.setEnabled(False)
        action.triggered.connect(partial(self._run, spec.id))
        owner.addAction(action)
        return action

    def _run(self, id_: str, _: bool = False) -> None:  # noqa: FBT001, FBT002  Qt tells whether it is checked
        try:
            self._runs[id_]()
        except KnownError as error:
            self.failed.emit(error)


def spoken_keys(spec: Action) -> str:
    """Return the first key of an action as this system writes it, or nothing."""
    return QKeySequence(spec.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if spec.keys else ""


def _tooltip(spec: Action) -> str:
    keys = spoken_keys(spec)
    words = spec.help or spec.text
    return f"{words} ({keys})" if keys else words
