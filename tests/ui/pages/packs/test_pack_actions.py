from carfacilitator.ui.pages.packs.pack_actions import ASKING, HANDING, MAKING


def test_the_answers_are_single_letters_and_no_key_is_taken_twice() -> None:
    assert [action.shortcut for action in ASKING] == ["Y", "O", "N"]
    keys = [key for action in (*MAKING, *HANDING) for key in action.keys]
    assert len(keys) == len(set(keys))
    assert set(ASKING) <= set(HANDING)
