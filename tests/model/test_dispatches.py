from carfacilitator.model.dispatches import PACK_PLACES


def test_a_place_goes_with_its_pack() -> None:
    (key,) = PACK_PLACES.foreign_keys
    assert key.column.table.name == "packs"
    assert key.ondelete == "CASCADE"
    assert PACK_PLACES.c.pack_pk.primary_key
