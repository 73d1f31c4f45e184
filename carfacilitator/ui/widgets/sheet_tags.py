"""The line above a paragraph that moved, was split or was joined: what happened, and where the other end is."""

from carfacilitator.ui.widgets.review_data import Side, ViewMode
from carfacilitator.ui.widgets.sheet_model import SheetModel
from carfacilitator.ui.widgets.sheet_rows import Look, Strip

NUMBERS = ("", "one", "two", "three", "four", "five", "six")


def tag(model: SheetModel, strip: Strip, side: Side) -> str:
    """Return the words above a strip on one side, '' where there are none."""
    if not strip.rows:
        return ""
    row = model.drafts.rows[strip.rows[0]]
    if strip.look is Look.MOVED_AWAY:
        return f"Moved to {model.drafts.places[Side.NEW][row.new[0]].words}"
    if strip.look is Look.MOVED_HERE:
        return f"Moved here from {model.drafts.places[Side.OLD][row.old[0]].words}"
    return _parted(model.way.mode, strip.look, side, max(len(row.old), len(row.new)))


def _parted(mode: ViewMode, look: Look, side: Side, number: int) -> str:
    many = NUMBERS[number] if number < len(NUMBERS) else str(number)
    here = side is Side.NEW
    if look is Look.SPLIT:
        return "Split from one paragraph" if here else f"Split in {many}"
    if look is Look.MERGED:
        joined = f"{many.capitalize()} paragraphs joined"
        return joined if here or mode is not ViewMode.SIDE else "Joined into one paragraph"
    return ""


def other_end(model: SheetModel, strip: Strip) -> tuple[Side, int] | None:
    """Return the leaf at the other end of a move, None for what did not move."""
    if strip.look not in {Look.MOVED_AWAY, Look.MOVED_HERE}:
        return None
    row = model.drafts.rows[strip.rows[0]]
    return (Side.NEW, row.new[0]) if strip.look is Look.MOVED_AWAY else (Side.OLD, row.old[0])
