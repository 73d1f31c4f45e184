"""What is known of a gatekeeper, edited where it stands: who they are, and, back stage, what moves them."""

from carfacilitator.model.terms import GatekeeperKind
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping, Kept
from carfacilitator.ui.pages.gatekeepers.overview import Overview
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.fact import Fact
from carfacilitator.ui.widgets.field import ChoiceField
from carfacilitator.ui.widgets.flow import Flow

KINDS = (
    (GatekeeperKind.CENTRAL.value, "Central: leads the partnership"),
    (GatekeeperKind.LOCAL.value, "Local: a manager or an area lead"),
    (GatekeeperKind.PARTICIPANT.value, "Through a member: reached by one of the group"),
)


class About(Card):
    """Name, role, organisation, kind and address of a gatekeeper."""

    def __init__(self, services: Services, keeping: Keeping, remove: Button) -> None:
        super().__init__("Who it is")
        self._services, self._keeping = services, keeping
        self._shown: Overview | None = None
        self.name = Kept(Fact("Name"), keeping)
        self.role = Kept(Fact("Role", "what they are here"), keeping)
        self.organisation = Kept(Fact("Organisation", "for whom they work"), keeping)
        self.kind = ChoiceField("Where they stand", KINDS, "It decides which comments a pack for them may hold.")
        self.email = Kept(Fact("Email", "no address yet"), keeping)
        self.telephone = Kept(Fact("Telephone", "no number yet"), keeping)
        self.kind.chosen.connect(self._choose_kind)
        for kept in (self.name, self.role, self.organisation):
            self.add(kept.field)
        self.add(self.kind)
        for kept in (self.email, self.telephone):
            self.add(kept.field)
        self.add(Flow(remove))
        keeping.conceal(self.email.field, self.telephone.field)

    def fill(self, shown: Overview, /) -> None:
        """Show a gatekeeper, without losing what is being typed."""
        self._shown = shown
        one, amend, key = shown.gatekeeper, self._services.gatekeepers.amend, f"gatekeeper:{shown.gatekeeper.id}"
        self.name.show(f"{key}:name", one.name, lambda text: amend(one.id, name=text))
        self.role.show(f"{key}:role", one.role, lambda text: amend(one.id, role=text))
        self.organisation.show(f"{key}:organisation", one.organisation, lambda text: amend(one.id, organisation=text))
        self.kind.set_value(one.kind.value)
        self.email.show(f"{key}:email", one.email, lambda text: amend(one.id, email=text))
        self.telephone.show(f"{key}:telephone", one.telephone, lambda text: amend(one.id, telephone=text))

    def _choose_kind(self, kind: str) -> None:
        shown = self._shown
        if shown is not None:
            self._keeping.attempt(
                lambda: self._services.gatekeepers.amend(shown.gatekeeper.id, kind=GatekeeperKind(kind))
            )


class BackStage(Card):
    """What they care about and could stop: on paper, with a lock; it leaves with nothing."""

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__("Back stage", private=True)
        self._services = services
        self.cares_about = Kept(Fact("Cares about", "what is in it for them", paragraphs=True, serif=True), keeping)
        self.could_stop = Kept(Fact("Could stop", "what they could block", paragraphs=True, serif=True), keeping)
        self.notes = Kept(Fact("Your notes", "when they decide, whom they trust", paragraphs=True, serif=True), keeping)
        columns = Columns(1, 1, least=190)
        columns.add(0, self.cares_about.field)
        columns.add(1, self.could_stop.field)
        columns.end()
        self.set_note("only you see it")
        self.add(columns)
        self.add(self.notes.field)
        keeping.conceal(self)

    def fill(self, shown: Overview, /) -> None:
        """Show what moves a gatekeeper."""
        one, amend, key = shown.gatekeeper, self._services.gatekeepers.amend, f"gatekeeper:{shown.gatekeeper.id}"
        self.cares_about.show(f"{key}:cares-about", one.cares_about, lambda text: amend(one.id, cares_about=text))
        self.could_stop.show(f"{key}:could-stop", one.could_stop, lambda text: amend(one.id, could_stop=text))
        self.notes.show(f"{key}:notes", one.notes, lambda text: amend(one.id, notes=text))
