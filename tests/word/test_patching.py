import random
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carfacilitator.document.blocks import Anchor, Document, View
from carfacilitator.document.changes import changes
from carfacilitator.errors import NotFoundError
from carfacilitator.word.commenting import NewComment
from carfacilitator.word.names import W
from carfacilitator.word.package import open_package
from carfacilitator.word.patches import Answer, Patch
from carfacilitator.word.patching import patched
from carfacilitator.word.reader import read, read_package
from carfacilitator.word.suggestions import Suggestion
from carfacilitator.word.views import paragraphs
from tests.word_builders import (
    Comment,
    WordFile,
    cell,
    commented,
    complex_field,
    control,
    deleted,
    inserted,
    moved_here,
    note_reference,
    packed,
    paragraph,
    plain,
    row,
    run,
    table,
    text_box,
    unpacked,
    word_file,
)
from tests.word_oracles import (
    CORPUS,
    DRAFTS,
    needs_corpus,
    needs_drafts,
    needs_libreoffice,
    saved_by_libreoffice,
)
from tests.word_schema import misplaced

CLOCK = datetime(2026, 3, 11, 10, 5)  # noqa: DTZ001  a wall clock's time, as Word keeps it
MADE = CLOCK.replace(tzinfo=UTC)
YES = NewComment(text="Yes.", author="Isla Munro", made=MADE)


def reviewed() -> WordFile:
    """Return a file that others have been at: changes, a thread, a link, a field, a control, a table, a note."""
    file = word_file(
        plain("Keeping a tenancy", "Heading1"),
        paragraph(run("We "), deleted("never "), inserted(run("really listened")), commented(run(" twice"), 1, 2)),
        paragraph(
            run("See "), complex_field("REF x", run("chapter 2")), run(" and "), control(run("the form")), run(".")
        ),
        paragraph(f'<w:hyperlink w:anchor="x">{run("a link")}</w:hyperlink>', note_reference(2)),
        paragraph(moved_here(run("moved here"))),
        table(row(cell(plain("in a cell"))), row(cell(plain("gone")), change="del")),
        paragraph(run("with a box"), text_box(plain("boxed"))),
    )
    file.comments = [Comment(id=1, text="who?"), Comment(id=2, text="I did", parent=1)]
    return file.note(2, plain("the note")).margin("header", plain("the head"))


DATA = reviewed().to_bytes()
BEFORE = read(DATA)


def on(words: str, document: Document = BEFORE) -> Anchor:
    """Return the first place with some words."""
    leaf, text = next((leaf, text) for leaf, text in enumerate(document.texts()) if words in text)
    return Anchor(leaf, text.index(words), leaf, text.index(words) + len(words))


def instead(words: str, *others: str, author: str = "Isla Munro") -> Suggestion:
    return Suggestion(anchor=on(words), paragraphs=others or ("",), author=author, when=CLOCK)


def test_an_empty_patch_is_the_file_itself() -> None:
    assert patched(DATA, Patch(seed="x")) is DATA


def test_all_of_a_patch_is_found_again() -> None:
    patch = Patch(
        comments=(replace(YES, text="Is it?", anchor=on("tenancy"), replies=(YES,)),),
        answers=(Answer("2", replace(YES, text="Did you?")),),
        resolved={"2": True},
        suggestions=(instead("listened", "heard"),),
        bookmarks={0: "p0"},
        properties={"title": "A title"},
        track=True,
    )
    data = patched(DATA, patch)
    after, package = read(data), open_package(data)
    assert [(one.text, one.parent, one.quote) for one in after.comments] == [
        ("who?", "", " twice"),
        ("I did", "1", " twice"),
        ("Is it?", "", "tenancy"),
        ("Yes.", "3", "tenancy"),
        ("Did you?", "1", " twice"),
    ]
    assert [one.resolved for one in after.comments] == [True, True, False, False, False]
    assert after.properties["title"] == "A title"
    assert "We really heard twice" in after.texts()
    assert package.tree("word/settings.xml").find(W + "trackRevisions") is not None
    assert any(one.get(W + "name") == "_car_p0" for one in package.tree(package.main).iter(W + "bookmarkStart"))


def test_an_answer_to_a_thread_that_is_dealt_with_leaves_it_so() -> None:
    again = patched(patched(DATA, Patch(resolved={"1": True})), Patch(answers=(Answer("1", YES),), seed="2"))
    assert [one.resolved for one in read(again).comments] == [True, True, True]
    opened = patched(again, Patch(resolved={"3": False}))
    assert not any(one.resolved for one in read(opened).comments)


