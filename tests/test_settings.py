from dataclasses import replace
from pathlib import Path

from carfacilitator import settings
from carfacilitator.settings import Settings


def test_what_is_saved_is_loaded_again(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    chosen = Settings(theme="dark", text_size=150)
    settings.save(chosen, file)
    assert settings.load(file) == chosen


def test_damage_and_unknown_words_leave_the_defaults(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    assert settings.load(file) == Settings()
    file.write_text("{", encoding="utf-8")
    assert settings.load(file) == Settings()
    file.write_text('{"text_size": "big", "colour": 3, "theme": "light"}', encoding="utf-8")
    assert settings.load(file) == Settings(theme="light")
    file.write_text("[]", encoding="utf-8")
    assert settings.load(file) == Settings()


def test_the_text_size_stays_within_what_pages_are_made_for() -> None:
    assert Settings(text_size=500).text_size == 200
    assert replace(Settings(), text_size=10).text_size == 90


def test_the_program_locks_itself_after_what_can_be_chosen() -> None:
    assert Settings().lock_after == 10
    assert [Settings(lock_after=minutes).lock_after for minutes in settings.LOCK_AFTER] == list(settings.LOCK_AFTER)
    assert Settings(lock_after=100_000).lock_after == 10
