from carfacilitator.model.base import Entity
from carfacilitator.model.schema import BY_NAME, ENTITIES, METADATA


def test_every_entity_is_listed_once() -> None:
    mapped = {mapper.class_ for mapper in Entity.registry.mappers}
    assert set(ENTITIES) == mapped
    assert len(ENTITIES) == len(BY_NAME)


def test_every_entity_has_a_table_whose_parents_take_their_children_along_hold_them_or_let_them_go() -> None:
    for table in METADATA.sorted_tables:
        for key in table.foreign_keys:
            assert key.ondelete in {"CASCADE", "RESTRICT"} or (key.ondelete == "SET NULL" and key.parent.nullable)


def test_every_constraint_can_be_named_by_a_migration() -> None:
    for table in METADATA.sorted_tables:
        assert all(constraint.name for constraint in table.constraints)
