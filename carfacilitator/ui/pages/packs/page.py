"""The packs page: one file for one person, and the certainty of what is in it; then handing it over."""

from pathlib import Path
from uuid import UUID

from carfacilitator.errors import KnownError, NotFoundError, RefusedError
from carfacilitator.services.days import today
from carfacilitator.services.gatekeepers import GatekeeperRow
from carfacilitator.services.pack_plans import PackPlan
from carfacilitator.services.pack_wording import Asked, PackWishes
from carfacilitator.services.packing import PackMade
from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Action
from carfacilitator.ui.half_filled import HalfFilled
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.pages.packs.contents import CountCard, InsideCard, going, staying
from carfacilitator.ui.pages.packs.first_page import FirstPage
from carfacilitator.ui.pages.packs.hand_over import HandOver
from carfacilitator.ui.pages.packs.handing import Handing
from carfacilitator.ui.pages.packs.wishes_card import WishesCard
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.empty_state import EmptyState
from carfacilitator.ui.widgets.one_of import OneOf

SAVE = Action("packs.save", "Save the pack", "Ctrl+Return", "export", "Pack", "Save it, its message and its receipt.")
MAIL = Action("packs.mail", "Open a mail draft", "Ctrl+D", "mail", "Pack", "Open the message in your mail program.")
COPY = Action("packs.copy", "Copy the text", "Ctrl+Shift+C", "copy", "Pack", "Copy what the message says.")
ADDRESS = Action("packs.address", "Copy the address", "Ctrl+Shift+A", "copy", "Pack", "Copy whom the message goes to.")
FOLDER = Action("packs.folder", "Show in folder", "Ctrl+O", "folder", "Pack", "Open the folder that the pack is in.")


