from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

from carfacilitator.model.terms import Audience, Verdict
from carfacilitator.services.answer_sheets import answer_sheet
from carfacilitator.services.answer_tables import AnswerRow, AnswerTable
from carfacilitator.services.imprints import Imprint
from carfacilitator.word import writer
from carfacilitator.word.reader import read
from carfacilitator.word.sheets import Table, stretches

BY = Imprint("Isla Munro", "isla@x.example", date(2026, 3, 12))
REMARK = AnswerRow(
    draft_id=UUID(int=1),
    remark_id=UUID(int=2),
    said="Who says so?",
    quote="dehumidifiers",
    verdict=Verdict.ACCEPTED,
    done="Taken up",
    where="4 What we did, paragraph 3",
    why="",
)
EDIT = replace(REMARK, remark_id=None, key="k", said="…a whole day…", quote="…half a day…")
TABLE = AnswerTable(
    pack_id=uuid4(),
    gatekeeper="Alan Petrie",
    role="Area manager",
    email="",
    audience=Audience.LOCAL_MANAGER,
    case_study="Keeping a tenancy",
    answered_at=None,
    sent_number=4,
    draft_number=5,
    remarks=(REMARK,),
    edits=(EDIT,),
)


def texts(table: AnswerTable) -> list[str]:
    return [text for text in read(writer.write(answer_sheet(table, BY))).texts() if text]


def test_each_part_has_its_table() -> None:
    found = texts(TABLE)
    assert found[:3] == [
        "Keeping a tenancy",
        "What was done about your comments on draft 4",
        "For Alan Petrie, 12 March 2026. Places are those of draft 5.",
    ]
    assert ["What you said" in found, "What you changed" in found] == [True, True]
    assert {"Who says so?", "About “dehumidifiers”", "“…a whole day…”", "in place of “…half a day…”"} <= {*found}
    assert "What you changed" not in texts(replace(TABLE, edits=()))


def test_a_long_quotation_is_said_by_its_beginning() -> None:
    long = replace(REMARK, quote="So it went on. " * 80)
    (quote,) = [text for text in texts(replace(TABLE, remarks=(long,), edits=())) if text.startswith("About")]
    assert len(quote) < 300
    assert quote.endswith(" …”")


def test_what_was_moved_is_told_with_the_words_that_were() -> None:
    moved = replace(EDIT, moved=True, said="Moved behind “…the flood.”", quote="I had known most of the doors.")
    found = texts(replace(TABLE, remarks=(), edits=(moved,)))
    assert {"Moved behind “…the flood.”", "“I had known most of the doors.”"} <= {*found}


def test_what_differs_is_bold() -> None:
    sheet = answer_sheet(
        replace(TABLE, edits=(replace(EDIT, said="it takes a whole day", quote="it takes half a day"),)), BY
    )
    (table,) = [piece for piece in sheet.pieces if isinstance(piece, Table)][1:]
    cell = table.rows[1][1]
    assert [one.text for one in stretches(cell) if "bold" in one.marks] == ["a whole", "half a"]


def test_it_says_what_is_open_still() -> None:
    waits = replace(TABLE, remarks=(replace(REMARK, verdict=None, done="Not decided yet"),))
    assert "Still open: 1." in " ".join(texts(waits))
