"""The child that reads: the same figures, a sentence for any end, never an orphan."""

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from core import catalogue, reading_process, resources
from core.errors import UnreadableFileError
from core.importing import inspect, open_file, wire
from core.importing.choosing.choices import Choices
from core.importing.reader import CancelledError, Limits, Reader
from tests.reading_child import COMMAND

SAMPLES = sorted((resources.folder() / "samples").glob("*.xlsx"))
SHORT = Limits(silence=1.0, whole=4.0)
ON_LINUX = sys.platform == "linux"


@pytest.fixture
def readers() -> Iterator[Reader]:
    """A reader whose child does what the files' names say."""
    with Reader(COMMAND, SHORT) as made:
        yield made


@pytest.fixture(scope="module")
def own() -> Iterator[Reader]:
    """A reader as the program has it."""
    with Reader() as made:
        made.start(warm=True)
        yield made


def named(folder: Path, fate: str) -> Path:
    """A sound table under a name that says what happens to its reader."""
    return Path(shutil.copy(SAMPLES[0], folder / f"{fate} Ea Ktur.xlsx"))


def refusal(of: Reader, path: Path) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as caught:
        of.read(path)
    return caught.value


def pid(of: Reader) -> int:
    """The process that reads."""
    of.start()
    assert of._child is not None
    return of._child._process.pid


def is_gone(process: int) -> bool:
    """Whether no process with that id runs any more."""
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="ascii")
    except OSError:
        return True
    return state.rpartition(")")[2].split()[0] == "Z"


def wait_until_gone(process: int) -> None:
    end = time.monotonic() + 20
    while not is_gone(process):
        assert time.monotonic() < end, "the child outlived its parent"
        time.sleep(0.02)


# ------------------------------------------------------------------------- the figures


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem[:20])
def test_the_child_reads_the_same_report(own, path):
    steps: list[tuple[int, int]] = []
    report = own.read(path, lambda done, total: steps.append((done, total)))
    assert report == open_file(path, catalogue.load())
    assert len(report.rows) > 0
    assert steps == sorted(steps)
    assert steps[-1][0] == steps[-1][1]


def test_one_child_reads_file_after_file(own):
    before = pid(own)
    for path in SAMPLES:
        own.read(path)
    assert pid(own) == before


def test_the_child_shows_what_it_recognised_with_what_was_decided(own):
    index, choices = catalogue.load(), Choices(hidden=True)
    opened = own.inspect(SAMPLES[0], choices=choices)
    assert opened == inspect(SAMPLES[0], index, choices)
    assert opened.choices == choices
    assert opened.report == own.read(SAMPLES[0], hidden=True)


def test_what_is_asked_for_reaches_the_child(own):
    with pytest.raises(UnreadableFileError) as caught:
        own.read(SAMPLES[0], no_such_choice=True)
    assert "TypeError" in caught.value.detail
    assert own.read(SAMPLES[0], hidden=True).rows


def test_a_refusal_is_the_readers_own_sentence_and_details(own, tmp_path):
    spoilt = tmp_path / "hỏng.xlsx"
    spoilt.write_bytes(SAMPLES[0].read_bytes()[:5000])
    with pytest.raises(UnreadableFileError) as here:
        open_file(spoilt, catalogue.load())
    there = refusal(own, spoilt)
    assert str(there) == str(here.value)
    assert (there.steps, there.detail) == (here.value.steps, here.value.detail)
    assert str(refusal(own, tmp_path / "không có.xlsx")).startswith("Không tìm thấy")
    assert str(refusal(own, tmp_path)).endswith("hệ thống Một cửa.")


