"""What must be true of real drafts that went back and forth in Word; they are not part of the project."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest

from carfacilitator.document.blocks import Anchor, Document, Story
from carfacilitator.document.comparison import compare
from carfacilitator.document.rows import RowKind
from carfacilitator.word.commenting import NewComment
from carfacilitator.word.comments import passage
from carfacilitator.word.cover import CoverNote
from carfacilitator.word.packs import PackOrder, make_pack
from carfacilitator.word.reader import read
from tests.word_oracles import DRAFTS, needs_drafts, needs_pandoc, pandoc, squashed

pytestmark = [pytest.mark.outside, needs_drafts]
PAIRS = [(one, two) for one, two in pairwise(DRAFTS) if one.name.split("__")[0] == two.name.split("__")[0]]
FEW = DRAFTS[::7]
MADE = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)
COMMENTS = 14


def places(document: Document) -> list[Anchor]:
    """Return passages of every kind there is in the body (headings, items, cells …), and one across paragraphs."""
    leaves, texts = document.leaves(), document.texts()
    words = [index for index, text in enumerate(texts) if len(text.strip()) > 20 and leaves[index].path is None]
    found: dict[object, Anchor] = {}
    for index, leaf in enumerate(leaves):
        if leaf.block.story is Story.BODY and len(texts[index].strip()) > 3:
            kind = (leaf.block.kind, leaf.path is not None, index // 100)
            found.setdefault(kind, Anchor(index, 1, index, min(len(texts[index]), 30)))
    across = next((one, two) for one, two in pairwise(words) if two == one + 1)
    return [*list(found.values())[:COMMENTS], Anchor(across[0], 3, across[1], 7)]


def packed(data: bytes) -> tuple[bytes, list[tuple[str, str]]]:
    """Return a pack of a draft, and each comment that it was given with the words it is about."""
    document = read(data)
    remarks = [
        NewComment(text=f"Remark {number}: is this so?", author="Isla Munro", initials="IM", made=MADE, anchor=anchor)
        for number, anchor in enumerate(places(document))
    ]
    cover = CoverNote(title="A case study", greeting="Dear Alan Petrie,", code_line="Pack 7F-31")
    made = make_pack(PackOrder(original=data, cover=cover, code="7F-31", identity="x", comments=tuple(remarks)))
    return made, [(one.text, passage(document.texts(), one.anchor)) for one in remarks if one.anchor]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[1].stem)
def test_rows_cover_both_drafts_once_and_their_words_give_both_texts(pair: tuple[Path, Path]) -> None:
    old, new = (read(path.read_bytes()) for path in pair)
    before, after = old.texts(), new.texts()
    comparison = compare(old, new)
    assert sorted(index for row in comparison.rows for index in row.old) == list(range(len(before)))
    assert [index for row in comparison.rows for index in row.new] == list(range(len(after)))
    for row in comparison.rows:
        pieces = comparison.words(row)
        assert "".join(piece.before for piece in pieces) == "\n".join(before[index] for index in row.old)
        assert "".join(piece.after for piece in pieces) == "\n".join(after[index] for index in row.new)
    summary = comparison.summary
    assert summary.sentence.startswith(str(sum(summary.counts.values())) if summary.counts else "No")


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_a_draft_is_the_same_as_itself(path: Path) -> None:
    document = read(path.read_bytes())
    assert {row.kind for row in compare(document, document).rows} == {RowKind.SAME}


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_every_comment_stands_at_the_words_that_it_quotes(path: Path) -> None:
    document = read(path.read_bytes())
    texts = document.texts()
    for comment in document.comments:
        assert comment.anchor is not None
        words = passage(texts, comment.anchor)
        assert words in {comment.quote, ""}


@pytest.mark.parametrize("path", DRAFTS[::3], ids=lambda path: path.stem)
def test_nobody_is_named_in_a_pack_but_who_sends_it_and_whom_the_text_names(path: Path) -> None:
    document = read(path.read_bytes())
    revisions = (change for leaf in document.leaves() for span in leaf.block.spans for change in span.revisions)
    names = {comment.author for comment in document.comments} | {change.author for change in revisions}
    text = "\n".join(document.texts())
    with zipfile.ZipFile(BytesIO(packed(path.read_bytes())[0])) as archive:
        parts = b"".join(archive.read(name) for name in archive.namelist())
    assert not [name for name in names if len(name) > 3 and name not in text and name.encode() in parts]


@pytest.mark.oracle
@needs_pandoc
@pytest.mark.parametrize("path", FEW, ids=lambda path: path.stem)
def test_pandoc_finds_exactly_the_comments_of_a_pack_at_their_words(path: Path, tmp_path: Path) -> None:
    made, ordered = packed(path.read_bytes())
    found = pandoc(made, tmp_path, "all").comments.values()
    theirs = [squashed([one.text, one.quote]) for one in found]
    assert sorted(theirs) == sorted(squashed(list(one)) for one in ordered)
