"""Puts a review pack together: the practitioner's file with the cleared comments, its message and its receipt."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from carfacilitator.errors import RefusedError
from carfacilitator.model.packs import Pack, PackComment
from carfacilitator.model.reviews import Comment
from carfacilitator.services import arrivals, pack_contents, pack_plans, pack_wishes, records
from carfacilitator.services.pack_plans import PackPlan, Parties
from carfacilitator.services.pack_wishes import Asked, PackWishes
from carfacilitator.services.pack_wording import Message
from carfacilitator.services.threads import threads_of
from carfacilitator.sharing.door import Parcel
from carfacilitator.sharing.mail import Letter, draft_message
from carfacilitator.sharing.receipts import ReceiptNote, receipt
from carfacilitator.word.packs import PackOrder, make_pack

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIL, JSON, TEXT = "message/rfc822", "application/json", "text/plain"
_CODE_SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that is taken for another on paper
_CODE_LENGTH = 6


@dataclass(frozen=True)
class Stamp:
    """By what a pack is known again: its id, the code printed on it, and when it was made."""

    id: UUID
    code: str
    made_at: datetime


@dataclass(frozen=True, kw_only=True)
class PackMade:
    """A finished pack: the Word document, the message with it attached, the receipt, and the message as text."""

    stamp: Stamp
    document: Parcel
    mail: Parcel
    receipt: Parcel
    text: Parcel
    address: str
    subject: str


def assemble(session: Session, plan: PackPlan, now: datetime) -> PackMade:
    """Return the pack that was planned, finished; nothing is kept yet.

    Raises:
        RefusedError: what may go has changed since it was planned, or a redline is wished and nothing was seen before.
        KnownError: the practitioner's file cannot be made into a pack, or words are asked about that it does not have.
    """
    these = pack_plans.parties(session, plan.draft_id, plan.gatekeeper_id)
    if pack_plans.plan(session, these, plan.wishes) != plan:
        raise RefusedError("Something in this pack has changed since you looked at it.", "Look at it once more.")
    stamp = Stamp(uuid4(), _fresh_code(session), now)
    data = make_pack(_order(session, these, plan.wishes, stamp))
    return _wrapped(these, plan.wishes, stamp, data, plan.native_comments)


def keep(session: Session, plan: PackPlan, made: PackMade) -> None:
    """Keep a finished pack: its exact bytes, whom it is for, what was asked, and which comments are in it."""
    these = pack_plans.parties(session, plan.draft_id, plan.gatekeeper_id)
    pack = Pack(
        id=made.stamp.id,
        draft=these.draft,
        gatekeeper=these.gatekeeper,
        file=arrivals.keep(session, made.document.data),
        code=made.stamp.code,
        made_at=made.stamp.made_at,
        file_name=made.document.name,
        question=plan.wishes.asked,
        reply_by=plan.wishes.reply_by,
        wishes=pack_wishes.to_record(plan.wishes),
        marked_by=pack_contents.marked_by(these, plan.wishes),
        audience=plan.audience,
    )
    session.add(pack)
    for comment in session.scalars(select(Comment).where(Comment.id.in_([going.id for going in plan.going]))):
        session.add(PackComment(pack=pack, comment=comment, audience=comment.audience))


def again(session: Session, pack_id: UUID) -> PackMade:
    """Return a pack that was kept: the document the same to the byte, its message and receipt written anew."""
    pack = records.get(session, Pack, pack_id, Pack.draft, Pack.gatekeeper, Pack.file)
    these = pack_plans.parties(session, pack.draft.id, pack.gatekeeper.id)
    wishes = wishes_of(pack)
    going = select(func.count()).select_from(PackComment).where(PackComment.pack_pk == pack.pk)
    comments = (session.scalar(going) or 0) + len(wishes.questions) + len(wishes.passage_questions)
    stamp = Stamp(pack.id, pack.code, pack.made_at)
    return _wrapped(these, wishes, stamp, pack.file.content, comments)


def wishes_of(pack: Pack) -> PackWishes:
    """Return what was wished for a pack that was kept."""
    return replace(pack_wishes.from_record(pack.wishes), asked=Asked(pack.question), reply_by=pack.reply_by)


def _order(session: Session, these: Parties, wishes: PackWishes, stamp: Stamp) -> PackOrder:
    """Return the allow-list as an order: one file, these comments, this cover, and no way for anything else."""
    going = pack_plans.cleared(threads_of(session, these.draft), these.audience(wishes), wishes)
    return PackOrder(
        original=these.draft.file.content,
        cover=these.wording(wishes).cover(stamp.code),
        code=stamp.code,
        identity=str(stamp.id),
        comments=pack_contents.comments(these, wishes, going, stamp.made_at),
        suggestions=pack_contents.suggestions(these, wishes, stamp.made_at),
        earlier=pack_contents.earlier(session, these, wishes, stamp.made_at),
        keep_comments=wishes.keep_comments,
        keep_changes=wishes.keep_changes,
        keep_hidden=wishes.keep_hidden,
        keep_names=wishes.keep_names,
    )


def _wrapped(these: Parties, wishes: PackWishes, stamp: Stamp, data: bytes, comments: int) -> PackMade:
    """Return a finished document with what goes with it, all addressed to the gatekeeper."""
    names = these.file_names()
    parcel = partial(
        Parcel,
        audience=these.audience(wishes),
        recipient=these.gatekeeper.name,
        made_from=f"{Pack.__name__}:{stamp.id}",
    )
    words = these.wording(wishes).message()
    document = parcel(name=names[0], media_type=WORD, data=data)
    mail = parcel(name=names[1], media_type=MAIL, data=draft_message(_letter(these, words), [document]))
    note = ReceiptNote(
        code=stamp.code,
        recipient=these.gatekeeper.name,
        audience=these.audience(wishes),
        made_at=stamp.made_at,
        counts={"drafts": 1, "comments": comments, "cover notes": 1, "proposals": len(wishes.proposals)},
        decisions=_decisions(wishes),
    )
    return PackMade(
        stamp=stamp,
        document=document,
        mail=mail,
        receipt=parcel(name=names[2], media_type=JSON, data=receipt(note, [document, mail])),
        text=parcel(name=names[1], media_type=TEXT, data=words.text.encode()),
        address=these.gatekeeper.email,
        subject=words.subject,
    )


def _letter(these: Parties, words: Message) -> Letter:
    return Letter(
        to_name=these.gatekeeper.name,
        to_address=these.gatekeeper.email,
        from_name=these.facilitator.name,
        from_address=these.facilitator.email,
        subject=words.subject,
        paragraphs=words.paragraphs,
    )


def _decisions(wishes: PackWishes) -> list[str]:
    chosen = {
        "earlier comments": wishes.keep_comments,
        "tracked changes": wishes.keep_changes,
        "hidden text": wishes.keep_hidden,
        "names in properties": wishes.keep_names,
    }
    return [f"{what} that came inside the file: {'kept' if kept else 'taken out'}" for what, kept in chosen.items()]


def _fresh_code(session: Session) -> str:
    taken = set(session.scalars(select(Pack.code).execution_options(include_removed=True)))
    while True:
        signs = "".join(secrets.choice(_CODE_SIGNS) for _ in range(_CODE_LENGTH))
        code = f"{signs[:3]}-{signs[3:]}"
        if code not in taken:
            return code
