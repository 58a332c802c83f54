"""What is tried with the finished files, as an office would use them.

Each step returns the line that is noted when it held, and raises `Failed` with what was
seen when it did not.
"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.windows import finishing, installer, trial_installer
from tests.windows.finishing import FORMER, NAME, STALE, Made
from tests.windows.installer_bench import Bench
from tests.windows.running import started
from tests.windows.wine import Failed, Windows, Wine

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "resources" / "samples"
JOBS = {
    "Phụ lục 766 - UBND xã Trường Tây - tháng 9-2024.xlsx": "xa-truong-tay",
    "Phụ lục 1 - huyện Gò Dầu - tháng 11-2024.xlsx": "huyen-go-dau",
    "Chỉ số 766 - UBND xã Ea Ktur - 10-10-2026.xlsx": "xa-ea-ktur",
}
LARGEST_INSTALLER = 42_000_000  # bytes
LARGEST_PROGRAM = 135_000_000
LONGEST_INSTALL = 60  # s
STORE = "congvan766.db"
OPENED = next(iter(JOBS))
"""The sample that the window is started with."""

PERIOD = "2024-09"
"""What the store calls its month."""


@dataclass(frozen=True)
class Trial:
    """What is tried, and where."""

    windows: Windows
    made: Made
    pictures: Path

    @property
    def place(self) -> Path:
        """Where it is installed: a path with spaces and diacritics."""
        return self.windows.user / "Chương trình của tôi" / "Công văn 766"

    @property
    def data(self) -> Path:
        """The data folder of the user."""
        return self.windows.user / "AppData" / "Local" / NAME


def sizes(trial: Trial) -> str:
    """The gates on what reaches the office and its disk."""
    setup = trial.made.installer.stat().st_size
    program = sum(one.stat().st_size for one in _files(trial.made.program))
    _hold(setup <= LARGEST_INSTALLER, f"the installer has {setup:,} bytes")
    _hold(program <= LARGEST_PROGRAM, f"the program has {program:,} bytes")
    return (
        f"installer {setup / 1e6:.1f} MB of 42, installed {program / 1e6:.1f} MB of 135"
    )


def packed(trial: Trial) -> str:
    """The self-test of the program as PyInstaller made it."""
    return f"packed self-test: {_self_test(trial.windows, trial.made.program)}"


def installed(trial: Trial) -> str:
    """A silent installation into a path with diacritics, and its self-test."""
    if isinstance(trial.windows, Wine):
        _bench(trial, trial.windows).clean()  # whatever a trial before left
    _hold(
        not (trial.data / STORE).exists(),
        f"this user has months of his own in {trial.data}: try it as another user",
    )
    begun = time.monotonic()
    _install(trial, trial.made.installer)
    took = time.monotonic() - begun
    _hold(took <= LONGEST_INSTALL, f"the installation took {took:.0f} s")
    missing = _names(trial.made.program) - _names(trial.place)
    _hold(not missing, f"not installed: {sorted(missing)[:5]}")
    return f"silent install {took:.0f} s; self-test there: {_self_test(trial.windows, trial.place)}"


def same_as_linux(trial: Trial) -> str:
    """The command line's check and letter of each sample, beside those made here."""
    for sample, office in JOBS.items():
        _same_check(trial, SAMPLES / sample, office)
        _same_letter(trial, SAMPLES / sample, office)
    return f"check --json and letter of {len(JOBS)} samples equal the Linux results"


def _same_check(trial: Trial, sample: Path, office: str) -> None:
    theirs = _cli(trial, "check", sample, "--json", "--profile", office)
    ours = _here("check", str(sample), "--json", "--profile", office)
    _hold(
        json.loads(theirs) == json.loads(ours),
        f"check of {sample.name} differs:\n{theirs[:2000]}",
    )


def _same_letter(trial: Trial, sample: Path, office: str) -> None:
    theirs = _desktop(trial) / "Công văn thử.docx"
    ours = trial.pictures / "cong-van.docx"
    theirs.unlink(missing_ok=True)
    options = ["--profile", office, "--date", "2026-10-12"]
    _cli(trial, "letter", sample, *options, "-o", trial.windows.windows_path(theirs))
    _here("letter", str(sample), *options, "-o", str(ours))
    _hold(_parts(theirs) == _parts(ours), f"the letter of {sample.name} differs")
    theirs.unlink()


def _parts(letter: Path) -> dict[str, bytes]:
    """What is in a .docx; how hard it is pressed is a matter of the zlib at hand."""
    with zipfile.ZipFile(letter) as file:
        return {name: file.read(name) for name in file.namelist()}


