import struct

import pytest

from carfacilitator.word.package import open_package
from carfacilitator.word.pictures import pixels, too_large
from tests.word_builders import packed, plain, unpacked, word_file

WIDE, HIGH = 40_000, 50_000


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height)


def jpeg(width: int, height: int, notes: int = 20) -> bytes:
    about = b"\xff\xe1" + struct.pack(">H", notes) + bytes(notes - 2)
    frame = b"\xff\xc2" + struct.pack(">HBHH", 17, 8, height, width)
    return b"\xff\xd8" + about + b"\xff" + frame + bytes(20)


@pytest.mark.parametrize(
    "data",
    [
        png(WIDE, HIGH),
        jpeg(WIDE, HIGH),
        jpeg(WIDE, HIGH, 60_000),
        b"GIF89a" + struct.pack("<HH", WIDE, HIGH),
        b"BM" + bytes(16) + struct.pack("<II", WIDE, HIGH),
        b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + (WIDE - 1).to_bytes(3, "little") + (HIGH - 1).to_bytes(3, "little"),
    ],
    ids=["png", "jpeg", "jpeg with long notes", "gif", "bmp", "webp"],
)
def test_a_picture_tells_its_size_before_it_is_decoded(data: bytes) -> None:
    assert pixels(data) == WIDE * HIGH


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG", b"\xff\xd8", b"\xff\xd8\xff\xff\xff\xff\xff\xff\xff\xff\xff", b"<svg/>"]
)
def test_what_tells_nothing_has_no_size(data: bytes) -> None:
    assert pixels(data) == 0


def test_a_frame_of_no_length_ends_the_search() -> None:
    assert pixels(b"\xff\xd8" + b"\xff\xe1\0\0" * 30_000) == 0


def test_pictures_that_no_program_should_show_are_counted() -> None:
    parts = {
        **unpacked(word_file(plain("x")).to_bytes()),
        "word/media/a.PNG": png(WIDE, HIGH),
        "word/media/b.jpg": jpeg(9, 9),
    }
    assert too_large(open_package(packed(parts))) == 1
