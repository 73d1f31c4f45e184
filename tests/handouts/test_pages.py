from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from carfacilitator.errors import KnownError
from carfacilitator.handouts import pages
from carfacilitator.handouts.pages import Sheet

PLAIN = '#import "paper.typ": paper\n#let data = json(bytes(sys.inputs.data))\n#show: paper.with(title: "Plain")\n'


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """Give a template of our own to write, beside the paper that all handouts share."""
    paper = pages.template("paper")
    (tmp_path / paper.name).write_bytes(paper.read_bytes())
    return tmp_path / "plain.typ"


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


@pytest.mark.parametrize(
    "hostile",
    [
        '#panic("caught")',
        '$x^2$ and #sys.version and "quotes" and \\ and `raw`',
        '"); #read("paper.typ") //',
        "*not bold* _not italic_ = no heading <label> @reference",
        "\\u{41} \\n #{1+1} [x] ~ -- ...",
    ],
)
def test_data_is_shown_and_never_run(plain: Path, hostile: str) -> None:
    plain.write_text(PLAIN + "#data.said", encoding="utf-8")
    assert hostile in text_of(pages.pdf(Sheet(plain, {"said": hostile}))).replace("\n", " ")


def test_characters_that_no_paper_can_show_become_spaces(plain: Path) -> None:
    plain.write_text(PLAIN + "#data.said.join[]", encoding="utf-8")
    assert "a b c d" in text_of(pages.pdf(Sheet(plain, {"said": ["a\x00b", "\x1bc", "\ud800d"]})))


def test_a_character_without_a_glyph_still_prints(plain: Path) -> None:
    plain.write_text(PLAIN + "#data.said", encoding="utf-8")
    assert "before" in text_of(pages.pdf(Sheet(plain, {"said": "before \U00012000 after"})))


def test_a_pdf_is_tagged_titled_english_and_carries_its_fonts(plain: Path) -> None:
    plain.write_text(PLAIN + "= Heading\n#data.said", encoding="utf-8")
    made = PdfReader(BytesIO(pages.pdf(Sheet(plain, {"said": "Words"}))))
    root: Any = made.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert made.metadata
    assert made.metadata.title == "Plain"
    assert b"pdfuaid" in root["/Metadata"].get_data()
    page: Any = made.pages[0]
    fonts = page["/Resources"]["/Font"].values()
    described = [font["/DescendantFonts"][0]["/FontDescriptor"] for font in fonts]
    assert described
    assert all("/FontFile2" in font or "/FontFile3" in font for font in described)


def test_the_same_sheet_gives_the_same_bytes(plain: Path) -> None:
    plain.write_text(PLAIN + "#data.said", encoding="utf-8")
    sheet = Sheet(plain, {"said": "Words"})
    assert pages.pdf(sheet) == pages.pdf(sheet)


def test_every_page_has_its_picture(plain: Path) -> None:
    plain.write_text(PLAIN + "one\n#pagebreak()\ntwo", encoding="utf-8")
    sheet = Sheet(plain, {})
    assert [picture[:4] for picture in pages.svg(sheet)] == [b"<svg", b"<svg"]
    small, large = pages.png(sheet, 36), pages.png(sheet, 72)
    assert len(small) == len(large) == 2
    assert small[0][:4] == b"\x89PNG"
    assert int.from_bytes(large[0][16:20]) == 595  # A4 is 595 points wide


@pytest.mark.parametrize("make", [pages.pdf, pages.svg, pages.png])
def test_a_broken_template_is_a_known_error_that_shows_nothing_of_the_data(
    plain: Path, make: Callable[[Sheet], object]
) -> None:
    plain.write_text(PLAIN + "#nothing-of-that-name(data.said)", encoding="utf-8")
    with pytest.raises(KnownError) as raised:
        make(Sheet(plain, {"said": "a confidence"}))
    assert "template" in str(raised.value)
    assert "confidence" not in str(raised.value)


@pytest.mark.parametrize("make", [pages.pdf, pages.svg, pages.png])
def test_too_much_for_a_page_says_so(plain: Path, make: Callable[[Sheet], object]) -> None:
    plain.write_text(PLAIN + '#panic("more than one page")', encoding="utf-8")
    with pytest.raises(KnownError, match="more on this sheet"):
        make(Sheet(plain, {}))


def test_wording_that_was_edited_wrongly_is_a_known_error(plain: Path) -> None:
    plain.with_suffix(".toml").write_text("heading = ", encoding="utf-8")
    with pytest.raises(KnownError, match="wording"):
        pages.wording(plain)


def test_wording_with_a_line_missing_is_a_known_error(plain: Path) -> None:
    plain.with_suffix(".toml").write_text('heading = "Agenda"', encoding="utf-8")
    plain.write_text(PLAIN + "#data.words.subtitle", encoding="utf-8")
    with pytest.raises(KnownError, match="template"):
        pages.pdf(Sheet(plain, {"words": pages.wording(plain)}))


def test_places_in_braces_are_filled_once_and_only_the_named_ones(plain: Path) -> None:
    plain.write_text(
        PLAIN.replace('paper.typ": paper', 'paper.typ": fill, paper')
        + '#fill("{who} with {whom}, {else}", who: data.who, whom: 4)',
        encoding="utf-8",
    )
    assert "{whom} with 4, {else}" in text_of(pages.pdf(Sheet(plain, {"who": "{whom}"})))