def window(trial: Trial) -> str:
    """The running window with a sample open: its month is in the store.

    Under Wine its picture is kept, to look at. The empty window has a thousand colours,
    so they prove only that something was painted.
    """
    sample = trial.windows.windows_path(SAMPLES / OPENED)
    with started(trial.windows, trial.place / f"{NAME}.exe", sample) as program:
        _wait(
            lambda: PERIOD in {one[2] for one in _kept(trial)},
            "the month of the sample never was in the store",
            program,
        )
        seen = _seen(trial)
    months = _months(trial)
    _hold([one[2] for one in months] == [PERIOD], f"the store has {months}")
    return f"window shown with a sample ({seen}), its month kept, closed when asked to"


def _seen(trial: Trial) -> str:
    if not isinstance(trial.windows, Wine):
        return "no picture is taken on Windows"
    picture = trial.pictures / "cua-so.png"
    time.sleep(3)  # the last of it is painted
    colours = _colours(picture)
    _hold(colours > 300, f"the window shows {colours} colours")
    return f"{colours} colours"


def _colours(picture: Path) -> int:
    """How many colours the screen shows; the picture of it is kept."""
    subprocess.run(["import", "-window", "root", picture], check=True)
    told = subprocess.run(
        ["identify", "-format", "%k", picture],
        check=True,
        capture_output=True,
        text=True,
    )
    return int(told.stdout)


def upgraded(trial: Trial) -> str:
    """The new version over an older one, whose stale files go and whose data stay."""
    _uninstall(trial)
    if not trial.made.former.exists():  # a release brings it along
        finishing.make_former(trial.made)
    _install(trial, trial.made.former)
    stale = trial.place / "_internal" / STALE
    _hold(stale.exists(), "the older version was not installed whole")
    before = _months(trial)
    _install(trial, trial.made.installer)
    _hold(not stale.exists(), "a file of the older version was left")
    _hold(_months(trial) == before, "the months are not those of before")
    done = f"upgrade {FORMER} to {trial.made.version}"
    return f"{done}: old files gone, {len(before)} month kept"


Month = tuple[object, ...]
"""A month in the store: its key, its title, its period."""


def _months(trial: Trial) -> list[Month]:
    """What the store holds; a trial without a month would prove nothing."""
    months = _kept(trial)
    _hold(months, f"there is no month in {trial.data}")
    return months


def _kept(trial: Trial) -> list[Month]:
    """The months in the store, none where it cannot be read yet.

    A copy is read: the program may have it open, under Wine with locks that SQLite here
    does not see.
    """
    with tempfile.TemporaryDirectory() as folder:
        try:
            for one in (STORE, f"{STORE}-wal"):
                if (trial.data / one).exists():
                    shutil.copy(trial.data / one, folder)
            store = sqlite3.connect(Path(folder) / STORE)
            try:
                query = "SELECT id, title, period FROM months ORDER BY id"
                return store.execute(query).fetchall()
            finally:
                store.close()
        except (OSError, sqlite3.Error):
            return []


def removed(trial: Trial) -> str:
    """Uninstalled, with nothing left but the user's data."""
    before = _months(trial)
    _uninstall(trial)
    _hold(not trial.place.exists(), f"left: {sorted(_names(trial.place))[:5]}")
    left = [
        one
        for one in trial.windows.user.rglob("*")
        if NAME.lower() in one.name.lower()
        and not any(map(one.is_relative_to, (trial.data, ROOT)))
    ]
    left = [one for one in left if "Temp" not in one.parts]
    left += trial.windows.user.rglob("Công văn 766.lnk")
    _hold(not left, f"left: {left}")
    _hold(_months(trial) == before, "the data did not stay as they were")
    around = trial.place.parent  # the trial's own, too
    _hold(not any(around.iterdir()), f"left: {sorted(around.iterdir())}")
    around.rmdir()
    return "uninstalled: nothing left but the user's data"


def portable(trial: Trial) -> str:
    """The zip in another folder: self-test, and its data beside itself."""
    place = _desktop(trial) / "USB của xã"
    shutil.rmtree(place, ignore_errors=True)
    with zipfile.ZipFile(trial.made.portable) as file:
        file.extractall(place)
    kept = _touched(trial.data)
    told = _self_test(trial.windows, place / NAME)
    with started(trial.windows, place / NAME / f"{NAME}.exe") as program:
        store = place / NAME / "du-lieu" / STORE
        _wait(store.exists, "no data beside the portable program", program)
    _hold(
        kept == _touched(trial.data),
        "the portable program touched the installed one's data",
    )
    shutil.rmtree(place)
    return f"portable zip elsewhere: {told}, data beside it"


