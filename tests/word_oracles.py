"""Other programs' reading of a Word file: pandoc's paragraphs and comments, LibreOffice's pages."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

DRAFTS = sorted(Path(os.environ.get("CARFACILITATOR_DRAFTS") or "/nowhere").glob("*.docx"))
CORPUS = sorted(
    path
    for path in Path(os.environ.get("CARFACILITATOR_CORPUS") or "/nowhere").rglob("*")
    if path.suffix in {".docx", ".docm", ".dotx", ".dotm"}
)
needs_drafts = pytest.mark.skipif(not DRAFTS, reason="CARFACILITATOR_DRAFTS is not set")
needs_corpus = pytest.mark.skipif(not CORPUS, reason="CARFACILITATOR_CORPUS is not set")
needs_pandoc = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
needs_libreoffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")

_SIGNS = {"Space": " ", "SoftBreak": " ", "LineBreak": "\n"}
_VERBATIM = {"Code", "Math", "RawInline"}
_PARAGRAPHS = {"Para", "Plain"}
Node = dict[str, Any]


def squashed(paragraphs: list[str]) -> list[str]:
    """Return the paragraphs that have words, without white space and signs of objects, in which readers differ."""
    bare = (re.sub(r"[\s\ufffc]+", "", text) for text in paragraphs)
    return [text for text in bare if text]


@dataclass
class PandocComment:
    author: str
    date: str
    text: str
    quote: str = ""


@dataclass
class Pandoc:
    """What pandoc reads: paragraphs in the order of the file, and comments by their id (mode 'all' only)."""

    paragraphs: list[str] = field(default_factory=list)
    comments: dict[str, PandocComment] = field(default_factory=dict)
    _open: list[str] = field(default_factory=list)

    def block(self, node: Node) -> None:
        kind: str = node["t"]
        content: Any = node.get("c")
        if kind in _PARAGRAPHS:
            self._paragraph(content)
        elif kind == "Header":
            self._paragraph(content[2])
        elif kind == "CodeBlock":
            self.paragraphs.append(content[1])
        else:
            for inner in _blocks_within(content):
                self.block(inner)

    def _paragraph(self, inlines: list[Node]) -> None:
        self.paragraphs.append("".join(self._texts(inlines)))

    def _texts(self, inlines: list[Node]) -> Iterator[str]:
        for node in inlines:
            for text in self._text(node):
                for identifier in self._open:
                    self.comments[identifier].quote += text
                yield text

    def _text(self, node: Node) -> Iterator[str]:
        kind: str = node["t"]
        content: Any = node.get("c")
        if kind == "Str":
            yield content
        elif kind in _SIGNS:
            yield _SIGNS[kind]
        elif kind in _VERBATIM:
            yield content[1]
        elif kind == "Span":
            yield from self._span(*content)
        elif kind not in {"Note", "Image"} and isinstance(content, list):
            yield from self._inner(_inlines_of(content))

    def _inner(self, inlines: list[Node]) -> Iterator[str]:
        for node in inlines:
            yield from self._text(node)

    def _span(self, attributes: list[Any], inlines: list[Node]) -> Iterator[str]:
        _, classes, pairs = attributes
        told = dict(pairs)
        if "comment-start" in classes:
            body = "".join(self._inner(inlines))
            self.comments[told["id"]] = PandocComment(told.get("author", ""), told.get("date", ""), body)
            self._open.append(told["id"])
        elif "comment-end" in classes:
            if told["id"] in self._open:
                self._open.remove(told["id"])
            yield from self._inner(inlines)
        elif not {"deletion", "paragraph-insertion", "paragraph-deletion"} & set(classes):
            yield from self._inner(inlines)


def pandoc(data: bytes, folder: Path, mode: str = "accept") -> Pandoc:
    """Return what pandoc reads with tracked changes accepted, rejected, or all shown."""
    file = folder / "for-pandoc.docx"
    file.write_bytes(data)
    command = ["pandoc", f"--track-changes={mode}", "-f", "docx", "-t", "json", str(file)]
    parsed = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    found = Pandoc()
    for value in parsed["meta"].values():  # pandoc takes title, author and the like out of the body by their style
        _meta(value, found)
    for node in parsed["blocks"]:
        found.block(node)
    return found


def saved_by_libreoffice(data: bytes, folder: Path) -> bytes:
    """Return the file as LibreOffice writes it after it has opened it."""
    file = folder / "to-save.docx"
    file.write_bytes(data)
    own_profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    convert = [
        "soffice",
        own_profile,
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        str(folder / "saved"),
        str(file),
    ]
    subprocess.run(convert, capture_output=True, check=True, timeout=120)
    return (folder / "saved" / file.name).read_bytes()


def pages_as_pictures(data: bytes, folder: Path) -> list[Path]:
    """Return a picture of each page as LibreOffice prints it."""
    file = folder / "to-print.docx"
    file.write_bytes(data)
    own_profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    convert = ["soffice", own_profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(convert, capture_output=True, check=True, timeout=120)
    subprocess.run(["pdftoppm", "-r", "60", "-png", str(file.with_suffix(".pdf")), str(folder / "page")], check=True)
    return sorted(folder.glob("page*.png"))


def _meta(value: Node, found: Pandoc) -> None:
    if value["t"] == "MetaInlines":
        found.block({"t": "Para", "c": value["c"]})
    elif value["t"] == "MetaList":
        for inner in value["c"]:
            _meta(inner, found)
    elif value["t"] == "MetaBlocks":
        for node in value["c"]:
            found.block(node)


def _blocks_within(content: object) -> Iterator[Node]:
    """Yield the outermost blocks inside lists, quotations and tables, however deep pandoc nests them."""
    if isinstance(content, dict) and "t" in content and ("c" in content or content["t"] == "HorizontalRule"):
        yield content
    elif isinstance(content, list):
        for inner in content:
            yield from _blocks_within(inner)


def _inlines_of(content: list[Any]) -> list[Node]:
    """Return the text inside emphasis (which is its content), a link or a quotation (where it is a part of it)."""
    candidates = [content, *(part for part in content if isinstance(part, list))]
    return next(part for part in candidates if all(isinstance(one, dict) and "t" in one for one in part))
