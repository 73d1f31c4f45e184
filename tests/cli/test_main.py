from collections.abc import Callable
from pathlib import Path

import pytest

from carfacilitator.cli import main as command_line

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("listed", command_line.COMMANDS, ids=lambda listed: listed.name)
def test_every_command_explains_itself(run: Run, listed: command_line.Listed) -> None:
    code, told, _ = run(listed.name, "--help")
    assert code == 0
    assert listed.help in told


def test_the_list_of_commands_is_shown(run: Run) -> None:
    _, told, _ = run("--help")
    assert all(listed.name in told for listed in command_line.COMMANDS)


def test_wrong_usage_gives_two(run: Run) -> None:
    assert run("fly")[0] == 2
    assert run("read")[0] == 2


def test_a_known_error_is_one_plain_sentence_and_gives_one(run: Run, tmp_path: Path) -> None:
    code, told, said = run("read", tmp_path / "none.docx")
    assert (code, told) == (1, "")
    assert said == "There is no file none.docx there.\n"


def test_no_passphrase_without_a_terminal_gives_two(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARFACILITATOR_PASSPHRASE", "")
    code, _, said = run("new", tmp_path / "Mine.car")
    assert code == 2
    assert "passphrase" in said
