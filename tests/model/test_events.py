from carfacilitator.model.base import Record
from carfacilitator.model.events import Event, Undo, Unsaved


def test_what_happened_is_no_record_that_could_be_removed() -> None:
    assert not any(issubclass(kind, Record) for kind in (Event, Undo, Unsaved))


def test_the_words_that_undo_needs_stand_in_a_table_apart() -> None:
    assert "changes" in Undo.__table__.c
    assert not {"changes", "before", "after"} & set(Event.__table__.c.keys())


def test_one_field_has_one_unsaved_text() -> None:
    assert Unsaved.__table__.c.field.unique
