import subprocess
import sys

import pytest

from carfacilitator.word.memory import limit_memory, most_memory

MEGABYTE = 1024 * 1024


def test_a_process_knows_about_how_much_memory_it_takes() -> None:
    assert 5 * MEGABYTE < most_memory() < 20_000 * MEGABYTE


def test_a_child_of_a_large_process_counts_its_own_memory_only() -> None:
    child = f"from {most_memory.__module__} import most_memory; print(most_memory())"
    parent = (
        "import subprocess, sys\nlarge = bytearray(b'x') * (300 << 20)\n"
        f"subprocess.run([sys.executable, '-c', {child!r}], check=True)"
    )
    done = subprocess.run([sys.executable, "-c", parent], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 150 * MEGABYTE


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps this limit")
def test_allocations_beyond_the_limit_fail() -> None:
    code = (
        f"from {limit_memory.__module__} import limit_memory\nlimit_memory({300 * MEGABYTE})\n"
        "try:\n    bytearray(400 << 20)\nexcept MemoryError:\n    print('refused')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "refused\n"
