"""The settings of a Word file: Track Changes on, and what must not go out off."""

from lxml import etree

from carfacilitator.word.elements import remove
from carfacilitator.word.names import NAMESPACES, PART_TYPES, RELATIONSHIP_TYPES, Element, W
from carfacilitator.word.package import Package

_TRACKING = W + "trackRevisions"
# What must stand before `w:trackRevisions` (ISO/IEC 29500-1, A.1, CT_Settings): Word refuses another order.
_BEFORE_TRACKING = frozenset(
    W + name
    for name in (
        "writeProtection",
        "view",
        "zoom",
        "removePersonalInformation",
        "removeDateAndTime",
        "doNotDisplayPageBoundaries",
        "displayBackgroundShape",
        "printPostScriptOverText",
        "printFractionalCharacterWidth",
        "printFormsData",
        "embedTrueTypeFonts",
        "embedSystemFonts",
        "saveSubsetFonts",
        "saveFormsData",
        "mirrorMargins",
        "alignBordersAndEdges",
        "bordersDoNotSurroundHeader",
        "bordersDoNotSurroundFooter",
        "gutterAtTop",
        "hideSpellingErrors",
        "hideGrammaticalErrors",
        "activeWritingStyle",
        "proofState",
        "formsDesign",
        "attachedTemplate",
        "linkStyles",
        "stylePaneFormatFilter",
        "stylePaneSortMethod",
        "documentType",
        "mailMerge",
        "revisionView",
    )
)
# With the first two, Word would take the names off comments; with the others nobody could comment.
_IN_THE_WAY = ("removePersonalInformation", "removeDateAndTime", "documentProtection", "writeProtection")


def settings_part(package: Package) -> str:
    """Return the name of the settings part, which is made if there is none."""
    name = package.related("settings")
    if name is None:
        name = "word/settings.xml"
        package.put(name, f'<w:settings xmlns:w="{NAMESPACES["w"]}"/>'.encode(), PART_TYPES["settings"])
        package.relate(package.main, RELATIONSHIP_TYPES["settings"], name)
    return name


def let_people_review(package: Package) -> None:
    """Switch Track Changes on, and off what would keep people from commenting under their names."""
    name = settings_part(package)
    drop_settings(package.tree(name), *_IN_THE_WAY)
    track_changes(package)


def track_changes(package: Package) -> None:
    """Switch Track Changes on."""
    name = settings_part(package)
    root = package.tree(name)
    if root.find(_TRACKING) is None:
        place = max((at for at, child in enumerate(root, 1) if child.tag in _BEFORE_TRACKING), default=0)
        root.insert(place, etree.Element(_TRACKING))
    package.touch(name)


def drop_settings(root: Element, *names: str) -> bool:
    """Remove settings; tell whether there were any."""
    found = [child for child in root if child.tag in {W + name for name in names}]
    for child in found:
        remove(child)
    return bool(found)
