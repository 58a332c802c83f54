"""What the installer does with a program of a few files: each rule of it, in seconds.

Each step is tried under Wine, from nothing; it returns the line that is noted when it
held, and raises `Failed` with what was seen when it did not.
"""

import shutil
from collections.abc import Callable

from tests.windows import installer, trial_installer_harm
from tests.windows.installer_bench import (
    CANCELLED,
    DONE,
    FOLDER,
    NEWER,
    NEWER_THERE,
    NO_PROFILE,
    OLD_WINDOWS,
    OLDER,
    OPEN,
    PACK,
    PROFILE,
    RUNNING,
    STOPPED,
    Bench,
    expect,
    hold,
    is_whole,
    prepare,
)

# ------------------------------------------------------------------------------- steps


def installs_exactly(bench: Bench) -> str:
    """Every file and folder, an entry under Ứng dụng, a shortcut, and nothing of staging."""
    expect(bench, bench.install(NEWER, "/DESKTOP"), DONE)
    is_whole(bench, NEWER)
    entry = bench.registry()
    hold(f"DisplayVersion    REG_SZ    {NEWER}" in entry, f"the entry says:\n{entry}")
    shortcuts = bench.shortcuts()
    hold(len(shortcuts) == 2, f"not in the menu and on the desktop: {shortcuts}")
    return "every file and folder in a path with diacritics, entry, shortcut"


def upgrades(bench: Bench) -> str:
    """An older version's own files go; foreign files and the office's details stay."""
    profile = bench.folder / "cơ quan.toml"
    profile.write_text(PROFILE, encoding="utf-8")
    option = f"/PROFILE={bench.wine.windows_path(profile)}"
    expect(bench, bench.install(OLDER, option), DONE)
    mine = bench.place / "_internal" / "của tôi.txt"
    mine.write_text("của tôi", encoding="utf-8")
    log = f"/LOG={bench.wine.windows_path(bench.log)}"
    code = bench.wine.setup(bench.setup(NEWER), "/S", log)  # no /D=: where it was
    expect(bench, code, DONE)
    kept = bench.place / "co-quan.toml"
    hold(kept.read_text(encoding="utf-8") == PROFILE, "the profile was not kept")
    hold(mine.read_text(encoding="utf-8") == "của tôi", "a foreign file was not kept")
    kept.unlink()
    mine.unlink()
    is_whole(bench, NEWER)
    return "upgrade where it was, old files gone, profile and foreign file kept"


def upgrades_whole_or_not(bench: Bench) -> str:
    """A file that somebody holds: the older version is there again, all of it."""
    expect(bench, bench.install(OLDER), DONE)
    file = bench.place / "_internal" / "Thư mục có dấu" / "trong nữa" / "chung.txt"
    with bench.held("file", bench.wine.windows_path(file)):
        expect(bench, bench.install(NEWER), STOPPED)
    is_whole(bench, OLDER)
    expect(bench, bench.install(NEWER), DONE)
    is_whole(bench, NEWER)
    return "an upgrade that cannot be finished leaves the old version whole"


def refuses_a_downgrade(bench: Bench) -> str:
    """An older version over a newer one only when it is told so."""
    expect(bench, bench.install(NEWER), DONE)
    expect(bench, bench.install(OLDER), NEWER_THERE, "/DOWNGRADE")
    is_whole(bench, NEWER)
    expect(bench, bench.install(OLDER, "/DOWNGRADE"), DONE)
    is_whole(bench, OLDER)
    return "a downgrade is refused, and done with /DOWNGRADE"


def waits_for_the_program(bench: Bench) -> str:
    """While the program is open nothing is touched, neither by setup nor by removal."""
    expect(bench, bench.install(OLDER), DONE)
    with bench.held(*OPEN):
        expect(bench, bench.install(NEWER), RUNNING, "đang mở")
        bench.uninstall()
        hold("mã 5" in bench.told(), f"the removal said:\n{bench.told()}")
    is_whole(bench, OLDER)
    return "stops while the program is open, removal too"


def takes_a_profile(bench: Bench) -> str:
    """A profile that is none stops it before a file is copied; a good one goes along."""
    profile = bench.folder / "cơ quan của xã.toml"
    option = f"/PROFILE={bench.wine.windows_path(profile)}"
    profile.unlink(missing_ok=True)
    expect(bench, bench.install(NEWER, option), NO_PROFILE)
    for bad in (
        b"",
        b"name = 'a'\n",
        PROFILE.encode("utf-16"),
        b"\xff" + PROFILE.encode(),
    ):
        profile.write_bytes(bad)
        expect(bench, bench.install(NEWER, option), NO_PROFILE)
    hold(not bench.place.exists(), "something was copied")
    profile.write_bytes(PROFILE.encode("utf-8-sig"))
    expect(bench, bench.install(NEWER, option), DONE)
    kept = bench.place / "co-quan.toml"
    hold(kept.read_bytes() == profile.read_bytes(), "the profile was not copied")
    bench.uninstall()
    hold(not bench.place.exists(), "the profile was left behind")
    return "a bad profile stops it at once, a good one is copied and removed"


