import re

from hypothesis import given
from hypothesis import strategies as st

from carfacilitator.document.differences import Difference, DifferenceKind
from carfacilitator.document.summaries import summary_of


def some(*kinds: DifferenceKind) -> list[Difference]:
    return [Difference(kind, 0, "", "") for kind in kinds]


@given(st.lists(st.sampled_from(DifferenceKind)))
def test_the_parts_add_up_to_the_number(kinds: list[DifferenceKind]) -> None:
    summary = summary_of(some(*kinds))
    total, *parts = map(int, re.findall(r"\d+", summary.sentence)) if kinds else [0]
    assert total == sum(parts) == sum(summary.counts.values()) == len(kinds)


def test_it_reads_like_a_person_would_say_it() -> None:
    wording, sentence, moved = DifferenceKind.WORDING, DifferenceKind.NEW_SENTENCE, DifferenceKind.MOVED_PARAGRAPH
    several = some(wording, sentence, wording, moved, moved, DifferenceKind.SPLIT)
    assert summary_of(several).sentence == "6 changes: 2 in wording, 1 new sentence, 2 paragraphs moved, 1 split"
    assert summary_of(some(wording)).sentence == "1 change: 1 in wording"
    assert summary_of([]).sentence == "No changes"
