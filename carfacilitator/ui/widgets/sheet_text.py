"""One paragraph laid out on a sheet: lines, the room of every passage, and which character is under a point."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

from carfacilitator.document.blocks import OBJECT, SpanKind
from carfacilitator.ui.widgets.sheet_runs import Mark, Run
from carfacilitator.ui.widgets.words import set_lines

THIN_SPACE = "\u2009"  # painted between a cut and a new word, never part of the text
PICTURE = "▢"
LONGEST_CAPTION = 60
SHOWN_AS = str.maketrans({"\n": "\u2028", "\r": "\u2028", OBJECT: PICTURE})
WIDEST = 0x10000  # from here on a character takes two of Qt's units
OBJECTS = frozenset({SpanKind.PICTURE, SpanKind.OPAQUE})


@dataclass(frozen=True, slots=True)
class Shown:
    """A run as it stands in the layout: from unit `at`; `run` is None for what is painted and not in the text."""

    at: int
    text: str
    run: Run | None
    wide: bool

    def offset(self, unit: int) -> int:
        """Return the offset in the final view that a unit of this run stands for."""
        units = unit - self.at
        inside = len(_first_units(self.text, units)) if self.wide else units
        return self.first + min(inside, len(self.text))

    def unit(self, offset: int) -> int:
        """Return the unit of an offset that lies in this run."""
        inside = min(max(offset - self.first, 0), len(self.text))
        return self.at + (_units(self.text[:inside]) if self.wide else inside)

    @property
    def first(self) -> int:
        """Return the offset that it begins with; 0 if its words are not in the final view."""
        return (self.run.start or 0) if self.run else 0

    @property
    def last(self) -> int:
        """Return the offset behind it."""
        return self.first + len(self.text)

    @property
    def placed(self) -> bool:
        """Tell whether its words are in the final view."""
        return self.run is not None and self.run.start is not None

    @property
    def end(self) -> int:
        """Return the unit behind it."""
        return self.at + (_units(self.text) if self.wide else len(self.text))


class Paragraph:
    """A leaf's runs in lines of one width; offsets are of the final view, rectangles begin at its top left."""

    def __init__(self, runs: Sequence[Run], font: QFont, width: float, leading: float) -> None:
        self.shown = tuple(_shown(runs))
        self._starts = [part.at for part in self.shown]
        self._layout = QTextLayout("".join(part.text for part in self.shown), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats([found for part in self.shown if (found := _format(part))])
        set_lines(self._layout, width, leading)
        self.leading = leading
        self.height = leading * max(1, self._layout.lineCount())

    def layout(self) -> QTextLayout:
        """Return the layout, to be drawn."""
        return self._layout

    def rectangles(self, start: int, end: int) -> list[QRectF]:
        """Return the room of units, a rectangle a line, as high as the text and not as the line."""
        return list(self._rectangles(start, end))

    def passage(self, start: int, end: int) -> list[QRectF]:
        """Return the room of the words between two offsets; a sliver where both are the same."""
        return self.rectangles(self._unit(start, after=True), self._unit(end, after=False)) or [self.caret(start)]

    def caret(self, offset: int) -> QRectF:
        """Return where a caret stands before the character at an offset."""
        unit = self._unit(offset, after=False)
        line = self._layout.lineForTextPosition(unit)
        if not line.isValid():
            return QRectF(0, 0, 1, self.leading)
        return QRectF(_x(line.cursorToX(unit)), line.y(), 1, line.height())

    def offset_at(self, point: QPointF) -> int:
        """Return the offset that is nearest to a point."""
        index = min(max(int(point.y() // self.leading), 0), self._layout.lineCount() - 1)
        if index < 0:
            return 0
        return self._offset(self._layout.lineAt(index).xToCursor(point.x()))

    def _unit(self, offset: int, *, after: bool) -> int:
        """Return the unit of an offset: where two runs meet, the one behind it or the one before it."""
        placed = [part for part in self.shown if part.placed]
        if after:
            part = next((part for part in reversed(placed) if part.first <= offset), None)
        else:
            part = next((part for part in placed if part.last >= offset), None)
        return part.unit(offset) if part else self._ends(placed, offset)

    @staticmethod
    def _ends(placed: Sequence[Shown], offset: int) -> int:
        """Return the unit of an offset that no run holds: the text's first or last one."""
        if not placed:
            return 0
        return placed[0].at if offset <= placed[0].first else placed[-1].end

    def _offset(self, unit: int) -> int:
        index = max(bisect_right(self._starts, unit) - 1, 0)
        following = next((part for part in self.shown[index:] if part.placed), None)
        if following:
            return following.offset(max(unit, following.at))
        before = next((part for part in reversed(self.shown[:index]) if part.placed), None)
        return before.offset(before.end) if before else 0

    def _rectangles(self, start: int, end: int) -> Iterator[QRectF]:
        for index in range(self._layout.lineCount()):
            line = self._layout.lineAt(index)
            line_end = line.textStart() + line.textLength()
            a, b = max(start, line.textStart()), min(end, line_end)
            if a >= b:
                continue
            x1, x2 = sorted((_x(line.cursorToX(a)), _x(line.cursorToX(b))))
            if b == line_end:  # the space at which a line breaks is not tinted
                x2 = min(x2, line.naturalTextRect().right() + 1)
            yield QRectF(x1, line.y(), max(x2 - x1, 1), line.height())


def _shown(runs: Sequence[Run]) -> Iterator[Shown]:
    at, before = 0, None
    for run in runs:
        if before is Mark.CUT and run.mark is Mark.NEW:
            yield Shown(at, THIN_SPACE, None, wide=False)
            at += 1
        before = run.mark
        part = Shown(at, run.text.translate(SHOWN_AS), run, wide=any(ord(c) >= WIDEST for c in run.text))
        yield part
        at = part.end
        if run.kind in OBJECTS and run.about:
            caption = Shown(at, f" {_short(run.about)} ", None, wide=any(ord(c) >= WIDEST for c in run.about))
            yield caption
            at = caption.end


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= LONGEST_CAPTION else f"{plain[:LONGEST_CAPTION].rstrip()}…"


def _format(part: Shown) -> QTextLayout.FormatRange | None:
    """Return the face of a run. Word's own underlining and striking are left out: here they mean new and cut."""
    styles = part.run.styles if part.run else frozenset({"italic"} if part.text != THIN_SPACE else ())
    note = part.run is not None and part.run.kind is SpanKind.NOTE
    if not note and not styles & {"bold", "italic", "superscript", "subscript", "caps"}:
        return None
    face = QTextCharFormat()
    if "bold" in styles:
        face.setFontWeight(QFont.Weight.DemiBold)
    if "italic" in styles:
        face.setFontItalic(True)
    if "caps" in styles:
        face.setFontCapitalization(QFont.Capitalization.AllUppercase)
    if note or "superscript" in styles:
        face.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    elif "subscript" in styles:
        face.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = part.at, part.end - part.at, face
    return found


def _x(found: object) -> float:
    """Return the place that Qt gives for a cursor; its binding adds the cursor that it settled on."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]  # stubs disagree with Qt


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _first_units(text: str, units: int) -> str:
    return text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore")
