from carfacilitator.document.blocks import Block, Document, Revision, RevisionKind, Span
from carfacilitator.document.changes import changes

INSERTED = Revision(RevisionKind.INSERT, "Ailsa", "2026-03-04T10:00:00")
DELETED = Revision(RevisionKind.DELETE, "Tom")
JOINED = Revision(RevisionKind.PARAGRAPH_MARK, "Tom", arrives=False)


def test_neighbouring_spans_under_one_revision_are_one_change() -> None:
    spans = (
        Span("kept "),
        Span("brand ", revisions=(INSERTED,)),
        Span("new", marks=frozenset({"bold"}), revisions=(INSERTED,)),
        Span(" kept "),
        Span("again", revisions=(INSERTED,)),
    )
    found = changes(Document((Block("b0"), Block("b1", spans=spans))))
    assert [(c.kind, c.text, c.block) for c in found] == [("insert", "brand new", 1), ("insert", "again", 1)]
    assert [c.id for c in found] == ["c0", "c1"]


def test_a_deletion_inside_an_insertion_is_both() -> None:
    spans = (Span("a", revisions=(INSERTED,)), Span("b", revisions=(INSERTED, DELETED)))
    found = changes(Document((Block("b0", spans=spans),)))
    assert {(c.kind, c.text) for c in found} == {("insert", "ab"), ("delete", "b")}


def test_a_paragraph_mark_is_a_change_without_words() -> None:
    (found,) = changes(Document((Block("b0", revisions=(JOINED,)),)))
    assert (found.kind, found.text, found.author) == ("paragraph_mark", "", "Tom")
