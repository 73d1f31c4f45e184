from dataclasses import replace
from datetime import date

import pytest

from carfacilitator.document.blocks import Anchor
from carfacilitator.errors import KnownError
from carfacilitator.services.pack_wishes import Asked, PackWishes, Proposal
from carfacilitator.services.pack_wording import Occasion, Wording, standard_word

OCCASION = Occasion(
    title="Keeping a {tenancy}",
    author="a housing officer",
    number=5,
    received=date(2026, 3, 4),
    name="Alan Petrie",
    sender="Dr Isla Munro",
)
BY_APRIL = PackWishes(asked=Asked.COMMENT, reply_by=date(2026, 4, 1), questions=("Is anything wrong in fact?",))


def test_a_cover_says_what_it_is_what_is_asked_and_by_when_in_words() -> None:
    cover = Wording(OCCASION, BY_APRIL).cover()
    assert cover.title == "Keeping a {tenancy}"
    assert cover.about == "A case study by a housing officer. Draft 5, 4 March 2026."
    assert cover.head == "For Alan Petrie only"
    assert cover.greeting == "Dear Alan Petrie,"
    assert cover.questions == ("Is anything wrong in fact?",)
    assert (
        "by Wednesday 1 April 2026. If I hear nothing I will ring. Silence is not taken as consent." in cover.ending[0]
    )
    assert "send the file back, or write or ring me" in cover.ending[0]
    assert cover.sender == "Dr Isla Munro"
    assert Wording(replace(OCCASION, address="isla@example.org"), BY_APRIL).cover().sender == (
        "Dr Isla Munro · isla@example.org"
    )


def test_a_cover_says_what_the_marks_in_the_text_mean() -> None:
    proposal = Proposal(Anchor(0, 0, 0, 3), "this")
    assert "accept each change" in Wording(OCCASION, PackWishes(proposals=(proposal,))).cover().paragraphs[-1]
    marked = Wording(replace(OCCASION, seen=3), PackWishes(redline=True, word="First.")).cover().paragraphs
    assert marked == ("First.", "What has changed since draft 3, which you have seen, is marked in the text.")


def test_without_a_date_and_questions_neither_is_spoken_of() -> None:
    cover = Wording(OCCASION, PackWishes()).cover()
    assert cover.questions_before == ""
    assert "Silence is not taken as consent" in cover.ending[0]
    assert "by ." not in " ".join(cover.ending)
    assert Wording(OCCASION, PackWishes()).message().subject == "A draft to read: Keeping a {tenancy}"


@pytest.mark.parametrize("asked", list(Asked))
def test_every_thing_that_can_be_asked_has_its_words(asked: Asked) -> None:
    wording = Wording(OCCASION, PackWishes(asked=asked, reply_by=date(2026, 4, 1)))
    assert wording.cover().paragraphs == (standard_word(asked),)
    assert standard_word(asked)
    assert "Keeping a {tenancy}" in wording.message().subject
    assert "Wednesday 1 April 2026" in wording.message().subject


def test_a_word_of_her_own_stands_in_place_of_the_usual_ones() -> None:
    cover = Wording(OCCASION, PackWishes(word="First.\n\n Second {name}. ")).cover()
    assert cover.paragraphs == ("First.", "Second {name}.")


def test_an_author_without_a_job_is_not_spoken_of() -> None:
    nobody = Occasion(**{**vars(OCCASION), "author": ""})
    assert Wording(nobody, PackWishes()).cover().about == "Draft 5 of a case study, 4 March 2026."


def test_the_message_can_be_copied_as_text() -> None:
    text = Wording(OCCASION, BY_APRIL).message().text
    assert text.startswith("Dear Alan Petrie,\n\n")
    assert text.endswith("Dr Isla Munro\n")


@pytest.mark.parametrize("words", [{}, {"about": "{unknown}"}, {"about": 3}, {"about": "{"}])
def test_wording_that_was_edited_wrongly_is_said_plainly(words: dict[str, object]) -> None:
    with pytest.raises(KnownError, match="gone wrong"):
        Wording(OCCASION, BY_APRIL, {"head": "", **words}).cover("AB-12")


def test_a_code_is_printed_with_the_plea_to_keep_the_name() -> None:
    assert Wording(OCCASION, BY_APRIL).cover("AB-12").code_line == "Pack AB-12 · please keep this file’s name"
    assert Wording(OCCASION, BY_APRIL).cover().code_line == ""
