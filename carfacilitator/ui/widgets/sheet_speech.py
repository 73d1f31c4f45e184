"""What became of a row, in words: for the list of changes and for those who hear the drafts."""

from carfacilitator.document.rows import Piece, Row, RowKind
from carfacilitator.ui.widgets.review_data import Side
from carfacilitator.ui.widgets.sheet_model import SheetModel

LONGEST = 80  # characters of a passage that are said
KINDS = {
    RowKind.SAME: "Unchanged",
    RowKind.CHANGED: "Changed",
    RowKind.INSERTED: "New",
    RowKind.DELETED: "Cut",
    RowKind.MOVED: "Moved",
    RowKind.SPLIT: "Split",
    RowKind.MERGED: "Joined",
}


def row_place(model: SheetModel, row: Row) -> str:
    """Return where a row stands, in the newer draft if it is there."""
    side, told = (Side.NEW, row.new) if row.new else (Side.OLD, row.old)
    return model.drafts.places[side][told[0]].words


def spoken_row(model: SheetModel, index: int) -> str:
    """Return a row as a screen reader says it, with what was cut and what is new."""
    row = model.drafts.rows[index]
    head = f"{KINDS[row.kind]}, {row_place(model, row)}"
    if row.kind is RowKind.MOVED:
        head += f", from {model.drafts.places[Side.OLD][row.old[0]].words}"
    return f"{head}: {spoken_pieces(model.pieces(index)) or _text(model, row)}"


def spoken_pieces(pieces: tuple[Piece, ...]) -> str:
    """Return the changed words of a row: 'cut …, new …'."""
    names = {"-": "cut", "+": "new"}
    changed = (piece for piece in pieces if piece.op in names and piece.text.strip())
    return ", ".join(f"{names[piece.op]} “{shortened(piece.text)}”" for piece in changed)


def shortened(text: str, longest: int = LONGEST) -> str:
    """Return a text on one line, its end left out where it is long."""
    plain = " ".join(text.split())
    return plain if len(plain) <= longest else f"{plain[:longest].rstrip()}…"


def _text(model: SheetModel, row: Row) -> str:
    side, told = (Side.NEW, row.new) if row.new else (Side.OLD, row.old)
    return shortened(" ".join(model.text(side, leaf) for leaf in told))
