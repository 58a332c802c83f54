"""What the installer does with a program of a few files: each rule of it, in seconds.

Each step is tried under Wine, from nothing; it returns the line that is noted when it
held, and raises `Failed` with what was seen when it did not.
"""

import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.windows import installer
from tests.windows.wine import HERE, Failed, Wine

STAND_IN = HERE / "shims" / "stand_in.c"
OLDER, NEWER = "0.0.9", "0.1.0"
DONE, CANCELLED, STOPPED, OLD_WINDOWS, NO_PROFILE, RUNNING, NEWER_THERE, FOLDER = range(
    8
)
UNINSTALL_KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\CongVan766"
LONGEST_WAIT = 30  # s
PROFILE = 'kind = "cap-xa"\nname = "UBND xã Trường Tây"\n'


@dataclass(frozen=True)
class Bench:
    """A small program in two versions, their installers, and where they go."""

    wine: Wine
    folder: Path

    @property
    def place(self) -> Path:
        """Where it is installed: a path with spaces and diacritics."""
        return self.wine.user / "Chương trình của tôi" / "Công văn 766"

    @property
    def data(self) -> Path:
        """The data folder of the user."""
        return self.wine.user / "AppData" / "Local" / "CongVan766"

    @property
    def log(self) -> Path:
        """The log of the last installation or removal."""
        return self.folder / "nhật ký.txt"

    @property
    def stand_in(self) -> Path:
        """The .exe that plays the program."""
        return self.folder / "stand_in.exe"

    def program(self, version: str) -> Path:
        """The folder of the program in that version."""
        return self.folder / version

    def setup(self, version: str) -> Path:
        """The installer of that version."""
        return self.folder / f"setup-{version}.exe"

    def install(self, version: str, *options: str, place: Path | None = None) -> int:
        """The exit code of a silent installation."""
        self.log.unlink(missing_ok=True)
        where = self.wine.windows_path(place or self.place)
        log = f"/LOG={self.wine.windows_path(self.log)}"
        return self.wine.setup(self.setup(version), "/S", log, *options, f"/D={where}")

    def by_hand(self, presses: str, program: Path, *options: str) -> int:
        """The exit code of `program`, whose buttons are pressed one after another.

        Each letter of `presses` is one: n next, c cancel, and in a box 1 or 2, the
        first or the second button.
        """
        self.log.unlink(missing_ok=True)
        title = "Gỡ bỏ" if program.name == installer.UNINSTALLER else "Cài đặt"
        wizard, box = f"{title} Công văn 766", "Công văn 766"
        windows = {
            "n": (wizard, "1"),
            "c": (wizard, "2"),
            "1": (box, "101"),
            "2": (box, "102"),
        }
        words = [word for letter in presses for word in windows[letter]]
        log = f"/LOG={self.wine.windows_path(self.log)}"
        with ThreadPoolExecutor(1) as pool:
            ended = pool.submit(self.wine.setup, program, log, *options)
            done = self.wine.run(self.stand_in, "press", *words)
            try:
                _hold(not done.returncode, f"{presses}: {done.stdout}\n{self.told()}")
                return ended.result(LONGEST_WAIT)
            except TimeoutError:
                raise Failed(f"{presses}: does not end\n{self.told()}") from None
            finally:
                if not ended.done():
                    self._kit("taskkill", "/f", "/im", program.name)

    def uninstall(self, *options: str) -> None:
        """Silently remove the program, and wait until its uninstaller has ended."""
        self.log.unlink(missing_ok=True)
        log = f"/LOG={self.wine.windows_path(self.log)}"
        self.wine.setup(self.place / installer.UNINSTALLER, "/S", log, *options)
        ends = ("Xong (mã 0).", "Dừng (mã ")
        self._wait(lambda: any(end in self.told() for end in ends), "no end in the log")
        self._wait(
            lambda: "DisplayName" not in self.registry() or "Dừng" in self.told(),
            "the entry stays",
        )

    def told(self) -> str:
        """What the log says."""
        return self.log.read_bytes().decode("utf-16") if self.log.exists() else ""

    def registry(self) -> str:
        """The program's entry among those to uninstall."""
        return self._kit("reg", "query", rf"HKCU\{UNINSTALL_KEY}")

    def is_version(self, name: str) -> bool:
        """Whether Windows is said to be this one from now on (`win7`, `win10`)."""
        self._kit("winecfg", "-v", name)
        return True

    @contextmanager
    def held(self, *what: str) -> Iterator[None]:
        """The program stands open, or a file is kept from everybody, meanwhile."""
        ready, stop = self.folder / "ready", self.folder / "stop"
        for one in (ready, stop):
            one.unlink(missing_ok=True)
        paths = map(self.wine.windows_path, (ready, stop))
        with ThreadPoolExecutor(1) as pool:
            ended = pool.submit(self.wine.run, self.stand_in, *what, *paths)
            try:
                self._wait(lambda: ready.exists() or ended.done(), "it is not held")
                _hold(ready.exists(), "what should be held is not")
                yield
            finally:
                stop.touch()

    def clean(self) -> None:
        """Nothing installed and no data, whatever the step before left."""
        self.is_version("win10")
        self._kit("reg", "delete", rf"HKCU\{UNINSTALL_KEY}", "/f")
        for folder in (self.place.parent, self.data):
            shutil.rmtree(folder, ignore_errors=True)
        for shortcut in self.shortcuts():
            shortcut.unlink()

    def shortcuts(self) -> list[Path]:
        """The program's, wherever they are."""
        name = "Công văn 766.lnk"  # the desktop is a link out of the user's folder
        there = [*self.wine.user.rglob(name), self.wine.user / "Desktop" / name]
        return [one for one in there if one.exists()]

    def _kit(self, *words: str) -> str:
        return self.wine._kit("wine", *words).stdout

    def _wait(self, seen: Callable[[], bool], otherwise: str) -> None:
        end = time.monotonic() + LONGEST_WAIT
        while not seen():
            _hold(time.monotonic() < end, f"{otherwise}:\n{self.told()}")
            time.sleep(0.3)


