from carfacilitator.model.looks import LOOKS


def test_a_look_goes_with_its_case_study() -> None:
    (key,) = LOOKS.foreign_keys
    assert key.column.table.name == "case_studies"
    assert key.ondelete == "CASCADE"
    assert LOOKS.c.case_study_pk.primary_key
