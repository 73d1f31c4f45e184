"""Which kind of content each part of a package is declared to have."""

from lxml import etree

from carfacilitator.word.elements import remove
from carfacilitator.word.names import CONTENT_TYPES_NAMESPACE, Element

# What a file declares that declares nothing about any part of its own.
BARE = (
    f'<Types xmlns="{CONTENT_TYPES_NAMESPACE}">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
).encode()
_OVERRIDE = f"{{{CONTENT_TYPES_NAMESPACE}}}Override"


def declared(root: Element, part: str) -> str:
    """Return the kind of content that is declared for one part ('' if only its ending tells)."""
    return next((one.get("ContentType", "") for one in _overrides(root, part)), "")


def of_kind(root: Element, ending: str) -> list[str]:
    """Return the names of the parts whose declared kind of content ends so."""
    overrides = root.iter(_OVERRIDE)
    return [one.get("PartName", "").lstrip("/") for one in overrides if one.get("ContentType", "").endswith(ending)]


def declare(root: Element, part: str, content_type: str) -> None:
    """Declare the kind of content of a part, instead of what was declared before."""
    withdraw(root, part)
    etree.SubElement(root, _OVERRIDE, {"PartName": f"/{part}", "ContentType": content_type})


def withdraw(root: Element, part: str) -> bool:
    """Take the declaration of a part out; tell whether there was one."""
    found = _overrides(root, part)
    for one in found:
        remove(one)
    return bool(found)


def _overrides(root: Element, part: str) -> list[Element]:
    wanted = f"/{part}".lower()
    return [one for one in root.iter(_OVERRIDE) if one.get("PartName", "").lower() == wanted]
