"""What is said of case studies, drafts and packs on their page, in words."""

from datetime import date

from carfacilitator.model.terms import Audience, Stage
from carfacilitator.services.case_studies import CaseStudyDetails, CaseStudyRow
from carfacilitator.services.days import local
from carfacilitator.services.dispatches import DispatchRow, DispatchState
from carfacilitator.services.drafts import RESTORED, DraftRow
from carfacilitator.services.packs import PackRow
from carfacilitator.services.results import COMBINED
from carfacilitator.ui.receiving.arriving import WAYS
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.pill import PillLook
from carfacilitator.ui.widgets.rows import Row

STAGES = tuple(stage.value[0].upper() + stage.value[1:] for stage in Stage)
AUDIENCES = tuple((audience.value, audience.value[0].upper() + audience.value[1:]) for audience in Audience)

_MADE_HERE = {RESTORED: "an older one", COMBINED: "what came back"}


def study_row(study: CaseStudyRow) -> Row:
    """Return a case study as a row of the list."""
    latest = f"draft {study.latest.number}" if study.latest else "no draft yet"
    return Row(
        id=study.id,
        strong=study.title,
        muted=f"{study.author} · {latest}",
        section=study.group,
        reached=study.stage_number,
        stages=len(STAGES),
        serif=True,
    )


def about(study: CaseStudyDetails) -> str:
    """Return the line below the title: whose it is, and its question."""
    return " · ".join(part for part in (_with_job(study), study.question) if part)


def _with_job(study: CaseStudyDetails) -> str:
    job = study.author_job or study.author_organisation
    return f"{study.author}, {job}" if job else study.author


def span(drafts: list[DraftRow]) -> str:
    """Return 'words in each · twelve weeks from the first to the fourth', as far as there is something to span."""
    if not drafts:
        return ""
    if len(drafts) == 1:
        return "words in it"
    first, last = (local(draft.received_at).date() for draft in (drafts[0], drafts[-1]))
    length = spoken.ago(first, last).removesuffix(" ago")
    if (last - first).days <= 1:
        return "words in each"
    return f"words in each · {length} from the first to the latest"


def ways(known: str) -> list[tuple[str, str]]:
    """Return the ways by which a draft comes, to choose from, with the one that is known."""
    options = list(WAYS) if known in WAYS else [known, *WAYS]
    return [(way, way[:1].upper() + way[1:] if way else "Not known") for way in options]


def came(draft: DraftRow, today: date) -> str:
    """Return 'Draft 4 came from Ailsa Reid by email on Wednesday 4 March, 17:20'."""
    if draft.arrived_by in _MADE_HERE:
        when = spoken.moment(local(draft.received_at), today)
        return f"Draft {draft.number} was made from {_MADE_HERE[draft.arrived_by]} on {when}"
    way = {"email": "by email"}.get(draft.arrived_by, draft.arrived_by)
    when = spoken.moment(local(draft.received_at), today)
    return " ".join(
        part for part in (f"Draft {draft.number} came from {draft.received_from}", way, f"on {when}") if part
    )


def holds(draft: DraftRow) -> str:
    """Return '4,830 words · eleven open comments, two of them to be looked at · its file's name'."""
    comments = spoken.counted(draft.open_comments, "open comment")
    if draft.unsure:
        comments += f", {spoken.number(draft.unsure)} of them to be looked at"
    return f"{draft.words:,} words · {comments} · {draft.file_name}"


def brief_day(when: date, today: date) -> str:
    """Return '4 March', or '12 Dec 2025' where the year must be said too."""
    if when.year == today.year:
        return spoken.short_day(when, today)
    return f"{when.day} {spoken.MONTHS[when.month - 1][:3]} {when.year}"


def pack_state(pack: PackRow, today: date) -> PillLook:
    """Return how a pack stands, in two words."""
    if pack.handed_over_at is None:
        return PillLook("Not sent yet", "warn", "alert")
    if pack.days_late:
        return PillLook(f"{pack.days_late} day{'' if pack.days_late == 1 else 's'} late", "warn", "clock")
    if pack.reply_by is None:
        return PillLook("Out", icon="clock")
    return PillLook(f"Due {spoken.ago(pack.reply_by, today)}", icon="clock")


def dispatch_state(one: DispatchRow, today: date) -> PillLook:
    """Return how a pack stands, answers that came and reminders included."""
    if one.back is not None:
        return PillLook(f"Back {brief_day(local(one.back).date(), today)}", "good", "reply")
    if one.state is DispatchState.REMINDED and one.remind_on is not None and one.remind_on > today:
        return PillLook(f"Ask {spoken.ago(one.remind_on, today)}", "warn", "clock")
    return pack_state(one.pack, today)


def pack_words(pack: PackRow, today: date) -> str:
    """Return what was sent and asked: 'draft 4, to read and comment, sent on 12 February'."""
    when = "made" if pack.handed_over_at is None else "sent"
    day = local(pack.handed_over_at or pack.made_at).date()
    return f"Draft {pack.draft_number}, to {pack.asked.value}; {when} on {spoken.short_day(day, today)}"
