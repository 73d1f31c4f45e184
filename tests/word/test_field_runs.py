from lxml import etree

from carfacilitator.word.field_runs import with_whole_fields
from carfacilitator.word.names import Element, W
from tests.word_builders import DECLARED, complex_field, paragraph, run


def runs_of(*content: str) -> tuple[Element, list[Element]]:
    root = etree.fromstring(f"<w:body {DECLARED}>{paragraph(*content)}</w:body>")
    return root[0], list(root[0].iter(W + "r"))


def test_a_field_goes_whole_with_its_whole_result() -> None:
    element, runs = runs_of(run("a"), complex_field("REF x", run("b") + run("c")))
    assert with_whole_fields(element, [runs[4], runs[5]]) == runs[1:]


def test_a_part_of_a_result_takes_nothing_along() -> None:
    element, runs = runs_of(complex_field("REF x", run("b") + run("c")))
    assert with_whole_fields(element, [runs[3]]) == [runs[3]]


def test_an_inner_field_goes_and_the_outer_one_stays() -> None:
    element, runs = runs_of(complex_field("IF", run("a") + complex_field("REF x", run("b"))))
    assert with_whole_fields(element, [runs[7]]) == runs[4:9]


def test_a_field_that_never_ends_is_none() -> None:
    element, runs = runs_of('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', run("a"))
    assert with_whole_fields(element, [runs[1]]) == [runs[1]]


def test_the_checkbox_of_a_form_goes_with_its_field() -> None:
    box = "<w:ffData><w:checkBox/></w:ffData>"
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{box}</w:fldChar></w:r>'
    rest = '<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    element, runs = runs_of(begin, rest, run("yes"))
    assert with_whole_fields(element, [runs[0]]) == runs[:3]
