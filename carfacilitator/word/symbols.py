"""Characters of symbol fonts as the Unicode characters that look like them."""

# Fonts such as Symbol and Wingdings keep their signs in Unicode's private area, at F000 and on.
_PRIVATE = 0xF000
_SURROGATES = range(0xD800, 0xE000)  # halves of characters, none by themselves
_LIKENESS = {
    0xF0B7: "•",
    0xF0A7: "▪",
    0xF0A8: "◻",
    0xF06F: "□",
    0xF071: "❑",
    0xF072: "❒",
    0xF06E: "■",
    0xF075: "◆",
    0xF076: "❖",
    0xF0D8: "➢",
    0xF0E0: "→",
    0xF0E8: "➔",
    0xF0FC: "✓",
    0xF0FB: "✗",
    0xF0FE: "☑",
    0xF04A: "☺",
    0xF02D: "–",
    0xF0D7: "×",
    0xF0B0: "°",
    0xF0B1: "±",
}


def symbol(code: str | None) -> str:
    """Return the character that `w:sym` means by its hexadecimal `w:char`; '' if it means none."""
    try:
        value = int(code or "", 16)
        return _LIKENESS.get(value, chr(value)) if _is_character(value) else ""
    except (ValueError, OverflowError):
        return ""


def readable(text: str) -> str:
    """Return text with the signs of symbol fonts replaced by Unicode characters that every font has."""
    return "".join(_LIKENESS.get(ord(character), _plain(character)) for character in text)


def _plain(character: str) -> str:
    return "•" if _PRIVATE <= ord(character) < _PRIVATE + 0x100 else character


def _is_character(value: int) -> bool:
    return value >= ord(" ") and value not in _SURROGATES
