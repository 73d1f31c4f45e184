from dataclasses import replace
from datetime import date
from uuid import uuid4

from carfacilitator.services.returns import ReturnRow
from carfacilitator.ui.receiving import return_texts
from tests.builders import NOON

TODAY = date(2026, 3, 12)
ROW = ReturnRow(
    id=uuid4(),
    pack_id=uuid4(),
    code="7F3-K2P",
    case_study="Seven doors",
    draft_id=uuid4(),
    draft_number=2,
    gatekeeper_id=uuid4(),
    gatekeeper="Fiona Grant",
    came_at=NOON,
    how="file",
    file_name="back.docx",
    known_by="identity",
    from_whom="Fiona Grant",
    sender_asked=True,
    remarks=14,
    undecided=9,
    edits=10,
)


def test_a_return_says_when_how_and_what_is_in_it() -> None:
    assert return_texts.strong(ROW, TODAY) == "10 March: a Word file"
    assert return_texts.muted(ROW) == ("14 remarks, nine not decided · ten proposed edits · back.docx")
    post = replace(ROW, how="by post", remarks=0, undecided=0, edits=0, file_name="")
    assert (return_texts.strong(post, TODAY), return_texts.muted(post)) == (
        "10 March: Came back by post",
        "",
    )
    assert return_texts.muted(replace(ROW, from_whom="Neil Orr")).endswith("from Neil Orr · back.docx")
    assert return_texts.asks_sender(ROW).endswith("Is it Fiona Grant’s?")


def test_each_way_has_its_sign() -> None:
    assert [return_texts.icon(replace(ROW, how=how)) for how in ("file", "email", "telephone", "by post")] == [
        "file",
        "mail",
        "phone",
        "check",
    ]


def test_the_state_of_a_pack_is_a_word_or_two() -> None:
    decided, nothing = replace(ROW, undecided=0), replace(ROW, undecided=0, remarks=0, edits=0)
    assert return_texts.state([ROW, decided]) == ("9 undecided", "warn")
    assert return_texts.state([decided]) == ("Came back", "lead")
    assert return_texts.state([nothing]) == ("Answered", "good")
