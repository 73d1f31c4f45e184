"""Draws each page once, small and in the light look, and tells how far two pictures of a page are apart."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from carfacilitator import app
from carfacilitator.services.workspace import Services
from carfacilitator.settings import Settings
from carfacilitator.ui import theme
from carfacilitator.ui.exhibits import exhibits, settle, show

FOLDER = Path(__file__).parent
_WINDOW = QSize(1280, 800)
_KEPT = QSize(640, 400)
_COMPARED = QSize(160, 100)  # letters become grey: another rasteriser of faces makes no difference
_STANDS_OUT = 24  # of 255


@dataclass(frozen=True)
class Difference:
    """How far two pictures are apart: the mean over all points (0 to 255), and the share that stands out (0 to 1)."""

    mean: float
    share: float

    @property
    def is_clear(self) -> bool:
        """Whether a person would see it: a card that moved, a colour, a line of buttons; not an edge of a letter."""
        return self.mean > 3 or self.share > 0.03


def draw(application: QApplication, services: Services) -> Iterator[tuple[str, QImage]]:
    """Yield the name and the picture of each page with something open on it, in a workspace where the time stands."""
    theme.apply(application, Settings(theme="light"))
    window = app.build(services)
    window.resize(_WINDOW)
    window.show()
    for page in window.stack.pages:
        for exhibit in exhibits(services, page.ID):
            show(window, exhibit)
            window.setFocus(Qt.FocusReason.OtherFocusReason)  # no caret that blinks, no ring
            settle(window)
            yield (
                "-".join(filter(None, (page.ID, exhibit.name))),
                _few_colours(_reduced(window.grab().toImage(), _KEPT)),
            )
    window.close()
    window.deleteLater()


def renew(application: QApplication, services: Services) -> list[str]:
    """Draw all pictures anew in place of those that are kept, and return their names."""
    drawn = dict(draw(application, services))
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for name, picture in drawn.items():
        picture.save(str(FOLDER / f"{name}.png"), quality=0)  # the same picture in the fewest bytes
    return list(drawn)


def difference(one: QImage, other: QImage) -> Difference:
    """Return how far two pictures are apart, looked at from a distance."""
    pairs = list(zip(_points(one), _points(other), strict=True))
    apart = [abs(a - b) for a, b in pairs]
    return Difference(sum(apart) / len(apart), sum(step > _STANDS_OUT for step in apart) / len(apart))


def copy_of(sample: Path, folder: Path) -> Path:
    """Return a copy of a sample workspace under the name that stands in the pictures."""
    return Path(shutil.copytree(sample, folder / "Sample.car"))


def _points(picture: QImage) -> bytes:
    small = _reduced(picture, _COMPARED).convertToFormat(QImage.Format.Format_RGB888)
    return bytes(small.constBits())


def _few_colours(picture: QImage) -> QImage:
    """Return the picture in sixteen steps of each colour, which takes fewer bytes."""
    steps = picture.convertToFormat(QImage.Format.Format_RGB444, Qt.ImageConversionFlag.AvoidDither)
    return steps.convertToFormat(QImage.Format.Format_RGB888)


def _reduced(picture: QImage, size: QSize) -> QImage:
    return picture.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
