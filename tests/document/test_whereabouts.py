from carfacilitator.document.blocks import Block, BlockKind, Document, Span, Story
from carfacilitator.document.whereabouts import Whereabouts, whereabouts


def paragraph(text: str, kind: BlockKind = BlockKind.PARAGRAPH, story: Story = Story.BODY) -> Block:
    return Block("p", kind, spans=(Span(text),), story=story)


def test_what_stands_under_a_heading_names_it() -> None:
    heading = paragraph("What I\u00a0found", BlockKind.HEADING)
    table = Block("t", BlockKind.TABLE, rows=(((paragraph("cell"),),),))
    note = Block("n", BlockKind.NOTE, blocks=(paragraph("see there", story=Story.FOOTNOTE),))
    draft = Document((paragraph("before"), heading, paragraph("after"), table, note))
    assert whereabouts(draft.leaves()) == [
        Whereabouts(),
        Whereabouts(heading="What I found"),
        Whereabouts(heading="What I found"),
        Whereabouts(heading="What I found", path=(0, 0, 0)),
        Whereabouts(Story.FOOTNOTE),
    ]
