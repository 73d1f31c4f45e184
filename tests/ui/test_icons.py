import ast
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtSvg import QSvgRenderer

from carfacilitator import paths
from carfacilitator.ui import icons, theme

FILES = sorted(paths.resource("icons").glob("*.svg"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_drawing_can_be_drawn(file: Path) -> None:
    assert QSvgRenderer(str(file)).isValid()


def test_an_icon_takes_the_colour_of_its_token() -> None:
    picture = icons.pixmap("plus", "bad", 20, 1).toImage()
    assert picture.pixelColor(10, 10).name() == theme.colour("bad").name()
    assert picture.pixelColor(2, 2).alpha() == 0


def test_a_disabled_icon_is_muted() -> None:
    picture = icons.icon("plus").pixmap(18, QIcon.Mode.Disabled).toImage()
    middle = picture.pixelColor(picture.width() // 2, picture.height() // 2)
    assert middle.name() == theme.colour("muted").name()


def test_every_icon_that_the_program_names_exists() -> None:
    stems = {file.stem for file in FILES}
    found = []
    for file in Path(icons.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                found += [f"{file.name} {name}" for name in named_icons(node) if name not in stems]
    assert not found


def named_icons(call: ast.Call) -> list[str]:
    """The constant names in calls of icons.*, Sign(…), Place(…), and every keyword icon=…"""
    called = ast.unparse(call.func)
    given = [k.value for k in call.keywords if k.arg == "icon"]
    if called in {"icons.icon", "icons.pixmap", "Sign"}:
        given += call.args[:1]
    if called == "icons.paint":
        given += call.args[2:3]
    if called == "Place":
        given += call.args[2:3]
    return [
        value.value
        for value in given
        if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value
    ]