def prepare(bench: Bench) -> None:
    """Make the small programs and their installers."""
    shutil.rmtree(bench.folder, ignore_errors=True)
    bench.folder.mkdir(parents=True)
    compiler = ["x86_64-w64-mingw32-gcc", "-O1", "-municode", "-static"]
    subprocess.run([*compiler, "-o", bench.stand_in, STAND_IN], check=True)
    for version, own in ((OLDER, "tệp bản cũ.txt"), (NEWER, "tệp bản mới.txt")):
        program = bench.program(version)
        inside = program / "_internal" / "Thư mục có dấu" / "trong nữa"
        inside.mkdir(parents=True)
        (program / "_internal" / "trống").mkdir()
        for exe in ("CongVan766.exe", "congvan766-cli.exe"):
            shutil.copy(bench.stand_in, program / exe)
        for name in ("chung.txt", own, "giá 5$ $INSTDIR.txt"):
            (inside / name).write_text(f"{version} {name}", encoding="utf-8")
        (program / "_internal" / own.removesuffix(".txt")).mkdir()
        installer.make(program, version, bench.setup(version), quick=True)


# ------------------------------------------------------------------------------- steps


def installs_exactly(bench: Bench) -> str:
    """Every file and folder, an entry under Ứng dụng, a shortcut, and nothing of staging."""
    _expect(bench, bench.install(NEWER, "/DESKTOP"), DONE)
    _is_whole(bench, NEWER)
    entry = bench.registry()
    _hold(f"DisplayVersion    REG_SZ    {NEWER}" in entry, f"the entry says:\n{entry}")
    shortcuts = bench.shortcuts()
    _hold(len(shortcuts) == 2, f"not in the menu and on the desktop: {shortcuts}")
    return "every file and folder in a path with diacritics, entry, shortcut"


def upgrades(bench: Bench) -> str:
    """An older version's own files go; foreign files and the office's details stay."""
    profile = bench.folder / "cơ quan.toml"
    profile.write_text(PROFILE, encoding="utf-8")
    option = f"/PROFILE={bench.wine.windows_path(profile)}"
    _expect(bench, bench.install(OLDER, option), DONE)
    mine = bench.place / "_internal" / "của tôi.txt"
    mine.write_text("của tôi", encoding="utf-8")
    log = f"/LOG={bench.wine.windows_path(bench.log)}"
    code = bench.wine.setup(bench.setup(NEWER), "/S", log)  # no /D=: where it was
    _expect(bench, code, DONE)
    kept = bench.place / "co-quan.toml"
    _hold(kept.read_text(encoding="utf-8") == PROFILE, "the profile was not kept")
    _hold(mine.read_text(encoding="utf-8") == "của tôi", "a foreign file was not kept")
    kept.unlink()
    mine.unlink()
    _is_whole(bench, NEWER)
    return "upgrade where it was, old files gone, profile and foreign file kept"


