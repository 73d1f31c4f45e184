"""The page of the codebook: the kinds of comment in their order, and one of them, or what a file would bring."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from carfacilitator.services import reading
from carfacilitator.services.codebook import CodebookForm, Incoming, KindLine
from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Action
from carfacilitator.ui.dialogs import TABLES, Question
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.pages.codebook import texts
from carfacilitator.ui.pages.codebook.incoming_card import IncomingCard
from carfacilitator.ui.pages.codebook.kind_card import KindCard
from carfacilitator.ui.pages.codebook.remarks_card import RemarksCard
from carfacilitator.ui.saving import Saving
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.empty_state import EmptyState
from carfacilitator.ui.widgets.list_detail import ListDetail
from carfacilitator.ui.widgets.list_side import ListSide
from carfacilitator.ui.widgets.tall import Tall

MENU = "Kinds of comment"
NEW = Action("codebook.new", "New kind of comment", "Ctrl+N", "plus", MENU, "Add a kind of your own.")
FILTER = Action("codebook.filter", "Filter the kinds", "Ctrl+F", "search", MENU, "Go to the filter.")
EARLIER = Action("codebook.earlier", "Move up", "Alt+Up", "arrow-up", MENU, "Offer it before the one above it.")
LATER = Action("codebook.later", "Move down", "Alt+Down", "arrow-down", MENU, "Offer it after the one below it.")
MERGE = Action("codebook.merge", "Merge with another", "", "move", MENU, "Give its comments to another kind.")
RETIRE = Action(
    "codebook.retire", "Use it no more", "", "hidden", MENU, "Its comments keep it; new ones cannot have it."
)
BRING_BACK = Action("codebook.back", "Use it again", "", "undo", MENU, "Offer it for new comments once more.")
SAVE = Action("codebook.save", "Save as a file", "Ctrl+S", "export", MENU, "For another workspace or a colleague.")
LOAD = Action("codebook.load", "Add from a file", "", "receive", MENU, "See first what a codebook file would bring.")

_OF_KIND = (EARLIER, LATER, MERGE, RETIRE, BRING_BACK)
_CODEBOOKS = "Codebooks (*.json)"
_EMPTY = "What you say about a draft is sorted by kinds, each with its letter and its colour."


class CodebookPage(Page):
    """List left, one kind right; what a file would bring stands in place of it until it is taken in or left."""

    ID = "codebook"
    PLACE = "case-studies"
    ACTIONS = (NEW, FILTER, *_OF_KIND, SAVE, LOAD)
    SHOWS = frozenset({"CommentKind", "Comment", "KeptRemark"})

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__(desk)
        self._services = services
        self._keeping = Keeping(services, desk.messages)
        self._saving = Saving(services, desk)
        self._kinds: dict[UUID, KindLine] = {}
        self.side = self._list_side()
        self.card, self.remarks = KindCard(services, self._keeping), RemarksCard(services, self._keeping)
        self.incoming = IncomingCard()
        self.incoming.hide()
        self.both = ListDetail(self.side, Tall(self.incoming, self.card, self.remarks), "All kinds")
        self.body.addWidget(self.both, 1)
        self.setFocusProxy(self.side.list)
        self.head.set_crumb("Case studies")
        self.head.set_title("Kinds of comment", "The sides from which you look at a text: your codebook")
        self._bind()

    def open(self, entity: UUID | None) -> None:
        """Show a kind, or what was shown last."""
        if entity is not None:
            self._show(entity)
            self.both.show_detail()

    def refresh(self) -> None:
        """Read the kinds again."""
        kinds = self._services.codebook.rows(retired=True)
        self._kinds = {kind.id: kind for kind in kinds}
        self.side.set_rows([texts.kind_row(kind) for kind in kinds])
        current = self.side.list.current
        self._show(current if isinstance(current, UUID) and current in self._kinds else kinds[0].id)

    def step_back(self) -> bool:
        """Leave the file, or go from the kind to the list on a narrow window."""
        if not self.incoming.isHidden():
            self._leave_file()
            return True
        return self.both.step_back()

    def _list_side(self) -> ListSide:
        new = self.commands[NEW]
        return ListSide("Kinds of comment", EmptyState("comment", "No kind yet", _EMPTY, Button.of(new)), new)

    def _bind(self) -> None:
        codebook = self._services.codebook
        self.on(NEW, self._begin)
        self.on(FILTER, self.side.focus_filter)
        self.on(EARLIER, lambda: self._move(-1))
        self.on(LATER, lambda: self._move(1))
        self.on(MERGE, self._merge)
        self.on(RETIRE, lambda: self._do(lambda kind: codebook.retire(kind.id), "‘{}’ is not in use any more."))
        self.on(BRING_BACK, lambda: self._do(lambda kind: codebook.bring_back(kind.id), "‘{}’ is in use again."))
        self.on(SAVE, self._save)
        self.on(LOAD, self._load)
        self.offer(LOAD)
        self.offer(SAVE)
        for action in _OF_KIND:
            self.card.buttons.add(Button.of(self.commands[action], "quiet" if action is RETIRE else "plain"))
        self.side.list.chosen.connect(self._show)
        self.side.list.opened.connect(self.open)
        self.incoming.taken.connect(self._take_in)
        self.incoming.left.connect(self._leave_file)

    @property
    def kind(self) -> KindLine | None:
        """The kind that is shown."""
        current = self.side.list.current
        return self._kinds.get(current) if isinstance(current, UUID) else None

    def _show(self, kind_id: UUID) -> None:
        """Show a kind, and offer what can be done with it."""
        self.side.list.choose(kind_id)
        kind = self._kinds[kind_id]
        self.card.show_kind(kind)
        self.remarks.show_kind(kind)
        in_use = [each.id for each in self._kinds.values() if not each.retired]
        commands = self.commands
        for action in (EARLIER, LATER, MERGE, RETIRE):
            commands[action].setVisible(not kind.retired)
        commands[BRING_BACK].setVisible(kind.retired)
        commands.allow(EARLIER, if_=kind_id != in_use[0], else_="It is the first already.")
        commands.allow(LATER, if_=kind_id != in_use[-1], else_="It is the last already.")
        for action in (MERGE, RETIRE):
            commands.allow(action, if_=len(in_use) > 1, else_="One kind has to remain.")

    def _begin(self) -> None:
        question = Question(
            "A new kind of comment", "Its letter, colour and question can be changed afterwards.", "Add it"
        )
        name = self.desk.dialogs.ask_text(question, "Name")
        if name is None:
            return
        made = self._services.codebook.add(name)
        self._keeping.say_done(f"‘{name}’ was added.")
        self.refresh()
        self.open(made)
        self.card.question.setFocus()

    def _move(self, step: int) -> None:
        kind = self.kind
        if kind is not None:
            in_use = [each.id for each in self._kinds.values() if not each.retired]
            self._services.codebook.move(kind.id, in_use.index(kind.id) + step)
            self.refresh()

    def _merge(self) -> None:
        kind = self.kind
        others = [each for each in self._kinds.values() if not each.retired and each is not kind]
        if kind is None:
            return
        question = Question(
            f"Which kind shall have the comments of ‘{kind.name}’?",
            f"‘{kind.name}’ is not in use afterwards. Undo brings both back as they were.",
        )
        chosen = self.desk.dialogs.choose(question, [each.name for each in others])
        if chosen is None:
            return
        moved = self._services.codebook.merge(kind.id, others[chosen].id)
        self._keeping.say_done(f"{spoken.counted(moved, 'comment').capitalize()} moved to ‘{others[chosen].name}’.")

    def _do(self, deed: Callable[[KindLine], object], words: str) -> None:
        kind = self.kind
        if kind is not None and self._keeping.attempt(lambda: deed(kind)):
            self._keeping.say_done(words.format(kind.name))

    def _save(self) -> None:
        kinds = f"{_CODEBOOKS};;{TABLES}"
        suggestion = self._services.codebook.file().name
        file = self.desk.dialogs.save_file("Save the kinds of comment", Path(suggestion), kinds)
        if file is not None:
            form = CodebookForm.TABLE if file.suffix.casefold() == ".csv" else CodebookForm.JSON
            self._saving.save_as(self._services.codebook.file(form), file)

    def _load(self) -> None:
        for file in self.desk.dialogs.open_files("Which codebook?", f"{_CODEBOOKS};;{TABLES}")[:1]:
            self.incoming.show_incoming(self._services.codebook.preview(reading.bytes_of(file)), file.name)
            self._show_file(shown=True)
            self.both.show_detail()
            self.incoming.setFocus()

    def _take_in(self, incoming: Incoming) -> None:
        def take() -> None:
            added = self._services.codebook.take_in(incoming)
            self._keeping.say_done(f"{spoken.counted(added, 'kind').capitalize()} of comment were added.")

        if self._keeping.attempt(take):
            self._leave_file()

    def _leave_file(self) -> None:
        self._show_file(shown=False)
        self.side.list.setFocus()

    def _show_file(self, *, shown: bool) -> None:
        self.incoming.setVisible(shown)
        for card in (self.card, self.remarks):
            card.setHidden(shown)
