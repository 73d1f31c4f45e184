from pathlib import Path

import pytest

from carfacilitator import paths
from carfacilitator.errors import KnownError
from carfacilitator.services.answer_letters import Post, letter

POST = Post(
    title="Keeping a tenancy", number=4, name="Alan", address="alan@x.example", sender="Isla", sender_address="i@x"
)


def test_a_message_says_what_comes_with_it() -> None:
    said = letter("gatekeeper", POST)
    assert said.subject == "What was done about your comments: Keeping a tenancy"
    assert said.paragraphs[0] == "Dear Alan,"
    assert "draft 4" in said.paragraphs[1]
    assert said.paragraphs[-1] == "Isla"
    assert "resolved" in letter("author", POST).paragraphs[1]


def test_wording_that_cannot_be_filled_in_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "answers.toml").write_text('[gatekeeper]\nsubject = "{nobody}"\nparagraphs = []\n')
    monkeypatch.setattr(paths, "resource", lambda *parts: tmp_path / parts[-1])
    with pytest.raises(KnownError, match="wording of answers"):
        letter("gatekeeper", POST)
