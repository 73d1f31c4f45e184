"""How much memory this process takes, and a limit to it where the system knows one."""

import ctypes
import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

_KILOBYTE = 1024
_STATUS = Path("/proc/self/status")


class Counters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS of the Windows API."""

    _fields_ = (
        ("size", ctypes.c_ulong),
        ("page_faults", ctypes.c_ulong),
        ("peak_working_set", ctypes.c_size_t),
        ("working_set", ctypes.c_size_t),
        ("others", ctypes.c_size_t * 6),
    )


def limit_memory(most: int) -> None:
    """Let allocations of this process fail beyond `most` bytes; does nothing where the system cannot."""
    resource = _resource()
    if resource is not None and sys.platform == "linux":
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        bounded = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (bounded, hard))


def leave_no_core() -> None:
    """Let a crash of this process leave no picture of its memory, in which drafts stand, on the disk."""
    resource = _resource()
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def most_memory() -> int:
    """Return the most bytes that this process has had in real memory so far; 0 where nobody knows."""
    if _STATUS.is_file():
        return _of_linux()
    resource = _resource()
    return of_windows(getattr(ctypes, "windll", None)) if resource is None else of_unix(resource, sys.platform)


def of_unix(resource: ModuleType, platform: str) -> int:
    """Return the peak that `getrusage` tells, which macOS counts in bytes and others in kilobytes."""
    most: int = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if platform == "darwin" else most * _KILOBYTE


def _resource() -> ModuleType | None:
    """Return the module that only Unix systems have."""
    try:
        return importlib.import_module("resource")
    except ImportError:
        return None


def _of_linux() -> int:
    """Return the peak since this program was started.

    `ru_maxrss` would not do: Linux lets a child begin with the peak of the process that started it (getrusage(2) speaks
    of the process, and exec keeps its figure), so a large window would end every reading.
    """
    try:
        status = _STATUS.read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    peaks = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(peaks[0]) * _KILOBYTE if peaks else 0


def of_windows(library: Any) -> int:  # noqa: ANN401  ctypes.windll has no type where it is not
    """Return the peak that the Windows API tells through `ctypes.windll`; 0 where there is none."""
    if library is None:
        return 0
    counters = Counters()
    counters.size = ctypes.sizeof(counters)
    library.kernel32.GetCurrentProcess.restype = ctypes.c_void_p
    process = ctypes.c_void_p(library.kernel32.GetCurrentProcess())
    library.psapi.GetProcessMemoryInfo(process, ctypes.byref(counters), counters.size)
    return int(counters.peak_working_set)
