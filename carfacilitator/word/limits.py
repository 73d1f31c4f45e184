"""How much a Word file may hold; no honest file met so far comes near it."""

from dataclasses import dataclass

from carfacilitator.word.foreign import LARGEST, MEGABYTE


@dataclass(frozen=True, slots=True)
class Limits:
    """What is opened at most. Sizes are bytes; the ratio is that of inflated to deflated size."""

    file: int = LARGEST
    inflated: int = 300 * MEGABYTE
    entry: int = 100 * MEGABYTE
    xml: int = 40 * MEGABYTE
    elements: int = 2_000_000
    entries: int = 5_000
    ratio: int = 250  # of XML above `ratio_from`, and of other parts above `media_ratio_from`
    ratio_from: int = MEGABYTE
    media_ratio_from: int = 16 * MEGABYTE  # an honest picture that is mostly blank shrinks by 280


LIMITS = Limits()
