from carfacilitator.model.returns import Return, ReturnedRemark
from carfacilitator.model.schema import METADATA


def test_a_return_goes_with_its_pack_and_its_remarks_go_with_it() -> None:
    assert {key.column.table.name for key in Return.__table__.foreign_keys if key.ondelete == "CASCADE"} == {
        "packs",
        "drafts",
    }
    assert {key.column.table.name for key in ReturnedRemark.__table__.foreign_keys if key.ondelete == "CASCADE"} == {
        "returns"
    }


def test_one_edit_of_a_draft_has_one_decision_that_stands() -> None:
    assert [index.unique for index in METADATA.tables["edit_decisions"].indexes] == [True]
