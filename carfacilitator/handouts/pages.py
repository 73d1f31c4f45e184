"""Turns a template of `resources/handouts/` and its data into pages: a tagged PDF, or a picture of each page."""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import typst

from carfacilitator import paths
from carfacilitator.errors import KnownError

_ACCESSIBLE = ["ua-1"]  # PDF/UA-1, ISO 14289-1: tagged, titled, a text for every picture, a glyph for every character
_OVERFULL = "more than one page"  # what a template panics with when even its tightest step does not fit
_UNPRINTABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\uf8ff\ufffe\uffff]")  # private signs have no shape


class PrintSize(StrEnum):
    """How large the print is; large is 18 point and may take more pages."""

    STANDARD = "standard"
    LARGE = "large print"


@dataclass(frozen=True)
class Sheet:
    """A template and the JSON-safe data that fills it; data is shown as text and never run.

    A template may import what stands beside it, and nothing from elsewhere.
    """

    template: Path
    data: Mapping[str, object]


def template(name: str) -> Path:
    """Return a template of ours, `resources/handouts/NAME.typ`; its words stand beside it in `NAME.toml`."""
    return paths.resource("handouts", f"{name}.typ")


def wording(template: Path) -> dict[str, Any]:
    """Return the words that belong to a template, which people edit without code.

    Raises:
        KnownError: the wording is missing, or an edit of it has gone wrong.
    """
    file = template.with_suffix(".toml")
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise KnownError(f"The wording of this handout cannot be read: {file.name}.") from None


def pdf(sheet: Sheet) -> bytes:
    """Return the sheet as a tagged PDF with its fonts inside: PDF/UA-1, unless a character has no glyph anywhere.

    Raises:
        KnownError: there is more on the sheet than its page holds, or the template cannot be used.
    """
    for fonts, standards in ((_bundled_fonts, _ACCESSIBLE), (_all_fonts, _ACCESSIBLE)):
        try:
            return _compiled(sheet, fonts(), format="pdf", pdf_standards=standards)[0]
        except typst.TypstError as error:
            _refuse_if_overfull(error)
    return _whole(sheet, format="pdf")[0]


def svg(sheet: Sheet) -> tuple[bytes, ...]:
    """Return each page as SVG, for the screen and for paper (its letters are outlines; a PDF is kept by `pdf`).

    Raises:
        KnownError: as `pdf`.
    """
    return _whole(sheet, format="svg")


def png(sheet: Sheet, dots_per_inch: float = 96) -> tuple[bytes, ...]:
    """Return each page as PNG of the given resolution.

    Raises:
        KnownError: as `pdf`.
    """
    return _whole(sheet, format="png", ppi=dots_per_inch)


def _whole(sheet: Sheet, **options: object) -> tuple[bytes, ...]:
    """Return the pages with every font that this computer has, for characters that the bundled ones lack."""
    try:
        return _compiled(sheet, _all_fonts(), **options)
    except typst.TypstError as error:
        _refuse_if_overfull(error)
        raise _unusable(sheet) from error


def _compiled(sheet: Sheet, fonts: typst.Fonts, **options: Any) -> tuple[bytes, ...]:  # noqa: ANN401  typst's own
    made = typst.compile(
        sheet.template,
        root=sheet.template.parent,
        font_paths=fonts,
        sys_inputs={"data": json.dumps(_printable(sheet.data))},
        **options,
    )
    return tuple(made) if isinstance(made, list) else (made,)


def _printable(value: object) -> object:
    """Return JSON-safe data without the characters that no font has and no paper can show."""
    if isinstance(value, str):
        return _UNPRINTABLE.sub(" ", value)
    if isinstance(value, Mapping):
        return {key: _printable(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(part) for part in value]
    return value


def _refuse_if_overfull(error: typst.TypstError) -> None:
    if _OVERFULL in error.message:
        raise KnownError(
            "There is more on this sheet than one page can hold.",
            "Shorten some lines, leave some out, or choose large print, which may take more pages.",
        ) from None


def _unusable(sheet: Sheet) -> KnownError:
    return KnownError(
        f"This handout cannot be made from its template, {sheet.template.name}.",
        "If it was changed, put the old one back; otherwise please install the program again.",
    )


@cache
def _bundled_fonts() -> typst.Fonts:
    return _fonts(of_this_computer=False)


@cache
def _all_fonts() -> typst.Fonts:
    return _fonts(of_this_computer=True)


def _fonts(*, of_this_computer: bool) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=of_this_computer,
        include_embedded_fonts=of_this_computer,
        font_paths=[str(paths.resource("fonts"))],
    )
