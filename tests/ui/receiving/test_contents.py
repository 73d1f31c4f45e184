from dataclasses import replace

from pytestqt.qtbot import QtBot

from carfacilitator.document.blocks import Document, FileComment, Finding, Revision, RevisionKind, Span
from carfacilitator.services.files import OpenedFile
from carfacilitator.ui.receiving.contents import Contents, counts, first_lines
from carfacilitator.ui.widgets.words import Words
from tests.builders import a_text


def words_of(card: Contents) -> list[str]:
    return [words.text() for words in card.findChildren(Words)]


def test_what_came_inside_is_counted() -> None:
    document = a_text("# The bus", "There is no bus.")
    assert counts(document) == "Six words."
    inserted = Span(" today", revisions=(Revision(RevisionKind.INSERT, "Alan"),))
    block = replace(document.blocks[1], spans=(*document.blocks[1].spans, inserted))
    full = Document(blocks=(document.blocks[0], block), comments=(FileComment("c1", "Why?"),))
    assert counts(full) == "Seven words; one comment and one tracked change came inside it."


def test_the_beginning_is_cut_after_a_whole_word() -> None:
    lines = first_lines(a_text("# The bus", "", "word " * 80, "Third.", "Fourth.", "Fifth."))
    assert lines[0] == "The bus"
    assert lines[1].endswith("word …")
    assert len(lines[1]) < 230
    assert lines[2:] == ["Third.", "Fourth."]


def test_what_could_not_be_read_is_named(qtbot: QtBot) -> None:
    document = replace(a_text("A text."), report=(Finding("chart", 2, "2 charts are kept."),))
    card = Contents(OpenedFile("draft.docx", b"", document))
    qtbot.addWidget(card)
    assert "2 charts are kept." in words_of(card)
    assert "Everything in it could be read." not in words_of(card)


def test_what_was_read_whole_says_so(qtbot: QtBot) -> None:
    card = Contents(OpenedFile("draft.docx", b"", a_text("A text.")))
    qtbot.addWidget(card)
    assert {"draft.docx", "Everything in it could be read.", "A text."} <= set(words_of(card))
