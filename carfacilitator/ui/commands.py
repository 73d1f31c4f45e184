"""The list of all commands with their keys, and the menu of the window, both made from the actions there are."""

from collections.abc import Callable, Hashable, Iterable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from carfacilitator.ui import window_actions as acts
from carfacilitator.ui.actions import Action, Actions, spoken_keys
from carfacilitator.ui.finder import Finder, Source
from carfacilitator.ui.widgets.pill import PillLook
from carfacilitator.ui.widgets.rows import Row, RowModel

Sets = tuple[tuple[str, Actions], ...]  # heading and actions: the page's first, then the window's


def commands_finder(sets: Sets) -> Finder:
    """Return the panel of F1: every key and command, filtered as one types; Enter does it."""
    keys = [_row("Everywhere", spec, "") for spec in acts.KEYS_EVERYWHERE]

    def source(words: str) -> list[Row]:
        return [*commands_found(sets, words), *_holding(keys, words)]

    return Finder("All keys and commands", "Type what you want to do", source, partial(do, sets))


def everything_finder(sets: Sets, source: Source, taken: Callable[[Hashable], object]) -> Finder:
    """Return the panel of Ctrl K: what `source` finds in the workspace, and then commands.

    `taken` is called with the id of a row of `source`; a command is done.
    """

    def found(words: str) -> list[Row]:
        return [*source(words), *(commands_found(sets, words) if words.strip() else ())]

    def take(id_: Hashable) -> None:
        if isinstance(id_, str):
            do(sets, id_)
        else:
            taken(id_)

    return Finder("Find in the workspace", "Names, titles, words of drafts and notes, commands", found, take)


def commands_found(sets: Sets, words: str) -> list[Row]:
    """Return the commands that can be done now and whose words hold all of these; their ids are text."""
    return _holding([row for heading, actions in sets for row in _rows(heading, actions)], words)


def do(sets: Sets, id_: object) -> None:
    """Do the command whose row was chosen."""
    for _, actions in sets:
        if any(spec.id == id_ for spec in actions):
            actions[str(id_)].trigger()
            return


def open_menu(window: QWidget, rail: QWidget, actions: Actions, page: Actions | None) -> None:
    """Open the menu of the window beside the foot of the rail."""
    menu = window_menu(window, actions, page)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.setActiveAction(menu.actions()[0])
    menu.popup(rail.mapToGlobal(rail.rect().bottomRight() - QPoint(0, menu.sizeHint().height())))


def window_menu(parent: QWidget, actions: Actions, page: Actions | None) -> QMenu:
    """Return the menu of the window: what the page offers, the workspace, the look, help."""
    made = QMenu(parent)
    if page is not None:
        for name in dict.fromkeys(spec.menu for spec in page if spec.menu):
            _add_section(made, page, name)
    for name in ("Workspace", "Look", "Help"):
        _add_section(made, actions, name)
    return made


def _add_section(menu: QMenu, actions: Actions, name: str) -> None:
    specs = actions.named(name)
    if not specs:
        return
    part = actions.menu(menu, *specs)
    part.setTitle(name)
    menu.addMenu(part)


def _rows(heading: str, actions: Actions) -> Iterable[Row]:
    unbound = actions.unbound()
    for spec in actions:
        if spec not in unbound and actions[spec].isEnabled():
            yield _row(heading, spec, spec.id)


def _row(section: str, spec: Action, id_: str) -> Row:
    keys = spoken_keys(spec)
    pills = (PillLook(keys),) if keys else ()
    return Row(id=id_ or f"key {spec.id}", strong=spec.text, muted=spec.help, section=section, pills=pills)


def _holding(rows: list[Row], words: str) -> list[Row]:
    model = RowModel()
    model.set_rows(rows)
    model.set_filter(words)
    return model.rows