def test_a_thread_without_links_can_be_answered_and_dealt_with() -> None:
    file = reviewed()
    file.comments = [Comment(id=1, text="who?", linked=False), Comment(id=2, text="I did", linked=False)]
    document = read(patched(file.to_bytes(), Patch(answers=(Answer("2", YES),), resolved={"2": True})))
    assert [(one.parent, one.resolved) for one in document.comments] == [("", True), ("1", True), ("1", False)]


def test_a_comment_that_is_not_there_cannot_be_answered() -> None:
    for patch in (Patch(answers=(Answer("7", YES),)), Patch(resolved={"7": True})):
        with pytest.raises(NotFoundError):
            patched(DATA, patch)


@pytest.mark.parametrize(
    ("patch", "parts"),
    [
        (Patch(suggestions=(instead("tenancy", "home"),)), {"word/document.xml"}),
        (Patch(suggestions=(instead("the note", "a note"),)), {"word/footnotes.xml"}),
        (Patch(resolved={"1": True}), {"word/comments.xml", "word/commentsExtended.xml"}),
        (Patch(track=True), {"word/settings.xml"}),
        (Patch(bookmarks={0: "x"}), {"word/document.xml"}),
    ],
)
def test_only_the_parts_that_a_patch_is_about_are_written_anew(patch: Patch, parts: set[str]) -> None:
    before, after = unpacked(DATA), unpacked(patched(DATA, patch))
    assert {name for name in before if after[name] != before[name]} == parts
    assert set(after) == set(before)


def test_the_same_patch_gives_the_same_bytes() -> None:
    patch = Patch(comments=(replace(YES, anchor=on("tenancy")),), suggestions=(instead("tenancy", "home"),), seed="a")
    assert patched(DATA, patch) == patched(DATA, patch)


def everything() -> bytes:
    """Return a file patched in every way."""
    patch = Patch(
        comments=(replace(YES, anchor=on("tenancy"), replies=(YES,)),),
        answers=(Answer("1", YES),),
        resolved={"1": True},
        suggestions=(
            instead("listened", "heard"),
            instead("tenancy", "home", "", "and more"),
            instead("chapter 2"),
            instead("in a cell", "inside"),
        ),
        bookmarks=dict(enumerate(f"p{leaf}" for leaf in range(len(BEFORE.leaves())))),
        track=True,
    )
    return patched(DATA, patch)


def test_properties_stand_in_the_order_that_word_wants() -> None:
    assert misplaced(everything()) == []


@pytest.mark.oracle
@needs_libreoffice
def test_libreoffice_keeps_all_that_was_written_and_invents_nothing(tmp_path: Path) -> None:
    file = word_file(
        plain("Keeping a tenancy", "Heading1"),
        paragraph(run("We "), deleted("never "), inserted(run("really listened")), commented(run(" twice"), 1)),
        table(row(cell(plain("in a cell")))),
    )
    file.comments = [Comment(id=1, text="who?")]
    data = file.to_bytes()
    document = read(data)
    patch = Patch(
        comments=(replace(YES, text="Is it?", anchor=on("tenancy", document), replies=(YES,)),),
        resolved={"1": True},
        suggestions=(
            Suggestion(anchor=on("listened", document), paragraphs=("heard",), author="Ann", when=CLOCK),
            Suggestion(anchor=on("in a cell", document), paragraphs=("inside",), author="Ann", when=CLOCK),
        ),
        bookmarks={0: "p0", 1: "p1", 2: "p2"},
    )
    before = read(patched(data, patch))
    after = read(saved_by_libreoffice(patched(data, patch), tmp_path))
    assert sorted((one.author, one.text, one.quote, one.resolved) for one in after.comments) == sorted(
        (one.author, one.text, one.quote, one.resolved) for one in before.comments
    )
    assert sorted(one.name for one in after.bookmarks if one.name.startswith("_car_")) == [
        "_car_p0",
        "_car_p1",
        "_car_p2",
    ]
    assert sorted((one.kind, one.author, one.text) for one in changes(after)) == sorted(
        (one.kind, one.author, one.text) for one in changes(before)
    )


