"""Proposes of which kind a remark may be, by the words in it; a person confirms."""

import re
from collections.abc import Sequence

from carfacilitator.model.sorting import fold
from carfacilitator.services.comment_kinds import KindRow

_WORD = re.compile(r"[a-z]+")
_CUES = {
    "ethics": "name named identify identified identifiable confidential anonymous anonymity consent privacy recognise",
    "politics": "councillor committee press media leaders publish publication sensitive blame criticism politics",
    "style": "wording word sentence plain plainer clearer jargon spelling typo shorter paragraph rephrase grammar",
    "analysis": "follow follows because cause why compare comparison conclusion analysis logic reason explain",
    "evidence": "evidence source figure figures number data percent survey statistic wrong correct check know",
    "interpretation": "meaning mean means interpretation view perspective read reading understand say says whose",
}


def likely_kind(text: str, kinds: Sequence[KindRow]) -> KindRow | None:
    """Return the kind whose cues most words of a remark are, the first kind if none is; None if there are no kinds."""
    words = set(_WORD.findall(fold(text)))
    scores = [len(words & set(_CUES.get(kind.colour, "").split())) for kind in kinds]
    return kinds[scores.index(max(scores))] if kinds else None
