from carfacilitator.document.blocks import Block, Document, Revision, RevisionKind, Span
from carfacilitator.document.laid import Known, lay_returned, lay_sent, same_change

EARLY = Revision(RevisionKind.INSERT, "Ailsa", "2026-03-01T10:00:00")
LATE = Revision(RevisionKind.INSERT, "Fiona", "2026-03-12T10:00:00")
PARTED = Revision(RevisionKind.PARAGRAPH_MARK, "Fiona", "2026-03-12T10:00:00")


def a_document(*spans: Span, revisions: tuple[Revision, ...] = ()) -> Document:
    return Document((Block("b0", spans=spans, revisions=revisions), Block("b1", spans=(Span("next"),))))


def test_the_sent_file_is_laid_out_with_all_its_words() -> None:
    gone = Revision(RevisionKind.DELETE, "Ailsa")
    laid = lay_sent(a_document(Span("kept "), Span("gone", revisions=(gone,))))
    assert laid.document.texts() == ("kept gone", "next")
    assert [run.final for run in laid.runs[0]] == [True, False, True]


def test_what_was_put_in_since_is_not_laid_and_what_was_there_is() -> None:
    sent = a_document(Span("old ", revisions=(EARLY,)))
    returned = a_document(Span("old ", revisions=(EARLY,)), Span("new", revisions=(LATE,)))
    assert lay_returned(returned, Known(sent)).document.texts() == ("old ", "next")


def test_paragraphs_parted_by_a_new_mark_are_one_again() -> None:
    sent = Document((Block("b0", spans=(Span("first next"),)),))
    returned = a_document(Span("first "), revisions=(PARTED,))
    laid = lay_returned(returned, Known(sent))
    assert laid.document.texts() == ("first next",)
    assert "".join(run.text for run in laid.runs[0]) == "first \nnext\n"


def test_a_change_is_known_again_without_its_author_or_its_seconds() -> None:
    assert same_change(EARLY, Revision(RevisionKind.INSERT, "Author", ""))
    assert same_change(EARLY, Revision(RevisionKind.INSERT, "Ailsa", "2026-03-01T10:00"))
    assert not same_change(EARLY, LATE)


def test_a_change_is_known_again_when_libreoffice_has_joined_it_with_its_neighbour_or_called_it_a_move() -> None:
    joined = Revision(RevisionKind.INSERT, "Ailsa", "2026-03-01T10:01:30Z")
    moved = Revision(RevisionKind.MOVE_TO, "Ailsa", "2026-03-01T10:00:00", "1")
    known = Known(a_document(Span("old", revisions=(EARLY,))))
    for one in (joined, moved):
        assert same_change(EARLY, one)
        assert known.may_hold(one)
    assert not known.may_hold(Revision(RevisionKind.INSERT, "Ailsa", "2026-03-01T10:02:00Z"))
    assert not known.may_hold(Revision(RevisionKind.MOVE_FROM, "Ailsa", "2026-03-01T10:00:00"))


def test_a_date_that_is_none_is_no_date() -> None:
    known = Known(a_document(Span("old", revisions=(EARLY,))))
    assert known.may_hold(Revision(RevisionKind.INSERT, "Ailsa", "0-00-00T00:00:00Z"))
    assert not known.surely_holds(Revision(RevisionKind.INSERT, "Ailsa", "0-00-00T00:00:00Z"))


def test_a_change_without_a_name_may_have_been_there_before() -> None:
    known = Known(a_document(Span("old", revisions=(EARLY,))))
    assert known.may_hold(Revision(RevisionKind.INSERT, "Author", "2026-03-12T10:00:00"))
    assert not known.may_hold(Revision(RevisionKind.DELETE, "Author"))
