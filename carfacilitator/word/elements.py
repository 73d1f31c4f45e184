"""Small things that are done to XML elements everywhere."""

from carfacilitator.word.names import Element


def remove(element: Element) -> None:
    """Take an element, with all below it, out of its parent."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Element) -> None:
    """Put what an element holds into its place."""
    for child in list(element):
        element.addprevious(child)
    remove(element)


def local_name(element: Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rsplit("}", 1)[-1]  # str, for the tag of an XML comment is none


def attributes(element: Element) -> dict[str, str]:
    """Return the attributes of an element as a dictionary of its own."""
    return {str(name): str(value) for name, value in element.items()}