def keeps_out(bench: Bench) -> str:
    """No installation into a portable copy, nor on a Windows that is too old."""
    bench.place.mkdir(parents=True)
    (bench.place / "portable.txt").touch()
    expect(bench, bench.install(NEWER), FOLDER, "portable.txt")
    (bench.place / "portable.txt").unlink()
    deep = bench.place / ("x" * 200)
    expect(bench, bench.install(NEWER, place=deep), FOLDER, "dài quá")
    bench.is_version("win7")
    expect(bench, bench.install(NEWER), OLD_WINDOWS, "1809")
    hold(not any(bench.place.iterdir()), "something was copied")
    return "refuses Windows 7, a portable copy's folder, a path too long"


def removes_exactly(bench: Bench) -> str:
    """What was installed goes; a foreign file stays and is named; data stay unless told."""
    expect(bench, bench.install(NEWER, "/DESKTOP"), DONE)
    mine = bench.place / "_internal" / "của tôi.txt"
    mine.touch()
    known = ["congvan766.db", "congvan766.db-wal", "congvan766.db-shm"]
    known += ["congvan766.db-journal", "co-quan.toml", "giao-dien.txt"]
    own = ["congvan766.db.sao-lưu-9-2026", "ảnh của tôi.png"]
    bench.data.mkdir(parents=True, exist_ok=True)
    for name in (*known, *own):
        (bench.data / name).touch()
    pack = bench.data / "goi-du-lieu" / "2026.12" / "catalogue"
    pack.mkdir(parents=True)
    (pack / "bo-chi-so.toml").touch()
    bench.uninstall()
    left = [one for one in bench.place.rglob("*") if one.is_file()]
    hold(left == [mine], f"left: {left}")
    hold("của tôi.txt" in bench.told(), f"the log does not name it:\n{bench.told()}")
    hold(all((bench.data / name).exists() for name in known), "data are gone")
    hold(not bench.shortcuts(), "a shortcut stays")
    classes = bench._kit("reg", "query", r"HKCU\Software\Classes", "/s")
    ours = ("congvan766", PACK)
    left_over = [one for one in ours if one in classes.lower()]
    hold(not left_over, f"left in the registry: {left_over}\n{classes}")
    shutil.rmtree(bench.place)  # where something is left, the next one goes below it
    expect(bench, bench.install(NEWER), DONE)
    bench.uninstall("/DELETEDATA")
    names = sorted(one.name for one in bench.data.iterdir())
    hold(names == own, f"in the data folder: {names}")
    return "removes its files, leaves foreign ones, data only when told"


def opens_data_packs(bench: Bench) -> str:
    """A double click on a data pack opens the program, whatever was chosen for workbooks."""
    expect(bench, bench.install(NEWER, "/NOOPENWITH"), DONE)
    pack = bench.folder / "gói dữ liệu tháng 12.cv766"
    opened = pack.with_name(f"{pack.name}.opened")
    pack.touch()
    opened.unlink(missing_ok=True)
    bench.double_click(pack)
    hold(opened.exists(), "a double click does not open the program")
    classes = bench.classes(".xlsx")
    hold("CongVan766" not in classes, f"workbooks offer the program:\n{classes}")
    bench.uninstall()
    hold(not bench.classes(PACK), f"left:\n{bench.classes(PACK)}")
    expect(bench, bench.install(NEWER), DONE)
    bench.take_over(PACK, "Khac.GoiDuLieu")
    bench.uninstall()
    hold("Khac.GoiDuLieu" in bench.classes(PACK), "took from another what is its own")
    return "a double click opens a data pack; removed, but not from another program"


def asks(bench: Bench) -> str:
    """By its pages and boxes: installed where told, stopped, gone on with, removed."""
    place = f"/D={bench.wine.windows_path(bench.place)}"
    old, new = bench.setup(OLDER), bench.setup(NEWER)
    # welcome, licence, users, folder, options, finish; cancelled and yet not
    expect(bench, bench.by_hand("nnc1nnnn", old, place), DONE)
    is_whole(bench, OLDER)
    expect(bench, bench.by_hand("nc2", new), CANCELLED)
    with bench.held(*OPEN):
        # welcome, options, open: try again, give up
        expect(bench, bench.by_hand("nn12", new), CANCELLED)
        is_whole(bench, OLDER)
    expect(bench, bench.by_hand("nnn", new), DONE)
    is_whole(bench, NEWER)
    expect(bench, bench.by_hand("1", old), NEWER_THERE, "/DOWNGRADE")
    is_whole(bench, NEWER)
    bench.data.mkdir(parents=True, exist_ok=True)
    (bench.data / "congvan766.db").touch()
    bench.by_hand("nn", bench.place / installer.UNINSTALLER)
    hold("mã 0)" in bench.told(), f"the removal said:\n{bench.told()}")
    hold(not bench.place.exists(), "something was left")
    hold((bench.data / "congvan766.db").exists(), "data are gone")
    bench.place.mkdir()
    (bench.place / "của tôi.txt").touch()  # in the folder that is chosen: go below it
    expect(bench, bench.by_hand("nnnn1nn", new, place), DONE)
    there = bench.place / "CongVan766" / installer.LIST
    hold(there.exists(), f"not in the subfolder:\n{bench.told()}")
    return "its pages and boxes do what they say"


STEPS: tuple[Callable[[Bench], str], ...] = (
    *(installs_exactly, upgrades, upgrades_whole_or_not, refuses_a_downgrade),
    *(waits_for_the_program, takes_a_profile, keeps_out, opens_data_packs),
    *(removes_exactly, asks),
    *trial_installer_harm.STEPS,
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
