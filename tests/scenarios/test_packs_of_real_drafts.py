"""Packs of real drafts through other programs: opened, saved, known again, and no news if nobody touched them.

A few of each kind by default; all of them where `CARFACILITATOR_EVERY` is set (which takes half an hour).
"""

import os
from pathlib import Path

import pytest

from tests.bench.bench_packs import Case, Kind, before, left, packed, told_by_pandoc
from tests.word_oracles import DRAFTS, needs_drafts, needs_libreoffice, needs_pandoc, saved_by_libreoffice

pytestmark = [pytest.mark.outside, needs_drafts]
FEW = DRAFTS if os.environ.get("CARFACILITATOR_EVERY") else DRAFTS[3::19]
SAVED = FEW if os.environ.get("CARFACILITATOR_EVERY") else FEW[:2]
KINDS = (Kind.PLAIN, Kind.PROPOSING, Kind.REDLINE)


def a_case(path: Path, kind: Kind) -> Case:
    if kind is Kind.REDLINE:
        try:
            before(path)
        except LookupError:
            pytest.skip("there is no version before it")
    return packed(path, kind)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", FEW, ids=lambda path: path.stem)
def test_an_untouched_pack_is_known_and_says_nothing(path: Path, kind: Kind) -> None:
    case = a_case(path, kind)
    assert left(case, case.pack) == []


@pytest.mark.oracle
@needs_libreoffice
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
def test_a_pack_that_libreoffice_saved_is_known_and_says_nothing(path: Path, kind: Kind, tmp_path: Path) -> None:
    case = a_case(path, kind)
    assert left(case, saved_by_libreoffice(case.pack, tmp_path)) == []


@pytest.mark.oracle
@needs_pandoc
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", FEW, ids=lambda path: path.stem)
def test_pandoc_reads_the_draft_after_the_cover_note(path: Path, kind: Kind, tmp_path: Path) -> None:
    assert told_by_pandoc(a_case(path, kind), tmp_path)
