from uuid import uuid4

from carfacilitator.services.handover_comparing import Choice, Compared, Difference
from carfacilitator.services.portable import Row
from tests.services.test_handover_packages import a_package


def a_row(**values: str) -> Row:
    return Row("Meeting", str(uuid4()), values)


def compared(difference: Difference, mine: Row | None, theirs: Row) -> Compared:
    return Compared(theirs, mine, difference, frozenset())


def test_nothing_is_proposed_that_would_write_over_mine() -> None:
    mine, theirs = a_row(place="Nairn", notes="we met"), a_row(place="Forres", notes="they met")
    proposals = {difference: compared(difference, mine, theirs).proposal for difference in Difference}
    assert proposals == {
        Difference.NEW: Choice.THEIRS,
        Difference.THERE: Choice.THEIRS,
        Difference.SAME: Choice.MINE,
        Difference.HERE: Choice.MINE,
        Difference.GONE: Choice.MINE,
        Difference.BOTH: Choice.BOTH,
    }
    assert compared(Difference.BOTH, a_row(place="Nairn"), a_row(place="Forres")).proposal is Choice.LATER


def test_texts_of_both_are_joined_once() -> None:
    mine, theirs = a_row(place="Nairn", notes="we met"), a_row(place="Forres", notes="they met")
    joined = compared(Difference.BOTH, mine, theirs).joined(a_package())
    assert joined.values == {"place": "Nairn", "notes": "we met\n\nIsla, 10 March 2026: they met"}
    again = compared(Difference.BOTH, joined, theirs).joined(a_package())
    assert again.values["notes"] == joined.values["notes"]


def test_a_row_is_told_by_its_name_its_day_and_what_differs() -> None:
    theirs = a_row(title="Second meeting", day="2026-03-12", place="Forres")
    one = compared(Difference.BOTH, a_row(title="Second meeting", day="2026-03-12", place="Nairn"), theirs)
    assert one.title == "Second meeting, 12 March 2026"
    assert [(field.name, field.mine, field.theirs) for field in one.fields] == [("place", "Nairn", "Forres")]
