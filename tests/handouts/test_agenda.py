from dataclasses import fields, replace
from datetime import date, time
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from carfacilitator.errors import KnownError
from carfacilitator.handouts import pages
from carfacilitator.handouts.agenda import Agenda, AgendaItem, sheet, spoken_day, start_times
from carfacilitator.handouts.pages import PrintSize

RULES = (
    "What is said here stays here, unless the one who said it agrees.",
    "Challenge the account, not the person.",
    "Anyone may leave the table, and come back.",
    "We say so when we do not know.",
    "Nobody speaks twice before everybody could speak once.",
    "Nobody is named on paper without being asked first.",
    "Telephones are silent; a ringing child is an exception.",
    "We start when we said, and stop when we said.",
)
AGENDA = Agenda(
    group="Strathmorran case-study group",
    number=4,
    day=date(2026, 3, 12),
    start=time(10, 15),
    place="Kilmorran Hall",
    purpose="What did people tell us?",
    items=(
        AgendaItem(title="Welcome", minutes=10, leader="Isla"),
        AgendaItem(title="What is a case study?", minutes=20, leader="Jean", prompt="Where does yours stand?"),
        AgendaItem(title="Who does what by when", minutes=35),
    ),
    ground_rules=RULES[:3],
    facilitator="Dr Isla Munro",
)


def reader(agenda: Agenda, size: PrintSize = PrintSize.STANDARD) -> PdfReader:
    return PdfReader(BytesIO(pages.pdf(sheet(agenda, size))))


def text_of(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def in_order(text: str, *parts: str) -> bool:
    place = 0
    for part in parts:
        place = text.find(part, place)
        if place < 0:
            return False
        place += len(part)
    return True


def long(count: int) -> tuple[AgendaItem, ...]:
    title = "Critical friends read the draft and say what they heard"
    names = "Margaret-Anne Fotheringham, Alexander Mac a’ Ghobhainn"
    return tuple(AgendaItem(title=title, minutes=10, leader=names) for _ in range(count))


def test_everything_stands_on_one_page_in_the_order_in_which_it_is_read() -> None:
    made = reader(AGENDA)
    assert len(made.pages) == 1
    assert in_order(
        text_of(made),
        "Strathmorran case-study group · Meeting 4",
        "Thursday 12 March 2026",
        "10:15 to 11:20 · Kilmorran Hall",
        "What did people tell us?",
        *("10:15", "Welcome", "Isla", "10:25", "What is a case study?", "Where does yours stand?", "Jean", "20"),
        *("10:45", "Who does what by when", "35", "11:20", "We close"),
        "Our ground rules",
        *RULES[:3],
        *("The case-study cycle", "Topic", "collection", "Publication", "with Dr Isla Munro"),
    )


@pytest.mark.parametrize("items", [1, 3, 7, 12])
@pytest.mark.parametrize("rules", [0, 3, 8])
def test_the_sheet_shrinks_until_it_is_one_page(items: int, rules: int) -> None:
    agenda = replace(AGENDA, items=long(items), ground_rules=RULES[:rules], group="Eastlaw and Upper Glen " * 3)
    assert len(reader(agenda).pages) == 1


def test_what_no_page_can_hold_is_refused_in_plain_words() -> None:
    with pytest.raises(KnownError, match="more on this sheet than one page"):
        reader(replace(AGENDA, items=long(40)))


def test_large_print_has_no_letter_of_the_text_under_eighteen_points() -> None:
    made = reader(AGENDA, PrintSize.LARGE)
    sizes: dict[str, float] = {}

    def note(text: str, _transform: object, matrix: list[float], _font: object, size: float) -> None:
        if text.strip():
            sizes[text.strip()] = abs(matrix[3]) * size

    for page in made.pages:
        page.extract_text(visitor_text=note)
    small = {text for text, size in sizes.items() if 0 < size < 17.9}
    assert not {text for text in small if "Munro" not in text and " / " not in text}
    assert in_order(text_of(made), "Welcome", "We close", "Our ground rules", "The case-study cycle", "Publication")


@pytest.mark.parametrize(("count", "expected"), [(3, 2), (12, 2), (30, 6)])
def test_large_print_takes_as_many_pages_as_it_needs(count: int, expected: int) -> None:
    items = tuple(AgendaItem(title="World Café", minutes=10, leader="Ailsa", prompt="") for _ in range(count))
    made = reader(replace(AGENDA, items=items, ground_rules=RULES), PrintSize.LARGE)
    assert len(made.pages) <= expected


def test_start_times_follow_from_the_lengths() -> None:
    assert start_times(AGENDA) == ("10:15", "10:25", "10:45", "11:20")
    assert start_times(replace(AGENDA, start=time(23, 30)))[-1] == "00:35"
    assert start_times(replace(AGENDA, items=())) == ("10:15",)


def test_a_day_is_said_as_people_say_it() -> None:
    assert spoken_day(date(2026, 3, 1)) == "Sunday 1 March 2026"


def test_a_meeting_without_number_place_or_facilitator_leaves_no_trace_of_them() -> None:
    text = text_of(reader(replace(AGENDA, number=None, place="", facilitator="", purpose="")))
    assert "Meeting" not in text
    assert "with" not in text.replace("without", "")
    assert "10:15 to 11:20 From" in text.replace(" · ", " · ")


def test_a_group_without_ground_rules_is_told_when_they_are_written() -> None:
    assert "We write these together" in text_of(reader(replace(AGENDA, ground_rules=())))


def test_what_people_wrote_is_never_run() -> None:
    hostile = '#panic("x") $a$ "b" \\ `c` *d* [e] <f> @g // h'
    agenda = replace(
        AGENDA, group=hostile, place=hostile, items=(AgendaItem(title=hostile, minutes=5),), ground_rules=(hostile,)
    )
    assert text_of(reader(agenda)).count(hostile) >= 4


def test_nothing_private_has_a_field_on_the_way_to_paper() -> None:
    assert {field.name for field in fields(Agenda)} == {
        *("group", "day", "start", "items", "number", "place", "purpose", "ground_rules", "facilitator"),
    }
    assert {field.name for field in fields(AgendaItem)} == {"title", "minutes", "leader", "prompt"}


def test_the_cycle_is_described_to_who_cannot_see_it() -> None:
    made = pages.pdf(sheet(AGENDA))
    root: Any = PdfReader(BytesIO(made)).trailer["/Root"]
    objects = [item.get_object() for item in root["/StructTreeRoot"]["/K"]]
    told: list[str] = []
    while objects:
        item = objects.pop()
        if isinstance(item, dict):
            told += [item["/Alt"]] if "/Alt" in item else []
            kids = item.get("/K", [])
            objects += [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]
    assert any("five steps" in words for words in told)
