from carfacilitator.settings import LOCK_AFTER
from carfacilitator.ui.lock_after import in_words


def test_it_is_said_as_people_say_it() -> None:
    said = [in_words(minutes) for minutes in LOCK_AFTER]
    assert said[0] == "After 3 minutes"
    assert said[-2:] == ["After an hour", "Only when I lock it"]
