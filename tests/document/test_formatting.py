from carfacilitator.document.blocks import Block, BlockKind, Document, Span
from carfacilitator.document.comparison import compare
from carfacilitator.document.formatting import Aspect, FormatChange
from carfacilitator.document.profiles import Profile

BOLD = frozenset({"bold"})


def draft(*blocks: Block) -> Document:
    return Document(blocks)


def changes(old: Block, new: Block) -> tuple[FormatChange, ...]:
    comparison = compare(draft(old), draft(new))
    (row,) = comparison.rows
    return comparison.formatting(row)


def test_words_made_bold_are_told_with_their_place() -> None:
    old = Block("a", spans=(Span("They met again in the hall."),))
    new = Block("b", spans=(Span("They "), Span("met ", marks=BOLD), Span("again", marks=BOLD), Span(" in a hall.")))
    assert changes(old, new) == (FormatChange(Aspect.MARKS, 0, 5, 14, "plain", "bold"),)
    assert changes(new, old) == (FormatChange(Aspect.MARKS, 0, 5, 14, "bold", "plain"),)


def test_words_that_are_new_have_no_formatting_to_change() -> None:
    old = Block("a", spans=(Span("They met in the hall."),))
    new = Block("b", spans=(Span("They met in the hall."), Span(" Twice over.", marks=BOLD)))
    assert changes(old, new) == ()


def test_only_the_most_is_said_of_how_a_paragraph_is_set() -> None:
    text = (Span("What the group found"),)
    plain = Block("a", spans=text, style="Body Text")
    heading = Block("b", BlockKind.HEADING, spans=text, level=2, style="Heading 2")
    deeper = Block("c", BlockKind.HEADING, spans=text, level=3, style="Heading 3")
    assert [(c.aspect, c.old, c.new) for c in changes(plain, heading)] == [(Aspect.KIND, "text", "heading")]
    assert [(c.aspect, c.old, c.new) for c in changes(heading, deeper)] == [(Aspect.LEVEL, "level 2", "level 3")]
    assert [c.aspect for c in changes(plain, Block("d", spans=text, style="Quote"))] == [Aspect.STYLE]


def test_a_list_that_is_numbered_now_is_another_kind() -> None:
    bullet = Block("a", BlockKind.LIST_ITEM, spans=(Span("Ask the officers"),), label="•")
    number = Block("b", BlockKind.LIST_ITEM, spans=(Span("Ask the officers"),), label="1.")
    assert [(c.old, c.new) for c in changes(bullet, number)] == [("bulleted", "numbered")]


def test_formatting_counts_only_if_it_is_asked_for() -> None:
    old, new = Block("a", spans=(Span("They met."),)), Block("b", spans=(Span("They met.", marks=BOLD),))
    assert compare(draft(old), draft(new)).summary.sentence == "No changes"
    asked = compare(draft(old), draft(new), Profile(ignore_formatting=False))
    assert asked.summary.sentence == "1 change: 1 in formatting"
    (difference,) = asked.differences
    assert (difference.old, difference.new, difference.size) == ("plain", "bold: They met.", 3)
