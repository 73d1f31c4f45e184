from carfacilitator.document.blocks import Block, Document, Revision, RevisionKind, Span
from carfacilitator.document.own_changes import Reading

OURS = Revision(RevisionKind.INSERT, "Isla", "2026-03-11T10:05:00Z")
CUT = Revision(RevisionKind.DELETE, "Isla", "2026-03-11T10:05:00Z")
THEIRS = Revision(RevisionKind.DELETE, "Ailsa", "2026-03-01T09:00:00Z")


def reading(*spans: Span, done: bool) -> Reading:
    found = Reading(lambda change: change.author == "Isla", done=done)
    found.read(Document((Block("b0", spans=spans),)))
    return found


def test_our_changes_are_told_with_what_stands_there_in_each_case() -> None:
    spans = (Span("We wore "), Span("wet", revisions=(CUT,)), Span("damp", revisions=(OURS,)), Span(" shoes."))
    found = reading(*spans, done=False)
    assert [(one.start, one.end, one.base, one.was, one.accepted, one.declined) for one in found.pieces] == [
        (8, 8, 8, "wet", "", "wet"),
        (8, 12, 11, "", "damp", ""),
    ]
    assert found.document().texts() == ("We wore wet shoes.",)
    assert reading(*spans, done=True).document().texts() == ("We wore damp shoes.",)


def test_what_others_changed_is_none_of_ours() -> None:
    found = reading(Span("We wore "), Span("wet ", revisions=(THEIRS,)), Span("shoes."), done=False)
    assert found.pieces == []
    assert found.document().texts() == ("We wore shoes.",)


def test_what_we_cut_of_words_that_somebody_had_cut_is_nothing() -> None:
    assert reading(Span("wet", revisions=(THEIRS, CUT)), done=False).pieces == []
