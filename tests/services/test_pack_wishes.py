import json
from datetime import date
from uuid import uuid4

import pytest

from carfacilitator.document.blocks import Anchor
from carfacilitator.errors import RefusedError
from carfacilitator.model.terms import Audience
from carfacilitator.services.pack_wishes import (
    Asked,
    PackWishes,
    PassageQuestion,
    Proposal,
    check,
    from_record,
    to_record,
)

ALL = PackWishes(
    asked=Asked.AGREE,
    questions=("Is it so?",),
    passage_questions=(PassageQuestion("Whose view?", Anchor(1, 2, 1, 9)),),
    proposals=(Proposal(Anchor(2, 0, 2, 4), "this"), Proposal(Anchor(2, 4, 3, 1), "")),
    audience=Audience.CENTRAL_GATEKEEPER,
    reply_by=date(2026, 4, 1),
    word="A word.",
    leave_out=frozenset({uuid4()}),
    keep_hidden=True,
)


def test_what_was_wished_is_kept_as_json_without_loss() -> None:
    assert from_record(json.loads(json.dumps(to_record(ALL)))) == ALL


def test_a_pack_of_before_wished_nothing() -> None:
    assert from_record({}) == PackWishes()


def test_proposals_about_the_same_words_and_in_a_redline_are_refused() -> None:
    check(ALL)
    twice = (Proposal(Anchor(2, 0, 2, 9), "this"), Proposal(Anchor(2, 4, 3, 1), ""))
    with pytest.raises(RefusedError, match="same words"):
        check(PackWishes(proposals=twice))
    with pytest.raises(RefusedError, match="redline"):
        check(PackWishes(proposals=twice[:1], redline=True))
