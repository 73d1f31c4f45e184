from dataclasses import replace

import pytest

from carfacilitator.document.blocks import Block, Document, Span, Story
from carfacilitator.services.recognition import phrases, text_likeness, title_likeness, words_in
from tests.builders import a_text

TITLE = "Keeping a tenancy after the flood"
OTHER = a_text("Something else altogether stands here.")


def test_a_title_among_the_first_lines_is_recognised_whatever_the_file_is_called() -> None:
    said = a_text("A case study", "KEEPING A TENANCY AFTER THE FLOOD", "Ailsa Reid")
    assert title_likeness("Document1.docx", said, TITLE) == 100


def test_a_title_in_the_properties_is_recognised() -> None:
    assert title_likeness("x.docx", replace(OTHER, properties={"title": TITLE}), TITLE) == 100


@pytest.mark.parametrize(
    "name", ["tenancy FINAL final(2).docx", "keeping-a-tenancy_v4 (copy).docx", "Flood tenancy.docx"]
)
def test_a_file_name_tells_too_though_less_surely(name: str) -> None:
    assert 80 <= title_likeness(name, OTHER, TITLE) <= 90
    assert title_likeness(name, OTHER, "The bus that isn’t there") < 50


def test_a_file_name_that_says_nothing_is_like_no_title() -> None:
    assert title_likeness("draft final v2.docx", Document(), TITLE) == 0


def test_text_is_alike_by_the_phrases_it_shares() -> None:
    old = phrases(a_text("I walked to the door of every house in the two streets that had flooded in November."))
    new = phrases(a_text("I walked to the door of every house in the three streets that had flooded in November."))
    assert text_likeness(old, old) == 100
    assert 60 <= text_likeness(old, new) < 100
    assert text_likeness(old, phrases(OTHER)) == 0
    assert text_likeness(frozenset(), frozenset()) == 0


def test_words_are_counted_as_a_reader_would_without_what_is_printed_on_every_page() -> None:
    body, footer = Block(id="1", spans=(Span("Four words stand here."),)), Block(id="2", spans=(Span("Page 1"),))
    assert words_in(Document(blocks=(body, replace(footer, story=Story.FOOTER)))) == 4
