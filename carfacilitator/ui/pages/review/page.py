"""The review: choose two drafts, see what changed, and say what is to be said beside the newer one."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from carfacilitator.document.anchors import AnchorState
from carfacilitator.document.profiles import Profile
from carfacilitator.document.sections import places
from carfacilitator.model.terms import Audience
from carfacilitator.services.days import today
from carfacilitator.services.drafts import DraftRow
from carfacilitator.services.reviews import DraftPair
from carfacilitator.services.threads import Thread
from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Action
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.looks import audience_look, kind_look
from carfacilitator.ui.more_button import MoreButton
from carfacilitator.ui.page import Desk, Found, Page
from carfacilitator.ui.pages.review.asked import asked
from carfacilitator.ui.pages.review.cards import Beside, cards, file_date, head
from carfacilitator.ui.pages.review.chooser import DraftChooser
from carfacilitator.ui.pages.review.deeds import CommentDeeds
from carfacilitator.ui.pages.review.desk_actions import ON_THE_DESK, bind
from carfacilitator.ui.pages.review.errands import MORE, Errands
from carfacilitator.ui.pages.review.ways import Ways
from carfacilitator.ui.shared_actions import ALL_COMMENTS
from carfacilitator.ui.widgets.change_entries import Told, told
from carfacilitator.ui.widgets.file_cards import file_cards
from carfacilitator.ui.widgets.review_data import DraftHead
from carfacilitator.ui.widgets.review_desk import ReviewDesk
from carfacilitator.ui.widgets.sheet_model import Drafts, Way

if TYPE_CHECKING:
    from carfacilitator.document.blocks import Anchor

COMMENT = Action("review.comment", "Comment", "Ctrl+Alt+M", "comment", "Review", "Write about the chosen words (C).")
PACK = Action(
    "packs.make",
    "Make a review pack",
    "Ctrl+Shift+P",
    "export",
    "Case studies",
    "Make a file of this draft for a gatekeeper.",
)
Pair = tuple[DraftRow, DraftRow]
Wanted = tuple[UUID, UUID, Profile]  # the older draft (or the same), the newer, and what counts as a change
_UNSURE = frozenset({AnchorState.ORPHAN, AnchorState.WEAK})


class ReviewPage(Page):
    """Two drafts of one case study and the comments beside the newer. It opens for a draft or for a case study."""

    ID = "review"
    PLACE = "case-studies"
    OPENS = frozenset({"draft", "comment", "reply"})
    KNOWS = frozenset({"comment", "reply", "passage"})
    ACTIONS = (COMMENT, PACK, *ON_THE_DESK, ALL_COMMENTS, *MORE)
    SHOWS = frozenset({"Comment", "Reply", "CommentAnchor", "CommentKind", "KeptRemark", "Draft", "CaseStudy"})
    FOLDS_RAIL = True

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__(desk)
        self._services = services
        self._open: Pair | None = None  # the older (or the same) and the newer
        self._pair: DraftPair | None = None
        self._active = ""
        self._passage: Anchor | None = None
        self.chooser = DraftChooser()
        self.review = ReviewDesk((), [audience_look(audience) for audience in Audience])
        self._held = self.review.view.reading_at()
        self.review.comments.writing.prefer_audience(Audience.AUTHOR)
        keeping = Keeping(services, desk.messages)
        self.deeds = CommentDeeds(services, keeping, self.review)
        self.ways = Ways(services, keeping, desk.dialogs, self.review.bar.compare)
        self.errands = Errands(services, self, keeping, lambda: self._open, self.ways.profile_of)
        self.body.addWidget(self.review, 1)
        self.setFocusProxy(self.review.view)
        self._fill_head()
        self._connect()

    def open(self, entity: UUID | Found | None) -> None:
        """Open a draft beside the one before it, or the latest one of a case study; else what was open stays."""
        if entity is None:
            return
        newer, self._active, self._passage = asked(self._services, entity)
        stands = self._active or self._passage
        if self._open is not None and stands and newer.id == self._open[1].id and self._pair is not None:
            self._stand()  # what is asked for stands on what is open
            return
        before = [draft for draft in self._services.drafts.timeline(newer.case_study_id) if draft.number < newer.number]
        self.compare((before[-1] if before else newer).id, newer.id)

    def leave(self) -> None:
        """Keep what is being written."""
        super().leave()
        self.deeds.finish()

    def compare(self, older_id: UUID, newer_id: UUID) -> None:
        """Show two drafts side by side, or one alone where both are the same."""
        self.deeds.finish()
        self._open = self._services.drafts.open(older_id), self._services.drafts.open(newer_id)
        self._pair, self.deeds.draft_id = None, newer_id
        self._show_heads()
        profile, day = self.ways.profile_of(self._open[1].case_study_id), today(self._services.clock)
        heads = head(self._open[1], day), head(self._open[0], day)
        self.desk.jobs.start(
            "Comparing the drafts",
            lambda _job: _compared(self._services, (older_id, newer_id, profile), heads),
            self._show,
        )

    def compare_anew(self) -> None:
        """Compare the same drafts as is wanted now, and stay where one was reading."""
        if self._open is not None:
            self._held = self.review.view.reading_at()
            self.compare(self._open[0].id, self._open[1].id)

    def refresh(self) -> None:
        """Read the comments again; they stay where one was reading."""
        if self._open is None or self._pair is None:
            return
        self._show_heads()
        self._offer_kinds()
        day = today(self._services.clock)
        file = file_cards(self._pair.new, partial(file_date, today=day))
        self.review.show_cards([*cards(self._threads(), self._beside()), *file], self._active)
        self._active = ""

    def _offer_kinds(self) -> None:
        """Offer the kinds of comment with what is often said of each."""
        often: dict[UUID, list[str]] = {}
        for remark in self._services.remarks.rows():
            often.setdefault(remark.kind_id, []).append(remark.text)
        kinds = [kind_look(kind, often.get(kind.id, ())) for kind in self._services.reviews.kinds()]
        self.review.offer(kinds, [audience_look(audience) for audience in Audience])

    def _go_up(self) -> None:
        self.wants.emit(self.PLACE, self._open[1].case_study_id if self._open else None)

    def _fill_head(self) -> None:
        self.head.set_crumb("Case studies")
        self.head.add_button(self.chooser)
        self.offer(COMMENT)
        self.head.add_button(MoreButton(self.commands, ALL_COMMENTS, None, *MORE))
        self.offer(PACK, primary=True)

    def _connect(self) -> None:
        self.on(COMMENT, self.review.comments.writing.start)
        self.on(PACK, partial(self._go_on_to, "packs"))
        self.on(ALL_COMMENTS, partial(self._go_on_to, "comments"))
        bind(self.on, self.review)
        self.chooser.chosen.connect(self.compare)
        self.review.way_chosen.connect(self._remember_way)
        self.ways.compared_anew.connect(self.compare_anew)
        self.review.copy_wanted.connect(self._copy)
        self.deeds.made.connect(self._stand_at)

    def _show(self, compared: tuple[Wanted, DraftPair, Drafts]) -> None:
        of, pair, shown = compared
        if self._open is None:
            return
        older, newer = self._open
        if of != (older.id, newer.id, self.ways.profile_of(newer.case_study_id)):
            return  # something else was chosen meanwhile
        self._pair = pair
        self.review.show_rows(shown)
        self.review.look(self.ways.of(newer.case_study_id))
        if self._held is not None:
            self.review.view.read_on(self._held)
            self._held = None
        self.review.view.viewport().repaint()  # the rows stand there before anything else is begun
        self._stand()
        asides = self.deeds.asides()
        self.review.comments.writing.aside = asides.all() if asides else []
        self.review.show_aside()
        self.desk.jobs.start("Counting the changes", lambda _job: (shown, told(shown)), self._tell)

    def _tell(self, counted: tuple[Drafts, Told]) -> None:
        of, changes = counted
        if of is self.review.view.model.drafts:  # else something else was chosen meanwhile
            self.review.show_changes(changes)

    def _show_heads(self) -> None:
        if self._open is None:
            return
        older, newer = self._open
        study = self._services.case_studies.open(newer.case_study_id)
        self.head.set_title(study.title, study.author, serif=True)
        self.chooser.show_drafts(self._services.drafts.timeline(study.id), older.id, newer.id)

    def _threads(self) -> list[Thread]:
        return self._services.reviews.threads(self._open[1].id) if self._open else []

    def _beside(self) -> Beside:
        day = today(self._services.clock)
        if self._pair is None or self._open is None:
            return Beside(day, {}, {})
        newer = self._open[1].id
        unsure = [one.id for one in self._threads() if one.is_open and one.place.state in _UNSURE]
        found = {id_: self._services.reviews.candidates(id_, newer) for id_ in unsure}
        return Beside(day, {number: place.words for number, place in enumerate(places(self._pair.new))}, found)

    def _stand(self) -> None:
        """Show the comments, and go to the one that was asked for, or to the passage."""
        wanted, passage = self._active, self._passage
        self._passage = None
        self.refresh()
        if wanted:
            self.review.comments.activate(wanted)
        if passage is not None:
            self.review.view.go_to_passage(passage)

    def _stand_at(self, comment: str) -> None:
        self._active = comment
        self.refresh()

    def _remember_way(self, way: Way) -> None:
        if self._open is not None:
            self.ways.remember(self._open[1].case_study_id, way)

    def _copy(self, words: str) -> None:
        if self._open is not None:
            newer = self._open[1]
            self.attempt(
                lambda: self._services.departures.copy_words(words, newer.audience, f"parts of Draft:{newer.id}")
            )

    def _go_on_to(self, page: str) -> None:
        """Go to another page with the draft that is open, or with its case study."""
        if self._open is not None:
            newer = self._open[1]
            self.wants.emit(page, newer.case_study_id if page == "comments" else newer.id)


def _compared(
    services: Services, wanted: Wanted, heads: tuple[DraftHead, DraftHead]
) -> tuple[Wanted, DraftPair, Drafts]:
    """Compare aside, and have the rows ready, so that the window never waits for them."""
    pair = services.reviews.compare(*wanted)
    new_head, old_head = heads
    shown = Drafts(pair.new, pair.old, pair.comparison, new_head, old_head)
    if wanted[0] == wanted[1]:
        shown = Drafts(pair.new, new_head=new_head)
    return wanted, pair, shown.make_ready()
