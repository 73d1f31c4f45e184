from datetime import UTC, datetime
from uuid import uuid4

from carfacilitator.model.handovers import SharedState


def test_a_shared_state_holds_a_hash_and_no_word() -> None:
    shared = SharedState(entity_id=uuid4(), state="ab" * 16, at=datetime(2026, 3, 10, tzinfo=UTC))
    assert (shared.state, shared.removed_at) == ("ab" * 16, None)
