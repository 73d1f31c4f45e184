"""What is said of packs on their way, in words: how far each is, how many are, and what is watched from now on."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from carfacilitator.services.days import local
from carfacilitator.services.dispatches import DispatchRow, DispatchState, Lying, SavedPack
from carfacilitator.services.packs import PackRow
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.initials import initials
from carfacilitator.ui.widgets.pill import PillLook
from carfacilitator.ui.widgets.rows import Row

BY_EMAIL = "email"  # as it is kept; other ways are kept in the words in which they are said
_KILO, _MEGA = 1024, 1024 * 1024
Watched = tuple[str, str, str]  # an icon, the day, and what then


def rows(dispatches: Sequence[DispatchRow], day: date) -> list[Row]:
    """Return packs as rows, those of each draft under its number."""
    return [
        Row(
            id=one.pack.id,
            strong=one.pack.gatekeeper,
            muted=_about(one.pack, day),
            section=f"Draft {one.pack.draft_number}",
            initials=initials(one.pack.gatekeeper),
            pills=(state(one, day),),
        )
        for one in dispatches
    ]


def state(one: DispatchRow, day: date) -> PillLook:
    """Return how far a pack is, in two words."""
    if one.back is not None:
        return PillLook(f"back {spoken.short_day(local(one.back).date(), day)}", "good", "reply")
    if one.pack.handed_over_at is not None:
        at = local(one.pack.handed_over_at)
        return PillLook(
            f"sent {spoken.clock(at.time()) if at.date() == day else _brief(at.date(), day)}", "good", "check"
        )
    if one.remind_on is not None:
        return PillLook(f"ask {spoken.ago(one.remind_on, day)}" if one.remind_on > day else "ask now", "warn", "clock")
    return PillLook("saved", "lead", "file")


def heading(batch: Sequence[DispatchRow]) -> str:
    """Return 'Three files, three people'."""
    people = len({one.pack.gatekeeper_id for one in batch})
    return f"{spoken.counted(len(batch), 'file')}, {spoken.counted(people, 'person', 'people')}".capitalize()


def progress(batch: Sequence[DispatchRow]) -> str:
    """Return 'One of three sent. You can leave this page; it waits under Today.'."""
    sent = sum(one.state in {DispatchState.SENT, DispatchState.BACK} for one in batch)
    if sent == len(batch):
        return "You said that every one was sent." if sent > 1 else "You said that it was sent."
    counted = f"{spoken.number(sent) if sent else 'none'} of {spoken.number(len(batch))} sent".capitalize()
    told = counted if len(batch) > 1 else "Not sent yet"
    return f"{told}. You can leave this page; it waits under Today."


def lying(saved: SavedPack, pack: PackRow) -> tuple[str, str, str, str]:
    """Return icon, tone, heading and sentence about the file of a pack."""
    if saved.lying is Lying.AS_MADE and saved.folder is not None:
        return (
            "resolved",
            "good",
            "Saved, and read again: it is what was made here",
            path_of(saved.folder, pack.file_name),
        )
    if saved.lying is Lying.CHANGED and saved.folder is not None:
        where = path_of(saved.folder, pack.file_name)
        said = f"{where}. Somebody wrote into it, and its receipt no longer holds. Save it again before you send it."
        return "alert", "warn", "The file in its folder is no longer the one that was made here", said
    if saved.lying is Lying.GONE and saved.folder is not None:
        said = f"{path_of(saved.folder, pack.file_name)}. It was moved or renamed. Save it again if you need it."
        return "alert", "warn", "The file is not in its folder any more", said
    return "info", "muted", "Where the file was saved is not known here", "Save it again to hand it over."


def path_of(folder: Path, name: str) -> str:
    """Return 'Documents › Review packs › Keeping a tenancy – Petrie.docx': the last folders, then the file."""
    parts = [part for part in folder.parts if part != folder.anchor][-3:]
    return " › ".join((*parts, name))


def size(of: int) -> str:
    """Return '148 KB'."""
    return f"{of / _MEGA:.1f} MB" if of >= _MEGA else f"{max(1, round(of / _KILO))} KB"


def sent(pack: PackRow, day: date) -> str:
    """Return 'You said that you sent it by email on Wednesday 11 March, 11:05.'."""
    if pack.handed_over_at is None:
        return ""
    how = "by email" if pack.handed_over_how == BY_EMAIL else pack.handed_over_how
    return f"You said that you sent it {how or 'away'} on {spoken.moment(local(pack.handed_over_at), day)}."


def put_off(one: DispatchRow, day: date) -> str:
    """Return 'You wanted to be asked again on Thursday 12 March.', if that is so."""
    if one.state is not DispatchState.REMINDED or one.remind_on is None:
        return ""
    asked = "wanted" if one.remind_on <= day else "want"
    return f"You {asked} to be asked again on {spoken.day(one.remind_on, day)}."


def watched(one: DispatchRow, day: date, telephone: str) -> list[Watched]:
    """Return the days that are watched once a pack is sent, and what to do when one has passed."""
    due = one.pack.reply_by
    if due is None:
        return [("clock", "From then on", "it stands under Today, with how long it is out")]
    after = due + timedelta(1)
    ring = f"ring {_first(one.pack.gatekeeper)}{f', {telephone}' if telephone else ''}, if nothing has come"
    return [
        ("calendar", spoken.day(due, day), "reply by; it stands under Today until then"),
        ("phone", spoken.day(after, day), ring),
    ]


def came_back(one: DispatchRow, day: date) -> str:
    """Return 'It came back on 14 March, in two parts.'."""
    if one.back is None:
        return ""
    parts = f", in {spoken.counted(one.returns, 'part')}" if one.returns > 1 else ""
    return f"The answer came on {spoken.moment(local(one.back), day)}{parts}."


def _about(pack: PackRow, day: date) -> str:
    due = f"reply by {spoken.short_day(pack.reply_by, day)}" if pack.reply_by else ""
    return " · ".join(filter(None, (due, pack.role))) or f"to {pack.asked}"


def _brief(when: date, day: date) -> str:
    return spoken.short_day(when, day)


def _first(name: str) -> str:
    return name.split(" ", maxsplit=1)[0]
