from carfacilitator.model.people import Person
from carfacilitator.model.schema import ENTITIES
from carfacilitator.services.portable import Row, Telling, columns_of, private_columns, references_of
from carfacilitator.services.workspace import Services

UNSAID = {"pk", "id", "frame", "passages", "content"}


def test_every_column_of_every_entity_is_told() -> None:
    for kind in ENTITIES:
        told = {*columns_of(kind), *(f"{name}_pk" for name in references_of(kind))}
        assert {column.key for column in kind.__table__.columns} - told <= UNSAID


def test_a_row_names_others_by_their_ids(sampled: Services) -> None:
    with sampled.database.reading() as session:
        telling = Telling(session)
        people = {row.id for row in telling.all_of(Person)}
        memberships = [row for kind in ENTITIES if kind.__name__ == "Membership" for row in telling.all_of(kind)]
    assert memberships
    assert all(row.values["person"] in people for row in memberships)


def test_two_who_removed_the_same_did_the_same() -> None:
    one, other = (Row("Person", "an id", {"name": "Ailsa", "removed_at": at}) for at in ("2026-03-10", "2026-03-11"))
    stands = Row("Person", "an id", {"name": "Ailsa", "removed_at": None})
    assert one.state() == other.state() != stands.state()


def test_a_state_is_another_one_without_the_back_stage_words() -> None:
    row = Row("Person", "an id", {"name": "Ailsa", "notes": "tired"})
    assert private_columns(Person) == {"notes"}
    assert row.states() == {row.state(), row.state(["name"])}
