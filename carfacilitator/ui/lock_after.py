"""After how long the program locks by itself, as people say it."""

_HOUR = 60  # minutes


def in_words(minutes: int) -> str:
    """Return 'After 10 minutes'; 0 means never."""
    if not minutes:
        return "Only when I lock it"
    return "After an hour" if minutes == _HOUR else f"After {minutes} minutes"
