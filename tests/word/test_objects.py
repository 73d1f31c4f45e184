import pytest
from lxml import etree

from carfacilitator.document.blocks import SpanKind
from carfacilitator.word.names import Element, W
from carfacilitator.word.objects import boxes_of, choice_of, is_unknown, look_at
from tests.word_builders import DECLARED, drawing, plain, run, text_box


def element(xml: str, name: str) -> Element:
    root = etree.fromstring(f"<w:p {DECLARED}>{xml}</w:p>")
    return next(root.iter(name if name.startswith("{") else W + name))


@pytest.mark.parametrize(
    ("uri", "name"),
    [("chart", "chart"), ("diagram", "diagram"), ("lockedCanvas", "drawing")],
)
def test_a_drawing_is_told_by_what_it_holds(uri: str, name: str) -> None:
    found = look_at(element(drawing(uri), "drawing"))
    assert (found.kind, found.about) == (SpanKind.OPAQUE, name)


def test_a_picture_is_told_by_its_alternative_text() -> None:
    found = look_at(element(drawing("picture", description="A map of the three areas"), "drawing"))
    assert (found.kind, found.about) == (SpanKind.PICTURE, "A map of the three areas")


def test_an_old_shape_may_be_a_picture_or_wordart() -> None:
    assert look_at(element('<w:pict><v:shape alt="old"><v:imagedata/></v:shape></w:pict>', "pict")).about == "old"
    art = '<w:pict><v:shape><v:textpath string="Loud"/></v:shape></w:pict>'
    assert look_at(element(art, "pict")).about == "WordArt: Loud"
    assert look_at(element("<w:pict><v:line/></w:pict>", "pict")).about == "drawing"


def test_an_equation_keeps_its_signs_as_its_name() -> None:
    math = "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    assert look_at(element(math, f"{{{namespace}}}oMath")).about == "equation: a+b"


@pytest.mark.parametrize(
    ("program", "name"),
    [
        ("Excel.Sheet.12", "embedded spreadsheet"),
        ("Word.Document.12", "embedded document"),
        ("PowerPoint.Show.8", "embedded presentation"),
        ("Equation.DSMT4", "equation"),
        ("Package", "embedded file"),
        ("Never.Heard.Of", "embedded object"),
    ],
)
def test_an_embedded_object_is_told_by_its_program(program: str, name: str) -> None:
    found = look_at(element(f'<w:object><o:OLEObject ProgID="{program}"/></w:object>', "object"))
    assert found.about == name


def test_a_form_control_and_a_line_across_the_page_are_named() -> None:
    assert look_at(element("<w:object><v:shape/><w:control/></w:object>", "object")).about == "form control"
    line = '<w:pict><v:rect o:hr="t" o:hrstd="t"/></w:pict>'
    assert look_at(element(line, "pict")).about == "line across"


def test_words_inside_a_drawing_are_told() -> None:
    words = "<a:p><a:r><a:t>Pl</a:t></a:r><a:r><a:t>an</a:t></a:r></a:p><a:p/><a:p><a:r><a:t>Act</a:t></a:r></a:p>"
    assert look_at(element(drawing("lockedCanvas", words), "drawing")).about == "drawing: Plan Act"


def test_an_attached_file_is_named_wherever_it_stands() -> None:
    assert look_at(element('<w:subDoc r:id="rId9"/>', "subDoc")).about == "attached file"


def test_ink_is_named() -> None:
    ink = drawing("odd", "<w14:contentPart/>")
    assert look_at(element(ink, "drawing")).about == "ink drawing"
    assert look_at(element("<w:r><w:contentPart/></w:r>", "contentPart")).about == "ink drawing"


def test_a_text_box_is_found_once_although_it_is_written_twice() -> None:
    root = etree.fromstring(f"<w:p {DECLARED}>{text_box(plain('inside'))}</w:p>")
    assert len(list(boxes_of(root))) == 1
    assert look_at(next(root.iter(W + "drawing"))).about == "text box"


def test_a_text_box_of_strict_files_is_one() -> None:
    address = "http://schemas.microsoft.com/office/word/2006/wordml"
    box = f'<w:drawing><wne:txbxContent xmlns:wne="{address}">{plain("inside")}</wne:txbxContent></w:drawing>'
    assert look_at(element(box, "drawing")).about == "text box"


def test_a_choice_without_anything_in_it_is_none() -> None:
    branches = f"<mc:Choice/><mc:Fallback>{plain('shown')}</mc:Fallback>"
    found = choice_of(etree.fromstring(f"<mc:AlternateContent {DECLARED}>{branches}</mc:AlternateContent>"))
    assert found is not None
    assert len(found) == 1


def test_the_fallback_is_read_where_there_is_no_choice() -> None:
    root = etree.fromstring(f"<mc:AlternateContent {DECLARED}><mc:Fallback/></mc:AlternateContent>")
    found = choice_of(root)
    assert found is not None
    assert found.tag.endswith("Fallback")


def test_what_is_in_no_language_of_word_and_holds_none_is_unknown() -> None:
    def one(xml: str) -> Element:
        return etree.fromstring(f"<w:r {DECLARED}>{xml}</w:r>")[0]

    assert is_unknown(one('<x:later xmlns:x="urn:x"><x:inner/></x:later>'))
    assert is_unknown(one("<w:dayLong/>"))
    assert not is_unknown(one(f'<x:later xmlns:x="urn:x">{run("words")}</x:later>'))
    assert not is_unknown(one("<w:annotationRef/>"))
