"""Takes out of a copy what must not travel with it: people's names in its properties, traces, macros."""

from lxml import etree

from carfacilitator.word.elements import local_name, remove
from carfacilitator.word.names import CONTENT_TYPES, Element, W
from carfacilitator.word.package import Package
from carfacilitator.word.relationships import beside
from carfacilitator.word.revisions import stories
from carfacilitator.word.settings import drop_settings

_NAMES_IN_CORE = frozenset({"creator", "lastModifiedBy"})
_NAMES_IN_APP = frozenset({"Manager", "Company", "Template", "HyperlinkBase"})
# Numbers that tell which sittings a text was written in, and so which files have one origin.
_SITTINGS = tuple(W + name for name in ("rsidR", "rsidRPr", "rsidRDefault", "rsidP", "rsidSect", "rsidTr", "rsidDel"))
_WITH_SITTINGS = (W + "p", W + "r", W + "tr", W + "sectPr")
_TRACES = ("rsids", "attachedTemplate", "mailMerge", "docVars")
_TRACE_LINKS = ("attachedTemplate", "mailMergeSource", "mailMergeHeaderSource")
# What SharePoint and the like keep beside a document: who edited and approved it.
_LIBRARY_METADATA = ("/office/2006/metadata/", "/sharepoint/")
_PROPERTY_STORES = frozenset({"{6C3C8BC8-F283-45AE-878A-BAB7291924A1}", "{6668398D-A668-4E3E-A5EB-62B293D839F1}"})
_RUNNABLE = ("vbaProject", "keyMapCustomizations")
_FETCHED = ("http:", "https:", "ftp:", "\\\\", "file:")
_NOWHERE = "NULL"  # what Word itself writes for a picture whose address is lost


def names_in_properties(package: Package) -> int:
    """Count the properties that name somebody or somewhere: author, editor, company, template, own ones, people."""
    named = [*_core_names(package), *_app_names(package)]
    own = package.related("custom-properties", "")
    people = package.related("people")
    return sum(bool(one.text) for one in named) + sum(
        len(package.tree(part)) for part in (own, people) if part is not None
    )


def take_out_names(package: Package) -> None:
    """Take people's names, and what tells where a file comes from, out of everything but its text."""
    for part, elements in (
        (package.related("core-properties", ""), _core_names(package)),
        (package.related("extended-properties", ""), _app_names(package)),
    ):
        for element in elements:
            remove(element)
        if part is not None and elements:
            package.touch(part)
    for part in (*package.all_related("custom-properties", ""), *package.all_related("thumbnail", "")):
        package.drop(part)
    for part in package.all_related("people"):
        package.drop(part)
    _take_out_library_metadata(package)
    _take_out_traces(package)


def take_out_dangers(package: Package) -> None:
    """Take out macros, leftovers, and whatever Word would fetch from elsewhere when the file is opened; links stay."""
    package.be_plain_document()
    for kind in _RUNNABLE:
        for name in package.all_related(kind):
            for inner in package.all_related("wordVbaData", name):
                package.drop(inner)
            package.drop(name)
    settings = package.related("settings")
    if settings is not None:
        _drop_links(package, settings, *_TRACE_LINKS)
        if drop_settings(package.tree(settings), "attachedTemplate"):
            package.touch(settings)
    for source, one in package.external():
        if one.kind != "hyperlink" and one.target.lower().startswith(_FETCHED):
            one.element.set("Target", _NOWHERE)
            package.touch_relationships(source)
    _take_out_leftovers(package)


def _take_out_leftovers(package: Package) -> None:
    """Drop the parts that nothing points to: no program shows them, and anything may be in them."""
    reached = {"", CONTENT_TYPES, package.main}
    waiting = ["", package.main]
    while waiting:
        targets = {one.target for one in package.relationships(waiting.pop()) if not one.external}
        waiting += targets - reached
        reached |= targets
    kept = reached | {beside(name) for name in reached}
    for name in package.names():
        if name not in kept:
            package.drop(name)


def _core_names(package: Package) -> list[Element]:
    return _named(package, package.related("core-properties", ""), _NAMES_IN_CORE)


def _app_names(package: Package) -> list[Element]:
    return _named(package, package.related("extended-properties", ""), _NAMES_IN_APP)


def _named(package: Package, part: str | None, names: frozenset[str]) -> list[Element]:
    children = [] if part is None else list(package.tree(part))
    return [child for child in children if local_name(child) in names]


def _take_out_library_metadata(package: Package) -> None:
    """Drop data that a document library keeps in the file, and untie the text that would follow emptied properties."""
    for name in package.all_related("customXml"):
        namespace = etree.QName(package.tree(name)).namespace or ""
        if any(part in namespace for part in _LIBRARY_METADATA):
            for about in package.all_related("customXmlProps", name):
                package.drop(about)
            package.drop(name)
    root = package.tree(package.main)
    tied = [one for one in root.iter(W + "dataBinding") if one.get(W + "storeItemID") in _PROPERTY_STORES]
    for binding in tied:
        remove(binding)
    if tied:
        package.touch(package.main)


def _take_out_traces(package: Package) -> None:
    settings = package.related("settings")
    if settings is not None:
        _drop_links(package, settings, *_TRACE_LINKS)
        if drop_settings(package.tree(settings), *_TRACES):
            package.touch(settings)
    for part in stories(package):
        if _forget_sittings(package.tree(part)):
            package.touch(part)


def _forget_sittings(root: Element) -> bool:
    found = False
    for element in root.iter(*_WITH_SITTINGS):
        for name in _SITTINGS:
            if element.get(name) is not None:
                del element.attrib[name]
                found = True
    return found


def _drop_links(package: Package, source: str, *kinds: str) -> None:
    links = package.relationships(source)
    if [kind for kind in kinds if links.remove_kind(kind)]:
        package.touch_relationships(source)
