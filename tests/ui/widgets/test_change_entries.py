from carfacilitator.document.blocks import Block, Document, Revision, RevisionKind
from carfacilitator.ui.widgets.change_entries import entries, own_entries, told
from carfacilitator.ui.widgets.sheet_model import Drafts
from tests.ui.widgets.review_demo import NEW, drafts

FOUND = entries(drafts())


def test_there_are_as_many_entries_as_the_summary_counts() -> None:
    comparison = drafts().comparison
    assert comparison is not None
    assert len(FOUND) == sum(comparison.summary.counts.values())


def test_a_change_in_wording_shows_both_wordings_and_its_place() -> None:
    entry = next(entry for entry in FOUND if "Everybody" in entry.words)
    assert entry.words == "Everybody → Most"
    assert entry.section == "5 What I found"
    said = entry.with_comments(2).spoken(4, 13)
    assert said == "Wording, 5 What I found, paragraph 2: Everybody → Most; 2 comments; 4 of 13"


def test_a_moved_paragraph_says_where_it_came_from() -> None:
    entry = next(entry for entry in FOUND if entry.look.title == "Moved")
    assert entry.note == "from 4, para 2"


def test_a_draft_read_alone_has_no_entries() -> None:
    assert entries(Drafts(NEW)) == ()


def test_what_was_tracked_in_the_file_is_listed_with_its_author() -> None:
    own = own_entries(Drafts(NEW))
    assert [(entry.look.title, entry.note) for entry in own] == [
        ("Inserted in Word", "Ailsa Reid"),
        ("Deleted in Word", "Ailsa Reid"),
    ]


def test_a_changed_paragraph_mark_is_listed_too() -> None:
    block = Block("p", revisions=(Revision(RevisionKind.PARAGRAPH_MARK, "Tom"),))
    assert [entry.look.title for entry in own_entries(Drafts(Document((block,))))] == ["Paragraph mark"]


def test_what_is_told_is_counted_in_its_sentence_and_moves_are_known_then() -> None:
    both = drafts()
    found = told(both)
    assert found.counted
    assert found.sentence.startswith(f"{len(found.entries)} changes")
    assert both.known_moves == both.moved_sentences
