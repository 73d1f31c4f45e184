"""How much memory this process takes, and a limit to it where the system knows one."""

import ctypes
import importlib
import sys
from types import ModuleType

_KILOBYTE = 1024


class _Counters(ctypes.Structure):
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


def most_memory() -> int:
    """Return the most bytes that this process has had in real memory so far; 0 where nobody knows."""
    resource = _resource()
    if resource is not None:
        most: int = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most if sys.platform == "darwin" else most * _KILOBYTE
    return _of_windows()


def _resource() -> ModuleType | None:
    """Return the module that only Unix systems have."""
    try:
        return importlib.import_module("resource")
    except ImportError:
        return None


def _of_windows() -> int:
    library = getattr(ctypes, "windll", None)
    if library is None:
        return 0
    counters = _Counters()
    counters.size = ctypes.sizeof(counters)
    library.kernel32.GetCurrentProcess.restype = ctypes.c_void_p
    process = ctypes.c_void_p(library.kernel32.GetCurrentProcess())
    library.psapi.GetProcessMemoryInfo(process, ctypes.byref(counters), counters.size)
    return int(counters.peak_working_set)
