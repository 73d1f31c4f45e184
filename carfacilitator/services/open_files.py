"""What is in a workspace as open files that any computer reads: tables, one JSON, Word documents, and an index."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from carfacilitator.document.records import from_record
from carfacilitator.model.events import Value
from carfacilitator.model.schema import BY_NAME
from carfacilitator.services import tables
from carfacilitator.services.placing import Fetch
from carfacilitator.services.portable import Row, references_of
from carfacilitator.sharing.door import fit_name
from carfacilitator.word import writer
from carfacilitator.word.sheets import Heading, Paragraph, Piece, Sheet, Text, bold

FORMAT = 1
INDEX, EVERYTHING = "READ ME FIRST.txt", "everything.json"
_TITLED = ("name", "title", "text", "role", "stage", "file_name", "quote", "summary", "noun")
_LONGEST_NAME = 60  # characters of a file, so that a path fits on every system
_SHAPE = """everything.json holds the same once more, without loss, for programs:
  {"format": 1, "made_at": instant, "records": {NOUN: [{"id": UUID, FIELD: value ...} ...] ...}}
NOUN is a kind of record ("Person", "Meeting"). A FIELD that names another record ("person", "group") holds its id.
Days are YYYY-MM-DD, instants ISO 8601 in UTC. "removed_at" says when something went into the bin; no table has it.
"""


@dataclass(frozen=True, kw_only=True)
class Contents:
    """What is to be written: rows, owners before what belongs to them; how the folder is called and begun; the files.

    `fetch` gives the bytes of a file by its hash, or is None where the texts of drafts are written instead.
    """

    title: str
    beginning: str
    made_at: datetime
    rows: tuple[Row, ...] = field(repr=False)
    fetch: Fetch | None = field(default=None, repr=False)

    @cached_property
    def standing(self) -> Mapping[str, list[Row]]:
        """Return what was not removed, by its noun."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            if row.values.get("removed_at") is None:
                found.setdefault(row.noun, []).append(row)
        return found

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """Return what everything is called, by its id."""
        return {row.id: title_of(row.values) for row in self.rows}

    def of(self, noun: str, **named: str) -> list[Row]:
        """Return the standing rows of a noun, all or those that name another record: `of("Meeting", group=its_id)`."""
        if not named:
            return self.standing.get(noun, [])
        ((name, other),) = named.items()
        return self._by_what_they_name.get((noun, name, other), [])

    def called(self, row: Row, name: str) -> str:
        """Return what the record is called that a row names."""
        return self.titles.get(str(row.values[name]), "")

    @cached_property
    def _by_what_they_name(self) -> Mapping[tuple[str, str, str], list[Row]]:
        found: dict[tuple[str, str, str], list[Row]] = {}
        for row in (row for rows in self.standing.values() for row in rows):
            for name in references_of(row.kind):
                found.setdefault((row.noun, name, str(row.values.get(name))), []).append(row)
        return found


def files(contents: Contents) -> Iterator[tuple[str, bytes]]:
    """Yield every file with its path, the index last, for it lists the others."""
    listed = []
    for name, data in _all_but_the_index(contents):
        listed.append(name)
        yield name, data
    yield INDEX, _index(contents, listed).encode("utf-8")


def title_of(values: Mapping[str, Value]) -> str:
    """Return what a record is called by its own words."""
    named = next((str(values[name]) for name in _TITLED if values.get(name)), "")
    return f"{named} {values['day']}".strip() if values.get("day") else named


def _all_but_the_index(contents: Contents) -> Iterator[tuple[str, bytes]]:
    yield EVERYTHING, _everything(contents)
    for noun, rows in contents.standing.items():
        yield f"tables/{BY_NAME[noun].__tablename__}.csv", _table(contents, noun, rows)
    taken = set[str]()
    for name, data in (*_notes(contents), *_meetings(contents), *_comments(contents), *_drafts(contents)):
        yield _free(name, taken), data
    yield from ((_free(name, taken), data) for name, data in _packs(contents))


def _everything(contents: Contents) -> bytes:
    records: dict[str, list[dict[str, Value]]] = {}
    for row in contents.rows:
        records.setdefault(row.noun, []).append({"id": row.id, **row.values})
    whole = {"format": FORMAT, "made_at": contents.made_at.isoformat(), "records": records}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8")


def _table(contents: Contents, noun: str, rows: Iterable[Row]) -> bytes:
    told = list(rows)
    others = [name for name in references_of(BY_NAME[noun]) if name in told[0].values]
    columns = [name for name in told[0].values if name not in {"document", "lineage", "removed_at", *others}]
    names = [*others, *columns, "id", *(f"{name} id" for name in others)]
    lines = [
        [
            *(contents.called(row, name) for name in others),
            *(row.values.get(name) for name in columns),
            row.id,
            *(row.values[name] for name in others),
        ]
        for row in told
    ]
    return tables.written([name.replace("_", " ") for name in names], lines)


