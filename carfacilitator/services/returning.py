"""How an answer to a pack is kept: whole, with its remarks where they stand in the draft, and nothing twice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from carfacilitator.document.anchors import quote_of
from carfacilitator.document.blocks import Anchor, Document, Finding
from carfacilitator.document.forwarding import Forwarding
from carfacilitator.document.records import from_record, to_record
from carfacilitator.document.remarks import Remark
from carfacilitator.errors import KnownError
from carfacilitator.model.case_studies import Draft
from carfacilitator.model.gatekeepers import Gatekeeper
from carfacilitator.model.packs import Pack
from carfacilitator.model.returns import Return, ReturnedRemark
from carfacilitator.model.terms import Audience
from carfacilitator.services import arrivals, repeats, returned_files
from carfacilitator.services.carrying import text_of
from carfacilitator.services.emails import EmailPart
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.identity import KnownBy
from carfacilitator.services.repeats import News, Said
from carfacilitator.services.returned_files import ReturnedFile
from carfacilitator.services.senders import Sender, is_nameless, names_in, same_person, sender
from carfacilitator.services.sent_packs import marks_of
from carfacilitator.word.reader import read

FILE = "file"


@dataclass(frozen=True, kw_only=True)
class Taken:
    """An answer that was taken in. `ask_sender` tells that its `names` do not say whose it is; `likely` may be.

    `silent_edits` of its `new_edits` were made with Track Changes off.
    """

    return_id: UUID
    pack_id: UUID
    draft_id: UUID
    code: str
    gatekeeper: str
    file_name: str
    known_by: KnownBy
    new_remarks: int
    new_edits: int
    silent_edits: int
    already_known: bool
    ask_sender: bool
    likely: str
    names: tuple[str, ...]
    report: tuple[Finding, ...]


@dataclass(frozen=True)
class Arriving:
    """A file that is an answer to a pack, whose draft, gatekeeper and file are loaded."""

    pack: Pack
    file: OpenedFile
    known_by: KnownBy
    now: datetime


@dataclass(frozen=True)
class Words:
    """An answer without a file to a pack, whose draft and gatekeeper are loaded."""

    pack: Pack
    how: str
    text: str
    now: datetime


def take_in(session: Session, arriving: Arriving) -> Taken:
    """Keep a returned file and its new remarks; if it adds nothing to what is here already, say so.

    Raises:
        KnownError: there is nothing in it, or it is the very pack that was made.
    """
    pack = arriving.pack
    _refuse_as_made(pack, arriving.file)
    sent, marks = read(pack.file.content), marks_of(pack)

    def looked_at(document: Document) -> ReturnedFile:
        return returned_files.looked_at(returned_files.beside(sent, pack.code, document, marks))

    found = looked_at(arriving.file.document)
    if not found.has_words:
        raise KnownError(f"{arriving.file.name} is the pack for {pack.gatekeeper.name}, but there is nothing in it.")
    before = _of_pack(session, pack)
    same, news = _news(session, before, found, looked_at)
    if same is not None and news.is_nothing:
        return _taken(same, pack, found, known_by=arriving.known_by)
    supposed = _supposed(session, before, pack, found)
    came = Return(
        pack=pack,
        draft=pack.draft,
        file=arrivals.keep(session, arriving.file.data),
        came_at=arriving.now,
        how=FILE,
        file_name=arriving.file.name,
        known_by=arriving.known_by,
        from_whom=supposed.name,
        sender_asked=supposed.certain,
        record=to_record(arriving.file.document),
        edits=news.edits,
        audience=Audience.AUTHOR,
    )
    session.add(came)
    _keep(session, came, news.remarks, Forwarding(found.sides.base, text_of(pack.draft).document))
    return _taken(came, pack, found, known_by=arriving.known_by, news=news)


def _refuse_as_made(pack: Pack, file: OpenedFile) -> None:
    if file.data == pack.file.content:
        raise KnownError(
            f"{file.name} is the pack for {pack.gatekeeper.name} just as it was made: nobody wrote in it.",
            "If it came back so, note it under Gatekeepers.",
        )


def keep_words(session: Session, words: Words, parts: Sequence[EmailPart]) -> Taken:
    """Keep what was written or said without a file, and the remarks found in it."""
    pack = words.pack
    before = [one for one in _of_pack(session, pack) if words.text and one.text == words.text]
    if before:
        return _taken(before[0], pack, None)
    came = Return(
        pack=pack,
        draft=pack.draft,
        came_at=words.now,
        how=words.how,
        text=words.text,
        known_by=KnownBy.ASKED,
        from_whom=pack.gatekeeper.name,
        audience=Audience.AUTHOR,
    )
    session.add(came)
    document = text_of(pack.draft).document
    spoken = [(returned_files.spoken(one.text, str(number), one.anchor), "") for number, one in enumerate(parts, 1)]
    _keep(session, came, spoken, Forwarding(document, document))
    return _taken(came, pack, None, news=News(remarks=tuple(spoken)))


def bring_forward(session: Session, came: Return, draft: Draft) -> int:
    """Let a return be looked at in another draft, with its remarks; return how many have no place there."""
    old, new = text_of(came.draft).document, text_of(draft).document
    forwarding = Forwarding(old, new)
    lost = 0
    for remark in session.scalars(select(ReturnedRemark).where(ReturnedRemark.came_with_pk == came.pk)):
        anchor = anchor_of(remark)
        there = forwarding.anchors([anchor])[0] if anchor else None
        lost += anchor is not None and there is None
        _stand(remark, there)
    came.draft = draft
    return lost


def anchor_of(remark: ReturnedRemark) -> Anchor | None:
    """Return the passage that a remark is about, if it has one."""
    if remark.first is None or remark.start is None or remark.last is None or remark.end is None:
        return None
    return Anchor(remark.first, remark.start, remark.last, remark.end)


def _supposed(session: Session, before: Sequence[Return], pack: Pack, found: ReturnedFile) -> Sender:
    """Return whose a file is: as was said of an earlier one of its pack, else as its names tell."""
    named = {name for name in found.names if not is_nameless(name)}
    for told in (one for one in before if one.record and one.sender_asked):
        known = names_in(from_record(told.record))
        if not named or named & known or any(same_person(name, told.from_whom) for name in named):
            return Sender(told.from_whom, certain=True)
    others = [name for name in session.scalars(select(Gatekeeper.name)) if name != pack.gatekeeper.name]
    return sender(found.names, pack.gatekeeper.name, others, nameless=found.is_nameless)


def _of_pack(session: Session, pack: Pack) -> list[Return]:
    wanted = select(Return).where(Return.pack_pk == pack.pk).order_by(Return.pk)
    return list(session.scalars(wanted.options(undefer(Return.record))))


def _news(
    session: Session, before: Sequence[Return], found: ReturnedFile, looked_at: Callable[[Document], ReturnedFile]
) -> tuple[Return | None, News]:
    """Return what a file adds to those of its pack before, and which of them it repeats, if it adds nothing."""
    files = [one for one in before if one.record]
    earlier = [looked_at(from_record(one.record)) for one in files]
    kept = select(ReturnedRemark).where(ReturnedRemark.came_with_pk.in_([one.pk for one in before]))
    said = [Said(one.author_name, one.written, one.text, one.quote) for one in session.scalars(kept)]
    remarks = returned_files.remarks_in(found)
    for came, file in zip(files, earlier, strict=True):
        if repeats.news_in(found, remarks, [file], said).is_nothing:
            return came, News()
    return (files[-1] if files else None), repeats.news_in(found, remarks, earlier, said)


def _keep(session: Session, came: Return, remarks: Sequence[tuple[Remark, str]], forwarding: Forwarding) -> None:
    document = text_of(came.draft).document
    for remark, about in remarks:
        comment = remark.comment
        anchor = forwarding.anchors([remark.anchor])[0] if remark.anchor else None
        kept = ReturnedRemark(
            came_with=came,
            key=comment.id,
            text=comment.text,
            author_name=comment.author,
            written=comment.date,
            quote=comment.quote or (quote_of(document, anchor) if anchor else ""),
            about=about,
            inferred=remark.inferred,
            proposed=remark.proposed,
            audience=Audience.AUTHOR,
        )
        _stand(kept, anchor)
        session.add(kept)


def _stand(remark: ReturnedRemark, anchor: Anchor | None) -> None:
    if anchor is None:
        remark.first = remark.start = remark.last = remark.end = None
    else:
        remark.first, remark.start, remark.last, remark.end = anchor.first, anchor.start, anchor.last, anchor.end


def _taken(
    came: Return,
    pack: Pack,
    found: ReturnedFile | None,
    *,
    known_by: KnownBy = KnownBy.ASKED,
    news: News | None = None,
) -> Taken:
    """Return what is said of a return; without `news`, that it is here already."""
    told = news or News()
    return Taken(
        return_id=came.id,
        pack_id=pack.id,
        draft_id=came.draft.id,
        code=pack.code,
        gatekeeper=pack.gatekeeper.name,
        file_name=came.file_name,
        known_by=known_by,
        new_remarks=len(told.remarks),
        new_edits=told.edits,
        silent_edits=told.silent_edits,
        already_known=news is None,
        ask_sender=not came.sender_asked,
        likely=came.from_whom,
        names=found.names if found else (),
        report=found.report if found else (),
    )
