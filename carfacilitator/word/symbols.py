"""Characters of symbol fonts as the Unicode characters that look like them."""

from collections.abc import Mapping
from functools import cache

from carfacilitator import paths

_PRIVATE = 0xF000  # fonts such as Symbol and Wingdings keep their signs in Unicode's private area, from here on
_FIRST = 0x20
_SIGNS = 0x100
_NONE = "\ufffd"
_BULLET = "•"
_BULLETS = {_PRIVATE + 0xB7: _BULLET, _PRIVATE + 0xA7: "▪", _PRIVATE + 0xFC: "✓"}  # the commonest, in whatever font
_SURROGATES = range(0xD800, 0xE000)  # halves of characters, none by themselves


def symbol(code: str | None, font: str = "") -> str:
    """Return the character that `w:sym` means by its hexadecimal `w:char` and its font; '' if it means none."""
    try:
        value = int(code or "", 16)
        return _sign(value, font) or (chr(value) if _is_character(value) else "")
    except (ValueError, OverflowError):
        return ""


def readable(text: str, font: str = "") -> str:
    """Return the text of a bullet with the signs of symbol fonts replaced by characters that other fonts have."""
    return "".join(_sign(ord(character), font) or _plain(character) for character in text)


def _sign(value: int, font: str) -> str:
    """Return what a symbol font shows for a character, '' where the font is none or shows nothing."""
    table = _tables().get(font.strip().lower(), {})
    bare = value - _PRIVATE if _PRIVATE <= value < _PRIVATE + _SIGNS else value
    return table.get(bare, "") or _BULLETS.get(value, "")


def _plain(character: str) -> str:
    return _BULLET if _PRIVATE <= ord(character) < _PRIVATE + _SIGNS else character


def _is_character(value: int) -> bool:
    return value >= ord(" ") and value not in _SURROGATES


@cache
def _tables() -> Mapping[str, Mapping[int, str]]:
    """Return the signs of each font, which is named in small letters, by their codes from 20 to FF."""
    tables: dict[str, dict[int, str]] = {}
    table: dict[int, str] = {}
    code = _FIRST
    for line in paths.resource("word", "symbol_fonts.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            table = tables.setdefault(line.strip("[]").lower(), {})
            code = _FIRST
        elif not line.startswith("#"):
            table.update((code + place, sign) for place, sign in enumerate(line) if sign != _NONE)
            code += len(line)
    for table in tables.values():
        table[_FIRST] = " "
    return tables
