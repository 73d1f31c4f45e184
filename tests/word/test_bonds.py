from carfacilitator.document.changes import changes
from carfacilitator.word.bonds import Bond, bonds
from carfacilitator.word.names import W
from carfacilitator.word.package import open_package
from carfacilitator.word.reader import read_package
from tests.word_builders import (
    WHO,
    cell,
    deleted,
    inserted,
    moved_away,
    moved_here,
    paragraph,
    plain,
    row,
    run,
    table,
    text_box,
    word_file,
)


def bonds_of(*body: str) -> list[tuple[list[str], list[str]]]:
    """Return the ids of the changes of each bond, and the names of its elements."""
    package = open_package(word_file(*body).to_bytes())
    document = read_package(package)
    found: list[Bond] = bonds(package, document)
    assert sorted(one for bond in found for one in bond.changes) == sorted(one.id for one in changes(document))
    return [(sorted(bond.changes), [one.tag.removeprefix(W) for one in bond.elements]) for bond in found]


def test_each_change_of_words_stands_alone() -> None:
    assert bonds_of(paragraph(run("a"), deleted("b"), inserted(run("c")), run("d"), inserted(run("e")))) == [
        (["c0"], ["del"]),
        (["c1"], ["ins"]),
        (["c2"], ["ins"]),
    ]


def test_neighbours_under_one_author_and_moment_are_one_change_of_two_elements() -> None:
    assert bonds_of(paragraph(inserted(run("a")), inserted(run("b")))) == [(["c0"], ["ins", "ins"])]


def test_both_ends_of_a_move_belong_together_with_its_marks() -> None:
    moved = bonds_of(paragraph(moved_away(run("x")), mark="moveFrom"), plain("y"), paragraph(moved_here(run("x"))))
    together = next(elements for ids, elements in moved if len(ids) > 1)
    assert sorted(together) == ["moveFrom", "moveFromRangeStart", "moveTo", "moveToRangeStart"]


def test_a_row_belongs_together_with_all_its_words() -> None:
    words = inserted(run("x"))
    assert bonds_of(table(row(cell(paragraph(words)), cell(plain("y")), change="ins"))) == [
        (["c0", "c1", "c2", "c3"], ["ins", "ins"])
    ]


def test_a_paragraphs_mark_and_format_stand_alone() -> None:
    mark = f'<w:rPr><w:del w:id="1" w:author="{WHO}"/></w:rPr>'
    changed = f'<w:jc w:val="center"/>{mark}<w:pPrChange w:id="2"><w:pPr/></w:pPrChange>'
    assert bonds_of(paragraph(run("x"), properties=changed), plain("y")) == [
        (["c0"], ["del"]),
        (["c1"], ["pPrChange"]),
    ]


def test_a_format_of_words_is_a_change_of_its_run() -> None:
    changed = f'<w:b/><w:rPrChange w:id="2" w:author="{WHO}"><w:rPr/></w:rPrChange>'
    assert bonds_of(paragraph(run("x", changed))) == [(["c0"], ["rPrChange"])]


def test_what_stands_in_a_text_box_for_newer_and_older_words_is_one() -> None:
    assert bonds_of(paragraph(text_box(paragraph(inserted(run("x")))))) == [(["c0"], ["ins", "ins"])]


def test_a_format_of_a_table_its_row_and_cell_is_one_change_of_the_first_paragraph_in_them() -> None:
    def changed(name: str, moment: str) -> str:
        return f'<w:{name}><w:{name}Change w:id="2" w:author="{WHO}" w:date="{moment}"/></w:{name}>'

    grid = '<w:tblGrid><w:tblGridChange w:id="3"><w:tblGrid/></w:tblGridChange></w:tblGrid>'
    first = f"<w:tr>{changed('trPr', '2')}<w:tc>{changed('tcPr', '3')}{plain('a')}</w:tc></w:tr>"
    second = f"<w:tr>{changed('trPr', '4')}<w:tc>{plain('b')}</w:tc></w:tr>"
    assert bonds_of(f"<w:tbl>{changed('tblPr', '1')}{grid}{first}{second}</w:tbl>") == [
        (["c0"], ["tblPrChange", "tblGridChange"]),
        (["c1"], ["trPrChange"]),
        (["c2"], ["tcPrChange"]),
        (["c3"], ["trPrChange"]),
    ]


def test_a_change_in_words_outside_any_paragraph_is_out_of_reach() -> None:
    assert bonds_of(inserted(run("stray")), plain("x")) == [(["c0"], [])]
    nested = "<w:r><w:r><w:rPr><w:rPrChange/></w:rPr><w:t>x</w:t></w:r></w:r>"
    assert bonds_of(nested) == [(["c0"], [])]


def test_properties_that_do_not_come_first_are_none() -> None:
    mark = f'<w:pPr><w:rPr><w:ins w:id="1" w:author="{WHO}"/></w:rPr></w:pPr>'
    assert bonds_of(f"<w:p><w:tcPr/>{mark}{inserted(run('x'))}</w:p>") == [(["c0"], ["ins"])]
