from carfacilitator.document.difference_kinds import At, DifferenceKind
from carfacilitator.document.summaries import summary_of
from carfacilitator.document.whereabouts import ANYWHERE

AT = At(3, ANYWHERE)


def test_the_size_of_a_change_is_the_words_cut_and_put_in() -> None:
    assert AT.difference(DifferenceKind.WORDING, "two words", "three of them").size == 5
    assert AT.difference(DifferenceKind.NEW_SENTENCE, "", "It went on.").size == 3


def test_what_only_moved_is_as_large_as_its_words() -> None:
    assert AT.difference(DifferenceKind.MOVED_PARAGRAPH, "two words", "two words").size == 2


def test_every_kind_can_be_said() -> None:
    for kind in DifferenceKind:
        assert summary_of([AT.difference(kind, "", "")]).sentence.startswith("1 change: 1 ")
