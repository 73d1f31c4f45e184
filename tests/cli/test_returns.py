import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from carfacilitator.word.patches import Patch
from carfacilitator.word.patching import patched
from carfacilitator.word.suggestions import Suggestion
from tests.hostile_files import ATTACKS, with_declaration
from tests.services.test_returns import where
from tests.word_builders import packed, plain, word_file

Run = Callable[..., tuple[int, str, str]]
TITLE = "The bus that isn’t there"
WHEN = datetime(2026, 3, 12, 10, 0, tzinfo=UTC)


def answered(run: Run, sample: Path, folder: Path) -> Path:
    """Make a pack, and return a file in which two words of it were changed."""
    assert run("pack", sample, "--case-study", TITLE, "--for", "Alan Petrie", "-o", folder)[0] == 0
    data = next(folder.glob("*.docx")).read_bytes()
    swap = Suggestion(
        anchor=where(data, "a bin and a timetable"), paragraphs=("a timetable",), author="Alan Petrie", when=WHEN
    )
    file = folder / "Copy of pack (3).docx"
    file.write_bytes(patched(data, Patch(suggestions=(swap,), seed="a")))
    return file


def test_a_returned_file_is_one_review_and_twice_adds_nothing(run: Run, sample: Path, tmp_path: Path) -> None:
    file = answered(run, sample, tmp_path)
    code, told, said = run("returned", sample, file, "--json")
    assert code == 0, said
    answer = json.loads(told)
    assert (answer["gatekeeper"], answer["new_remarks"], answer["new_edits"]) == ("Alan Petrie", 0, 1)
    assert [edit["kind"] for edit in answer["edits"]] == ["single"]
    assert answer["reviewers"][0]["identified_by"] == "identity"
    again = json.loads(run("returned", sample, file, "--json")[1])
    assert (again["new_remarks"], again["new_edits"], again["already_known"]) == (0, 0, True)


def test_a_person_is_told_in_a_sentence(run: Run, sample: Path, tmp_path: Path) -> None:
    code, told, _ = run("returned", sample, answered(run, sample, tmp_path))
    assert code == 0
    assert "the answer of Alan Petrie: remarks 0, proposed edits 1." in told


def test_a_code_that_no_pack_has_is_said_plainly(run: Run, sample: Path, tmp_path: Path) -> None:
    code, _, said = run("returned", sample, answered(run, sample, tmp_path), "--pack", "XXX-XXX")
    assert (code, "no pack" in said) == (1, True)


def no_word_files() -> dict[str, bytes]:
    """Return files that look like Word's by their names, and are none that can be read."""
    return {
        "a picture.docx": b"\x89PNG\r\n\x1a\n" + bytes(2000),
        "an OpenDocument.docx": packed(
            {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}
        ),
        "an old one.doc": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4000),
        "with a declaration.docx": with_declaration("word/document.xml", '<!DOCTYPE a [<!ENTITY x "y">]>'),
        "a bomb.docx": ATTACKS["a bomb"].make(),
        "empty.docx": b"",
    }


def test_what_cannot_be_read_is_one_sentence_and_nothing_is_kept(run: Run, sample: Path, tmp_path: Path) -> None:
    good = answered(run, sample, tmp_path)
    before = listed(run, sample)
    for name, data in {**no_word_files(), "cut off.docx": good.read_bytes()[:5000]}.items():
        bad = tmp_path / name
        bad.write_bytes(data)
        code, told, said = run("returned", sample, good, bad, "--json")
        assert (code, told) == (1, ""), name
        assert len(said.strip().splitlines()) == 1, said
        assert "Traceback" not in said
    assert listed(run, sample) == before


def test_of_files_that_are_no_answers_none_is_kept_and_none_beside_them(run: Run, sample: Path, tmp_path: Path) -> None:
    good = answered(run, sample, tmp_path)
    before = listed(run, sample)
    minutes = tmp_path / "minutes.docx"
    minutes.write_bytes(word_file(plain("Minutes of a meeting about parking in the square.")).to_bytes())
    code, _, said = run("returned", sample, good, minutes)
    assert (code, "no answer to any pack" in said) == (1, True)
    assert listed(run, sample) == before


def test_the_pack_of_another_is_said_to_be_theirs(run: Run, sample: Path, tmp_path: Path) -> None:
    file = answered(run, sample, tmp_path)
    other = tmp_path / "other"
    assert run("pack", sample, "--case-study", TITLE, "--for", "Ruth McKay", "-o", other)[0] == 0
    packs = json.loads(run("list", sample, "packs", "--json")[1])["items"]
    ruths = next(pack for pack in packs if pack["gatekeeper"] == "Ruth McKay")["code"]
    code, _, said = run("returned", sample, file, "--pack", ruths)
    assert (code, "Alan Petrie" in said) == (1, True)
    assert run("returned", sample, file)[0] == 0


def listed(run: Run, sample: Path) -> list[object]:
    """Return what a workspace has of packs and comments."""
    return [json.loads(run("list", sample, noun, "--json")[1]) for noun in ("packs", "comments", "events")]
