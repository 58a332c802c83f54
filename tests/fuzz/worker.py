"""The process that opens mutated files: `python -m tests.fuzz.worker MEGABYTES SECONDS`.

A path a line on its input, an answer a line on its output: what became of the file. It
bounds its own memory, above what it needs before any file, and its time a file.
"""

import contextlib
import io
import json
import resource
import sys
import traceback
from datetime import date
from pathlib import Path

from core import catalogue as catalogues
from core import rules
from core.catalogue import Catalogue
from core.errors import UnreadableFileError
from core.importing import open_file
from core.report import Report
from core.rules.registry import Context
from core.summary import as_json

ROOT = Path(__file__).resolve().parents[2]
OPENED, REFUSED, FAULT, MEMORY = "opened", "refused", "fault", "memory"


def judged(path: Path, catalogue: Catalogue) -> tuple[str, str]:
    """What became of the file, and what tells of it."""
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            report = open_file(path, catalogue)
            _looked_through(report, catalogue)
    except UnreadableFileError as refusal:
        if _is_memory(refusal):
            return MEMORY, _told(refusal)
        return REFUSED, str(refusal)
    except MemoryError as problem:
        return MEMORY, _told(problem)
    except BaseException as problem:  # noqa: BLE001 - a panic of Rust is no Exception
        return FAULT, _told(problem)
    if printed.getvalue():
        return FAULT, f"something was printed: {printed.getvalue()[:500]}"
    return OPENED, f"{len(report.rows)} units"


def _looked_through(report: Report, catalogue: Catalogue) -> None:
    """What the window and the command line do with every report at once."""
    checked = rules.check(Context(report, catalogue, today=date(2026, 11, 21)))
    json.dumps(as_json(report, checked))


def _is_memory(problem: BaseException) -> bool:
    seen: BaseException | None = problem
    while seen is not None:
        if isinstance(seen, MemoryError):
            return True
        seen = seen.__cause__ or seen.__context__
    return False


def _told(problem: BaseException) -> str:
    return "".join(traceback.format_exception(problem))[-4000:]


def _bounded(megabytes: int) -> None:
    """No more memory from here on than `megabytes` above what is used."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * resource.getpagesize() + megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _timed(seconds: int) -> None:
    """The process ends when it has worked so long from here on."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    end = int(used.ru_utime + used.ru_stime) + seconds + 1
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (end, hard))


def main(megabytes: int, seconds: int) -> None:
    """Answer until the input ends."""
    catalogue = catalogues.load()
    exports = (ROOT / "tests" / "data" / "exports").iterdir()
    for path in {path.suffix: path for path in exports if path.is_file()}.values():
        judged(path, catalogue)  # every library that is used is loaded by now
    _bounded(megabytes)
    answers = sys.stdout
    print(json.dumps(["ready", ""]), file=answers, flush=True)
    for line in sys.stdin:
        _timed(seconds)
        told = judged(Path(json.loads(line)), catalogue)
        print(json.dumps(told), file=answers, flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
