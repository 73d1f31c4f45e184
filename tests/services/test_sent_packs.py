from datetime import datetime

from carfacilitator.document.blocks import Block, Document, Revision, RevisionKind, Span
from carfacilitator.services.sent_packs import Marks, offers_of

MADE = datetime(2026, 6, 10, 13, 0)  # noqa: DTZ001  a wall clock's time, as Word keeps it
OURS = Revision(RevisionKind.INSERT, "Isla Munro", "2026-06-10T13:00:00Z")
THEIRS = Revision(RevisionKind.INSERT, "Isla Munro", "2026-05-01T09:00:00Z")
SENT = Document(
    (Block("b0", spans=(Span("We "), Span("really ", revisions=(OURS,)), Span("never ", revisions=(THEIRS,)))),)
)


def test_only_what_was_marked_when_the_pack_was_made_is_ours() -> None:
    assert offers_of(Marks("Isla Munro", MADE), SENT).base.texts() == ("We never ",)


def test_a_redline_is_the_draft_as_it_stands() -> None:
    assert offers_of(Marks("Isla Munro", MADE, redline=True), SENT).base is SENT


def test_in_a_pack_without_changes_of_ours_nothing_is() -> None:
    assert offers_of(Marks("", MADE), SENT).base is SENT
