import struct

import pytest

from carfacilitator.word.package import open_package
from carfacilitator.word.patches import Patch
from carfacilitator.word.patching import patched
from carfacilitator.word.pictures import pixels, troubles
from carfacilitator.word.reader import read
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
    assert troubles(open_package(packed(parts))) == (1, 0)


def test_a_damaged_picture_spoils_neither_the_reading_nor_a_patch() -> None:
    data = packed({**unpacked(word_file(plain("words")).to_bytes()), "word/media/a.png": png(9, 9)})
    entry = data.rindex(b"PK\x01\x02")  # of the last member, in the directory
    damaged = data[: entry + 16] + b"\x01\x02\x03\x04" + data[entry + 20 :]  # where the sum of its bytes stands
    document = read(damaged)
    assert document.texts() == ("words",)
    assert [one.sentence for one in document.report] == ["1 picture came damaged. It is kept as it came."]
    assert read(patched(damaged, Patch(track=True))).texts() == ("words",)
