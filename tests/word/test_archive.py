import io
import random
import zipfile
from dataclasses import replace

import pytest

from carfacilitator.errors import UnreadableFileError
from carfacilitator.word.archive import Archive
from carfacilitator.word.limits import LIMITS, Limits
from tests.word_builders import packed

WHOLE = packed({"word/document.xml": b"<w:document>" + b"words " * 400, "word/media/a.png": b"picture"})


def unpack(data: bytes, limits: Limits = LIMITS) -> dict[str, bytes]:
    archive = Archive(data, limits)
    return {name: archive.inflate(name) for name in archive.members}


def refusal(data: bytes, limits: Limits = LIMITS) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as caught:
        unpack(data, limits)
    return caught.value


def written(name: str, data: bytes = b"x", *, attributes: int = 0) -> bytes:
    member = zipfile.ZipInfo(name)
    member.external_attr = attributes
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(member, data)
    return made.getvalue()


def spoilt(data: bytes, place: int, *values: int) -> bytes:
    changed = bytearray(data)
    changed[place : place + len(values)] = values
    return bytes(changed)


def directory(data: bytes) -> int:
    """Return where the first entry of the central directory begins."""
    return data.index(b"PK\x01\x02")


@pytest.mark.parametrize(
    "name", ["word/document.xml", "/word/document.xml", "word\\document.xml", "./word/document.xml"]
)
def test_members_have_the_names_of_parts(name: str) -> None:
    assert list(Archive(written(name)).members) == ["word/document.xml"]


@pytest.mark.parametrize(
    "name", ["../../evil.txt", "word/../../evil", "C:/evil.txt", "C:\\evil.txt", "word/", "..\\evil"]
)
def test_what_leads_out_of_the_package_is_no_part(name: str) -> None:
    assert not Archive(written(name)).members


def test_a_member_that_is_a_link_is_the_text_of_it() -> None:
    link = written("word/document.xml", b"/etc/passwd", attributes=0o120777 << 16)
    assert Archive(link).inflate("word/document.xml") == b"/etc/passwd"


@pytest.mark.parametrize(
    "names", [("a.xml", "a.xml"), ("a.xml", "A.XML"), ("w/a.xml", "w\\a.xml"), ("a.xml", "/a.xml")]
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_is_there_twice_is_refused(names: tuple[str, str]) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    assert "twice" in refusal(made.getvalue()).sentence


def test_a_member_with_a_password_is_named() -> None:
    assert refusal(spoilt(WHOLE, directory(WHOLE) + 8, 1)).kind == "password"


@pytest.mark.parametrize("method", [1, 9, 12, 14, 93, 97])
def test_other_ways_of_packing_are_refused(method: int) -> None:
    assert "packed" in refusal(spoilt(WHOLE, directory(WHOLE) + 10, method, 0)).sentence


def test_a_wrong_sum_is_damage() -> None:
    assert refusal(spoilt(WHOLE, directory(WHOLE) + 16, 1, 2, 3, 4)).kind == "truncated"


@pytest.mark.parametrize("cut", [4, 60, len(WHOLE) // 2, len(WHOLE) - 22, len(WHOLE) - 1])
def test_a_truncated_file_is_damaged(cut: int) -> None:
    assert refusal(WHOLE[:cut]).kind == "truncated"


def test_a_header_that_lies_about_a_size_is_not_believed() -> None:
    bomb = packed({"a.xml": bytes(3_000_000)})
    small = spoilt(bomb, directory(bomb) + 24, 100, 0, 0, 0)  # "it inflates to 100 bytes"
    assert refusal(small).kind == "truncated"


def test_what_comes_out_is_counted_once_however_often_it_is_asked_for() -> None:
    archive = Archive(WHOLE, replace(LIMITS, inflated=3000))
    for _ in range(5):
        assert len(archive.inflate("word/document.xml")) == 2412
    archive.inflate("word/media/a.png")


def test_members_that_share_their_bytes_are_counted_each() -> None:
    """Where many members of the directory point to one place of the file, little becomes very much."""
    data = packed({f"{number:04}.bin": b"same" * 100 for number in range(50)})
    assert refusal(data, replace(LIMITS, inflated=10_000)).kind == "hostile"


def test_members_of_a_stream_have_their_sizes_behind_them() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise OSError

        def tell(self) -> int:
            raise OSError

    made = Pipe()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "words")
    assert Archive(made.getvalue()).inflate("word/document.xml") == b"words"


def test_archives_of_64_bits_are_read() -> None:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as member,
    ):
        member.write(b"words")
    assert Archive(made.getvalue()).inflate("word/document.xml") == b"words"


def test_what_a_mail_gateway_puts_around_an_archive_is_passed_over() -> None:
    assert "word/document.xml" in Archive(b"\r\n" + WHOLE + b"\r\n-- \r\nsent from somewhere").members


def test_another_file_with_an_archive_in_it_is_another_file() -> None:
    assert "PDF" in refusal(b"%PDF-1.7" + WHOLE).sentence


def test_the_beginning_of_a_member_is_had_without_the_rest() -> None:
    assert Archive(WHOLE).beginning("word/document.xml", 12) == b"<w:document>"


def test_xml_is_known_by_its_name() -> None:
    archive = Archive(WHOLE)
    assert [name for name in archive.members if archive.is_text(name)] == ["word/document.xml"]


def test_of_a_broken_member_comes_what_can_be_inflated() -> None:
    noise = random.Random(1).randbytes(50_000)  # noqa: S311  the same noise every time
    data = packed({"a.png": noise})
    broken = Archive(spoilt(data, 40_000, 0, 255, 0, 255, 0, 255)).salvage("a.png")
    assert 20_000 < len(broken) <= len(noise)
    assert Archive(data).salvage("a.png") == noise
