"""What a file says about itself: title, who made and changed it, and whether it is a pack of ours."""

from lxml import etree

from carfacilitator.word.elements import local_name, remove
from carfacilitator.word.names import PART_TYPES, RELATIONSHIP_TYPES, Element
from carfacilitator.word.own_data import read_own_data, write_own_data
from carfacilitator.word.package import Package
from carfacilitator.word.patch import plain_text

CODE, IDENTITY = "CarFacilitatorCode", "CarFacilitatorIdentity"
_CORE = {"title": "title", "creator": "creator", "lastModifiedBy": "modified_by", "identifier": "identifier"}
_CUSTOM = {CODE: "code", IDENTITY: "identity"}

_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_CORE_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_CUSTOM_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CORE_TAGS = {
    "title": f"{{{_DUBLIN_CORE}}}title",
    "creator": f"{{{_DUBLIN_CORE}}}creator",
    "modified_by": f"{{{_CORE_NAMESPACE}}}lastModifiedBy",
}
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the one that all properties of users have
_FIRST_PROPERTY_ID = 2
_EMPTY = {
    "core-properties": f'<cp:coreProperties xmlns:cp="{_CORE_NAMESPACE}" xmlns:dc="{_DUBLIN_CORE}"/>',
    "custom-properties": f'<Properties xmlns="{_CUSTOM_NAMESPACE}" xmlns:vt="{_VALUES_NAMESPACE}"/>',
}
_NAMES = {"core-properties": "docProps/core.xml", "custom-properties": "docProps/custom.xml"}


def read_properties(package: Package) -> dict[str, str]:
    """Return what is known of `title`, `creator`, `modified_by`, `identifier`, and a pack's `code` and `identity`."""
    found = read_own_data(package)
    for child in _children(package, "core-properties"):
        key = _CORE.get(local_name(child))
        if key and child.text:
            found[key] = child.text
    for child in _children(package, "custom-properties"):
        key = _CUSTOM.get(child.get("name", ""))
        if key:
            found[key] = "".join(str(text) for text in child.itertext()).strip()
    return found


def write_identity(package: Package, code: str, identity: str) -> None:
    """Write by what a pack is known again: in its own properties, its own data, and as the document's identifier."""
    write_own_data(package, code, identity)
    own = _part(package, "custom-properties")
    for name, value in ((CODE, code), (IDENTITY, identity)):
        _write_own(package.tree(own), name, value)
    package.touch(own)
    core = _part(package, "core-properties")
    root = package.tree(core)
    identifier = root.find(f"{{{_DUBLIN_CORE}}}identifier")
    if identifier is None:
        identifier = etree.SubElement(root, f"{{{_DUBLIN_CORE}}}identifier")
    identifier.text = identity
    package.touch(core)


def write_properties(package: Package, **values: str) -> None:
    """Write what the file says of itself: `title`, `creator`, `modified_by`; one that is '' is taken out."""
    part = _part(package, "core-properties")
    root = package.tree(part)
    for key, value in values.items():
        tag = _CORE_TAGS[key]
        for standing in root.findall(tag):
            remove(standing)
        if value:
            etree.SubElement(root, tag).text = plain_text(value)
    package.touch(part)


def _write_own(root: Element, name: str, value: str) -> None:
    for old in [child for child in root if child.get("name") == name]:
        remove(old)
    taken = [int(child.get("pid", "0")) for child in root if child.get("pid", "").isdecimal()]
    number = max([*taken, _FIRST_PROPERTY_ID - 1]) + 1
    about = {"fmtid": _FORMAT_ID, "pid": str(number), "name": name}
    element = etree.SubElement(root, f"{{{_CUSTOM_NAMESPACE}}}property", about)
    etree.SubElement(element, f"{{{_VALUES_NAMESPACE}}}lpwstr").text = value


def _part(package: Package, kind: str) -> str:
    name = package.related(kind, "")
    if name is None:
        name = _NAMES[kind]
        package.put(name, _EMPTY[kind].encode(), PART_TYPES[kind])
        package.relate("", RELATIONSHIP_TYPES[kind], name)
    return name


def _children(package: Package, kind: str) -> list[Element]:
    name = package.related(kind, "")
    return [] if name is None else list(package.tree(name))