class PacksPage(Page):
    """Opens for a draft, of which a pack is to be made, or for a pack, which is to be handed over."""

    ID = "packs"
    PLACE = "case-studies"
    OPENS = frozenset({"pack"})
    ACTIONS = (SAVE, MAIL, COPY, ADDRESS, FOLDER)
    SHOWS = frozenset({"Pack", "Gatekeeper", "Comment", "CommentAnchor", "Draft", "Departure"})

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__(desk)
        self._services = services
        self._draft: UUID | None = None
        self._plan: PackPlan | None = None
        self.handing = Handing(services, desk, self._show_made)
        self.wishes = WishesCard(lambda: today(services.clock))
        self._typed = HalfFilled(services.unsaved, "", self.wishes.texts)
        self.goes = CountCard("Goes out", "", "check")
        self.stays = CountCard("Stays here", "", "lock", private=True)
        self.inside = InsideCard()
        self.first = FirstPage()
        self._fill()
        self._connect()

    def open(self, entity: UUID | None) -> None:
        """Begin a pack of a draft, or go on with one that was made; else what was open stays."""
        if entity is None or entity == self._draft:
            return
        try:
            self._services.packs.open(entity)
        except NotFoundError:
            self._begin(entity)
        else:
            self._hand_over(self._services.packs.again(entity), [])

    def refresh(self) -> None:
        """Look again at what would go out, or at how far the pack is."""
        if self.handing.made is not None:
            self._show_made()
        elif self._draft is not None:
            self._show_plan()

    def _go_up(self) -> None:
        self.wants.emit(self.PLACE, self._case_study())

    def _case_study(self) -> UUID | None:
        if self.handing.made is not None:
            return self._services.packs.open(self.handing.made.stamp.id).case_study_id
        return self._services.drafts.open(self._draft).case_study_id if self._draft else None

    def _fill(self) -> None:
        self.head.set_crumb("Case studies")
        self.offer(SAVE, primary=True)
        columns = Columns(4, 4, 4, least=270)
        columns.add(0, self.wishes)
        for card in (self.goes, self.stays, self.inside):
            columns.add(1, card)
        columns.add(2, self.first)
        columns.end()
        nobody = EmptyState(
            "gatekeepers",
            "No gatekeeper to send it to yet",
            "A pack is made for one gatekeeper. Add the first one under Gatekeepers (Ctrl 6).",
        )
        self.on(SAVE, self._save)
        self.on(MAIL, self.handing.open_mail)
        self.on(COPY, self.handing.copy_text)
        self.on(ADDRESS, self.handing.copy_address)
        self.on(FOLDER, self.handing.show_folder)
        self.hand = HandOver(*(self.commands[action] for action in (MAIL, COPY, ADDRESS, FOLDER)))
        self._wished, self._nobody = columns, nobody
        self.states = OneOf(columns, nobody, self.hand)
        self.body.addWidget(self.states)

    def _connect(self) -> None:
        self.wishes.changed.connect(self._show_plan)
        self.inside.changed.connect(self._show_plan)
        self.hand.answered.connect(self.handing.answer)

    def _begin(self, draft_id: UUID) -> None:
        draft = self._services.drafts.open(draft_id)
        self._draft, self.handing.made = draft.id, None
        self.wishes.clear()
        self.inside.clear()
        self._typed.about(f"draft:{draft.id}:pack")
        self._typed.bring_back()
        self._show_plan()

    def _show_plan(self) -> None:
        if self._draft is None or self.handing.made is not None:
            return
        gatekeepers = self._gatekeepers(self._draft)
        self.wishes.offer(gatekeepers)
        self.states.choose(self._wished if gatekeepers else self._nobody)
        self._plan = None
        gatekeeper = self.wishes.gatekeeper_id
        if gatekeeper is not None:
            self.attempt(lambda: self._plan_for(gatekeeper))
        self._show_head()

    def _gatekeepers(self, draft_id: UUID) -> list[GatekeeperRow]:
        """Return all gatekeepers, those of the case study's own partnership first."""
        study = self._services.case_studies.open(self._services.drafts.open(draft_id).case_study_id)
        own = self._services.groups.open(study.group_id).partnership_id
        return sorted(self._services.gatekeepers.rows(), key=lambda row: row.partnership_id != own)

    def _plan_for(self, gatekeeper: UUID) -> None:
        if self._draft is None:
            return
        self._plan = plan = self._services.packs.prepare(self._draft, gatekeeper, self._wishes())
        self.goes.show_lines(going(plan))
        self.stays.show_lines(staying(plan))
        self.inside.show_plan(plan)
        self.first.show_plan(plan)

    def _wishes(self) -> PackWishes:
        return PackWishes(
            asked=Asked(self.wishes.asked.value),
            questions=self.wishes.asked_questions,
            reply_by=self.wishes.reply_by.value,
            word=self.wishes.word.text.strip(),
            keep_comments=self.inside.kept("comments"),
            keep_changes=self.inside.kept("changes"),
            keep_hidden=self.inside.kept("hidden"),
            keep_names=self.inside.kept("names"),
        )

    def _show_head(self) -> None:
        handing = self.handing.made is not None
        for action in (MAIL, ADDRESS, FOLDER, COPY):
            self.commands.allow(action, if_=handing, else_="Save the pack first.")
        self.commands[SAVE].setVisible(not handing)
        self.commands.allow(SAVE, if_=self._plan is not None, else_="Say for whom it is.")
        if handing:
            return
        plan = self._plan
        name = self.wishes.gatekeeper.box.currentText().partition(",")[0]
        self.head.set_title(f"Review pack for {name}" if plan else "Review pack", plan.case_study if plan else "")

    def _save(self) -> None:
        self.wishes.setFocus()  # what is being typed is finished, and so planned with
        self._show_plan()
        plan = self._plan
        folder = self.desk.dialogs.choose_folder("Where shall the pack be saved?") if plan else None
        if plan is None or folder is None:
            return
        self.desk.jobs.start(
            "Making the pack",
            lambda _job: self._made_and_saved(plan, folder),
            self._saved,
            self.desk.messages.fail,
        )

    def _made_and_saved(self, plan: PackPlan, folder: Path) -> tuple[PackMade, list[Path]]:
        made = self._services.packs.make(plan)
        try:
            return made, self._saved_in(made, folder)
        except KnownError:
            self._services.packs.remove(made.stamp.id)  # what could not be saved was never made
            raise

    def _saved_in(self, made: PackMade, folder: Path) -> list[Path]:
        """Save the pack in a folder, or beside an earlier one of the same name in a folder of its own."""
        try:
            return self._services.packs.hand_over(made, folder)
        except RefusedError:
            return self._services.packs.hand_over(made, folder / f"Pack {made.stamp.code}")

    def _saved(self, result: tuple[PackMade, list[Path]]) -> None:
        made, files = result
        self._typed.forget()
        self._hand_over(made, files)
        self.desk.messages.say(f"Saved {len(files)} files. Nothing was sent.")

    def _hand_over(self, made: PackMade, files: list[Path]) -> None:
        self.handing.made, self.handing.files, self._draft = made, files, None
        self._show_made()

    def _show_made(self) -> None:
        made = self.handing.made
        if made is None:
            return
        pack = self._services.packs.open(made.stamp.id)
        self.head.set_title(
            f"Hand over the pack for {pack.gatekeeper}", f"{pack.case_study}, draft {pack.draft_number}"
        )
        self.hand.show_pack(pack, self.handing.where, made.address, made.text.data.decode("utf-8"))
        self.states.choose(self.hand)
        self._show_head()
