import subprocess
import sys
from pathlib import Path

import pytest

from carfacilitator import paths
from carfacilitator.errors import UnreadableFileError
from carfacilitator.word.allowance import LIMITS, Limits
from carfacilitator.word.foreign import LARGEST
from carfacilitator.word.quarantine import ReadingCancelledError, read_aside
from carfacilitator.word.reader import read
from tests.word_builders import Comment, commented, packed, paragraph, plain, run, word_file


def draft() -> bytes:
    file = word_file(*(plain(f"Paragraph {number}") for number in range(60)), paragraph(commented(run("café 😀"), 1)))
    file.comments = [Comment(id=1, text="why?")]
    return file.to_bytes()


def refusal(data: bytes, limits: Limits = LIMITS) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as caught:
        read_aside(data, limits)
    return caught.value


def test_what_is_read_aside_is_what_is_read_here() -> None:
    shares: list[float] = []
    data = draft()
    assert read_aside(data, progress=shares.append) == read(data)
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_an_error_of_the_child_is_told_as_it_was_said() -> None:
    error = refusal(b"{\\rtf1}")
    assert (error.kind, error.sentence) == ("not-word", "This is a Rich Text file, not a Word document.")


def test_a_child_that_takes_too_long_is_ended() -> None:
    assert refusal(draft(), Limits(seconds=0)).kind == "slow"


def test_a_child_that_does_not_even_start_is_ended() -> None:
    assert refusal(draft(), Limits(seconds=0, start=0)).kind == "slow"


def test_a_child_that_takes_too_much_memory_is_ended() -> None:
    assert refusal(draft(), Limits(memory=1024 * 1024)).kind == "too-large"


def test_a_child_that_crashes_is_survived(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "own_command", lambda: [sys.executable, "-c", "import os; os.abort()"])
    assert refusal(draft()).kind == "hostile"


def test_a_bug_of_the_reader_is_told_without_content(monkeypatch: pytest.MonkeyPatch) -> None:
    code = 'import sys; sys.stdin.buffer.read(); print(\'{"bug": "KeyError < reader.py:1 read"}\')'
    monkeypatch.setattr(paths, "own_command", lambda: [sys.executable, "-c", code])
    assert "does not understand" in refusal(draft()).sentence


def test_a_reader_that_is_no_longer_wanted_is_ended() -> None:
    with pytest.raises(ReadingCancelledError):
        read_aside(draft(), cancelled=lambda: True)


def test_what_progress_raises_ends_the_child_and_goes_on() -> None:
    def stop(_share: float) -> None:
        raise ReadingCancelledError

    with pytest.raises(ReadingCancelledError):
        read_aside(draft(), progress=stop)


def test_a_file_over_the_limit_starts_no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "own_command", lambda: ["/no/such/program"])
    assert refusal(bytes(LARGEST + 1)).kind == "too-large"


def test_the_one_who_asks_does_not_load_the_reader() -> None:
    code = "import sys\nfrom carfacilitator.word import quarantine\nprint(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"lxml", "carfacilitator.word.reader"} & set(loaded)


def test_hostile_files_leak_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET", encoding="utf-8")
    parts = word_file(plain("x")).parts()
    declaration = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:document", declaration + b"<w:document")
    assert refusal(packed(parts)).kind == "hostile"
