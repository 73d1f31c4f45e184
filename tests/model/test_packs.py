from carfacilitator.model.packs import Pack, PackComment


def test_a_pack_is_known_by_its_code_alone() -> None:
    assert Pack.__table__.c.code.unique


def test_a_pack_lists_which_comments_went_into_it() -> None:
    assert {key.column.table.name for key in PackComment.__table__.foreign_keys} == {"packs", "comments"}
