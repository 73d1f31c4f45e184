"""What stands on every sheet that goes out: by whom it is, and of which day."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Imprint:
    """Who lets a sheet go, and when."""

    name: str
    email: str
    day: date

    @property
    def on(self) -> str:
        """Return the day as it is written on a sheet."""
        return written_day(self.day)

    @property
    def by(self) -> str:
        """Return who it is, and how to answer."""
        return ", ".join(filter(None, (self.name, self.email)))


def written_day(day: date | None) -> str:
    """Return a day as it is written on paper ('12 March 2026'); '' for none."""
    return f"{day.day} {day:%B %Y}" if day else ""
