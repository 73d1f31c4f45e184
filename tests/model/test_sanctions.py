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


def test_a_gatekeeper_or_the_author_is_asked_for_one_output_once() -> None:
    unique = {index.name for index in METADATA.tables["sanctions"].indexes if index.unique}
    assert unique == {"uq_sanctions_asked", "uq_sanctions_author"}
