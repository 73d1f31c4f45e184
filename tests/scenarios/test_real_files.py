"""What must be true of every Word file in the world: it is read in seconds, or refused for the reason that is true."""

import io
import os
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from carfacilitator.errors import UnreadableFileError
from carfacilitator.word.reader import read
from tests.alarms import no_longer_than

CORPUS = os.environ.get("CARFACILITATOR_CORPUS")
LONGEST = 5.0  # seconds
ENDINGS = {".docx", ".docm", ".dotx", ".dotm"}
HUGE = 100 * 1024 * 1024
MANY = 5_000
DECLARATION = re.compile(rb"^\s*(<\?.*?\?>\s*|<!--.*?-->\s*)*<!DOCTYPE", re.DOTALL)

pytestmark = [
    pytest.mark.outside,
    pytest.mark.skipif(CORPUS is None, reason="CARFACILITATOR_CORPUS is not set"),
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no alarm"),
]


def files() -> Iterator[Path]:
    for path in sorted(Path(CORPUS or "").rglob("*")):
        if path.suffix.lower() in ENDINGS and path.is_file():
            yield path


def true_causes(data: bytes) -> set[str]:
    """Return for which reasons a file may be refused, found out without our gate; none where it must be read."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return {"password"} if "EncryptedPackage".encode("utf-16-le") in data else {"not-word"}
    if not data.startswith(b"PK"):
        return {"not-word", "truncated"}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _causes_inside(archive)
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError):
        return {"truncated"}


def _causes_inside(archive: zipfile.ZipFile) -> set[str]:
    infos = archive.infolist()
    if len(infos) > MANY or any(
        one.file_size > HUGE or one.file_size > 250 * max(one.compress_size, 1) for one in infos
    ):
        return {"hostile"}
    texts = {one.filename: archive.read(one) for one in infos if one.filename.endswith((".xml", ".rels"))}
    if any(DECLARATION.match(data) for data in texts.values()):
        return {"hostile"}
    if not any(b"wordprocessingml" in data for data in texts.values()):
        return {"not-word"}
    return set() if all(map(_is_well_formed, texts.values())) else {"truncated", "hostile"}


def _is_well_formed(data: bytes) -> bool:
    try:
        etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError:
        return False
    return True


def test_every_file_is_read_in_seconds_or_refused_for_the_true_reason() -> None:
    wrong: list[str] = []
    for path in files():
        data = path.read_bytes()
        try:
            with no_longer_than(LONGEST):
                read(data)
        except UnreadableFileError as refusal:
            if refusal.kind not in true_causes(data):
                wrong.append(f"{path.name}: {refusal.kind}")
        except Exception as failure:  # noqa: BLE001  whatever it is, it must not be
            wrong.append(f"{path.name}: {type(failure).__name__}")
    assert not wrong
