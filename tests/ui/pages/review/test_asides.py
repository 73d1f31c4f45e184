from pathlib import Path
from uuid import uuid4

from carfacilitator.document.blocks import Anchor
from carfacilitator.ui.pages.review.asides import Asides
from carfacilitator.ui.widgets.review_data import WrittenComment
from tests.builders import a_workspace

FIRST = WrittenComment(Anchor(1, 2, 3, 4), "kind", "One", "author")
OTHER = WrittenComment(Anchor(5, 0, 5, 9), "", "Two", "")


def test_what_is_being_written_is_kept_by_its_passage(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    asides = Asides(services.unsaved, uuid4())
    asides.keep(FIRST)
    asides.keep(OTHER)
    later = WrittenComment(FIRST.anchor, "kind", "One more word", "author")
    asides.keep(later)
    assert asides.all() == [OTHER, later]
    asides.forget(later)
    asides.keep(WrittenComment(OTHER.anchor, "", "", ""))
    assert asides.all() == []
    assert services.unsaved.recovered() == []
    services.close()


def test_an_answer_is_kept_beside_its_comment(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    asides = Asides(services.unsaved, uuid4())
    asides.keep_reply("c1", "Yes, but")
    assert (asides.reply("c1"), asides.reply("c2")) == ("Yes, but", "")
    asides.keep_reply("c1", "")
    assert asides.reply("c1") == ""
    services.close()
