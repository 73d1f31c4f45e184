from lxml import etree

from carfacilitator.word.names import Element
from carfacilitator.word.styles import Styles, is_on, number, numbering_of, outline_level
from tests.word_builders import DECLARED, STYLES, numbered, style


def xml(inner: str, root: str = "styles") -> Element:
    return etree.fromstring(f"<w:{root} {DECLARED}>{inner}</w:{root}>")


def styles(*more: str) -> Styles:
    return Styles(xml(STYLES + "".join(more)))


def marks(known: Styles, paragraph: str, run: str) -> set[str]:
    return set(known.marks(paragraph, xml(run, "rPr")))


def test_a_heading_is_known_by_its_level_or_its_name() -> None:
    known = styles(style("berschrift3", "heading 3"), style("Sub", "Sub", '<w:basedOn w:val="Heading2"/>'))
    assert [known.level(one) for one in ("Heading1", "berschrift3", "Sub", "Normal", "missing")] == [1, 3, 2, 0, 0]


def test_names_are_those_of_the_file() -> None:
    assert styles().name("Heading1") == "heading 1"
    assert styles().name("missing") == "missing"
    assert styles().default == "Normal"


def test_a_style_that_is_based_on_itself_ends() -> None:
    known = styles(style("A", "A", '<w:basedOn w:val="B"/>'), style("B", "B", '<w:basedOn w:val="A"/>'))
    assert known.level("A") == 0


def test_a_style_may_be_based_on_very_many() -> None:
    chain = [style(f"S{n}", f"S{n}", f'<w:basedOn w:val="S{n - 1}"/>') for n in range(1, 5_000)]
    base = style("S0", "S0", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>')
    assert styles(base, *chain).level("S4999") == 2


def test_marks_of_styles_cancel_each_other_and_the_run_has_the_last_word() -> None:
    known = styles(style("Loud", "Loud", "<w:rPr><w:b/><w:i/></w:rPr>"))
    strong = '<w:rStyle w:val="Strong"/>'
    assert marks(known, "Normal", strong) == {"bold"}
    assert marks(known, "Loud", "") == {"bold", "italic"}
    assert marks(known, "Loud", strong) == {"italic"}
    assert marks(known, "Loud", strong + '<w:b/><w:i w:val="0"/>') == {"bold"}


def test_every_mark_is_read() -> None:
    properties = '<w:u w:val="single"/><w:dstrike/><w:smallCaps/><w:vanish/><w:vertAlign w:val="superscript"/>'
    assert marks(styles(), "Normal", properties) == {"underline", "strike", "caps", "hidden", "superscript"}
    assert marks(styles(), "Normal", '<w:u w:val="none"/><w:vertAlign w:val="baseline"/>') == set()
    assert marks(styles(), "Normal", '<w:caps/><w:smallCaps w:val="0"/>') == {"caps"}


def test_numbering_is_inherited() -> None:
    known = styles(
        style("List", "List", f"<w:pPr>{numbered(4, 1)}</w:pPr>"), style("L2", "L2", '<w:basedOn w:val="List"/>')
    )
    assert known.numbering("L2") == ("4", 1)
    deeper = style("L3", "L3", '<w:basedOn w:val="L2"/><w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr></w:pPr>')
    assert styles(style("L2", "L2", f"<w:pPr>{numbered(4, 1)}</w:pPr>"), deeper).numbering("L3") == ("4", 2)
    assert known.numbering("Normal") is None


def test_properties_are_read_leniently() -> None:
    assert numbering_of(xml('<w:numPr><w:numId w:val="2"/></w:numPr>', "pPr")) == ("2", None)
    assert outline_level(xml('<w:outlineLvl w:val="9"/>', "pPr")) == 0
    assert outline_level(xml('<w:outlineLvl w:val="x"/>', "pPr")) is None
    assert number("12") == 12
    assert number("") is None
    assert is_on(None)
    assert not is_on("off")
