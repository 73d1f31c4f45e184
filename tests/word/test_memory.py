import ctypes
import subprocess
import sys
from types import SimpleNamespace

import pytest

from carfacilitator.word.memory import Counters, leave_no_core, limit_memory, most_memory, of_unix, of_windows

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


@pytest.mark.skipif(sys.platform == "win32", reason="Windows writes none")
def test_a_crash_leaves_no_picture_of_the_memory_on_the_disk() -> None:
    code = (
        f"import resource\nfrom {leave_no_core.__module__} import leave_no_core\nleave_no_core()\n"
        "print(*resource.getrlimit(resource.RLIMIT_CORE))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "0 0\n"


@pytest.mark.parametrize(("platform", "bytes_"), [("darwin", 5000), ("freebsd", 5000 * 1024)])
def test_other_systems_tell_their_peak_in_their_own_unit(platform: str, bytes_: int) -> None:
    usage = SimpleNamespace(RUSAGE_SELF=0, getrusage=lambda _who: SimpleNamespace(ru_maxrss=5000))
    assert of_unix(usage, platform) == bytes_  # type: ignore[arg-type]  # all that is asked of the module


def test_windows_is_asked_in_its_own_way() -> None:
    def tell(_process: object, reference: object, size: int) -> None:
        counters = ctypes.cast(reference, ctypes.POINTER(Counters)).contents  # type: ignore[arg-type]  # byref has no type
        assert counters.size == size == ctypes.sizeof(Counters)
        counters.peak_working_set = 7 * MEGABYTE

    kernel = SimpleNamespace(GetCurrentProcess=type("Call", (), {"__call__": lambda _self: 1})())
    library = SimpleNamespace(kernel32=kernel, psapi=SimpleNamespace(GetProcessMemoryInfo=tell))
    assert of_windows(library) == 7 * MEGABYTE
    assert of_windows(None) == 0