def test_the_file_is_as_it_was(own, tmp_path):
    path = named(tmp_path, "tệp")
    before = path.read_bytes(), path.stat().st_mtime_ns
    own.read(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


# ----------------------------------------------------------------- what a file may do


@pytest.mark.parametrize(
    ("fate", "words", "detail"),
    [
        ("treo", "quá nặng hoặc hỏng, đọc mãi không xong", "no sign of work"),
        ("kẹt", "quá nặng hoặc hỏng, đọc mãi không xong", "no sign of work"),
        ("mãi", "quá nặng hoặc hỏng, đọc mãi không xong", "no sign of work"),
        ("sập", "bị dừng giữa chừng", "exit code"),
        ("lỗi", "bị dừng giữa chừng", "KeyError\nchild.py"),
    ],
)
def test_whatever_becomes_of_the_child_is_one_sentence_and_the_next_file_is_read(
    readers, tmp_path, fate, words, detail
):
    path = named(tmp_path, fate)
    begun = time.monotonic()
    told = refusal(readers, path)
    assert time.monotonic() - begun < 5 + 2 * SHORT.whole
    assert f"Chưa đọc được “{path.name}”" in str(told)
    assert words in str(told)
    assert detail in told.detail
    assert "other" not in told.detail  # nor a figure: only where it was
    assert readers.read(SAMPLES[0]).rows


@pytest.mark.skipif(not ON_LINUX, reason="elsewhere the system's job object limits it")
def test_memory_has_an_end_and_the_next_file_has_all_of_it(tmp_path):
    limits = Limits(memory=300 * 1024 * 1024)
    with Reader(COMMAND, limits) as made:
        before = pid(made)
        told = refusal(made, named(tmp_path, "phình"))
        assert "quá nặng hoặc hỏng" in str(told)
        assert told.detail == "memory"
        assert made.read(SAMPLES[0]).rows
        assert pid(made) != before


def test_work_that_tells_of_itself_may_take_longer_than_the_patience(readers, tmp_path):
    assert readers.read(named(tmp_path, "lâu")).rows


def test_loading_a_library_on_a_slow_disk_is_work_too(readers, tmp_path):
    assert readers.read(named(tmp_path, "nạp")).rows


def test_a_large_file_is_given_more_time(tmp_path):
    large = tmp_path / "treo lớn.xlsx"
    large.write_bytes(SAMPLES[0].read_bytes() + bytes(3 * 1024 * 1024))
    with Reader(COMMAND, Limits(silence=0.2, whole=0.5)) as made:
        assert refusal(made, large).detail.endswith("0.5 s")
    with Reader(COMMAND, Limits(silence=0.2, whole=60)) as made:
        seconds = float(refusal(made, large).detail.split()[-2])
    assert 3 < seconds < 3.5


def test_what_a_library_prints_is_no_answer(readers, tmp_path):
    path = named(tmp_path, "in")
    assert readers.read(path).rows
    assert readers.read(path).rows


def test_a_child_that_died_while_nobody_read_is_replaced(readers):
    readers.read(SAMPLES[0])
    readers._child.kill()
    assert readers.read(SAMPLES[0]).rows


@pytest.mark.parametrize(
    "command",
    [
        (sys.executable, "-c", "raise SystemExit(7)"),
        (sys.executable, "-c", "print('Xin chào' * 100)"),
        ("không có chương trình này",),
    ],
)
def test_a_program_that_cannot_read_at_all_says_so(command):
    with Reader(command, SHORT) as made:
        told = refusal(made, SAMPLES[0])
    assert "phần đọc tệp của chương trình không chạy được" in str(told)
    assert told.detail


# --------------------------------------------------------------------- cancel and end


def in_thread(made: Reader, path: Path) -> tuple[threading.Thread, list[object]]:
    """A thread that reads; what comes of it."""
    seen: list[object] = []

    def run() -> None:
        try:
            seen.append(made.read(path))
        except UnreadableFileError as error:
            seen.append(error)
        except CancelledError as error:
            seen.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    return thread, seen


@pytest.mark.parametrize("end", [Reader.cancel, Reader.close])
@pytest.mark.parametrize("wait", [0, 0.4])
def test_reading_ends_at_once_when_it_is_cancelled(tmp_path, end, wait):
    with Reader(COMMAND, Limits()) as made:
        process = pid(made)
        thread, seen = in_thread(made, named(tmp_path, "treo"))
        while not made._is_reading:
            time.sleep(0.001)
        time.sleep(wait)
        begun = time.monotonic()
        end(made)
        thread.join()
        assert time.monotonic() - begun < 2
        assert [str(one) for one in seen] == ["Đã dừng đọc “treo Ea Ktur.xlsx”."]
        assert not ON_LINUX or is_gone(process)


def test_after_a_cancel_the_next_file_is_read(tmp_path):
    with Reader(COMMAND, Limits()) as made:
        thread, _ = in_thread(made, named(tmp_path, "treo"))
        while not made._is_reading:
            time.sleep(0.001)
        made.cancel()
        thread.join()
        made.cancel()  # of nothing
        assert made.read(SAMPLES[0]).rows


def test_a_closed_reader_starts_no_child_any_more():
    made = Reader()
    made.close()
    made.start()
    with pytest.raises(CancelledError):
        made.read(SAMPLES[0])
    assert made._child is None


PARENT = """
import sys, threading
sys.path.insert(0, {root!r})
from pathlib import Path
from core.importing.reader import Reader
reader = Reader({command!r})
reader.start()
threading.Thread(target=reader.read, args=(Path({path!r}),), daemon=True).start()
print(reader._child._process.pid, flush=True)
sys.stdin.readline()
"""


@pytest.mark.skipif(not ON_LINUX, reason="looks into /proc")
@pytest.mark.parametrize("fate", ["treo", "tệp"])
def test_no_child_outlives_a_parent_that_was_killed(tmp_path, fate):
    root = str(resources.folder().parent)
    path = str(named(tmp_path, fate))
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT.format(root=root, command=COMMAND, path=path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with parent:
        assert parent.stdout is not None
        process = int(parent.stdout.readline())
        time.sleep(0.5)  # in the midst of the file
        assert not is_gone(process)
        parent.kill()
    wait_until_gone(process)


# ------------------------------------------------------------------------- the process


def test_the_packed_program_starts_itself(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert reading_process.own_command() == (sys.executable, "--read-files")


def test_the_child_ends_with_its_input_and_knows_no_qt():
    script = "import main, sys; code = main.main(['--read-files']);"
    script += "sys.exit(code or any('PySide6' in one for one in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=resources.folder().parent,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_a_message_that_is_cut_off_is_none():
    read_end, write_end = os.pipe()
    with os.fdopen(read_end, "rb") as source, os.fdopen(write_end, "wb") as target:
        wire.send(target, wire.packed(wire.Progress(1, 4)))
        target.write(b"\x09\x00\x00\x00\x00\x00\x00\x00half")
        target.close()
        assert wire.unpacked(wire.receive(source) or b"") == wire.Progress(1, 4)
        assert wire.receive(source) is None
        assert wire.receive(source) is None
