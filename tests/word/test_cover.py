from carfacilitator.word.cover import CoverNote, cover_paragraphs, put_cover
from carfacilitator.word.names import Element, W
from carfacilitator.word.package import open_package
from tests.word_builders import paragraph, plain, run, word_file

NOTE = CoverNote(
    title="Keeping a tenancy",
    about="Draft 5",
    greeting="Dear Alan,",
    paragraphs=("Please read.",),
    questions_before="I ask:",
    questions=("Is it so?", "Who could be known?"),
    ending=("By 1 April.", "With thanks,"),
    sender="Isla Munro",
    code_line="Pack 7F-31",
)


def text(element: Element) -> str:
    return "".join(
        "\t" if one.tag == W + "tab" else one.text or "" for one in element.iter(W + "t", f"{W}r", W + "tab")
    )


def put(*body: str, section: str = "<w:sectPr/>") -> tuple[Element, int]:
    file = word_file(*body)
    file.section = section
    package = open_package(file.to_bytes())
    root = package.tree(package.main)
    count = put_cover(root, NOTE, "77")
    return root[0], count


def test_the_cover_says_what_was_ordered_from_top_to_bottom() -> None:
    said = [text(one) for one in cover_paragraphs(NOTE)]
    assert said[:5] == ["Keeping a tenancy", "Draft 5", "Dear Alan,", "Please read.", "I ask:"]
    assert [line.lstrip("\t") for line in said[5:7]] == ["1.\tIs it so?", "2.\tWho could be known?"]
    assert said[7:] == ["By 1 April.", "With thanks,", "Isla Munro", "Pack 7F-31"]


def test_what_is_empty_is_left_out() -> None:
    assert [text(one) for one in cover_paragraphs(CoverNote(title="T", paragraphs=("", " ")))] == ["T"]


def test_the_text_follows_in_a_section_of_its_own() -> None:
    body, count = put(plain("The first words."))
    assert text(body[count]) == "The first words."
    assert body[count - 1].find(f"{W}pPr/{W}sectPr") is not None


def test_the_cover_takes_the_paper_of_the_text_upright() -> None:
    body, count = put(plain("x"), section='<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>')
    size = body[count - 1].find(f"{W}pPr/{W}sectPr/{W}pgSz")
    assert size is not None
    assert (size.get(W + "w"), size.get(W + "h"), size.get(W + "orient")) == ("11906", "16838", None)


def test_a_page_in_other_units_is_taken_for_a4() -> None:
    body, count = put(plain("x"), section='<w:sectPr><w:pgSz w:w="21cm" w:h="29.7cm"/></w:sectPr>')
    size = body[count - 1].find(f"{W}pPr/{W}sectPr/{W}pgSz")
    assert size is not None
    assert size.get(W + "w") == "11906"


def test_the_text_begins_on_a_new_page_and_counts_from_one() -> None:
    first = paragraph(run("x"), properties='<w:sectPr><w:type w:val="continuous"/><w:cols/></w:sectPr>')
    body, count = put(first, plain("y"))
    section = body[count].find(f"{W}pPr/{W}sectPr")
    assert section is not None
    assert [child.tag.removeprefix(W) for child in section] == ["pgNumType", "cols"]
    assert section[0].get(W + "start") == "1"


def test_the_cover_is_in_a_bookmark() -> None:
    body, count = put(plain("x"))
    starts = [one.get(W + "name") for one in body[0].iter(W + "bookmarkStart")]
    ends = [one.get(W + "id") for one in body[count - 1].iter(W + "bookmarkEnd")]
    assert (starts, ends) == (["_car_cover"], ["77"])


def test_a_cover_denies_numbers_only_where_the_standard_paragraph_has_some() -> None:
    for numbered in (True, False):
        root = open_package(word_file(plain("x")).to_bytes()).tree("word/document.xml")
        put_cover(root, NOTE, "77", numbered=numbered)
        assert (next(root.iter(W + "numPr"), None) is not None) is numbered
