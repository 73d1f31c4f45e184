from carfacilitator.model.sanctions import Clearance, Sanction
from carfacilitator.model.schema import METADATA
from carfacilitator.model.terms import SanctionAnswer


def test_who_was_asked_has_not_answered_until_he_does() -> None:
    assert Sanction.__table__.c.answer.default is not None
    assert Sanction.__table__.c.answer.default.arg is SanctionAnswer.NONE


def test_a_group_has_a_clause_of_one_kind_once() -> None:
    indexes = METADATA.tables["clauses"].indexes
    assert any(index.unique for index in indexes)
    assert "clause_pk" in Clearance.__table__.c
