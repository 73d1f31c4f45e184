import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from carfacilitator import paths
from carfacilitator.errors import UnreadableFileError
from carfacilitator.word import quarantine
from carfacilitator.word.allowance import LIMITS, MEGABYTE, Limits
from carfacilitator.word.foreign import LARGEST
from carfacilitator.word.quarantine import ReadingCancelledError, read_aside
from carfacilitator.word.reader import read
from tests.word_builders import Comment, commented, packed, paragraph, plain, row, run, table, word_file

PATIENT = Limits(seconds=120)  # where the computer may be busy and time is not what is tried


def draft() -> bytes:
    file = word_file(*(plain(f"Paragraph {number}") for number in range(60)), paragraph(commented(run("café 😀"), 1)))
    file.comments = [Comment(id=1, text="why?")]
    return file.to_bytes()


def resident() -> int:
    """Return the bytes of memory that this process has now."""
    status = Path("/proc/self/status")
    if not status.is_file():
        pytest.skip("only Linux tells what a process has now")
    return next(int(line.split()[1]) * 1024 for line in status.read_text().splitlines() if line.startswith("VmRSS"))


def random_words(length: int) -> str:
    """Return what does not shrink when it is packed."""
    return random.Random(7).randbytes(length // 2).hex()  # noqa: S311  the same in each run, not secret


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


@pytest.mark.parametrize(
    "said",
    [
        "garbage",
        "[1, 2]",
        "12",
        '{"share": "half"}',
        '{"document": {"format": 99}}',
        '{"document": {"format": 1, "nonsense": 1}}',
        '{"document": 5}',
        '{"blocks": 7}',
        '{"blocks": [{"id": "p1", "kind": "no such kind"}]}',
        '{"error": {"kind": "hostile"}}',
        '{"error": 3}',
        "[" * 100_000,
        "",
    ],
    ids=lambda said: said[:40],
)
def test_a_child_that_answers_nonsense_is_survived(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    code = f"import sys; sys.stdin.buffer.read(); print({said[:99]!r} * {len(said) // 99 or 1})"
    monkeypatch.setattr(paths, "own_command", lambda: [sys.executable, "-c", code])
    assert "brought the reader down" in refusal(draft()).sentence


@pytest.mark.parametrize(
    "flood",
    [
        "out.write(b'x' * 65536)",
        "out.write(b'{\"share\": 0.5}\\n')",
        "out.write(b'\\n')",
        "out.write(b'[' * 65536 + b'\\n')",
    ],
    ids=["one endless line", "endless progress", "empty lines", "long lines"],
)
def test_a_child_that_floods_is_survived_in_little_memory(flood: str, monkeypatch: pytest.MonkeyPatch) -> None:
    code = f"import sys; sys.stdin.buffer.read(); out = sys.stdout.buffer\nwhile True: {flood}"
    monkeypatch.setattr(paths, "own_command", lambda: [sys.executable, "-c", code])
    before = resident()
    assert "brought the reader down" in refusal(draft(), PATIENT).sentence
    assert resident() - before < 50 * MEGABYTE


def test_a_child_that_says_nothing_more_has_the_time_of_reading_only(monkeypatch: pytest.MonkeyPatch) -> None:
    code = "import sys, time; sys.stdin.buffer.read(); print('{\"share\": 0}', flush=True); time.sleep(60)"
    monkeypatch.setattr(paths, "own_command", lambda: [sys.executable, "-c", code])
    monkeypatch.setattr(quarantine, "_GRACE", 0.1)
    begun = time.monotonic()
    assert refusal(draft(), Limits(seconds=0.1, start=600)).kind == "slow"
    assert time.monotonic() - begun < 300


@pytest.mark.parametrize("signal", ["SIGKILL", "SIGSEGV"])
@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no signals")
def test_a_child_that_dies_by_a_signal_is_survived(signal: str, monkeypatch: pytest.MonkeyPatch) -> None:
    code = f"import os, signal, sys; sys.stdin.buffer.read(1); os.kill(os.getpid(), signal.{signal})"
    monkeypatch.setattr(paths, "own_command", lambda: [sys.executable, "-c", code])
    assert "brought the reader down" in refusal(draft()).sentence


def test_the_window_keeps_little_of_the_largest_document_there_may_be() -> None:
    body = table(*[row(*["<w:tc><w:p><w:r><w:t>word</w:t></w:r></w:p></w:tc>"] * 10)] * 2_900)
    data = word_file(body, paragraph(run(random_words(1_000_000)))).to_bytes()
    before = resident()
    document = read_aside(data, PATIENT)
    grown = resident() - before
    assert len(document.texts()) == 29_001
    assert grown < 50 * MEGABYTE


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