LENGTHS = [len(text) for text in BEFORE.texts()]
PLACES = st.integers(0, len(LENGTHS) - 1).flatmap(
    lambda leaf: st.tuples(st.just(leaf), st.integers(0, LENGTHS[leaf]), st.integers(0, LENGTHS[leaf]))
)
ANCHORS = PLACES.map(lambda place: Anchor(place[0], min(place[1:]), place[0], max(place[1:])))
WORDS = st.sampled_from(["", "new", "two words", "a\ttab", "bad \x01 sign", "we really listened twice"])
SUGGESTIONS = st.builds(
    Suggestion,
    anchor=ANCHORS,
    paragraphs=st.one_of(st.tuples(WORDS), st.tuples(WORDS, WORDS)),
    author=st.sampled_from(["Ann", "Ben & <Bo>"]),
    when=st.just(CLOCK),
)
COMMENTS = st.builds(
    NewComment, text=st.sampled_from(["why?", "a\nb"]), author=st.just("Ann"), made=st.just(MADE), anchor=ANCHORS
)
PATCHES = st.builds(
    Patch,
    comments=st.lists(COMMENTS, max_size=3).map(tuple),
    answers=st.lists(st.builds(Answer, st.sampled_from(["1", "2"]), st.just(YES)), max_size=2).map(tuple),
    suggestions=st.lists(SUGGESTIONS, max_size=5).map(tuple),
    resolved=st.dictionaries(st.sampled_from(["1", "2"]), st.booleans(), max_size=1),
)


@settings(max_examples=60, deadline=None)
@given(PATCHES)
def test_any_patch_keeps_all_that_it_does_not_speak_of(patch: Patch) -> None:
    after = read(patched(DATA, patch))  # which compares what is written with what was ordered
    assert paragraphs(after, View.ORIGINAL) == paragraphs(BEFORE, View.ORIGINAL)
    ours = {"Ann", "Ben & <Bo>"}
    assert {one.text for one in changes(after) if one.author not in ours} >= {"never ", "gone"}


@pytest.mark.outside
@needs_drafts
@needs_corpus
def test_real_files_can_be_patched() -> None:
    chance = random.Random(7)  # noqa: S311  the same patches every time
    for path in [*DRAFTS[::14], *CORPUS[::8]]:
        data = path.read_bytes()
        if not data.startswith(b"PK"):
            continue
        document = read(data)
        leaves = [leaf for leaf, text in enumerate(document.texts()) if text]
        places = [chance.choice(leaves) for _ in range(10 if leaves else 0)]
        anchors = [Anchor(leaf, 0, leaf, chance.randint(0, len(document.texts()[leaf]))) for leaf in places]
        patch = Patch(
            comments=tuple(replace(YES, anchor=anchor) for anchor in anchors[:3]),
            answers=tuple(Answer(one.id, YES) for one in document.comments[:2]),
            suggestions=tuple(
                Suggestion(anchor=anchor, paragraphs=("so it is",), author="Ann", when=CLOCK) for anchor in anchors[3:]
            ),
            track=True,
        )
        patched(data, patch)


def test_parts_that_are_pointed_to_and_missing_do_no_harm() -> None:
    kinds = ("comments", "commentsExtended", "people", "settings", "image", "hyperlink", "footnotes")
    lost = "".join(f'<Relationship Id="x{kind}" Type="http://x/{kind}" Target="gone/{kind}.xml"/>' for kind in kinds)
    parts = unpacked(word_file(plain("words")).to_bytes())
    del parts["word/settings.xml"]
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace(b"</Relationships>", f"{lost}</Relationships>".encode())
    comment = NewComment(text="why?", author="Isla", made=MADE, anchor=Anchor(0, 0, 0, 5))
    package = open_package(patched(packed(parts), Patch(comments=(comment,), track=True)))
    told = [one.get("Type", "").rsplit("/", 1)[-1] for one in package.tree(rels)]
    assert sorted(kind for kind in told if kind in kinds) == sorted(kinds)
    assert read_package(package).comments[0].quote == "words"


def test_where_two_comments_have_one_id_the_first_is_meant() -> None:
    file = word_file(paragraph(commented(run("a"), 1)), paragraph(commented(run("b"), 1)))
    file.comments = [Comment(id=1, text="first"), Comment(id=1, text="second\nof that id")]
    found = read(patched(file.to_bytes(), Patch(resolved={"1": True}))).comments
    assert [one.resolved for one in found] == [True, False]
