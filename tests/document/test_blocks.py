from carfacilitator.document.blocks import Block, BlockKind, Document, Revision, RevisionKind, Span, View

INSERTED = Revision(RevisionKind.INSERT, "Ailsa")
DELETED = Revision(RevisionKind.DELETE, "Tom")


def test_the_three_views_of_a_block() -> None:
    block = Block("b0", spans=(Span("keep "), Span("new", revisions=(INSERTED,)), Span("old", revisions=(DELETED,))))
    assert block.text(View.FINAL) == "keep new"
    assert block.text(View.ORIGINAL) == "keep old"
    assert block.text(View.MARKED) == "keep newold"


def test_what_was_inserted_and_deleted_again_is_in_neither_view() -> None:
    block = Block("b0", spans=(Span("gone", revisions=(INSERTED, DELETED)),))
    assert block.text(View.FINAL) == block.text(View.ORIGINAL) == ""


def test_cells_are_flattened_in_place() -> None:
    cell = (Block("c", spans=(Span("cell"),)),)
    table = Block("t", BlockKind.TABLE, rows=((cell, cell),))
    note = Block("n", BlockKind.NOTE, blocks=(Block("n1", spans=(Span("note"),)),))
    document = Document((Block("a"), table, Block("z"), note))
    assert [leaf.path for leaf in document.leaves()] == [None, (0, 0, 0), (0, 0, 1), None, None]
    assert document.texts() == ("", "cell", "cell", "", "note")


def test_tables_are_numbered_through_a_document_and_a_nested_one_has_a_number_of_its_own() -> None:
    def table(*cells: tuple[Block, ...]) -> Block:
        return Block("t", BlockKind.TABLE, rows=(cells,))

    inner = table((Block("deep"),))
    document = Document((table((Block("a"), inner, Block("b")), (Block("c"),)), table((Block("z"),))))
    assert [(leaf.block.id, leaf.path) for leaf in document.leaves()] == [
        ("a", (0, 0, 0)),
        ("deep", (1, 0, 0)),
        ("b", (0, 0, 0)),
        ("c", (0, 0, 1)),
        ("z", (2, 0, 0)),
    ]
