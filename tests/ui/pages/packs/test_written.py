from carfacilitator.ui.pages.packs.written import Written, read


def test_what_was_kept_reads_the_same_again() -> None:
    written = Written(people=("a", "b"), reply_by="2026-04-01", questions=(("Is it so?", "these words"),), word="Hello")
    assert read(written.text) == written


def test_what_cannot_be_read_is_nothing() -> None:
    assert read("") is None
    assert read("[1, 2]") is None
    assert read('{"word": "kept by a newer program", "other": 1}') == Written(word="kept by a newer program")
