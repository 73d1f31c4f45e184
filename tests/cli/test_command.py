import json
import os
import subprocess
from pathlib import Path

import pytest

from carfacilitator import paths
from carfacilitator.cli.command import UsageError, passphrase, print_json, print_sentence, say

DRAFT = str(paths.resource("sample", "keeping-a-tenancy-draft-4.docx"))
FULL = Path("/dev/full")


def test_json_is_one_object_in_utf_8_with_its_format(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    print_json({"title": "Pàirt – ‘draft’"})
    told = capsysbinary.readouterr().out
    assert json.loads(told.decode("utf-8")) == {"format": 1, "title": "Pàirt – ‘draft’"}
    assert "Pàirt".encode() in told


def test_the_passphrase_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARFACILITATOR_PASSPHRASE", "plain words")
    assert passphrase() == "plain words"


def test_without_a_terminal_there_is_nobody_to_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CARFACILITATOR_PASSPHRASE", raising=False)
    with pytest.raises(UsageError, match="terminal"):
        passphrase()


def test_neither_a_text_nor_the_name_of_a_file_commands_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    print_sentence("one\ttab\nred \x1b[31m and \x9b31m")
    say("There is no file a\nb\x1b[2J there.")
    told = capsys.readouterr()
    assert told.out == "one\ttab\nred \ufffd[31m and \ufffd31m\n"
    assert told.err == "There is no file a b\ufffd[2J there.\n"


def test_who_has_read_enough_hears_no_complaint() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run([*paths.own_command(), "read", DRAFT], stdout=pipe, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no drive that is always full")
@pytest.mark.parametrize("more", [[], ["--json"]])
def test_a_full_drive_is_said_plainly(more: list[str]) -> None:
    with FULL.open("wb") as full:
        done = subprocess.run(
            [*paths.own_command(), "read", DRAFT, *more], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr.decode()) == (1, "The answer could not be written down. Is the drive full?\n")


def test_letters_that_a_terminal_does_not_have_are_no_error() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([*paths.own_command(), "read", DRAFT], env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"?" in done.stdout
