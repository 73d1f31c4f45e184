"""Kinds of comment and audiences as widgets draw them."""

from collections.abc import Sequence

from carfacilitator.model.terms import Audience
from carfacilitator.services.comment_kinds import KindRow
from carfacilitator.ui.widgets.review_data import AudienceLook, KindLook

_WHO_WILL_NOT = {
    Audience.FACILITATOR: "Only you see it; it never leaves this workspace.",
    Audience.AUTHOR: "The author may see it; the group and gatekeepers will not.",
    Audience.GROUP: "The author and the group may see it; critical friends and gatekeepers will not.",
    Audience.CRITICAL_FRIEND: "Critical friends may see it too; managers and lead officers will not.",
    Audience.LOCAL_MANAGER: "Local managers may see it too; lead officers will not.",
    Audience.CENTRAL_GATEKEEPER: "Every gatekeeper may see it; the public will not.",
    Audience.PUBLIC: "Anybody may see it.",
}


def kind_look(kind: KindRow, remarks: Sequence[str] = ()) -> KindLook:
    """Return a kind of comment as it is drawn, with what is often said of it."""
    return KindLook(str(kind.id), kind.letter, kind.name, kind.question, kind.colour, tuple(remarks))


def audience_look(audience: Audience) -> AudienceLook:
    """Return an audience with who will not see."""
    name = audience.value[0].upper() + audience.value[1:]
    return AudienceLook(audience.value, name, audience is Audience.FACILITATOR, _WHO_WILL_NOT[audience])
