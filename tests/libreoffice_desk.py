"""Works in Word files as a person with LibreOffice would: by its own API, in a Basic macro, in a profile of ours."""

import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

_PATIENCE = 300  # seconds; a start takes one or two, a file less than one
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LIBRARIES = """<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library">
<library:library library:name="Standard" library:link="false"/></library:libraries>"""
_LIBRARY = """<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Desk"/></library:library>"""
_MODULE = """<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Desk" script:language="StarBasic">"""
_OWNER = """<item oor:path="/org.openoffice.UserProfile/Data">
<prop oor:name="givenname" oor:op="fuse"><value>{}</value></prop></item></oor:items>"""
_BASIC = """
Dim sheet

Sub Work
  On Error GoTo Trouble
{all}
  StarDesktop.terminate()
  Exit Sub
Trouble:
  told = FreeFile
  Open "{trouble}" For Output As #told
  Print #told, Error$ & ", line " & Erl
  Close #told
  StarDesktop.terminate()
End Sub

Sub Store(address)
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName"
  how(0).Value = "MS Word 2007 XML"
  sheet.storeToURL(address, how())
  sheet.close(True)
End Sub

Sub Load(address)
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "Hidden"
  how(0).Value = True
  sheet = StarDesktop.loadComponentFromURL(address, "_blank", 0, how())
End Sub

Function Found(words)
  wanted = sheet.createSearchDescriptor()
  wanted.SearchString = words
  wanted.SearchCaseSensitive = True
  Found = sheet.findFirst(wanted)
End Function

Sub Insert(after, words)
  sheet.RecordChanges = True
  place = Found(after)
  place.Text.insertString(place.End, words, False)
End Sub

Sub Delete(words)
  sheet.RecordChanges = True
  place = Found(words)
  place.String = ""
End Sub

Sub Retype(words, others)
  sheet.RecordChanges = False
  place = Found(words)
  place.String = others
End Sub

Sub Remark(words, said, author)
  place = Found(words)
  Annotate(place, said, author)
End Sub

Sub Annotate(place, said, author)
  sheet.RecordChanges = False
  note = sheet.createInstance("com.sun.star.text.textfield.Annotation")
  note.Content = said
  note.Author = author
  place.Text.insertTextContent(place, note, True)
End Sub

Function Question(words)
  fields = sheet.TextFields.createEnumeration()
  Do While fields.hasMoreElements()
    one = fields.nextElement()
    If one.supportsService("com.sun.star.text.textfield.Annotation") Then
      If InStr(one.Content, words) > 0 Then
        Question = one
        Exit Function
      End If
    End If
  Loop
End Function

Sub Answer(asked, words, said, author)
  place = Found(words)
  Annotate(place, said, author)
  sheet.RecordChanges = False
  gone = Question(asked)
  gone.Anchor.Text.removeTextContent(gone)
End Sub
"""
Step = Callable[[str], str]  # a line of the macro, for whoever sits at the desk


def insert(after: str, words: str) -> Step:
    """Type words behind others, with Record Changes on."""
    return lambda _: f"Insert {_quoted(after)}, {_quoted(words)}"


def delete(words: str) -> Step:
    """Delete words, with Record Changes on."""
    return lambda _: f"Delete {_quoted(words)}"


def retype(words: str, others: str) -> Step:
    """Type other words in place of some, with Record Changes off."""
    return lambda _: f"Retype {_quoted(words)}, {_quoted(others)}"


def remark(words: str, said: str) -> Step:
    """Comment on words."""
    return lambda author: f"Remark {_quoted(words)}, {_quoted(said)}, {_quoted(author)}"


def answer_and_delete(question: str, words: str, said: str) -> Step:
    """Answer a comment on words by one more, and delete the comment that is answered."""
    return lambda author: f"Answer {_quoted(question)}, {_quoted(words)}, {_quoted(said)}, {_quoted(author)}"


@dataclass(frozen=True)
class Sitting:
    """A file to open, what to do in it, and where to save it as Word does."""

    file: Path
    saved: Path
    steps: Sequence[Step] = ()


def sit_down(folder: Path, author: str, *sittings: Sitting) -> None:
    """Do the work of all sittings, one after another, with a profile in a folder of our own."""
    profile = folder / "profile"
    start = [f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo"]
    if not profile.exists():
        _soffice(*start, "--terminate_after_init")  # the first start fills the profile
        settings = profile / "user" / "registrymodifications.xcu"
        owned = settings.read_text(encoding="utf-8").replace("</oor:items>", _OWNER.format(author))
        settings.write_text(owned, encoding="utf-8")
    trouble = folder / "trouble.txt"
    _write(profile / "user" / "basic", _macro(author, sittings, trouble))
    _soffice(*start, "macro:///Standard.Desk.Work")
    missing = [sitting.saved.name for sitting in sittings if not sitting.saved.is_file()]
    if missing or trouble.exists():
        why = trouble.read_text(encoding="utf-8") if trouble.exists() else "the macro did not run"
        raise LookupError(f"LibreOffice did not save {', '.join(missing)}: {why}")


def _macro(author: str, sittings: Sequence[Sitting], trouble: Path) -> str:
    lines: list[str] = []
    for sitting in sittings:
        steps = [step(author) for step in sitting.steps]
        lines += [f'Load "{sitting.file.as_uri()}"', *steps, f'Store "{sitting.saved.as_uri()}"']
    return _BASIC.format(all="\n".join(lines), trouble=trouble)


def _write(folder: Path, macro: str) -> None:
    (folder / "script.xlc").write_text(_HEAD + _LIBRARIES, encoding="utf-8")
    (folder / "Standard" / "script.xlb").write_text(_HEAD + _LIBRARY, encoding="utf-8")
    module = f"{_HEAD}{_MODULE}{escape(macro, quote=False)}</script:module>"
    (folder / "Standard" / "Desk.xba").write_text(module, encoding="utf-8")


def _soffice(*arguments: str) -> None:
    subprocess.run(["soffice", *arguments], capture_output=True, check=True, timeout=_PATIENCE)


def _quoted(words: str) -> str:
    doubled = words.replace('"', '""')
    return f'"{doubled}"'
