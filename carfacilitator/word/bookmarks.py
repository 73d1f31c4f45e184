"""Hidden bookmarks by which a paragraph is known again when a pack comes back."""

from lxml import etree

from carfacilitator.word.elements import remove
from carfacilitator.word.identifiers import Numbers
from carfacilitator.word.names import Element, W
from carfacilitator.word.patch import at_beginning

PREFIX = "_car_"  # Word hides names that begin with an underscore, and LibreOffice keeps them through a save
_START, _END, _NAME, _ID = W + "bookmarkStart", W + "bookmarkEnd", W + "name", W + "id"


class Bookmarks:
    """The bookmarks of one part."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._numbers = Numbers(root, _START)

    def take_out_ours(self) -> None:
        """Remove those of an earlier pack."""
        ours = [start for start in self._root.iter(_START) if start.get(_NAME, "").startswith(PREFIX)]
        numbers = {start.get(_ID) for start in ours}
        for mark in ours + [end for end in self._root.iter(_END) if end.get(_ID) in numbers]:
            remove(mark)

    def put_around(self, paragraph: Element, name: str) -> None:
        """Put a hidden bookmark around all that a paragraph holds."""
        number = self.draw()
        at_beginning(paragraph, etree.Element(_START, {_ID: number, _NAME: f"{PREFIX}{name}"}))
        paragraph.append(etree.Element(_END, {_ID: number}))

    def draw(self) -> str:
        """Return a number that no bookmark has."""
        return self._numbers.draw()
