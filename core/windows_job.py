"""A job of Windows: limits on a process, and its end when we end, however that is.

Nothing here is used on other systems.
"""

import sys
from collections.abc import Callable

_EXTENDED_LIMITS = 9
_OF_MEMORY = 0x0100
_KILL_ON_CLOSE = 0x2000
_SET_QUOTA, _TERMINATE = 0x0100, 0x0001


def limit(process: int, memory: int) -> Callable[[], None]:
    """Limit the process with that id; the function returned ends it and the job.

    Where Windows refuses, the process goes on without the limits.

    Args:
        process: Its id; whoever started it still holds it, so it is no other's.
        memory: Most bytes that it may commit.
    """
    if sys.platform == "win32":
        return _limited(process, memory)
    return lambda: None


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _Basic(ctypes.Structure):
        _fields_ = (
            ("per_process_user_time", wintypes.LARGE_INTEGER),
            ("per_job_user_time", wintypes.LARGE_INTEGER),
            ("flags", wintypes.DWORD),
            ("minimum_working_set", ctypes.c_size_t),
            ("maximum_working_set", ctypes.c_size_t),
            ("active_processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority_class", wintypes.DWORD),
            ("scheduling_class", wintypes.DWORD),
        )

    class _Extended(ctypes.Structure):
        _fields_ = (
            ("basic", _Basic),
            ("io", ctypes.c_ulonglong * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process_memory", ctypes.c_size_t),
            ("peak_job_memory", ctypes.c_size_t),
        )

    def _limited(process: int, memory: int) -> Callable[[], None]:
        kernel = ctypes.WinDLL("kernel32")
        for function in (kernel.CreateJobObjectW, kernel.OpenProcess):
            function.restype = wintypes.HANDLE
        job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
        limits = _Extended()
        limits.basic.flags = _OF_MEMORY | _KILL_ON_CLOSE
        limits.process_memory = memory
        kernel.SetInformationJobObject(
            job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        access = _SET_QUOTA | _TERMINATE
        handle = wintypes.HANDLE(kernel.OpenProcess(access, False, process))
        kernel.AssignProcessToJobObject(job, handle)
        kernel.CloseHandle(handle)

        def close() -> None:
            kernel.CloseHandle(job)

        return close