def _notes(contents: Contents) -> Iterator[tuple[str, bytes]]:
    for person in contents.of("Person"):
        pieces: list[Piece] = []
        for note in contents.of("MentoringNote", person=person.id):
            pieces += [
                Heading(f"{note.values['day']}: {note.values['kind']}"),
                *_said(note, "shared_part", "private_part"),
            ]
        if pieces:
            yield f"mentoring notes/{_short(contents.titles[person.id])}.docx", _word(contents, person.id, pieces)


def _meetings(contents: Contents) -> Iterator[tuple[str, bytes]]:
    for group in contents.of("Group"):
        pieces: list[Piece] = []
        for meeting in contents.of("Meeting", group=group.id):
            there = [
                f"{contents.called(row, 'person')}: {row.values['attendance']}"
                for row in contents.of("MeetingAttendance", meeting=meeting.id)
            ]
            pieces += [
                Heading(contents.titles[meeting.id]),
                *_said(meeting, "place", "purpose", "notes", "private_note"),
            ]
            pieces += [_labelled("who came", "; ".join(there))] if there else []
        if pieces:
            yield f"meetings/{_short(contents.titles[group.id])}.docx", _word(contents, group.id, pieces)


def _comments(contents: Contents) -> Iterator[tuple[str, bytes]]:
    for study in contents.of("CaseStudy"):
        pieces: list[Piece] = []
        for draft in contents.of("Draft", case_study=study.id):
            threads = [piece for row in contents.of("Comment", draft=draft.id) for piece in _thread(contents, row)]
            pieces += [Heading(f"Draft {draft.values['number']}"), *threads] if threads else []
        if pieces:
            yield f"comments/{_short(contents.titles[study.id])}.docx", _word(contents, study.id, pieces)


def _thread(contents: Contents, comment: Row) -> Iterator[Piece]:
    values = comment.values
    quote = next((str(row.values["quote"]) for row in contents.of("CommentAnchor", comment=comment.id)), "")
    if quote:
        yield Paragraph(quote, quoted=True)
    state = "done" if values["resolved_at"] else "open"
    head = f"{values['author_name']}, {contents.called(comment, 'kind')}, {values['audience']}, {state}: "
    yield Paragraph((bold(head), str(values["text"])))
    for reply in contents.of("Reply", comment=comment.id):
        yield Paragraph((bold(f"{reply.values['author_name']} answers: "), str(reply.values["text"])))


def _drafts(contents: Contents) -> Iterator[tuple[str, bytes]]:
    hashes = {row.id: str(row.values.get("sha256")) for row in contents.rows if row.noun == "StoredFile"}
    for draft in contents.of("Draft"):
        folder = f"drafts/{_short(contents.called(draft, 'case_study'))}"
        number = f"draft {draft.values['number']}"
        if contents.fetch is not None:
            name = str(draft.values["file_name"]) or "as it came.docx"
            yield f"{folder}/{number}, {name}", contents.fetch(hashes[str(draft.values["file"])])
        else:
            texts = [Paragraph(text) for text in _texts(draft) if text.strip()]
            yield f"{folder}/{number}.docx", _word(contents, str(draft.values["case_study"]), texts, number)


def _packs(contents: Contents) -> Iterator[tuple[str, bytes]]:
    hashes = {row.id: str(row.values.get("sha256")) for row in contents.rows if row.noun == "StoredFile"}
    for pack in contents.of("Pack"):
        if contents.fetch is not None:
            yield (
                f"packs/{pack.values['file_name'] or pack.values['code']}",
                contents.fetch(hashes[str(pack.values["file"])]),
            )


def _texts(draft: Row) -> Iterable[str]:
    document = draft.values["document"]
    if isinstance(document, list):  # masked texts, one a paragraph
        return map(str, document)
    return from_record(document).texts() if isinstance(document, dict) else ()


def _said(row: Row, *names: str) -> Iterator[Piece]:
    for name in names:
        if row.values.get(name):
            yield _labelled(name.replace("_", " "), str(row.values[name]))


def _labelled(label: str, words: str) -> Piece:
    text: Text = (bold(f"{label[0].upper()}{label[1:]}: "), words)
    return Paragraph(text)


def _word(contents: Contents, entity_id: str, pieces: Iterable[Piece], subtitle: str = "") -> bytes:
    foot = "Confidential"
    title = contents.titles.get(entity_id) or contents.title
    return writer.write(Sheet(title=title, subtitle=subtitle, pieces=tuple(pieces), foot=foot))


def _index(contents: Contents, listed: Iterable[str]) -> str:
    day = contents.made_at
    head = f"{contents.title}\n{day.day} {day:%B %Y}\n\n{contents.beginning}\n\n"
    where = "\n".join(f"  {name}" for name in listed)
    return f"{head}What is where:\n{where}\n\n{_SHAPE}"


def _short(title: str) -> str:
    plain = " ".join(title.replace("/", " ").split())
    return plain[:_LONGEST_NAME].strip() or "untitled"


def _free(name: str, taken: set[str]) -> str:
    """Return a name that no other file has, on systems for which capital letters are no difference either."""
    fit = "/".join(fit_name(part) for part in name.split("/"))
    stem, _, ending = fit.rpartition(".")
    number, free = 1, fit
    while free.casefold() in taken:
        number += 1
        free = f"{stem} ({number}).{ending}"
    taken.add(free.casefold())
    return free
