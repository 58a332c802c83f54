"""A bench for the installer: a small program in two versions, and what can be done with them."""

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
BUSY = 10
OPEN = ("mutex", r"Local\CongVan766-dang-mo")
"""What holds the mark of an open program."""
UNINSTALL_KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\CongVan766"
LONGEST_WAIT = 30  # s
PACK = ".cv766"
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

    def install(
        self, version: str, *options: str, place: Path | str | None = None
    ) -> int:
        """The exit code of a silent installation; a `place` of text is told as it is."""
        self.log.unlink(missing_ok=True)
        if not isinstance(place, str):
            place = self.wine.windows_path(place or self.place)
        log = f"/LOG={self.wine.windows_path(self.log)}"
        return self.wine.setup(self.setup(version), "/S", log, *options, f"/D={place}")

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
                hold(not done.returncode, f"{presses}: {done.stdout}\n{self.told()}")
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

    def classes(self, extension: str) -> str:
        """What Windows knows of files with that extension; empty for nothing."""
        told = self._kit("reg", "query", _class_key(extension), "/s")
        return told if "HKEY_" in told else ""

    def take_over(self, extension: str, by: str) -> None:
        """Let files with that extension be of the type `by`, as another program does."""
        self._kit("reg", "add", _class_key(extension), "/ve", "/d", by, "/f")

    def double_click(self, file: Path) -> None:
        """Have Windows open `file`, and wait for the program that it starts.

        Wine's shell knows the types of all users alone, Windows' shows this user's as
        if they were among them: so they are put there meanwhile.
        """
        kind = self.classes(file.suffix).partition("REG_SZ")[2].split()[:1]
        shown = [file.suffix, *kind]
        for name in shown:
            self._kit("reg", "copy", _class_key(name), _of_all(name), "/s", "/f")
        try:
            self._kit("start", "/wait", self.wine.windows_path(file))
        finally:
            for name in shown:
                self._kit("reg", "delete", _of_all(name), "/f")

    def is_version(self, name: str) -> bool:
        """Whether Windows is said to be this one from now on (`win7`, `win10`)."""
        self._kit("winecfg", "-v", name)
        return True

    @contextmanager
    def held(self, *what: str) -> Iterator[None]:
        """What the stand-in is told to hold is held meanwhile."""
        ready, stop = self.folder / f"ready-{what[0]}", self.folder / f"stop-{what[0]}"
        for one in (ready, stop):
            one.unlink(missing_ok=True)
        paths = map(self.wine.windows_path, (ready, stop))
        with ThreadPoolExecutor(1) as pool:
            ended = pool.submit(self.wine.run, self.stand_in, *what, *paths)
            try:
                self._wait(lambda: ready.exists() or ended.done(), "it is not held")
                hold(ready.exists(), "what should be held is not")
                yield
            finally:
                stop.touch()

    def clean(self) -> None:
        """Nothing installed and no data, whatever the step before left."""
        self.is_version("win10")
        self._kit("reg", "delete", rf"HKCU\{UNINSTALL_KEY}", "/f")
        usual = self.data.parent / "Programs"
        self._kit("reg", "delete", _class_key(PACK), "/f")
        for folder in (self.place.parent, self.data, usual):
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
            hold(time.monotonic() < end, f"{otherwise}:\n{self.told()}")
            time.sleep(0.3)


def _class_key(name: str) -> str:
    return rf"HKCU\Software\Classes\{name}"


def _of_all(name: str) -> str:
    return rf"HKLM\Software\Classes\{name}"


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


def expect(bench: Bench, code: int, wanted: int, word: str = "") -> None:
    """The exit code is the wanted one, and the log says so, and the word.

    Raises:
        Failed: It is not so.
    """
    told = bench.told()
    hold(code == wanted, f"exit code {code}, not {wanted}:\n{told}")
    end = f"mã {wanted})"
    hold(
        end in told and word in told,
        f"the log does not say it ({end}, {word}):\n{told}",
    )


def is_whole(bench: Bench, version: str) -> None:
    """All of that version and nothing else is in its place.

    Raises:
        Failed: It is not so.
    """
    source = bench.program(version)
    wanted = {one.relative_to(source) for one in source.rglob("*")}
    wanted |= {Path(name) for name in installer.OURS}
    there = {one.relative_to(bench.place) for one in bench.place.rglob("*")}
    wrong = sorted(map(str, wanted ^ there))
    hold(not wrong, f"not as in {version}: {wrong}\n{bench.told()}")
    for one in source.rglob("*"):
        if one.is_file():
            same = (
                one.read_bytes() == (bench.place / one.relative_to(source)).read_bytes()
            )
            hold(same, f"{one.name} is not that of {version}")


def hold(held: object, otherwise: str) -> None:
    """It held.

    Raises:
        Failed: It did not; its message is `otherwise`.
    """
    if not held:
        raise Failed(otherwise)
