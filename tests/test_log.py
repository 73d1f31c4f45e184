import logging
from pathlib import Path

import pytest

from carfacilitator import log


def failing(word: str) -> None:
    raise ValueError(word)


def test_a_bug_is_recorded_without_what_anybody_wrote(tmp_path: Path) -> None:
    file = tmp_path / "log.txt"
    log.write_to(file)
    try:
        failing("Docherty")
    except ValueError as error:
        log.bug(error)
    logging.getLogger("carfacilitator").handlers[-1].close()
    kept = file.read_text(encoding="utf-8")
    assert "ValueError" in kept
    assert "Docherty" not in kept


def test_a_note_has_numbers_only(tmp_path: Path) -> None:
    file = tmp_path / "log.txt"
    log.write_to(file)
    log.note("draft received", words=6200)
    assert "draft received words=6200" in file.read_text(encoding="utf-8")


def test_without_a_place_for_the_log_the_program_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = list(logging.getLogger("carfacilitator").handlers)
    monkeypatch.setattr(logging.getLogger("carfacilitator"), "handlers", kept)
    (tmp_path / "a file").write_text("in the way", encoding="utf-8")
    log.write_to(tmp_path / "a file" / "log.txt")
    log.note("draft received", words=6200)
    assert capsys.readouterr().err == ""


def test_causes_are_named_by_type() -> None:
    error = KeyError("outer")
    error.__cause__ = ValueError("inner")
    told = log.describe(error)
    assert "KeyError" in told
    assert "ValueError" in told
    assert "inner" not in told
