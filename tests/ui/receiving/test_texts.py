from dataclasses import replace
from uuid import uuid4

import pytest

from carfacilitator.document.blocks import Finding
from carfacilitator.services.returns import KnownBy, PackGuess, Recognition, Taken, Whose
from carfacilitator.ui.receiving import texts
from carfacilitator.ui.receiving.looking import Asked, Came, Newer, Refused
from tests.builders import a_file

TAKEN = Taken(
    return_id=uuid4(),
    pack_id=uuid4(),
    draft_id=uuid4(),
    code="7F3-K2P",
    gatekeeper="Fiona Grant",
    file_name="back.docx",
    known_by=KnownBy.IDENTITY,
    new_remarks=14,
    new_edits=10,
    silent_edits=1,
    already_known=False,
    ask_sender=True,
    likely="Fiona Grant",
    names=("Author",),
    report=(),
)


def test_an_answer_is_named_and_counted() -> None:
    assert texts.whose(TAKEN) == "Fiona Grant’s answer to pack 7F3-K2P"
    assert texts.counts(TAKEN) == "14 remarks, 9 tracked changes, 1 change without tracking"
    nothing = replace(TAKEN, new_remarks=0, new_edits=0, silent_edits=0)
    assert texts.counts(nothing) == "nothing new is in it"
    assert texts.came(Came("back.docx", TAKEN)).endswith("; known by the pack’s identity in it.")


def test_what_is_in_is_said_for_one_person_and_for_several() -> None:
    assert texts.is_in([TAKEN]) == "Fiona Grant’s answer is in: 14 remarks, 10 proposed edits."
    other = replace(TAKEN, likely="Alan Petrie", new_remarks=0, new_edits=1)
    assert texts.is_in([TAKEN, other]) == "Two answers are in: 14 remarks, 11 proposed edits."


@pytest.mark.parametrize(
    ("names", "question"),
    [
        (("Author",), "What is new in it is by ‘Author’. Is that Fiona Grant?"),
        ((), "Nothing in it says whose it is. Is it Fiona Grant’s?"),
        (("R McKay",), "The pack was made for Fiona Grant, but this is by ‘R McKay’. Is it Fiona Grant?"),
    ],
)
def test_whose_it_is_is_asked_with_what_the_file_says(names: tuple[str, ...], question: str) -> None:
    assert texts.asks_sender(replace(TAKEN, names=names)) == question


def test_the_others_whose_it_may_be_are_those_in_it() -> None:
    assert texts.other_senders(replace(TAKEN, names=("Author", "F. Grant", "Neil Orr"))) == ["Neil Orr"]


def test_the_readers_report_says_what_could_not_be_read_or_that_all_could() -> None:
    assert texts.read(Came("a", TAKEN)) == ["Everything in it could be read."]
    odd = replace(TAKEN, report=(Finding("opaque", 1, "A chart could not be read."),))
    assert texts.read(Came("a", odd)) == ["A chart could not be read."]
    assert texts.read(Came("a", replace(TAKEN, already_known=True))) == []


def test_how_alike_texts_are_is_said_in_words() -> None:
    said = [texts.likeness(per_cent) for per_cent in (98, 70, 31)]
    assert said == ["almost word for word the same", "mostly the same text", "partly the same text"]


def test_a_file_that_may_be_either_says_both() -> None:
    guess = PackGuess(
        pack_id=uuid4(), code="7F3-K2P", gatekeeper="Fiona Grant", case_study="Seven doors", draft_number=2, likeness=97
    )
    known = Recognition(by=None, guesses=(guess,), whose=Whose.UNKNOWN, strange=True)
    strong, muted = texts.asked(Asked(a_file("Doors", name="x.docx"), (), known))
    assert strong == "This may be a draft, or Fiona Grant’s answer to pack 7F3-K2P"
    assert muted == (
        "x.docx. It carries the identity of a pack that is not in this workspace."
        " Almost word for word the same as in the pack."
    )
    own = replace(known, whose=Whose.AUTHOR, strange=False)
    assert texts.asked(Asked(a_file("Doors"), (), own))[0] == "What is this?"


def test_an_answer_to_an_older_draft_says_so_and_how_it_fared() -> None:
    newer = Newer(uuid4(), 6, 5)
    assert texts.older(newer) == "It answers draft 5; draft 6 is the newest by now."
    assert texts.brought(newer, 0) == "It is looked at in draft 6 now. Every remark has its place there."
    assert texts.brought(newer, 2) == "It is looked at in draft 6 now. Two remarks have no place there."


def test_a_batch_says_how_far_it_is() -> None:
    refused = Refused("torn.docx", "It is damaged.")
    assert texts.refused(refused) == ("torn.docx", "It is damaged.")
    assert texts.progress([refused], 3) == "One of three read so far"
    assert texts.progress([refused], 1) == ""
    assert texts.heading([Came("a", TAKEN)], 1) == "An answer has come back"
    assert texts.heading([refused], 3) == "Three files have come"
