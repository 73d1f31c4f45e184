"""Of which draft packs are made, who could get one and what they saw before, and which clause stands against whom."""

from collections.abc import Iterable
from uuid import UUID

from carfacilitator.services.days import local, today
from carfacilitator.services.dispatches import DispatchRow
from carfacilitator.services.rules import Objection, PackAction
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.packs.passage_field import Whereabouts
from carfacilitator.ui.pages.packs.recipients import Recipient, recipients
from carfacilitator.ui.pages.packs.written import Written, read
from carfacilitator.ui.widgets import spoken


class Order:
    """One draft, of which packs are to be made."""

    def __init__(self, services: Services, draft_id: UUID) -> None:
        self._services = services
        self.draft = services.drafts.open(draft_id)
        self.study = services.case_studies.open(self.draft.case_study_id)
        self.whereabouts = Whereabouts(services.drafts.document(draft_id))

    @property
    def key(self) -> str:
        """Under what its form is kept while it is not done."""
        return f"pack-of:{self.draft.id}:form"

    def written(self) -> Written | None:
        """Return what stood in the form when it was left, or None."""
        return read(self._services.unsaved.text(self.key) or "")

    def keep(self, written: Written) -> None:
        """Keep what stands in the form."""
        self._services.unsaved.keep(self.key, written.text)

    def forget(self) -> None:
        """Let go what was kept: it is done."""
        self._services.unsaved.forget(self.key)

    def recipients(self) -> list[Recipient]:
        """Return everybody who could get a pack, those of the case study's own partnership first."""
        near = self._services.groups.open(self.study.group_id).partnership_id
        return recipients(self._services.gatekeepers.rows(), self._saw(), near)

    def usual(self) -> list[UUID]:
        """Return those who got a pack of the latest draft before this one that anybody got; else the first at hand."""
        earlier = [one.pack for one in self._sent() if one.pack.draft_number < self.draft.number]
        latest = max((pack.draft_number for pack in earlier), default=None)
        usual = [pack.gatekeeper_id for pack in earlier if pack.draft_number == latest]
        return usual or [one.id for one in self.recipients()[:1]]

    def objections(self, ids: Iterable[UUID]) -> dict[UUID, Objection]:
        """Return what stands against a pack for some of them: the first clause, by whom it is for."""
        rules = self._services.rules
        found = {id_: rules.objections(PackAction(self.draft.id, id_)) for id_ in ids}
        return {id_: objections[0] for id_, objections in found.items() if objections}

    def _saw(self) -> dict[UUID, str]:
        day, saw = today(self._services.clock), dict[UUID, str]()
        for one in self._sent():
            at = one.pack.handed_over_at
            if at is not None and one.pack.gatekeeper_id not in saw:
                on = spoken.short_day(local(at).date(), day)
                saw[one.pack.gatekeeper_id] = f"saw draft {one.pack.draft_number} on {on}"
        return saw

    def _sent(self) -> list[DispatchRow]:
        """Return the packs of this case study that were sent, the newest draft first."""
        rows = self._services.dispatches.rows(self.study.id)
        return [one for one in rows if one.pack.handed_over_at is not None]
