"""How large the pictures in a package are, told by their headers: none is ever decoded while a file is read."""

from collections.abc import Iterator
from typing import NamedTuple

from carfacilitator.errors import UnreadableFileError
from carfacilitator.word.package import Package

MOST_PIXELS = 250_000_000  # the finest telephone takes 200 million; what is beyond makes a program swell to gigabytes
_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp")
_LOOKED_AT = 128 * 1024  # bytes; a photograph's own notes may stand before its size
_MARK = 0xFF  # begins each marker of a JPEG, and may be repeated
_JPEG_SIZES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})  # markers of a frame: ITU T.81, table B.1
_JPEG_ALONE = frozenset({0x01, _MARK, *range(0xD0, 0xD8)})  # markers that nothing follows


class Troubles(NamedTuple):
    """How many pictures of a package are not as they should be."""

    huge: int  # they claim more pixels than any program should be asked to show
    damaged: int


def troubles(package: Package, most: int = MOST_PIXELS) -> Troubles:
    """Count the pictures that are no good; the file that they stand in may be all right."""
    huge = damaged = 0
    for name in [name for name in package.names() if name.lower().endswith(_ENDINGS)]:
        try:
            huge += pixels(package.beginning(name, _LOOKED_AT)) > most
        except UnreadableFileError:
            damaged += 1
    return Troubles(huge, damaged)


def pixels(data: bytes) -> int:
    """Return width times height of a picture, as its first bytes claim; 0 where they say nothing."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _product(data[16:20], data[20:24])
    if data.startswith((b"GIF87a", b"GIF89a")):
        return _product(data[6:8][::-1], data[8:10][::-1])
    if data.startswith(b"BM"):
        return _product(data[18:22][::-1], data[22:26][::-1])
    if data.startswith(b"RIFF") and data[8:16] == b"WEBPVP8X":
        return (_number(data[24:27][::-1]) + 1) * (_number(data[27:30][::-1]) + 1)
    if data.startswith(b"\xff\xd8"):
        return next(_of_jpeg(data), 0)
    return 0


def _of_jpeg(data: bytes) -> Iterator[int]:
    """Yield the size that each frame's header tells."""
    place = 2
    while place + 9 <= len(data) and data[place] == _MARK:
        marker = data[place + 1]
        if marker in _JPEG_SIZES:
            yield _product(data[place + 5 : place + 7], data[place + 7 : place + 9])
        place += 1 if marker == _MARK else 2
        if marker not in _JPEG_ALONE:
            place += max(_number(data[place : place + 2]), 2)


def _product(one: bytes, other: bytes) -> int:
    """Return the product of two numbers, the highest byte first."""
    return _number(one) * _number(other)


def _number(data: bytes) -> int:
    return int.from_bytes(data, "big")
