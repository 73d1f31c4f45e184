from datetime import UTC, datetime

from carfacilitator import paths
from carfacilitator.document.changes import changes
from carfacilitator.services.sample_returns import written_on
from carfacilitator.word.reader import read

AT = datetime(2026, 3, 5, 21, 10, tzinfo=UTC)


def test_a_pack_comes_back_with_comments_tracked_changes_and_what_was_typed_without_tracking() -> None:
    pack = paths.resource("sample", "keeping-a-tenancy-draft-3.docx").read_bytes()
    told = {
        "file": "back.docx",
        "signed": "Author",
        "comments": [{"at": AT, "on": "biscuit tin", "text": "Keep this."}],
        "changes": [
            {"at": AT, "words": "four hundred pairs", "instead": "five hundred pairs", "silent": True},
            {"at": AT, "words": "sandbags", "instead": "pumps"},
        ],
    }
    back = read(written_on(pack, told))
    assert [(one.author, one.text, one.quote) for one in back.comments] == [("Author", "Keep this.", "biscuit tin")]
    assert {(one.author, one.text) for one in changes(back)} == {("Author", "sandbags"), ("Author", "pumps")}
    assert any("five hundred pairs" in text for text in back.texts())
