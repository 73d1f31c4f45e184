import json

import pytest

from carfacilitator.cli.command import UsageError, passphrase, print_json


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
