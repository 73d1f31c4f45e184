"""The look, calm paper, in force: colours, sizes and space; nothing else names one."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from string import Template

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyle

from carfacilitator import paths
from carfacilitator.settings import Settings
from carfacilitator.ui.tokens import DARK, FIXED, LIGHT

SANS, SERIF = "Inter", "Source Serif 4"

# Points at a text size of 100 per cent.
CAPTION, SMALL, BODY, SECTION, TITLE = 9.0, 9.5, 10.5, 12.0, 16.0
DRAFT, STUDY_TITLE = 11.5, 18.0
FIGURE, LARGE_FIGURE, WELCOME, STATEMENT = 20.0, 26.0, 22.0, 28.0
REGULAR, MEDIUM, SEMIBOLD = 400, 500, 600

# Of the point size; each face's own line is 1.21 (Inter) and 1.36 (Source Serif 4) of it.
LEADING = 1.45

CARD_CORNER, CONTROL_CORNER = 8, 6
FOCUS_RING = 2
LEAST_TARGET = 28
FADE = 120  # milliseconds; the only motion there is
NARROW = 1100  # below this width of the window the rail folds and details replace lists


class Space(IntEnum):
    """The grid of four, in logical pixels; space does not grow with the text, so that more text finds room."""

    TINY = 4
    SMALL = 8
    MEDIUM = 12
    LARGE = 16
    WIDE = 24
    HUGE = 32


@dataclass(frozen=True)
class Look:
    """What the facilitator chose, worked out: the tokens in force and how much larger than 100 per cent all is."""

    tokens: Mapping[str, str]
    scale: float
    points: float  # per point, where the screen counts fewer than 96 dots to an inch (macOS)
    still: bool  # no motion at all


class _InForce:
    """Holds the look that is in force; there is one, as there is one application."""

    look = Look({**LIGHT, **FIXED}, 1.0, 1.0, still=True)


def colour(token: str) -> QColor:
    """Return the colour of `token` in the theme in force. Raises KeyError for what is no token."""
    return QColor(_InForce.look.tokens[token])


def mixed(token: str, ground: str, share: float) -> QColor:
    """Return the colour of `token` laid over `ground`, `share` (0 to 1) of the way."""
    top, bottom = colour(token), colour(ground)
    pairs = zip(top.getRgb()[:3], bottom.getRgb()[:3], strict=True)  # type: ignore[index]  # stubs say object
    return QColor(*(round(b + (t - b) * share) for t, b in pairs))


def is_dark() -> bool:
    """Tell whether the dark theme is in force."""
    return _InForce.look.tokens["paper"] == DARK["paper"]


def is_still() -> bool:
    """Tell whether nothing may move."""
    return _InForce.look.still


def scale() -> float:
    """Return the user's text size as a factor: 0.9 to 2."""
    return _InForce.look.scale


def px(length: float) -> int:
    """Return a length that grows with the text (an icon, a disc, a column of figures), in logical pixels."""
    return round(length * _InForce.look.scale)


def points(size: float) -> float:
    """Return the points that a `size` of the scale (CAPTION, BODY, …) has at the user's text size."""
    return size * _InForce.look.scale * _InForce.look.points


def font(size: float = BODY, weight: int = REGULAR, *, serif: bool = False, italic: bool = False) -> QFont:
    """Return a face of the scale at the user's text size."""
    made = QFont(SERIF if serif else SANS)
    made.setPointSizeF(points(size))
    made.setWeight(QFont.Weight(weight))
    made.setItalic(italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def line_height(face: QFont) -> float:
    """Return the distance from line to line in running text of `face`, in logical pixels."""
    pixels = face.pointSizeF() * QGuiApplication.primaryScreen().logicalDotsPerInch() / 72
    return max(pixels * LEADING, QFontMetricsF(face).height())


def load_fonts() -> None:
    """Make the bundled faces known, so that texts have the same measure on every system."""
    for file in sorted(paths.resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def apply(app: QApplication, settings: Settings) -> None:
    """Put the look that `settings` ask for into force in the whole application; may be called again at any time."""
    if SANS not in QFontDatabase.families():
        load_fonts()
        app.setStyle("Fusion")
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    _InForce.look = Look(
        tokens={**(DARK if wants_dark(settings) else LIGHT), **FIXED},
        scale=settings.text_size / 100,
        points=max(1.0, 96 / QGuiApplication.primaryScreen().logicalDotsPerInch()),
        still=app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0,
    )
    app.setStyleSheet("")  # replacing one sheet by another, Qt polishes each widget once for each of its parents
    app.setFont(font())
    app.setPalette(palette())
    app.setStyleSheet(style_sheet())


@contextmanager
def without_sheet() -> Iterator[None]:
    """Build many widgets at once: with the sheet off, Qt does not polish each again for every parent that it gets."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        yield
        return
    sheet = app.styleSheet()
    app.setStyleSheet("")
    try:
        yield
    finally:
        app.setStyleSheet(sheet)


def palette() -> QPalette:
    """Return the palette of the theme in force: the truth for every widget that Qt draws."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, token in {
        roles.Window: "paper",
        roles.WindowText: "ink",
        roles.Base: "surface",
        roles.AlternateBase: "paper",
        roles.Text: "ink",
        roles.PlaceholderText: "muted",
        roles.Button: "surface",
        roles.ButtonText: "ink",
        roles.BrightText: "on_lead",
        roles.Light: "surface",
        roles.Midlight: "paper",
        roles.Mid: "line",
        roles.Dark: "muted",
        roles.Shadow: "line",
        roles.Highlight: "lead",
        roles.HighlightedText: "on_lead",
        roles.Accent: "lead",
        roles.Link: "lead",
        roles.LinkVisited: "lead",
        roles.ToolTipBase: "message",
        roles.ToolTipText: "message_ink",
    }.items():
        made.setColor(role, colour(token))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, colour("muted"))
    return made


def style_sheet() -> str:
    """Return the one style sheet, filled with the tokens and sizes in force."""
    sizes = {"caption": CAPTION, "small": SMALL, "body": BODY, "section": SECTION, "quote": BODY + 0.5}
    template = Template(paths.resource("styles", "calm-paper.qss").read_text(encoding="utf-8"))
    return template.substitute(
        _InForce.look.tokens,
        **{name: f"{points(size):.2f}pt" for name, size in sizes.items()},
        target=f"{px(LEAST_TARGET)}px",
        tick=paths.resource("icons", "tick-dark.svg" if is_dark() else "tick.svg").as_posix(),
        chevron=paths.resource("icons", "chevron-dark.svg" if is_dark() else "chevron.svg").as_posix(),
        mark=f"{px(16)}px",
    )


def wants_dark(settings: Settings) -> bool:
    """Tell whether `settings` ask for the dark theme, and have the system draw its frames to match."""
    hints = QGuiApplication.styleHints()
    if settings.theme == "system":
        hints.unsetColorScheme()
        return hints.colorScheme() == Qt.ColorScheme.Dark
    dark = settings.theme == "dark"
    hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
    return dark
