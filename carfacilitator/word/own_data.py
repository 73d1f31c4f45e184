"""Our own piece of data in a Word file (custom XML), by which a pack is known where its properties are lost."""

import re
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from carfacilitator.word.names import PART_TYPES, RELATIONSHIP_TYPES
from carfacilitator.word.package import Package

NAMESPACE = "urn:car-facilitator:pack"
_ROOT = f"{{{NAMESPACE}}}pack"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_BEGINNING = 2_000  # bytes in which ours stands whole; other data may be large, and is of no interest
_SAID = re.compile(rb'\b(code|identity)="([0-9A-Za-z-]+)"')


def read_own_data(package: Package) -> dict[str, str]:
    """Return the `code` and the `identity` of the pack that a file is, as far as its own data say; {} if it has none.

    It is looked for as text: whatever a program made of it, no file is refused for it.
    """
    for name in package.all_related("customXml"):
        beginning = package.beginning(name, _BEGINNING)
        if NAMESPACE.encode() in beginning:
            return {key.decode(): value.decode() for key, value in _SAID.findall(beginning)}
    return {}


def write_own_data(package: Package, code: str, identity: str) -> None:
    """Write by what a pack is known again, in place of what an earlier pack left."""
    drop_own_data(package)
    number = next(n for n in range(1, len(package.names()) + 2) if not package.has(f"customXml/item{n}.xml"))
    name, about = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    root = etree.Element(_ROOT, {"code": code, "identity": identity}, nsmap={"car": NAMESPACE})
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    package.put(name, data, PART_TYPES["customXml"])
    package.put(about, _properties(identity), PART_TYPES["customXmlProps"])
    package.relate(package.main, RELATIONSHIP_TYPES["customXml"], name)
    package.relate(name, RELATIONSHIP_TYPES["customXmlProps"], about)


def drop_own_data(package: Package) -> None:
    """Take out what a pack left, so that nothing tells of it any more."""
    for name in [one for one in package.all_related("customXml") if _is_ours(package, one)]:
        for about in package.all_related("customXmlProps", name):
            package.drop(about)
        package.drop(name)


def _is_ours(package: Package, name: str) -> bool:
    return NAMESPACE.encode() in package.beginning(name, _BEGINNING)


def _properties(identity: str) -> bytes:
    """Return what Word asks of every piece of data: an id of its own, and which schemas it follows."""
    root = etree.Element(f"{{{_STORE}}}datastoreItem", nsmap={"ds": _STORE})
    root.set(f"{{{_STORE}}}itemID", f"{{{str(uuid5(NAMESPACE_URL, f'{NAMESPACE}:{identity}')).upper()}}}")
    schemas = etree.SubElement(root, f"{{{_STORE}}}schemaRefs")
    etree.SubElement(schemas, f"{{{_STORE}}}schemaRef", {f"{{{_STORE}}}uri": NAMESPACE})
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=False)
