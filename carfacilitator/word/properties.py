"""What a file says about itself: title, who made and changed it, and whether it is a pack of ours."""

from carfacilitator.word.names import Element
from carfacilitator.word.package import Package

CODE, IDENTITY = "CarFacilitatorCode", "CarFacilitatorIdentity"
_CORE = {"title": "title", "creator": "creator", "lastModifiedBy": "modified_by"}
_CUSTOM = {CODE: "code", IDENTITY: "identity"}


def read_properties(package: Package) -> dict[str, str]:
    """Return what is known of `title`, `creator`, `modified_by`, and a pack's `code` and `identity`."""
    found = {}
    for child in _children(package, "core-properties"):
        key = _CORE.get(_local_name(child))
        if key and child.text:
            found[key] = child.text
    for child in _children(package, "custom-properties"):
        key = _CUSTOM.get(child.get("name", ""))
        if key:
            found[key] = "".join(text for text in child.itertext() if isinstance(text, str)).strip()
    return found


def _children(package: Package, kind: str) -> list[Element]:
    name = package.related(kind, "")
    return [] if name is None else list(package.tree(name))


def _local_name(element: Element) -> str:
    return str(element.tag).rsplit("}", 1)[-1]  # str, for the tag of an XML comment is none
