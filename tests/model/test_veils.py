import pytest
from sqlalchemy.dialects import sqlite

from carfacilitator.model.veils import BackStageWords, NameWords, Veil, Words, drawn, initials, now

VEIL = Veil(["Ailsa Reid", "Dr Alan Petrie", "Jo Ng"])
DIALECT = sqlite.dialect()


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Ailsa Reid", "AR"), ("Dr Isla Munro", "IM"), ("Mary-Jane van der Berg", "MB"), ("Tom", "T"), ("", "")],
)
def test_a_name_has_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Ailsa Reid met Petrie.", "AR met AP."),
        ("Ailsa’s note", "AR’s note"),
        ("reiding, not Reid", "reiding, not AR"),
        ("Jo Ng came; Jo spoke", "JN came; Jo spoke"),
        ("nothing", "nothing"),
    ],
)
def test_names_in_a_text_are_seen_as_initials(text: str, seen: str) -> None:
    assert VEIL.over(text) == seen


def test_a_veil_that_knows_nobody_hides_no_name() -> None:
    assert Veil([]).over("Ailsa Reid") == "Ailsa Reid"


def test_a_documents_words_stand_and_those_who_wrote_are_initials() -> None:
    record = {"comments": [{"author": "Alan Petrie", "text": "Ailsa Reid?"}], "properties": {"creator": "Ailsa Reid"}}
    assert VEIL.over_record(record) == {
        "comments": [{"author": "AP", "text": "Ailsa Reid?"}],
        "properties": {"creator": "AR"},
    }


def test_each_kind_of_text_is_seen_in_its_own_way_while_a_veil_is_drawn() -> None:
    kinds = (Words(), NameWords(), BackStageWords())
    with drawn(VEIL):
        assert [kind.process_result_value("Tom and Ailsa", DIALECT) for kind in kinds] == ["Tom and AR", "TA", ""]
        assert Words().process_result_value(None, DIALECT) is None
        with drawn(None):
            assert now() is None
    assert [kind.process_result_value("Tom and Ailsa", DIALECT) for kind in kinds] == ["Tom and Ailsa"] * 3


def test_initials_may_stand_for_a_name_wherever_they_were_put() -> None:
    assert VEIL.may_stand_over("AR met the bus company.")
    assert not VEIL.may_stand_over("The area met the bus company.")
    assert not Veil([]).may_stand_over("AR")


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("Ailsa Reid asked.", "AR asked. Petrie answered.", "Ailsa Reid asked. Petrie answered."),
        ("Ailsa Reid asked.", "First AR asked.", "First Ailsa Reid asked."),
        ("Ailsa asked Petrie twice.", "AR asked, gently, AP twice.", "Ailsa asked, gently, Petrie twice."),
        ("Ailsa asked Petrie twice.", "AR told AP twice.", "Ailsa told Petrie twice."),
        ("Ailsa asked Petrie twice.", "AR asked AP.", "Ailsa asked Petrie."),
        ("Ailsa Reid asked.", "AR asked.", "Ailsa Reid asked."),
        ("Ailsa asked Petrie twice.", "AR asked JN twice.", None),
        ("Ailsa asked Petrie twice.", "They asked twice.", None),
        ("No name.", "No names.", "No names."),
    ],
)
def test_what_was_written_around_initials_has_its_names_again(before: str, after: str, whole: str | None) -> None:
    assert VEIL.lifted(before, after) == whole
