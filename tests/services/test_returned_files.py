from carfacilitator.document.blocks import Anchor, Block, Document, FileComment, Revision, RevisionKind, Span
from carfacilitator.services.returned_files import Sides, looked_at, nothing_done, remarks_in, spoken, what_was_done
from tests.builders import a_text

SENT = a_text("The tenant moved in March.", "The council paid.")


def returned(author: str) -> Document:
    change = Revision(RevisionKind.INSERT, author, "2026-03-12T10:00:00")
    spans = (Span("The tenant "), Span("quietly ", revisions=(change,)), Span("moved in March."))
    return Document((Block("b0", spans=spans), Block("b1", spans=(Span("The council paid."),))))


def test_what_is_new_is_counted_with_the_names_on_it() -> None:
    file = looked_at(Sides(SENT, returned("Fiona Grant"), ()))
    assert (file.edits, file.names, file.is_nameless) == (1, ("Fiona Grant",), False)
    assert looked_at(Sides(SENT, returned("Author"), ())).is_nameless


def test_a_file_changed_with_tracking_off_names_nobody() -> None:
    silent = looked_at(Sides(SENT, a_text("The tenant moved in May.", "The council paid."), ()))
    assert (silent.edits, silent.is_nameless) == (1, True)


def test_what_was_written_on_the_cover_note_is_a_remark_without_a_place() -> None:
    file = looked_at(Sides(SENT, returned("Fiona Grant"), ("All correct, thank you.",)))
    ((remark, about),) = remarks_in(file)
    assert (remark.comment.text, remark.comment.author, remark.anchor, about) == (
        "All correct, thank you.",
        "Fiona Grant",
        None,
        "",
    )
    assert [finding.kind for finding in file.report] == ["cover"]


def test_who_wrote_or_rang_did_nothing_to_the_text() -> None:
    assert nothing_done().strokes == []
    assert len(what_was_done(Sides(SENT, returned("Fiona Grant"), ())).strokes) == 1
    assert spoken("Why?", "1", Anchor(0, 0, 0, 3)).comment == FileComment("1", "Why?")
