from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import uuid4

from carfacilitator.model.terms import Audience
from carfacilitator.services.drafts import DraftRow
from carfacilitator.services.pack_wording import Asked
from carfacilitator.services.packs import PackRow
from carfacilitator.ui.pages.case_studies import texts

TODAY = date(2026, 3, 10)
DRAFT = DraftRow(
    id=uuid4(),
    case_study_id=uuid4(),
    case_study="The bus",
    number=2,
    received_at=datetime(2026, 3, 4, 17, 20, tzinfo=UTC),
    arrived_by="email",
    received_from="Jean Lockhart",
    file_name="bus.docx",
    sha256="",
    size=1,
    words=2200,
    name="",
    note="",
    open_comments=11,
    unsure=2,
    audience=Audience.AUTHOR,
)
PACK = PackRow(
    id=uuid4(),
    code="A1",
    case_study_id=uuid4(),
    case_study="The bus",
    draft_id=DRAFT.id,
    draft_number=2,
    gatekeeper_id=uuid4(),
    gatekeeper="Alan Petrie",
    role="",
    asked=Asked.COMMENT,
    made_at=datetime(2026, 2, 12, 9, tzinfo=UTC),
    saved=True,
    handed_over_at=None,
    handed_over_how="",
    reply_by=date(2026, 3, 12),
    comments=6,
    file_name="",
    days_waiting=0,
    days_late=0,
)


def test_a_draft_says_how_it_came_and_what_it_holds() -> None:
    assert texts.came(DRAFT, TODAY) == "Draft 2 came from Jean Lockhart by email on Wednesday 4 March, 17:20"
    assert texts.came(replace(DRAFT, arrived_by=""), TODAY).startswith("Draft 2 came from Jean Lockhart on")
    assert texts.came(replace(DRAFT, arrived_by="combined"), TODAY).startswith(
        "Draft 2 was made from what came back on"
    )
    assert texts.holds(DRAFT) == "2,200 words · eleven open comments, two of them to be looked at · bus.docx"
    assert texts.holds(replace(DRAFT, unsure=0, open_comments=1)) == "2,200 words · one open comment · bus.docx"


def test_the_span_of_the_drafts_is_said_once_there_is_one() -> None:
    first = replace(DRAFT, received_at=datetime(2026, 1, 22, 9, tzinfo=UTC))
    assert texts.span([]) == ""
    assert texts.span([DRAFT]) == "words in it"
    assert texts.span([DRAFT, DRAFT]) == "words in each"
    assert texts.span([first, DRAFT]) == "words in each · five weeks from the first to the latest"


def test_a_pack_says_how_it_stands() -> None:
    assert texts.pack_state(PACK, TODAY).text == "Not sent yet"
    out = replace(PACK, handed_over_at=datetime(2026, 2, 13, 9, tzinfo=UTC), days_waiting=25)
    assert texts.pack_state(out, TODAY).text == "Due in two days"
    assert texts.pack_state(replace(out, days_late=1), TODAY).text == "1 day late"
    assert texts.pack_state(replace(out, reply_by=None), TODAY).text == "Out"
    assert texts.pack_words(PACK, TODAY) == "Draft 2, to read and comment; made on 12 February"
    assert texts.pack_words(out, TODAY) == "Draft 2, to read and comment; sent on 13 February"


def test_a_day_of_another_year_says_its_year_in_short() -> None:
    assert texts.brief_day(date(2026, 3, 4), TODAY) == "4 March"
    assert texts.brief_day(date(2025, 12, 12), TODAY) == "12 Dec 2025"
