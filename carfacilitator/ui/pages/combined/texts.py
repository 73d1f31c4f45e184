"""How what came back is said: the title, the rows of the list, who answered and how, and what was decided."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from carfacilitator.document.items import ItemKind
from carfacilitator.model.terms import Audience, Verdict
from carfacilitator.services.combined_rows import CombinedReview, Decision, EditRow, RemarkRow, Voice, Wording
from carfacilitator.services.days import local
from carfacilitator.ui.pages.combined.entries import Counts, Entry, Section
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.initials import initials
from carfacilitator.ui.widgets.pill import PillLook
from carfacilitator.ui.widgets.rows import Row

PROMISE = "Nothing in the text changes until you decide."
LONGEST = 70  # characters of a passage in a row
NAMELESS = frozenset({"", "author", "unknown author", "unknown", "anonymous"})
TONES = (
    "interpretation",
    "style",
    "evidence",
    "politics",
    "ethics",
    "analysis",
)  # of people, in the order they answered
_SIGNS = {
    Section.FIRST: ("eye", "bad"),
    Section.DIFFER: ("alert", "warn"),
    Section.AGREE: ("resolved", "good"),
    Section.ONE: ("note", "muted"),
}
_DONE = {
    Verdict.ACCEPTED: ("Accepted", "check"),
    Verdict.OWN_WORDING: ("Another wording", "check"),
    Verdict.KEPT: ("Kept as sent", "undo"),
    Verdict.REJECTED: ("Rejected, with a reason", "close"),
    Verdict.DISCUSS: ("To discuss", "people"),
    Verdict.COMMENT: ("Made a comment", "comment"),
}
_CUT_OR_EDITED = "Cut by one, edited by another"
_BRIEF = {_CUT_OR_EDITED: "Cut, or edited"}  # a row is narrow
_SPOKEN = frozenset({"email", "telephone"})
_HOW = {"file": "Word", "email": "by email", "telephone": "by phone", "marked": "nothing to add"}


def title(review: CombinedReview) -> str:
    """Return 'Three packs came back'."""
    packs = len({voice.pack_id for voice in review.voices})
    if not packs:
        return "Nothing came back yet"
    words = spoken.counted(packs, "pack")
    return f"{words[0].upper()}{words[1:]} came back"


def figures(review: CombinedReview) -> str:
    """Return '24 remarks and 17 edits in 12 places'."""
    remarks, edits, places = len(review.remarks), review.proposed, len(review.edits)
    where = f" in {_count(places, 'place')}" if edits else ""
    return f"{_count(remarks, 'remark')} and {_count(edits, 'edit')}{where}"


def second_line(review: CombinedReview, draft: int) -> str:
    """Return what came back in figures, and what holds until something is decided."""
    if not review.voices:
        return f"Draft {draft}"
    return f"{figures(review)} of draft {draft}. {PROMISE}"


def undecided(review: CombinedReview) -> str:
    """Return what is still to be decided, '' where nothing is."""
    edits = sum(edit.decision is None for edit in review.edits)
    remarks = sum(remark.verdict is None for remark in review.remarks)
    parts = [_count(edits, "edit")] if edits else []
    parts += [_count(remarks, "remark")] if remarks else []
    return f"Still undecided: {' and '.join(parts)}." if parts else ""


def _count(count: int, one: str) -> str:
    return f"{count} {one if count == 1 else one + 's'}"


def brought(voices: Sequence[Voice], counts: Mapping[str, Counts]) -> str:
    """Return what somebody's answers brought: '4 remarks, one by phone · 3 edits'."""
    told = [(voice, counts[str(voice.return_id)]) for voice in voices]
    remarks, edits, silent = (sum(getattr(each, name) for _, each in told) for name in Counts._fields)
    by_way: Counter[str] = Counter()
    for voice, each in told:
        by_way[_HOW.get(voice.how, voice.how)] += each.remarks if voice.how in _SPOKEN else 0
    spoken_ones = [f"{spoken.number(count)} {way}" for way, count in by_way.items() if count]
    parts = [", ".join([_count(remarks, "remark"), *(spoken_ones if len(voices) > 1 else ())])]
    if edits:
        parts.append(_count(edits, "edit") + (f", {spoken.number(silent)} not tracked" if silent else ""))
    return " · ".join(parts)


