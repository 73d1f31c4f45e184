"""The review desk: list of changes, overview, sheets, comments and tray as one widget that a page fills and hears."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from carfacilitator.ui.widgets.card_filter import card_menu
from carfacilitator.ui.widgets.change_entries import COUNTING, Told, told
from carfacilitator.ui.widgets.comment_passages import comments_on_rows
from carfacilitator.ui.widgets.desk_comments import CommentParts, DeskComments
from carfacilitator.ui.widgets.desk_find import DeskFind
from carfacilitator.ui.widgets.desk_frame import DeskFrame
from carfacilitator.ui.widgets.desk_keys import press
from carfacilitator.ui.widgets.review_data import AudienceLook, CommentCard, KindLook, ViewMode
from carfacilitator.ui.widgets.sheet_model import Drafts, Way


class ReviewDesk(DeskFrame):
    """Everything of a review but the page's own head. What is done to comments is heard from `comments`.

    `passage_chosen` hands over an Anchor, `copy_wanted` words for the clipboard, `way_chosen` a Way to be remembered.
    """

    passage_chosen = Signal(object)
    copy_wanted = Signal(str)
    way_chosen = Signal(object)

    def __init__(self, kinds: Sequence[KindLook] = (), audiences: Sequence[AudienceLook] = ()) -> None:
        super().__init__(kinds, audiences)
        self.setObjectName("review-desk")
        parts = CommentParts(self.view, self.margin, self.composer, self.finder, self.tray)
        self.comments = DeskComments(parts, self)
        self.finding = DeskFind(self.find_bar, self.view, self)
        self._wanted = Way()
        self._told = Told()
        self._insists = False  # on side by side, though the window is narrow
        self._connect()
        self.offer(kinds, audiences)

    def offer(self, kinds: Sequence[KindLook], audiences: Sequence[AudienceLook]) -> None:
        """Offer these kinds and audiences for comments."""
        self.margin.audiences = tuple(audiences)
        if self.comments.open_widget is not self.composer:  # nothing changes under the fingers
            self.composer.offer(kinds, audiences)

    def show_drafts(self, drafts: Drafts) -> None:
        """Show these drafts from their beginning, without comments: those are shown next."""
        self.show_rows(drafts)
        self.show_changes(told(drafts))

    def show_rows(self, drafts: Drafts) -> None:
        """Show only the sheets of these drafts; their changes are told next, by `show_changes`."""
        self._told = COUNTING if drafts.comparison else Told()
        self.comments.show_cards(())
        self.view.read(drafts)
        self.look(self._wanted)
        self._tell_changes()

    def show_changes(self, told: Told) -> None:
        """Tell the changes of the drafts that are shown, beside the comments that stand on them."""
        self._told = told
        self.view.show_moves()
        self._tell_changes()
        self.changes.show_comments(comments_on_rows(self.comments.cards, self.view.model.drafts))

    def show_cards(self, cards: Sequence[CommentCard], active: str = "") -> None:
        """Show these comments beside the newer draft; `active` is the one to stand at, else it stays."""
        self.comments.show_cards(cards, active)
        self.changes.show_comments(comments_on_rows(cards, self.view.model.drafts))
        self._count_comments()

    def look(self, way: Way) -> None:
        """Look at the drafts this way; in a narrow window side by side gives way to one column."""
        other_marks = way.own_changes != self.view.way.own_changes
        self._wanted = way
        gives_way = self.narrow and way.mode is ViewMode.SIDE and not self._insists
        self.view.look(replace(way, mode=ViewMode.INLINE) if gives_way else way)
        self.bar.show_way(self.view.way)
        self.heads.show_heads(self.view.model, self.view.stack.page.columns)
        if other_marks:
            self._tell_changes()

    def choose_mode(self, mode: ViewMode) -> None:
        """Look at the drafts as was asked for, and have it remembered."""
        self._choose_way(replace(self._wanted, mode=mode))

    def go_to_change(self, number: int) -> None:
        """Go to a change, counted from 0: in the list, on the sheets and in the overview."""
        if 0 <= number < len(self.changes.entries):
            self.changes.choose(number)
            self.view.go_to_row(self.changes.entries[number].row)
            self.bar.show_place(number + 1, len(self.changes.entries))

    def become_narrow(self) -> None:
        """Look at the drafts as they were wanted, as far as there is room."""
        super().become_narrow()
        self.look(self._wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys of the review do, wherever they were not wanted for writing."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.finding.begin()
        elif event.matches(QKeySequence.StandardKey.FindNext):
            self.finding.step(1)
        elif event.matches(QKeySequence.StandardKey.FindPrevious):
            self.finding.step(-1)
        elif not press(self, self.comments, event):
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.changes.chosen.connect(self.go_to_change)
        self.bar.way_chosen.connect(self._choose_way)
        self.bar.stepped.connect(self.changes.step)
        self.view.row_activated.connect(self._row_activated)
        self.view.passage_chosen.connect(self.passage_chosen)
        self.view.copy_wanted.connect(self.copy_wanted)
        self.view.laid_out.connect(self._laid_out)
        self.comments.changed_side.connect(self._show_side)
        self.comments.activated.connect(lambda: self.fold_margin(folded=False))
        self.comments.filtered.connect(self._count_comments)
        self.comments.writing.set_aside.connect(self._show_side)
        self.filter.clicked.connect(self._offer_filter)
        self.aside.clicked.connect(lambda _: self.comments.writing.resume(self.comments.writing.aside[-1]))

    def _count_comments(self) -> None:
        number = sum(not card.resolved for card in self.comments.cards)
        shown, of = len(self.comments.shown()), len(self.comments.cards)
        told = f"{number} open" if number else "none open"
        narrowed = self.comments.filter.words()
        self.count.setText(f"{shown} of {of}: {narrowed}" if narrowed else told)
        self.bar.offer_comments(f"{number} {'comment' if number == 1 else 'comments'}", offered=self.slim)

    def _offer_filter(self) -> None:
        menu = card_menu(self, self.comments.cards, self.comments.filter, self.comments.show_only)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.filter.mapToGlobal(QPoint(0, self.filter.height())))

    def _tell_changes(self) -> None:
        """Fill the list and the sentence from the comparison, or from what was tracked in the file."""
        own, sentence = self._told.own, self._told.sentence
        compared = self.view.model.drafts.comparison is not None
        if self.view.way.own_changes:
            self.changes.show_entries(own)
        else:
            self.changes.show_entries(self._told.entries, self._told.replacements, counted=self._told.counted)
        if self.view.way.own_changes:
            sentence = f"{len(own)} tracked in Word" if len(own) != 1 else "1 change tracked in Word"
        self.bar.show_summary(sentence, compared=compared, has_own=bool(own))
        self.bar.show_place(0, len(self.changes.entries))

    def _choose_way(self, way: Way) -> None:
        self._insists = self.narrow and way.mode is ViewMode.SIDE
        self.look(way)
        self.way_chosen.emit(way)

    def _row_activated(self, row: int) -> None:
        self.changes.choose_row(row)
        self.view.current_row = row
        self.view.viewport().update()
        if self.changes.current >= 0:
            self.bar.show_place(self.changes.current + 1, len(self.changes.entries))

    def _laid_out(self) -> None:
        self.overview.show_ticks(self.view.stack.ticks(), self.view.lens())
        self.heads.show_heads(self.view.model, self.view.stack.page.columns)
        self.margin.arrange()

    def show_aside(self) -> None:
        """Offer to go on with what was set aside."""
        number = len(self.comments.writing.aside)
        self.aside.say("Go on with your comment" if number == 1 else f"{number} comments set aside: go on")
        self.aside.setVisible(bool(number))

    def _show_side(self) -> None:
        self.show_beside(self.comments.open_widget)
        if self.comments.open_widget is self.composer:
            self.tray.set_open(open_=False)  # the room is for writing; its one line stays
        self.show_aside()