def _touched(folder: Path) -> list[tuple[str, int]]:
    """What is in a folder, and when it was changed last."""
    return sorted((one.name, one.stat().st_mtime_ns) for one in folder.glob("*"))


def rules(trial: Trial) -> str:
    """Each rule of the installer, with a program of a few files."""
    if not isinstance(trial.windows, Wine):
        return "the installer's rules: not tried on Windows"
    bench = _bench(trial, trial.windows)
    try:
        return "installer: " + "; ".join(trial_installer.all_of_it(bench))
    finally:
        shutil.rmtree(bench.folder, ignore_errors=True)


def _bench(trial: Trial, wine: Wine) -> Bench:
    return Bench(wine, trial.made.folder / "rules")


STEPS: tuple[Callable[[Trial], str], ...] = (
    *(sizes, packed, installed, same_as_linux, window),
    *(upgraded, removed, portable, rules),
)


def held(step: Callable[[Trial], str], trial: Trial) -> str:
    """What `step` says; whatever hinders it is told as its failure.

    Raises:
        Failed: It did not hold.
    """
    try:
        return step(trial)
    except HINDRANCES as reason:
        message = f"{step.__name__}: {type(reason).__name__}: {reason}"
        raise Failed(message) from reason


HINDRANCES = (
    *(OSError, ValueError, subprocess.SubprocessError),
    *(sqlite3.Error, zipfile.BadZipFile, KeyError),
)


# ----------------------------------------------------------------------------- helpers


def _desktop(trial: Trial) -> Path:
    folder = trial.windows.user / "Desktop"
    folder.mkdir(exist_ok=True)
    return folder


def _self_test(windows: Windows, folder: Path) -> str:
    done = windows.run(folder / f"{NAME}.exe", "--self-test")
    lines = [line for line in done.stdout.splitlines() if line.strip()]
    good = [line for line in lines if line.startswith("Đạt")]
    _hold(done.returncode == 0, f"the self-test failed:\n{done.stdout}")
    _hold(len(good) >= 5, f"the self-test said next to nothing:\n{done.stdout}")
    return f"{len(good)} lines, exit code 0"


def _install(trial: Trial, setup: Path) -> None:
    log = _desktop(trial) / "cài đặt.log"
    place = trial.windows.windows_path(trial.place)
    code = trial.windows.setup(
        setup, "/S", f"/LOG={trial.windows.windows_path(log)}", f"/D={place}"
    )
    told = _log(log)
    log.unlink(missing_ok=True)
    _hold(code == 0, f"the installer ended with {code}:\n{told}")


def _uninstall(trial: Trial) -> None:
    uninstaller = trial.place / installer.UNINSTALLER
    _hold(uninstaller.exists(), f"there is no {uninstaller}")
    code = trial.windows.setup(uninstaller, "/S")
    _wait(lambda: not trial.place.exists(), "the program's folder stays")
    _hold(code == 0, f"the uninstaller ended with {code}")


def _log(log: Path) -> str:
    if not log.exists():
        return "(no log)"
    data = log.read_bytes()
    return data.decode("utf-16" if data[:2] == b"\xff\xfe" else "utf-8-sig", "replace")


def _cli(trial: Trial, command: str, sample: Path, *options: str) -> str:
    exe = trial.place / "congvan766-cli.exe"
    done = trial.windows.run(exe, command, trial.windows.windows_path(sample), *options)
    _hold(
        done.returncode == 0, f"{command} ended with {done.returncode}:\n{done.stdout}"
    )
    return done.stdout


def _here(*arguments: str) -> str:
    """What the program says run from source on this machine."""
    names = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=ROOT,
        env=names,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    _hold(done.returncode == 0, f"from source: {done.stderr}")
    return done.stdout


def _wait(
    seen: Callable[[], bool],
    otherwise: str,
    program: "subprocess.Popen[bytes] | None" = None,
) -> None:
    end = time.monotonic() + 60
    while not seen():
        ended = program is not None and program.poll() is not None
        _hold(not ended and time.monotonic() < end, otherwise)
        time.sleep(0.5)


def _hold(held: object, otherwise: str) -> None:
    if not held:
        raise Failed(otherwise)


def _files(folder: Path) -> list[Path]:
    return [one for one in folder.rglob("*") if one.is_file()]


def _names(folder: Path) -> set[str]:
    return {one.relative_to(folder).as_posix() for one in _files(folder)}
