from dataclasses import replace

import pytest

from carfacilitator.document.blocks import FileComment
from carfacilitator.services.senders import Sender, Whose, is_nameless, same_person, sender, whose
from tests.builders import a_text


@pytest.mark.parametrize(
    "written", ["Alan Petrie", "petrie, alan", "A. Petrie", "AP", "Alan Petrie (Housing)", "alan.petrie@x.example"]
)
def test_one_person_writes_a_name_in_many_ways(written: str) -> None:
    assert same_person(written, "Alan Petrie")


@pytest.mark.parametrize("written", ["Ruth McKay", "Author", "Alan Reid", "", "B. Petrie"])
def test_other_names_are_other_people(written: str) -> None:
    assert not same_person(written, "Alan Petrie")


def test_what_a_program_writes_in_place_of_a_name_is_none() -> None:
    assert [is_nameless(name) for name in ("Author", " Unknown Author ", "", "Fiona")] == [True, True, True, False]


def test_an_answer_is_from_whom_its_pack_was_for_unless_its_names_say_otherwise() -> None:
    assert sender(["A Petrie"], "Alan Petrie") == Sender("Alan Petrie", certain=True)
    assert sender(["Author"], "Alan Petrie", nameless=True) == Sender("Alan Petrie", certain=False)
    assert sender(["R McKay"], "Alan Petrie", ["Fiona Grant", "Ruth McKay"]) == Sender("Ruth McKay", certain=False)
    assert sender(["HSCP-17"], "Alan Petrie", ["Ruth McKay"]) == Sender("Alan Petrie", certain=False)
    assert sender([], "Alan Petrie") == Sender("Alan Petrie", certain=True)


def test_only_names_on_what_is_new_tell_whose_a_file_is() -> None:
    old = FileComment("1", "Is this so?", "Alan Petrie")
    sent = replace(a_text("The flood was in May."), comments=(old,))
    assert whose(sent, sent, ["Alan Petrie"], "Ailsa Reid") is Whose.UNKNOWN
    by_author = replace(sent, comments=(old, FileComment("2", "See above.", "Ailsa Reid")))
    assert whose(by_author, sent, ["Alan Petrie"], "Ailsa Reid") is Whose.AUTHOR
    by_both = replace(by_author, comments=(*by_author.comments, FileComment("3", "No.", "A Petrie")))
    assert whose(by_both, sent, ["Alan Petrie"], "Ailsa Reid") is Whose.UNKNOWN
    saved = replace(sent, properties={"modified_by": "Petrie, Alan"})
    assert whose(saved, sent, ["Alan Petrie"], "Ailsa Reid") is Whose.GATEKEEPER
