from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from carfacilitator.ui.widgets.pill import PillLook
from carfacilitator.ui.widgets.rows import ROW, Row, RowModel, folded

ROWS = (
    Row(id=1, strong="Case-study group", muted="Six members", section="Strathmorran"),
    Row(id=2, strong="Strategy group", muted="Retreat in Pàirt", section="Eastlaw"),
    Row(id=3, strong="Family hub", section="Eastlaw", reached=2, stages=5, pills=(PillLook("No date", "warn"),)),
)


def model_of(*rows: Row) -> RowModel:
    model = RowModel()
    model.set_rows(rows)
    return model


def test_it_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = model_of(*ROWS)
    qtmodeltester.check(model)
    model.set_filter("eastlaw")


def test_sections_stand_above_their_rows_and_cannot_be_chosen() -> None:
    model = model_of(*ROWS)
    shown = [model.index(place).data() for place in range(model.rowCount())]
    assert shown == ["Strathmorran", "Case-study group", "Eastlaw", "Strategy group", "Family hub"]
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.first().data() == "Case-study group"


def test_a_filter_minds_neither_case_nor_accents_and_wants_every_word() -> None:
    model = model_of(*ROWS)
    model.set_filter("PAIRT strategy")
    assert [row.id for row in model.rows] == [2]
    assert model.is_filtered
    model.set_filter("pairt family")
    assert model.rows == []
    model.set_filter("no date")
    assert [row.id for row in model.rows] == [3]


def test_all_that_a_row_shows_is_heard() -> None:
    model = model_of(*ROWS)
    heard = model.place_of(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Family hub, stage 2 of 5, No date"
    assert model.place_of(2).data(ROW) == ROWS[1]
    assert not model.place_of(9).isValid()


def test_folding_takes_off_accents() -> None:
    assert folded("Pàirt ÉCOLE") == "pairt ecole"