def upgrades_whole_or_not(bench: Bench) -> str:
    """A file that somebody holds: the older version is there again, all of it."""
    _expect(bench, bench.install(OLDER), DONE)
    file = bench.place / "_internal" / "Thư mục có dấu" / "trong nữa" / "chung.txt"
    with bench.held("file", bench.wine.windows_path(file)):
        _expect(bench, bench.install(NEWER), STOPPED)
    _is_whole(bench, OLDER)
    _expect(bench, bench.install(NEWER), DONE)
    _is_whole(bench, NEWER)
    return "an upgrade that cannot be finished leaves the old version whole"


def refuses_a_downgrade(bench: Bench) -> str:
    """An older version over a newer one only when it is told so."""
    _expect(bench, bench.install(NEWER), DONE)
    _expect(bench, bench.install(OLDER), NEWER_THERE, "/DOWNGRADE")
    _is_whole(bench, NEWER)
    _expect(bench, bench.install(OLDER, "/DOWNGRADE"), DONE)
    _is_whole(bench, OLDER)
    return "a downgrade is refused, and done with /DOWNGRADE"


def waits_for_the_program(bench: Bench) -> str:
    """While the program is open nothing is touched, neither by setup nor by removal."""
    _expect(bench, bench.install(OLDER), DONE)
    with bench.held("mutex"):
        _expect(bench, bench.install(NEWER), RUNNING, "đang mở")
        bench.uninstall()
        _hold("mã 5" in bench.told(), f"the removal said:\n{bench.told()}")
    _is_whole(bench, OLDER)
    return "stops while the program is open, removal too"


def takes_a_profile(bench: Bench) -> str:
    """A profile that is none stops it before a file is copied; a good one goes along."""
    profile = bench.folder / "cơ quan của xã.toml"
    option = f"/PROFILE={bench.wine.windows_path(profile)}"
    profile.unlink(missing_ok=True)
    _expect(bench, bench.install(NEWER, option), NO_PROFILE)
    for bad in (
        b"",
        b"name = 'a'\n",
        PROFILE.encode("utf-16"),
        b"\xff" + PROFILE.encode(),
    ):
        profile.write_bytes(bad)
        _expect(bench, bench.install(NEWER, option), NO_PROFILE)
    _hold(not bench.place.exists(), "something was copied")
    profile.write_bytes(PROFILE.encode("utf-8-sig"))
    _expect(bench, bench.install(NEWER, option), DONE)
    kept = bench.place / "co-quan.toml"
    _hold(kept.read_bytes() == profile.read_bytes(), "the profile was not copied")
    bench.uninstall()
    _hold(not bench.place.exists(), "the profile was left behind")
    return "a bad profile stops it at once, a good one is copied and removed"


def keeps_out(bench: Bench) -> str:
    """No installation into a portable copy, nor on a Windows that is too old."""
    bench.place.mkdir(parents=True)
    (bench.place / "portable.txt").touch()
    _expect(bench, bench.install(NEWER), FOLDER, "portable.txt")
    (bench.place / "portable.txt").unlink()
    deep = bench.place / ("x" * 200)
    _expect(bench, bench.install(NEWER, place=deep), FOLDER, "dài quá")
    bench.is_version("win7")
    _expect(bench, bench.install(NEWER), OLD_WINDOWS, "1809")
    _hold(not any(bench.place.iterdir()), "something was copied")
    return "refuses Windows 7, a portable copy's folder, a path too long"


