import sys

import pytest

from tests.fuzz.fuzz_reader import fuzz, made
from tests.fuzz.seeds import seeds


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no alarm")
def test_spoilt_files_are_read_or_refused_in_a_sentence() -> None:
    outcome = fuzz(range(300), seed=20_260_310)
    assert outcome.failures == []
    assert outcome.counts["read"] > 100


def test_a_spoilt_file_is_known_again_by_its_number() -> None:
    files = seeds()
    assert made(files, 1, 7) == made(files, 1, 7) != made(files, 1, 8)
