from uuid import uuid4

from carfacilitator.services.pack_wishes import Asked
from carfacilitator.ui.pack_ask import PackAsk


def test_without_anything_else_they_are_asked_to_comment_by_no_day() -> None:
    ask = PackAsk(draft_id=uuid4(), people=(uuid4(),))
    assert (ask.asked, ask.reply_by) == (Asked.COMMENT, None)
