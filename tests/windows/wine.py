"""A Windows to build and try in: Wine's, or the one this runs on.

Both take the same calls, so that what is tried on Debian is what a release does on
Windows. Paths are this machine's own; `windows_path` turns one into Windows' way.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from tests.windows import wheels

HERE = Path(__file__).parent
KIT = HERE / "winkit"
LONGEST = 900  # s; then something hangs


class Failed(Exception):  # noqa: N818 - said to the person who builds
    """A program did not do what was asked; the message has what it printed."""


class Windows(Protocol):
    """Where Windows programs run."""

    @property
    def user(self) -> Path:
        """The user's folder."""

    @property
    def packages(self) -> Path:
        """The folder of the installed packages (site-packages)."""

    def set_up(self) -> None:
        """Make all of it ready to use."""

    def windows_path(self, path: Path) -> str:
        """`path` as a Windows program is told it."""

    def python(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """What Windows Python did with `arguments`."""

    def run(self, program: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """What a built program did; its standard output and error as one text."""

    def setup(self, program: Path, *arguments: str) -> int:
        """The exit code of an installer or uninstaller."""


@dataclass(frozen=True)
class Wine:
    """Windows programs under Wine, by the kit."""

    home: Path
    names: Mapping[str, str] = field(default_factory=dict)
    """Environment variables beside ours."""

    @property
    def drive(self) -> Path:
        """The folder that is drive C:."""
        return self.home / "prefix" / "drive_c"

    @property
    def user(self) -> Path:
        """The user's folder."""
        users = [
            one for one in (self.drive / "users").iterdir() if one.name != "Public"
        ]
        return users[0]

    @property
    def packages(self) -> Path:
        """The folder of the installed packages (site-packages)."""
        return self.home / "python" / "Lib" / "site-packages"

    def set_up(self) -> None:
        """Assemble all of it, and install the locked packages for Windows.

        Raises:
            Failed: It could not be done.
        """
        _must(self._kit("setup"))
        wanted = wheels.for_windows(wheels.LOCK.read_text(encoding="utf-8"))
        stamp = self.home / "packages.txt"
        if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
            return
        stamp.unlink(missing_ok=True)
        lines = self.home / "windows.lock"
        lines.write_text(wanted, encoding="utf-8")
        _must(self._kit("pip", "--require-hashes", "-r", str(lines)))
        lines.rename(stamp)

    def windows_path(self, path: Path) -> str:
        """`path` as a Windows program is told it: C: is `drive`, Z: the whole machine."""
        full = path.absolute()
        if full.is_relative_to(self.drive):
            return "C:\\" + str(full.relative_to(self.drive)).replace("/", "\\")
        return "Z:" + str(full).replace("/", "\\")

    def python(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """What Windows Python did with `arguments`."""
        return self._kit("python", *arguments)

    def run(self, program: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """What a built program did; its standard output and error as one text."""
        return self._kit("run", str(program), *arguments)

    def setup(self, program: Path, *arguments: str) -> int:
        """The exit code of an installer or uninstaller."""
        # Its window may start Wine's desktop, which would keep a pipe open for minutes.
        return subprocess.run(
            ["bash", str(KIT), "wine", str(program), *_unquoted(arguments)],
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=LONGEST,
            check=False,
        ).returncode

    @contextmanager
    def started(
        self, program: Path, *arguments: str
    ) -> Iterator["subprocess.Popen[bytes]"]:
        """A program with a window, running; its window is asked to close at the end.

        Raises:
            Failed: It did not end by itself, or not with 0.
        """
        running = subprocess.Popen(
            ["bash", str(KIT), "run", str(program), *arguments],
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield running
            self._kit("wine", "taskkill", "/im", program.name)
            code = running.wait(timeout=60)
        except subprocess.TimeoutExpired:
            message = f"{program.name} did not close when asked to"
            raise Failed(message) from None
        finally:
            if running.poll() is None:
                self._kit("wine", "taskkill", "/f", "/im", program.name)
                running.kill()
        if code:
            message = f"{program.name} ended with {code}"
            raise Failed(message)

    def with_names(self, **names: str) -> "Wine":
        """The same Windows with these environment variables too."""
        return Wine(self.home, {**self.names, **names})

    def _environment(self) -> dict[str, str]:
        return {**os.environ, **self.names, "WINKIT_HOME": str(self.home)}

    def _kit(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            ["bash", str(KIT), *arguments],
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=LONGEST,
            check=False,
        )


@dataclass(frozen=True)
class Native:
    """The Windows this runs on."""

    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def user(self) -> Path:
        """The user's folder."""
        return Path.home()

    @property
    def packages(self) -> Path:
        """The folder of the installed packages (site-packages)."""
        return Path(sys.prefix) / "Lib" / "site-packages"

    def set_up(self) -> None:
        """Nothing: `dev.py` has installed the locked packages."""

    def windows_path(self, path: Path) -> str:
        """`path` itself."""
        return str(path.absolute())

    def python(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """What this Python did with `arguments`."""
        return self.run(Path(sys.executable), *arguments)

    def run(self, program: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """What a built program did; its standard output and error as one text."""
        return subprocess.run(
            [str(program), *arguments],
            env={**os.environ, **self.names},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=LONGEST,
            check=False,
        )

    def setup(self, program: Path, *arguments: str) -> int:
        """The exit code of an installer or uninstaller."""
        return self.run(program, *_unquoted(arguments)).returncode

    def with_names(self, **names: str) -> "Native":
        """The same Windows with these environment variables too."""
        return Native({**self.names, **names})


def _unquoted(arguments: tuple[str, ...]) -> list[str]:
    """`arguments`; NSIS takes the path after `/D=` and `_?=` only without quotes."""
    parts: list[str] = []
    for one in arguments:
        parts.extend(one.split(" ") if one.startswith(("/D=", "_?=")) else [one])
    return parts


def _must(done: "subprocess.CompletedProcess[str]") -> None:
    if done.returncode:
        message = f"{' '.join(done.args[2:])}:\n{done.stdout}"
        raise Failed(message)
