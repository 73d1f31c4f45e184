"""Files that are made to do harm are read or refused in a sentence: nothing leaks, is fetched, hangs or crashes."""

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from carfacilitator.document.blocks import Document
from carfacilitator.errors import UnreadableFileError
from carfacilitator.word.allowance import LIMITS
from carfacilitator.word.cover import CoverNote
from carfacilitator.word.packs import PackOrder, make_pack
from carfacilitator.word.quarantine import read_aside
from carfacilitator.word.reader import read
from tests.hostile_files import ATTACKS, FETCHES, SANE, pointing, with_declaration
from tests.word_builders import plain, run, unpacked, word_file

LONGEST = LIMITS.start + LIMITS.seconds + 10  # seconds after which a child would have been left alone
LIGHT = [name for name, one in ATTACKS.items() if not one.heavy]
HEAVY = [name for name, one in ATTACKS.items() if one.heavy]
SECRET = "the secret of this computer"


def outcome(data: bytes, *, aside: bool) -> tuple[str, str]:
    """Return the kind of refusal ('' where it is read) and its sentence."""
    try:
        (read_aside if aside else read)(data)
    except UnreadableFileError as refusal:
        return refusal.kind, refusal.sentence
    return "", ""


@pytest.mark.parametrize("name", LIGHT)
def test_a_hostile_file_is_read_or_refused(name: str) -> None:
    kind, sentence = outcome(ATTACKS[name].make(), aside=False)
    assert kind in ATTACKS[name].allowed
    assert sentence == "" or sentence.count(".") == 1


@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_file_is_read_or_refused_by_the_child(name: str) -> None:
    data = ATTACKS[name].make()
    begun = time.monotonic()
    kind, _ = outcome(data, aside=True)
    assert kind in ATTACKS[name].allowed
    assert time.monotonic() - begun < LONGEST


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """Stand where hostile files want something fetched from."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.settimeout(0.05)
        yield listening


def test_nothing_is_fetched_from_anywhere(listener: socket.socket) -> None:
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/evil"
    declared = f'<!DOCTYPE a SYSTEM "{address}" [<!ENTITY % x SYSTEM "{address}"> %x;]>'
    outcome(with_declaration("word/document.xml", declared), aside=True)
    for kind in FETCHES:
        assert outcome(pointing(kind, address), aside=False)[0] == ""
    outcome(pointing("image", address), aside=True)
    with pytest.raises(TimeoutError):
        listener.accept()


def test_no_file_of_this_computer_is_let_in(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret}" parse="text"/>'
    field = f'<w:p><w:fldSimple w:instr="INCLUDETEXT {secret}">{run("x")}</w:fldSimple></w:p>'
    file = word_file(plain("Hello"), include, field, '<w:altChunk r:id="rId91"/>')
    file.links = {"rId90": ("image", secret.as_uri()), "rId91": ("aFChunk", str(secret))}
    data = file.to_bytes()
    assert SECRET not in said(read(data))
    pack = make_pack(PackOrder(original=data, cover=CoverNote(title="A pack"), code="K7QF-2M9X", identity="p"))
    assert not any(SECRET.encode() in part for part in unpacked(pack).values())


def test_what_would_be_fetched_is_said_in_the_report() -> None:
    report = read(pointing("attachedTemplate", "http://127.0.0.1:9/evil.dotm")).report
    assert any("not followed" in finding.sentence for finding in report)


def test_the_harmless_file_of_which_all_are_made_is_read() -> None:
    assert said(read(SANE)) == "Hello"


def said(document: Document) -> str:
    return "\n".join(document.texts())
