"""Where a paragraph stands in a draft, in words: '5 What I found, paragraph 2'."""

from dataclasses import dataclass

from carfacilitator.document.blocks import Block, BlockKind, Document, Leaf, Story

SHORT_TITLE = 40  # characters of a heading that are said
OUTSIDE_BODY = {
    Story.FOOTNOTE: "Footnotes",
    Story.ENDNOTE: "Endnotes",
    Story.HEADER: "Headers",
    Story.FOOTER: "Footers",
}


@dataclass(frozen=True, slots=True)
class Place:
    """One leaf's place: the section it stands in, what it is there, and both as short as a margin needs."""

    section: str
    part: str  # 'paragraph 2', 'table 1', '' for the heading itself
    short: str

    @property
    def words(self) -> str:
        """Return the place as it is said in full."""
        return ", ".join(part for part in (self.section, self.part) if part)


def places(document: Document) -> tuple[Place, ...]:
    """Return the place of every leaf of a draft."""
    counting = _Counting()
    return tuple(counting.place(leaf) for leaf in document.leaves())


def heading_words(block: Block) -> str:
    """Return a heading with its number, no longer than a list has room for."""
    text = " ".join(block.text().split())
    words = f"{block.label} {text}".strip()
    return words if len(words) <= SHORT_TITLE else f"{words[:SHORT_TITLE].rstrip()}…"


class _Counting:
    """The section, paragraph and table that a walk through a draft has come to."""

    def __init__(self) -> None:
        self._section = self._label = ""
        self._paragraph = self._tables = 0
        self._table: int | None = None
        self._story = Story.BODY

    def place(self, leaf: Leaf) -> Place:
        block = leaf.block
        if block.story is Story.TEXT_BOX:
            return self._here("text box", "text box")
        if block.story is not self._story:
            self._enter(OUTSIDE_BODY.get(block.story, ""), "")
            self._story = block.story
        if leaf.path is not None:
            return self._in_table(leaf.path[0])
        self._table = None
        if block.kind is BlockKind.HEADING and block.text().strip():
            self._enter(heading_words(block), block.label)
            return Place(self._section, "", self._label or self._section)
        self._paragraph += bool(block.text().strip())
        return self._here(f"paragraph {self._paragraph}", f"para {self._paragraph}")

    def _enter(self, section: str, label: str) -> None:
        self._section, self._label, self._paragraph = section, label, 0

    def _in_table(self, number: int) -> Place:
        if number != self._table:
            self._table = number
            self._tables += 1
        return self._here(f"table {self._tables}", f"table {self._tables}")

    def _here(self, part: str, short: str) -> Place:
        return Place(self._section, part, f"{self._label}, {short}" if self._label else short)
