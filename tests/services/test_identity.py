from uuid import UUID, uuid4

from carfacilitator.document.blocks import Block, Bookmark, Document, Span
from carfacilitator.services.identity import KnownBy, known_pack

FIONA, ALAN = uuid4(), uuid4()
PACKS = {FIONA: "7KQ-4MX", ALAN: "PPR-234"}


def a_file(*texts: str, marks: tuple[str, ...] = (), **properties: str) -> Document:
    blocks = tuple(Block(f"b{number}", spans=(Span(text),)) for number, text in enumerate(texts))
    return Document(blocks, properties=properties, bookmarks=tuple(Bookmark(mark, 0) for mark in marks))


def known(document: Document) -> tuple[UUID, KnownBy] | None:
    return known_pack(document, PACKS)


def test_a_file_is_known_by_whatever_a_program_has_left_in_it() -> None:
    assert known(a_file("x", identity=str(FIONA))) == (FIONA, KnownBy.IDENTITY)
    assert known(a_file("x", identifier=str(ALAN))) == (ALAN, KnownBy.IDENTITY)
    assert known(a_file("x", code="7KQ-4MX")) == (FIONA, KnownBy.IDENTITY)
    assert known(a_file("x", marks=("_car_cover", "_car_p0_PPR234"))) == (ALAN, KnownBy.BOOKMARKS)
    assert known(a_file("x", marks=("_car_p0_PPR234_Copy_1",))) == (ALAN, KnownBy.BOOKMARKS)
    assert known(a_file("Pack 7KQ-4MX, draft 4")) == (FIONA, KnownBy.CODE)


def test_paragraphs_of_two_packs_in_one_file_are_the_one_that_gave_most() -> None:
    marks = ("_car_p0_PPR234", "_car_p1_7KQ4MX", "_car_p2_7KQ4MX")
    assert known(a_file("x", marks=marks)) == (FIONA, KnownBy.BOOKMARKS)


def test_a_code_that_is_not_ours_says_nothing() -> None:
    assert known(a_file("Flight ABC-123", marks=("_car_p0_ABC123",), identity="another workspace's")) is None
