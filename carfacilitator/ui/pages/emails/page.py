"""The page for an email that answers a pack: paste it, look at its remarks, keep them."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt

from carfacilitator.errors import KnownError, NotFoundError, RefusedError
from carfacilitator.services.emails import EmailPart
from carfacilitator.services.packs import PackRow
from carfacilitator.services.passages import Place
from carfacilitator.services.returns import Taken
from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Action
from carfacilitator.ui.half_filled import HalfFilled
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.pages.emails.parts import PartsCard, Proposed
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.empty_state import EmptyState
from carfacilitator.ui.widgets.field import ChoiceField, TextField
from carfacilitator.ui.widgets.one_of import OneOf
from carfacilitator.ui.widgets.words import SMALL, Words

KEEP = Action("emails.keep", "Keep these remarks", "Ctrl+Return", "check", "Email", "Keep the email and its remarks.")
_AS_IT_IS = "Its text is kept as it stands here. Greeting, signature and what it quotes of yours make no remarks."
_NO_PACK = "An email answers a pack that went out. Packs are made on the page of a case study."
_HERE = "This email is here already: nothing was added."
_NOT_NOW = "No email is kept while the view is discreet: it would be kept under initials."


class EmailsPage(Page):
    """Opens for a pack; what was pasted for it and not kept is there again."""

    ID = "emails"
    PLACE = "case-studies"
    ACTIONS = (KEEP,)
    SHOWS = frozenset({"Pack", "Gatekeeper"})

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__(desk)
        self._services = services
        self._packs: dict[str, PackRow] = {}
        self._read = ""  # the text of which the remarks are shown
        self._length = 0  # of the text, before what is done to it now
        self.pack = ChoiceField("Whose email it is")
        self.text = TextField("What it says", example="Paste the whole email here", lines=(14, 40))
        self.parts = PartsCard(self._find)
        self._typed = HalfFilled(services.unsaved, "", {"email": self.text})
        self.head.set_crumb("Case studies")
        self.offer(KEEP, primary=True)
        self._put_cards()
        self.on(KEEP, self.keep)
        self.pack.chosen.connect(self._show_pack)
        self.text.area.textChanged.connect(self._hear)
        self.text.typed.connect(self._take_apart)
        self.text.finished.connect(self._take_apart)
        self.parts.changed.connect(self._say)
        self.setFocusProxy(self.text)

    def open(self, entity: UUID | None) -> None:
        """Take an email for a pack; without one, for the pack that was handed over last."""
        self.refresh()
        if entity is not None and str(entity) not in self._packs:
            raise NotFoundError("That pack is not there any more.")
        if entity is not None or self._services_pack is None:
            self._show_pack(str(entity) if entity is not None else next(iter(self._packs), ""))

    @property
    def shown(self) -> UUID | None:
        """The pack that is answered."""
        return self._services_pack.id if self._services_pack else None

    def refresh(self) -> None:
        """Read the packs again."""
        rows = sorted(self._services.packs.rows(), key=lambda row: row.handed_over_at is None)
        self._packs = {str(row.id): row for row in rows}
        self.pack.set_options([(id_, _called(row)) for id_, row in self._packs.items()])
        self._states.choose(self._columns if self._packs else self._empty)
        self._say()

    def keep(self) -> None:
        """Keep the email and its remarks, and go where they are decided about.

        Raises:
            KnownError: nothing was pasted, or a remark seeks words that stand nowhere.
        """
        pack = self._services_pack
        if pack is None:
            return
        if self._services.discretion.is_discreet:
            raise RefusedError(_NOT_NOW)
        self._finish_rows()
        taken = self._services.returns.paste(pack.id, self.text.text, [one.part for one in self.parts.proposed])
        self._empty_text()
        self._typed.forget()
        self._say_kept(taken)
        self.wants.emit("combined", taken.draft_id)

    def _finish_rows(self) -> None:
        self.text.finish()
        for row in self.parts.rows:
            row.finish()
        if self.parts.lost is not None:
            self.parts.lost.sought.setFocus(Qt.FocusReason.OtherFocusReason)
            raise KnownError(
                "A remark is about words that stand nowhere in the draft.", "Change them or take them out."
            )

    def _say_kept(self, taken: Taken) -> None:
        if taken.already_known:
            self.desk.messages.say(_HERE, tone="warn")
            return
        said = spoken.counted(taken.new_remarks, "remark")
        self.desk.messages.say(
            f"{taken.gatekeeper}’s email is in: {said}.",
            undo=lambda: self.attempt(lambda: self._services.returns.remove(taken.return_id)),
        )

    @property
    def _services_pack(self) -> PackRow | None:
        return self._packs.get(self.pack.value)

    def _show_pack(self, pack_id: str) -> None:
        self.text.finish()  # what was pasted for the pack before
        self.pack.set_value(pack_id)
        self._typed.about(f"pack:{pack_id}")
        self._empty_text()
        self._typed.bring_back()
        self._take_apart(self.text.text)
        self._say()

    def _empty_text(self) -> None:
        self.text.set_text("")
        self._read = ""
        self.parts.show_parts([])

    def _hear(self) -> None:
        """Take what was pasted apart at once; what is typed, at a pause."""
        text = self.text.text
        if abs(len(text) - self._length) > 1:
            self._take_apart(text)
        self._length = len(text)
        self._say()

    def _take_apart(self, text: str) -> None:
        """Propose the remarks of a text, unless they are those that stand there."""
        pack = self._services_pack
        if pack is None or text == self._read:
            return
        self._read = text
        parts = self._services.returns.email_parts(pack.id, text)
        self.parts.show_parts([self._proposed(part) for part in parts])

    def _proposed(self, part: EmailPart) -> Proposed:
        if part.anchor is None:
            return Proposed(part.text)
        place = self._services.returns.place_at(self._pack_id(), part.anchor)
        return Proposed(part.text, place, place.words)

    def _pack_id(self) -> UUID:
        return UUID(self.pack.value)

    def _find(self, words: str) -> Sequence[Place]:
        return self._services.returns.places(self._pack_id(), words)

    def _say(self) -> None:
        pack, count = self._services_pack, len(self.parts.proposed)
        title = f"An email from {pack.gatekeeper}" if pack else "An email"
        self.head.set_title(title, f"‘{pack.case_study}’, draft {pack.draft_number}, pack {pack.code}" if pack else "")
        words = f"Keep {spoken.counted(count, 'remark')}" if count else "Keep it without a remark"
        self.commands[KEEP].setText(words)
        self.commands.allow(KEEP, if_=bool(pack and self.text.text.strip()), else_="Paste the email first.")

    def _put_cards(self) -> None:
        email = Card("The email")
        for part in (self.pack, self.text, Words(_AS_IT_IS, SMALL, wraps=True)):
            email.add(part)
        columns = Columns(1, 1, least=320)
        for number, card in enumerate((email, self.parts)):
            card.setProperty("panel", "card")
            columns.add(number, card)
        columns.end()
        self._columns, self._empty = columns, EmptyState("mail", "No pack has gone out yet", _NO_PACK)
        self._states = OneOf(columns, self._empty)
        self.body.addWidget(self._states)
        self.body.addStretch(1)


def _called(row: PackRow) -> str:
    return f"{row.gatekeeper}, on draft {row.draft_number} of ‘{row.case_study}’"
