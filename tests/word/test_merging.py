import pytest
from lxml import etree

from carfacilitator.word.merging import settle_merge
from carfacilitator.word.names import W
from tests.word_builders import DECLARED


@pytest.mark.parametrize(
    ("states", "accept", "wanted"),
    [
        ('w:vMerge="cont"', True, "continue"),
        ('w:vMerge="cont" w:vMergeOrig="rest"', False, "restart"),
        ('w:vMerge="rest"', False, None),
    ],
)
def test_a_cell_is_merged_as_was_decided(states: str, accept: bool, wanted: str | None) -> None:  # noqa: FBT001  drawn by name
    standing = '<w:tcW w:w="1"/><w:vMerge w:val="x"/><w:vAlign w:val="top"/>'
    cell = etree.fromstring(f"<w:tcPr {DECLARED}>{standing}<w:cellMerge {states}/></w:tcPr>")
    settle_merge(cell[-1], accept=accept)
    assert [child.tag.removeprefix(W) for child in cell] == ["tcW", *(["vMerge"] if wanted else []), "vAlign"]
    assert {one.get(W + "val") for one in cell.iter(W + "vMerge")} == ({wanted} if wanted else set())
