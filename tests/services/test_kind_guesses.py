from uuid import uuid4

from carfacilitator.services.comment_kinds import KindRow
from carfacilitator.services.kind_guesses import likely_kind

KINDS = [
    KindRow(id=uuid4(), name=name, letter=name[0], colour=name, question="")
    for name in ("interpretation", "ethics", "style")
]


def test_a_kind_is_proposed_by_the_words_of_a_remark_and_else_the_first() -> None:
    kinds = [likely_kind(text, KINDS) for text in ("Could she be identified?", "This sentence could be plainer", "Hm")]
    assert [kind.name if kind else "" for kind in kinds] == ["ethics", "style", "interpretation"]
    assert likely_kind("Hm", []) is None
