"""The threads of comments that stand in a file: who belongs to them, and where another answer goes."""

from collections.abc import Sequence

from carfacilitator.document.blocks import FileComment
from carfacilitator.errors import NotFoundError
from carfacilitator.word.commenting import Marks
from carfacilitator.word.inline import COMMENT_REFERENCE, COMMENT_START, RUN
from carfacilitator.word.names import Element, W
from carfacilitator.word.patch import PARAGRAPH, at_beginning


def members_of(comments: Sequence[FileComment], identifier: str) -> list[str]:
    """Return the ids of the thread that a comment belongs to, that of the first comment first.

    Raises:
        NotFoundError: there is no such comment.
    """
    parents = {one.id: one.parent for one in comments}
    if identifier not in parents:
        raise NotFoundError("The file has no such comment.")
    root = _root_of(identifier, parents)
    return [root, *(one for one in parents if one != root and _root_of(one, parents) == root)]


def _root_of(identifier: str, parents: dict[str, str]) -> str:
    passed = {identifier}
    while parents.get(parents[identifier]) is not None and parents[identifier] not in passed:
        identifier = parents[identifier]
        passed.add(identifier)
    return identifier


class ThreadMarks:
    """The marks of comments in the text of a file."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._starts: dict[str, Element] = {}
        self._references: dict[str, Element] = {}
        for mark in root.iter(COMMENT_START, COMMENT_REFERENCE):
            known = self._starts if mark.tag == COMMENT_START else self._references
            known.setdefault(mark.get(W + "id", ""), mark)

    def put_beside(self, thread: Sequence[str], marks: Marks) -> None:
        """Put the marks of another answer where those of its thread are, in the order in which Word writes them."""
        references = [self._references[one] for one in thread if one in self._references]
        start = self._starts.get(thread[0])
        after = self._run_of(references[-1]) if references else start
        if after is None:
            first = next(self._root.iter(PARAGRAPH), None)
            if first is not None:
                at_beginning(first, *marks.before, *marks.after)
            return
        for element in reversed(marks.after if references and start is not None else (*marks.before, *marks.after)):
            after.addnext(element)
        if references and start is not None:
            for element in reversed(marks.before):
                start.addnext(element)

    def _run_of(self, reference: Element) -> Element:
        run = reference.getparent()
        return run if run is not None and run.tag == RUN else reference