def came_as(voices: Sequence[Voice]) -> str:
    """Return how somebody's answers came: 'Word · ‘Copy of pack’'; '' of calls and emails told by what they brought."""
    names = list(dict.fromkeys(f"‘{voice.file_name.removesuffix('.docx')}’" for voice in voices if voice.file_name))
    ways = dict.fromkeys(_HOW.get(voice.how, voice.how) for voice in voices)
    files = [way for way in ways if len(voices) == 1 or way == _HOW["file"]]
    return " · ".join([*files, *(names if len(names) == 1 else ())])


def answer_words(voice: Voice) -> str:
    """Return what tells an answer from others by the same person."""
    named = {"file": f"the file ‘{voice.file_name}’", "email": "the email", "telephone": "the telephone call"}
    return f"{named.get(voice.how, 'this answer')} (Undo brings it back)"


def nameless(review: CombinedReview, voice: Voice) -> str:
    """Return what the file of an answer calls whoever wrote it, if that is nobody's name, else ''."""
    names = (one.author_name for one in review.remarks if one.return_id == voice.return_id and voice.how == "file")
    return next((name or "Author" for name in names if name.strip().casefold() in NAMELESS), "")


def kind_of(edit: EditRow) -> str:
    """Return what an edit is, in a few words."""
    if edit.silent:
        return "Changed, not tracked"
    several = f"{spoken.number(len(edit.wordings))} wordings"
    named = {
        ItemKind.DELETED_EDITED: _CUT_OR_EDITED,
        ItemKind.BOTH_INSERT: "Both put something in" if len(edit.people) == 2 else "Several put something in",  # noqa: PLR2004  both
        ItemKind.CONFLICT: several[0].upper() + several[1:],
    }
    if edit.kind in named:
        return named[edit.kind]
    if len(edit.people) > 1:
        return f"{len(edit.people)} of {edit.of} agree"
    return _alone(edit)


def _alone(edit: EditRow) -> str:
    wording = edit.wordings[0]
    if wording.moves_to is not None:
        return "Moved elsewhere"
    if not edit.base_text.strip():
        return "New sentence" if wording.text.strip().endswith((".", "!", "?", "…")) else "New words"
    return "Wording" if wording.text.strip() else "Cut"


def headline(edit: EditRow) -> tuple[str, str, str]:
    """Return what stands above an edit, with its sign and the sign's tone."""
    if edit.decision is not None:
        words, sign = _DONE[edit.decision.verdict]
        return f"{words}: {kind_of(edit).lower()}", sign, "muted"
    return (kind_of(edit), *_signs(edit))


def _signs(edit: EditRow) -> tuple[str, str]:
    if edit.silent:
        return _SIGNS[Section.FIRST]
    if edit.kind in {ItemKind.CONFLICT, ItemKind.DELETED_EDITED, ItemKind.BOTH_INSERT}:
        return _SIGNS[Section.DIFFER]
    return _SIGNS[Section.AGREE if len(edit.people) > 1 else Section.ONE]


def in_short(edit: EditRow) -> str:
    """Return an edit on one line: 'service users → tenants'."""
    before, after = _plain(edit.base_text), _plain(edit.wordings[0].text)
    if len(edit.wordings) > 1 and before:
        return _shortened(before)
    if edit.wordings[0].moves_to is not None or not after:
        return _shortened(before)
    return _shortened(f"{before} → {after}" if before else after)


def row_of(entry: Entry, counts: dict[Section, int]) -> Row:
    """Return an entry as it stands in the list."""
    section = f"{entry.section} · {counts[entry.section]}"
    return _edit_row(entry, entry.edit, section) if entry.edit else _remark_row(entry, section)


def _edit_row(entry: Entry, edit: EditRow, section: str) -> Row:
    words, icon, tone = headline(edit)
    return Row(
        id=entry.id,
        strong=_DONE[edit.decision.verdict][0] if edit.decision else _BRIEF.get(words, words),
        muted=in_short(edit),
        section=section,
        icon=icon,
        tone=tone,
        pills=(PillLook(letters(edit.people)),),
        faint=entry.decided,
    )


def _remark_row(entry: Entry, section: str) -> Row:
    remark = entry.remarks[0]
    kind = remark.kind or remark.likely
    letter, tone = (kind.letter, kind.colour) if kind else ("?", "muted")
    done = _DONE[remark.verdict] if entry.decided and remark.verdict else None
    alike = f"{spoken.number(len(entry.remarks))} say the same: ".capitalize() if len(entry.remarks) > 1 else ""
    name = kind.name if kind and remark.kind else f"{kind.name}?" if kind else "Remark"
    return Row(
        id=entry.id,
        strong=done[0] if done else name,
        muted=_shortened(f"{alike}{remark.text}"),
        section=section,
        initials="" if done else letter,
        icon=done[1] if done else "",
        tone="muted" if done else tone,
        pills=(PillLook(letters(entry.people), icon="lock" if remark.audience is Audience.FACILITATOR else ""),),
        faint=bool(done),
    )


