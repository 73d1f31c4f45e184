import ast
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from carfacilitator.settings import Settings
from carfacilitator.ui import theme, tokens

GROUNDS = ("paper", "surface", "lead_soft")
STATES = ("warn", "bad", "good")
CHANGES = ("inserted", "deleted", "moved")
KINDS = ("interpretation", "analysis", "style", "politics", "ethics", "evidence")
PAIRS = (
    *((text, ground) for text in ("ink", "muted", "lead", *STATES, *KINDS) for ground in GROUNDS),
    *((text, f"{text}_soft") for text in (*STATES, *CHANGES)),
    *(("ink", f"{ground}_soft") for ground in (*STATES, *CHANGES)),
    *((text, ground) for text in CHANGES for ground in ("surface", "paper")),
    ("on_lead", "lead"),
    *((text, ground) for text in ("rail_ink", "rail_muted") for ground in ("rail", "rail_raised")),
    *((f"message_{part}", "message") for part in ("ink", "muted", "link", "good", "warn", "bad")),
    *((f"night_{part}", "night") for part in ("ink", "muted", "lead")),
)


def luminance(hexadecimal: str) -> float:
    """As WCAG 2.2 defines it."""
    made = QColor(hexadecimal)
    parts = (made.redF(), made.greenF(), made.blueF())
    linear = [part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4) for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("chosen", [tokens.LIGHT, tokens.DARK], ids=["light", "dark"])
def test_every_text_can_be_read_on_every_ground_it_stands_on(chosen: dict[str, str]) -> None:
    named = {**chosen, **tokens.FIXED}
    poor = [f"{text} on {ground}" for text, ground in PAIRS if contrast(named[text], named[ground]) < 4.5]
    assert not poor


def test_the_focus_ring_is_seen_on_every_ground() -> None:
    for named in (tokens.LIGHT, tokens.DARK):
        assert all(contrast(named["lead"], named[ground]) >= 3 for ground in ("paper", "surface"))
        assert contrast(named["ink"], named["lead"]) >= 1.5


def test_both_themes_name_the_same_tokens() -> None:
    assert tokens.LIGHT.keys() == tokens.DARK.keys()
    assert not tokens.LIGHT.keys() & tokens.FIXED.keys()


def test_no_token_is_misspelt_anywhere() -> None:
    known = tokens.LIGHT.keys() | tokens.FIXED.keys()
    found = []
    for file in Path(theme.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"theme.colour", "theme.mixed"}:
                texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
                found += [f"{file.name}:{node.lineno} {text}" for text in texts if text not in known]
    assert not found


def test_widgets_name_no_colour_of_their_own() -> None:
    files = [file for file in Path(theme.__file__).parent.rglob("*.py") if file.name != "tokens.py"]
    for file in files:
        constants = [
            n.value for n in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(n, ast.Constant)
        ]
        assert not [c for c in constants if isinstance(c, str) and len(c) == 7 and c.startswith("#")], file.name


def test_the_palette_and_the_tokens_follow_the_chosen_theme(qapp: QApplication) -> None:
    theme.apply(qapp, Settings(theme="dark"))
    assert theme.is_dark()
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == tokens.DARK["paper"]
    theme.apply(qapp, Settings(theme="light"))
    assert theme.colour("paper").name().upper() == tokens.LIGHT["paper"]


def test_everything_grows_with_the_text_size(qapp: QApplication) -> None:
    assert theme.font().pointSizeF() == theme.BODY
    theme.apply(qapp, Settings(theme="light", text_size=200))
    assert theme.font().pointSizeF() == 2 * theme.BODY
    assert theme.px(18) == 36
    assert QLabel().font().pointSizeF() == 2 * theme.BODY


def test_widgets_built_without_the_sheet_have_it_afterwards(qtbot: QtBot, qapp: QApplication) -> None:
    sheet = qapp.styleSheet()
    with theme.without_sheet():
        assert qapp.styleSheet() == ""
        button = QPushButton("Print")
        qtbot.addWidget(button)
        bare = button.sizeHint()
    assert qapp.styleSheet() == sheet != ""
    assert button.sizeHint() != bare


def test_the_bundled_faces_are_the_ones_that_are_used(qapp: QApplication) -> None:
    theme.apply(qapp, Settings(theme="light"))
    assert QFontInfo(theme.font()).family() == theme.SANS
    assert QFontInfo(theme.font(serif=True)).family() == theme.SERIF


def test_a_mixture_lies_between_its_colours() -> None:
    assert theme.mixed("ink", "surface", 0).name() == theme.colour("surface").name()
    assert theme.mixed("ink", "surface", 1).name() == theme.colour("ink").name()


def test_the_leading_is_that_of_the_look() -> None:
    face = theme.font(theme.DRAFT, serif=True)
    assert theme.line_height(face) == pytest.approx(11.5 * 96 / 72 * 1.45, abs=0.01)


def test_nothing_moves_longer_than_a_fade() -> None:
    assert theme.FADE <= 120
