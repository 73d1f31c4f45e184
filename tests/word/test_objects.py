import pytest
from lxml import etree

from carfacilitator.document.blocks import SpanKind
from carfacilitator.word.names import Element, W
from carfacilitator.word.objects import boxes_of, choice_of, look_at
from tests.word_builders import DECLARED, drawing, plain, text_box


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


def test_an_embedded_object_names_its_program() -> None:
    found = look_at(element('<w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object>', "object"))
    assert found.about == "embedded object: Excel.Sheet.12"


def test_ink_is_named() -> None:
    ink = drawing("odd", "<w14:contentPart/>")
    assert look_at(element(ink, "drawing")).about == "ink drawing"


def test_a_text_box_is_found_once_although_it_is_written_twice() -> None:
    root = etree.fromstring(f"<w:p {DECLARED}>{text_box(plain('inside'))}</w:p>")
    assert len(list(boxes_of(root))) == 1
    assert look_at(next(root.iter(W + "drawing"))).about == "text box"


def test_the_fallback_is_read_where_there_is_no_choice() -> None:
    root = etree.fromstring(f"<mc:AlternateContent {DECLARED}><mc:Fallback/></mc:AlternateContent>")
    found = choice_of(root)
    assert found is not None
    assert found.tag.endswith("Fallback")