def letters(people: Sequence[str]) -> str:
    """Return 'F·A·R' for several people, and initials for one."""
    return initials(people[0]) if len(people) == 1 else "·".join(name[:1] for name in people)


def decided_words(edit: EditRow, decision: Decision) -> str:
    """Return what was decided about an edit, as one says it afterwards."""
    what = _shortened(_plain(edit.base_text) or _plain(edit.wordings[0].text), 36)
    if decision.verdict is Verdict.ACCEPTED and decision.choice is not None:
        wording = edit.wordings[decision.choice]
        said = _shortened(_plain(wording.text), 36)
        whose = " and ".join(wording.people)
        if wording.moves_to is not None:
            return f"Accepted {whose}’s move of ‘{what}’"
        return f"Accepted {whose}’s ‘{said}’" if said else f"Accepted {whose}’s cut of ‘{what}’"
    told = {
        Verdict.OWN_WORDING: f"Wrote ‘{_shortened(_plain(decision.wording or ''), 36)}’ for ‘{what}’",
        Verdict.KEPT: f"Kept ‘{what}’ as sent",
        Verdict.REJECTED: f"Rejected the change of ‘{what}’: {decision.reason}",
        Verdict.DISCUSS: f"To discuss with the author: ‘{what}’",
        Verdict.COMMENT: f"Made a comment of the change of ‘{what}’",
    }
    return told.get(decision.verdict, "Decided")


def remark_decided_words(remark: RemarkRow) -> str:
    """Return what was decided about a remark."""
    done = _DONE[remark.verdict][0] if remark.verdict else ""
    return f"{done}: {remark.person}’s ‘{_shortened(_plain(remark.text), 36)}’"


def remark_head(entry: Entry) -> str:
    """Return what stands above a remark."""
    count = len(entry.remarks)
    return "A remark" if count == 1 else f"{spoken.counted(count, 'remark').capitalize()} that say the same"


def came_by(remark: RemarkRow) -> str:
    """Return how a remark came, and whether it was answered."""
    by = "" if remark.how == "file" else _HOW.get(remark.how, remark.how)
    return " · ".join(filter(None, (by, "answered" if remark.verdict else "")))


def tone_of(number: int) -> str:
    """Return the colour of the disc of the person of that number."""
    return TONES[number % len(TONES)]


def verdict_sign(verdict: Verdict) -> str:
    """Return the icon of a decision."""
    return _DONE[verdict][1]


def by_whom(who: str, when: datetime, today: date) -> str:
    """Return 'Isla Munro · today, 10:42'."""
    then = local(when)
    day = "today" if then.date() == today else spoken.short_day(then.date(), today)
    return f"{who} · {day}, {spoken.clock(then.time())}"


def how(wording: Wording, today: date) -> str:
    """Return 'tracked, came 27 March'."""
    tracked = "tracked" if wording.tracked else "not tracked"
    return f"{tracked}, came {spoken.short_day(local(wording.came_at).date(), today)}"


def known_besides(wording: Wording) -> str:
    """Return who else signed a wording, and what was said there in an earlier file; '' if there is neither."""
    signed = f"Signed by {' and '.join(wording.signed)}" if wording.signed else ""
    earlier = f"Said otherwise earlier: “{_shortened(_plain(wording.earlier[-1]))}”" if wording.earlier else ""
    return " · ".join(filter(None, (signed, earlier)))


def heard(entry: Entry, of: int, place: str, alternatives: list[tuple[str, str]]) -> str:
    """Return an edit as a screen reader says it; alternatives are (whose, what is marked in it)."""
    edit = entry.edit
    if edit is None:
        return ""
    said = [f"Item {entry.number} of {of}, {kind_of(edit).lower()}, {place}."]
    said.append(f"As sent: {_plain(edit.base_text) or 'nothing stands there'}.")
    said += [f"Alternative {number}, {who}: {marked}." for number, (who, marked) in enumerate(alternatives, 1)]
    return " ".join(said)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _shortened(text: str, longest: int = LONGEST) -> str:
    return text if len(text) <= longest else f"{text[:longest].rstrip()}…"