def removes_exactly(bench: Bench) -> str:
    """What was installed goes; a foreign file stays and is named; data stay unless told."""
    _expect(bench, bench.install(NEWER, "/DESKTOP"), DONE)
    mine = bench.place / "_internal" / "của tôi.txt"
    mine.touch()
    known = ["congvan766.db", "congvan766.db-wal", "co-quan.toml", "giao-dien.txt"]
    bench.data.mkdir(parents=True, exist_ok=True)
    for name in (*known, "ảnh của tôi.png"):
        (bench.data / name).touch()
    bench.uninstall()
    left = [one for one in bench.place.rglob("*") if one.is_file()]
    _hold(left == [mine], f"left: {left}")
    _hold("của tôi.txt" in bench.told(), f"the log does not name it:\n{bench.told()}")
    _hold(all((bench.data / name).exists() for name in known), "data are gone")
    _hold(not bench.shortcuts(), "a shortcut stays")
    classes = bench._kit("reg", "query", r"HKCU\Software\Classes", "/s")
    _hold("congvan766" not in classes.lower(), f"left in the registry:\n{classes}")
    shutil.rmtree(bench.place)  # where something is left, the next one goes below it
    _expect(bench, bench.install(NEWER), DONE)
    bench.uninstall("/DELETEDATA")
    names = [one.name for one in bench.data.iterdir()]
    _hold(names == ["ảnh của tôi.png"], f"in the data folder: {names}")
    return "removes its files, leaves foreign ones, data only when told"


def asks(bench: Bench) -> str:
    """By its pages and boxes: installed where told, stopped, gone on with, removed."""
    place = f"/D={bench.wine.windows_path(bench.place)}"
    old, new = bench.setup(OLDER), bench.setup(NEWER)
    # welcome, licence, users, folder, options, finish; cancelled and yet not
    _expect(bench, bench.by_hand("nnc2nnnn", old, place), DONE)
    _is_whole(bench, OLDER)
    _expect(bench, bench.by_hand("nc1", new), CANCELLED)
    with bench.held("mutex"):
        # welcome, options, open: try again, give up
        _expect(bench, bench.by_hand("nn12", new), CANCELLED)
        _is_whole(bench, OLDER)
    _expect(bench, bench.by_hand("nnn", new), DONE)
    _is_whole(bench, NEWER)
    _expect(bench, bench.by_hand("1", old), NEWER_THERE, "/DOWNGRADE")
    _is_whole(bench, NEWER)
    bench.data.mkdir(parents=True, exist_ok=True)
    (bench.data / "congvan766.db").touch()
    bench.by_hand("nn", bench.place / installer.UNINSTALLER)
    _hold("mã 0)" in bench.told(), f"the removal said:\n{bench.told()}")
    _hold(not bench.place.exists(), "something was left")
    _hold((bench.data / "congvan766.db").exists(), "data are gone")
    bench.place.mkdir()
    (bench.place / "của tôi.txt").touch()  # in the folder that is chosen: go below it
    _expect(bench, bench.by_hand("nnnn1nn", new, place), DONE)
    there = bench.place / "CongVan766" / installer.LIST
    _hold(there.exists(), f"not in the subfolder:\n{bench.told()}")
    return "its pages and boxes do what they say"


STEPS: tuple[Callable[[Bench], str], ...] = (
    *(installs_exactly, upgrades, upgrades_whole_or_not, refuses_a_downgrade),
    *(waits_for_the_program, takes_a_profile, keeps_out, removes_exactly, asks),
)


def all_of_it(bench: Bench) -> list[str]:
    """Each step from nothing; the lines to note."""
    prepare(bench)
    bench.wine.run(bench.stand_in)  # Wine is up; it would hold each command's output
    lines = []
    try:
        for step in STEPS:
            bench.clean()
            lines.append(step(bench))
    finally:
        bench.clean()
    return lines


# ----------------------------------------------------------------------------- helpers


def _expect(bench: Bench, code: int, wanted: int, word: str = "") -> None:
    told = bench.told()
    _hold(code == wanted, f"exit code {code}, not {wanted}:\n{told}")
    end = f"mã {wanted})"
    _hold(
        end in told and word in told,
        f"the log does not say it ({end}, {word}):\n{told}",
    )


def _is_whole(bench: Bench, version: str) -> None:
    """All of that version and nothing else is in its place."""
    source = bench.program(version)
    wanted = {one.relative_to(source) for one in source.rglob("*")}
    wanted |= {Path(name) for name in installer.OURS}
    there = {one.relative_to(bench.place) for one in bench.place.rglob("*")}
    wrong = sorted(map(str, wanted ^ there))
    _hold(not wrong, f"not as in {version}: {wrong}\n{bench.told()}")
    for one in source.rglob("*"):
        if one.is_file():
            same = (
                one.read_bytes() == (bench.place / one.relative_to(source)).read_bytes()
            )
            _hold(same, f"{one.name} is not that of {version}")


def _hold(held: object, otherwise: str) -> None:
    if not held:
        raise Failed(otherwise)
