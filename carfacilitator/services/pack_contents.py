"""What a pack is ordered with: questions as comments, proposals as changes, or what was seen before."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from carfacilitator.document.blocks import Anchor, BlockKind, Document, Story
from carfacilitator.document.records import from_record
from carfacilitator.errors import RefusedError
from carfacilitator.services.carrying import passage_in
from carfacilitator.services.days import local
from carfacilitator.services.pack_plans import Parties
from carfacilitator.services.pack_wishes import PackWishes
from carfacilitator.services.seen_drafts import words_seen
from carfacilitator.services.threads import Thread
from carfacilitator.services.written_threads import written
from carfacilitator.word.commenting import NewComment
from carfacilitator.word.packs import Earlier
from carfacilitator.word.suggestions import Suggestion

SOMEBODY = "The author"  # of whom nothing is known that may be said


def title_of(document: Document) -> Anchor | None:
    """Return where a text is called by its name: its first heading, else its first words; None if it has none."""
    leaves = [
        (number, leaf.block)
        for number, leaf in enumerate(document.leaves())
        if leaf.block.story is Story.BODY and leaf.block.source is not None and leaf.block.text().strip()
    ]
    titles = [one for one in leaves if one[1].style.casefold() == "title"]
    headings = [one for one in leaves if one[1].kind is BlockKind.HEADING]
    found = next(iter([*titles, *headings, *leaves]), None)
    return None if found is None else Anchor(found[0], 0, found[0], len(found[1].text()))


def comments(these: Parties, wishes: PackWishes, going: Sequence[Thread], now: datetime) -> tuple[NewComment, ...]:
    """Return what stands beside the text: what is asked in this pack, and the cleared comments of the draft.

    Raises:
        KnownError: a question is about words that do not stand in the draft.
    """
    document = from_record(these.draft.document)
    asked = [(text, title_of(document)) for text in wishes.questions]
    asked += [(one.text, passage_in(document, one.anchor)) for one in wishes.passage_questions]
    me = these.facilitator
    questions = (
        NewComment(text=text, author=me.name, initials=me.initials, made=now, local=local(now), anchor=anchor)
        for text, anchor in asked
    )
    return *questions, *map(written, going)


def marked_by(these: Parties, wishes: PackWishes) -> str:
    """Return the name on our tracked changes, '' if there will be none.

    Proposals are the facilitator's. In a redline stands the author, as she is called on the cover note unless names
    were to be kept.
    """
    if wishes.redline:
        job = these.author.job.strip()
        return these.author.name if wishes.keep_names else f"{job[:1].upper()}{job[1:]}" or SOMEBODY
    return these.facilitator.name if wishes.proposals else ""


def suggestions(these: Parties, wishes: PackWishes, now: datetime) -> tuple[Suggestion, ...]:
    """Return what is proposed in the text.

    Raises:
        KnownError: a proposal is about words that do not stand in the draft.
    """
    document = from_record(these.draft.document)
    when = local(now).replace(tzinfo=None)
    return tuple(
        Suggestion(
            anchor=passage_in(document, one.anchor),
            paragraphs=tuple(one.words.split("\n")),
            author=marked_by(these, wishes),
            when=when,
        )
        for one in wishes.proposals
    )


def earlier(session: Session, these: Parties, wishes: PackWishes, now: datetime) -> Earlier | None:
    """Return what a redline is made against, if one is wished.

    Raises:
        RefusedError: the gatekeeper has seen no earlier draft.
    """
    if not wishes.redline:
        return None
    if these.seen is None:
        name = these.gatekeeper.name
        raise RefusedError(f"{name} has not been handed an earlier draft.", "Send this draft without marking changes.")
    return Earlier(
        document=words_seen(session, these.seen),
        author=marked_by(these, wishes),
        when=local(now).replace(tzinfo=None),
    )
