import importlib.util
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from types import ModuleType

import docx
import pytest

HERE = Path(__file__).resolve().parent


def loaded(script: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(script.stem, script)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[script.stem] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


write_drafts = loaded(HERE / "write_drafts.py")


def members(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(file)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("source", sorted(HERE.glob("*.md")), ids=lambda path: path.stem)
def test_the_kept_word_file_is_what_its_source_says(source: Path) -> None:
    kept = write_drafts.SAMPLE / source.with_suffix(".docx").name
    written = write_drafts.write(write_drafts.read(source.read_text(encoding="utf-8")))
    assert members(kept.read_bytes()) == members(written), "run tests/sample_drafts/write_drafts.py"


def test_every_kept_word_file_has_its_source() -> None:
    assert {file.stem for file in write_drafts.SAMPLE.glob("*.docx")} == {file.stem for file in HERE.glob("*.md")}


def test_the_fourth_draft_came_with_comments_tracked_changes_and_names_inside() -> None:
    file = (write_drafts.SAMPLE / "keeping-a-tenancy-draft-4.docx").read_bytes()
    draft = docx.Document(BytesIO(file))
    assert [comment.author for comment in draft.comments] == ["Alan Petrie", "Ailsa Reid"]
    body = members(file)["word/document.xml"]
    assert (body.count(b"<w:ins "), body.count(b"<w:del ")) == (2, 1)
    assert (draft.core_properties.author, draft.core_properties.last_modified_by) == ("Ailsa Reid", "Alan Petrie")
    assert b"Morran Homes" in members(file)["docProps/app.xml"]
    assert len(draft.tables) == 2
    assert "word/footnotes.xml" in members(file)


@pytest.mark.parametrize("source", sorted((HERE / "later").glob("*.md")), ids=lambda path: path.stem)
def test_a_draft_that_has_not_arrived_yet_can_be_written_for_a_journey(source: Path) -> None:
    draft = docx.Document(BytesIO(write_drafts.write(write_drafts.read(source.read_text(encoding="utf-8")))))
    assert draft.paragraphs[1].text.endswith("for those who must be asked.")
    assert not list(draft.comments)
