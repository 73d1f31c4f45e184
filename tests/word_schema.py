"""The order in which Word wants properties (ISO/IEC 29500-1, annex A.1): it refuses files with another."""

from lxml import etree

from carfacilitator.word.names import W
from carfacilitator.word.package import open_package

_RUN = """ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint
noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign
rtl cs em lang eastAsianLayout specVanish oMath rPrChange"""
_PARAGRAPH = """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid
spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl
divId cnfStyle rPr sectPr pPrChange"""
_CELL = """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark
headers cellIns cellDel cellMerge tcPrChange"""
_TABLE = """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd
tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange"""
_SECTION = """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType
pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"""
_ORDERS = {
    W + holder: {W + name: place for place, name in enumerate(names.split())}
    for holder, names in (
        *(("rPr", _RUN), ("pPr", _PARAGRAPH), ("tcPr", _CELL), ("tblPr", _TABLE), ("sectPr", _SECTION)),
    )
}
_FREE = {W + "headerReference", W + "footerReference"}  # among one another
_LAST_IN_ROW = (W + "ins", W + "del", W + "trPrChange")


def misplaced(data: bytes) -> list[str]:
    """Return what stands out of order in the stories, styles and lists of a Word file: holder and child."""
    package = open_package(data)
    parts = [name for name in package.names() if name.startswith("word/") and name.endswith(".xml")]
    return [found for part in parts for found in _misplaced(package.tree(part))]


def _misplaced(root: etree._Element) -> list[str]:
    found = []
    for holder in root.iter(*_ORDERS):
        order = _ORDERS[holder.tag]
        known = [child.tag for child in holder if child.tag in order and child.tag not in _FREE]
        if known != sorted(known, key=order.__getitem__):
            found.append(f"{holder.tag.removeprefix(W)}: {[tag.removeprefix(W) for tag in known]}")
    for holder in root.iter(W + "trPr"):
        late = [child.tag in _LAST_IN_ROW for child in holder]
        if late != sorted(late):
            found.append("trPr")
    return found
