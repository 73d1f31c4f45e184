"""Compares a patched file, read again, with the file before and with what was ordered."""

from collections.abc import Sequence

from carfacilitator.document.blocks import OBJECT, Document, FileComment, Story, View
from carfacilitator.word.comment_check import difference_in_comments, same_comment
from carfacilitator.word.comments import Texts, passage
from carfacilitator.word.patch import plain_text
from carfacilitator.word.patches import Patch
from carfacilitator.word.proof import ProofError
from carfacilitator.word.suggestions import expected_texts
from carfacilitator.word.threads import members_of
from carfacilitator.word.views import paragraphs


def check_patch(before: Document, patch: Patch, after: Document) -> None:
    """Compare what a reader finds after a patch with what it found before and what was ordered.

    Raises:
        ProofError: they differ; the sentence says in what, and quotes nothing.
    """
    for story in Story:
        if paragraphs(after, View.ORIGINAL, story=story) != paragraphs(before, View.ORIGINAL, story=story):
            raise ProofError("the text without the suggestions")
    found, expected = _by_story(after, after.texts()), _by_story(before, expected_texts(before, patch.suggestions))
    if _takes_objects(before, patch):  # with which the boxes in them go
        del found[Story.TEXT_BOX], expected[Story.TEXT_BOX]
    if found != expected:
        raise ProofError("the text with the suggestions")
    _check_comments(before, patch, after)
    if any(after.properties.get(name, "") != plain_text(value) for name, value in patch.properties.items()):
        raise ProofError("a property")


def _takes_objects(before: Document, patch: Patch) -> bool:
    """Tell whether a suggestion is about a passage with a picture or the like in it."""
    texts = Texts(before, View.FINAL)
    return any(OBJECT in passage(texts, suggestion.anchor) for suggestion in patch.suggestions)


def _by_story(document: Document, texts: Sequence[str]) -> dict[Story, str]:
    joined = dict.fromkeys(Story, "")
    for leaf, text in zip(document.leaves(), texts, strict=True):
        joined[leaf.block.story] += text
    return joined


def _check_comments(before: Document, patch: Patch, after: Document) -> None:
    standing, fresh = after.comments[: len(before.comments)], after.comments[len(before.comments) :]
    if [_identity(one) for one in standing] != [_identity(one) for one in before.comments]:
        raise ProofError("an earlier comment")
    ordered = len([one for comment in patch.comments for one in comment.thread()])
    with_passages = not patch.suggestions
    what = difference_in_comments(fresh[:ordered], patch.comments, before, with_passages=with_passages)
    if what:
        raise ProofError(what)
    _check_answers(before, patch, fresh[ordered:])
    dealt_with = {one: done for named, done in patch.resolved.items() for one in members_of(before.comments, named)[:1]}
    # Some program gave two comments one id: then it is the first of them that was meant.
    if any(one.resolved != dealt_with.pop(one.id, one.resolved) for one in standing):
        raise ProofError("the state of a comment")


def _check_answers(before: Document, patch: Patch, found: tuple[FileComment, ...]) -> None:
    if len(found) != len(patch.answers):
        raise ProofError("the number of comments")
    for answer, one in zip(patch.answers, found, strict=True):
        if not same_comment(one, answer.comment) or one.parent != members_of(before.comments, answer.to)[0]:
            raise ProofError("the answer to a comment")


def _identity(comment: FileComment) -> tuple[str, ...]:
    return comment.id, comment.author, comment.initials, comment.date, comment.text
