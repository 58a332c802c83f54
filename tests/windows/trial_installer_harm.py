"""What the installer must not harm: the program that is there, the office's details, the data.

Steps of the trial, as those of `trial_installer`.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.windows import installer
from tests.windows.installer_bench import (
    BUSY,
    CANCELLED,
    DONE,
    FOLDER,
    NEWER,
    OLDER,
    PROFILE,
    STOPPED,
    Bench,
    expect,
    hold,
    is_whole,
)

OTHER_PROFILE = PROFILE.replace("Trường Tây", "Ea Ktur")


def knows_its_own_folder(bench: Bench) -> str:
    """Spelled differently it is the same folder; in another one the old files go."""
    expect(bench, bench.install(OLDER, _profile(bench, PROFILE)), DONE)
    kept = bench.place / "co-quan.toml"
    plain = bench.wine.windows_path(bench.place)
    dotted = plain.replace("\\Công", "\\.\\Công")
    by_another_drive = "Z:" + str(bench.place).replace("/", "\\")
    for spelled in (dotted, by_another_drive):
        expect(bench, bench.install(NEWER, place=spelled), DONE)
        hold(kept.exists(), f"{spelled}: the profile is gone\n{bench.told()}")
        _is_whole_with_profile(bench, NEWER, PROFILE)
    elsewhere = bench.place.parent / "Chỗ khác"
    expect(bench, bench.install(NEWER, place=elsewhere), DONE)
    hold(not bench.place.exists(), "the old folder stays")
    moved = elsewhere / "co-quan.toml"
    hold(moved.read_text(encoding="utf-8") == PROFILE, "the profile did not move along")
    hold((elsewhere / "CongVan766.exe").exists(), "the program is not there")
    return "the same folder by another name is the same; a move takes the profile along"


def keeps_off_the_data(bench: Bench) -> str:
    """No installation into a folder of data, nor into the one where they will be."""
    around = bench.wine.windows_path(bench.data.parent)
    expect(bench, bench.install(NEWER, place=bench.data.parent), FOLDER, "số liệu")
    hold(not bench.data.exists(), "the data folder was made")
    bench.data.mkdir(parents=True)
    expect(bench, bench.install(NEWER, place=bench.data), FOLDER, "số liệu")
    (bench.data / "congvan766.db").touch()
    (bench.data / "co-quan.toml").write_text(PROFILE, encoding="utf-8")
    spelled = "Z:" + str(bench.data).replace("/", "\\")
    for place in (bench.data, bench.data.parent, spelled):
        expect(bench, bench.install(NEWER, place=place), FOLDER, "số liệu")
    setup = bench.setup(NEWER)
    # welcome, licence, users, folder: refused; then cancelled
    code = bench.by_hand("nnnn1c2", setup, f"/D={around}")
    expect(bench, code, CANCELLED)
    bench.place.mkdir(parents=True)
    (bench.place / "congvan766.db").touch()
    expect(bench, bench.install(NEWER), FOLDER, "số liệu")
    hold(len(list(bench.place.iterdir())) == 1, "something was copied")
    names = sorted(one.name for one in bench.data.iterdir())
    hold(names == ["co-quan.toml", "congvan766.db"], f"in the data folder: {names}")
    (bench.place / "congvan766.db").unlink()
    expect(bench, bench.install(NEWER, _profile(bench, PROFILE)), DONE)
    (bench.place / "congvan766.db").touch()  # put there afterwards
    bench.uninstall()
    names = sorted(one.name for one in bench.place.iterdir())
    hold(names == ["co-quan.toml", "congvan766.db"], f"left: {names}")
    return "refuses a folder of data, and leaves what is of the data there"


def removes_all_or_nothing(bench: Bench) -> str:
    """While a file is held nothing is removed; afterwards everything is."""
    expect(bench, bench.install(NEWER), DONE)
    with bench.held("file", bench.wine.windows_path(_deep(bench))):
        bench.uninstall()
        hold("mã 2)" in bench.told(), f"the removal said:\n{bench.told()}")
        expect(bench, _uninstall_and_wait(bench), STOPPED)
    is_whole(bench, NEWER)
    hold("DisplayName" in bench.registry() and bench.shortcuts(), "half of it is gone")
    bench.uninstall()
    hold(not bench.place.exists(), f"left:\n{bench.told()}")
    expect(bench, bench.install(NEWER), DONE)
    expect(bench, _uninstall_and_wait(bench), DONE)
    left = [one.name for one in bench.place.iterdir()]
    hold(left in ([], [installer.UNINSTALLER]), f"left: {left}")
    return "a removal that cannot be finished removes nothing, and can be done again"


def changes_the_profile_with_the_rest(bench: Bench) -> str:
    """A profile already in its place is done; one that cannot be put stops it all."""
    expect(bench, bench.install(OLDER, _profile(bench, PROFILE)), DONE)
    kept = bench.wine.windows_path(bench.place / "co-quan.toml")
    with bench.held("file", kept):
        code = bench.install(NEWER, _profile(bench, OTHER_PROFILE))
        expect(bench, code, STOPPED, "co-quan.toml")
    _is_whole_with_profile(bench, OLDER, PROFILE)
    expect(bench, bench.install(OLDER, f"/PROFILE={kept}"), DONE)
    _is_whole_with_profile(bench, OLDER, PROFILE)
    expect(bench, bench.install(NEWER, _profile(bench, OTHER_PROFILE)), DONE)
    _is_whole_with_profile(bench, NEWER, OTHER_PROFILE)
    return "the profile changes with the files or not at all"


def works_one_at_a_time(bench: Bench) -> str:
    """Two at once come one after the other; one that waits too long stops."""
    with ThreadPoolExecutor(2) as pool:
        codes = list(pool.map(bench.install, (NEWER, NEWER)))
    hold(codes == [DONE, DONE], f"two at once ended with {codes}:\n{bench.told()}")
    is_whole(bench, NEWER)
    with bench.held("mutex", r"Global\CongVan766-cai-dat"):
        expect(bench, bench.install(NEWER), BUSY)
        bench.uninstall()
        hold(f"mã {BUSY})" in bench.told(), f"the removal said:\n{bench.told()}")
    is_whole(bench, NEWER)
    return "setups and removals come one after the other"


def goes_back_with_patience(bench: Bench) -> str:
    """What a scanner holds on the way back is waited for, and never deleted."""
    expect(bench, bench.install(OLDER), DONE)
    first = bench.wine.windows_path(bench.place / "~cu" / "CongVan766.exe")
    with bench.held("file", bench.wine.windows_path(_deep(bench))):
        with bench.held("catch", first, "4500"):
            expect(bench, bench.install(NEWER), STOPPED)
        is_whole(bench, OLDER)
        with bench.held("catch", first, "60000"):
            expect(bench, bench.install(NEWER), STOPPED, r"Công văn 766\~cu")
    hold((bench.place / "~cu" / "CongVan766.exe").exists(), "an old file is lost")
    expect(bench, bench.install(NEWER), DONE)
    is_whole(bench, NEWER)
    return "the way back is patient, and says where the rest is"


def takes_a_folder_as_meant(bench: Bench) -> str:
    """A folder that NSIS would pass over or misread is refused, not another one taken."""
    log = f"/LOG={bench.wine.windows_path(bench.log)}"
    for given in (
        r"/d=C:\alpha beta",  # small, and in quotes: NSIS passes over both
        "/D=C:/alpha",
        r"/D=C:\alpha/beta",
        "/D=alpha",
    ):
        bench.log.unlink(missing_ok=True)
        code = bench.wine.setup(bench.setup(NEWER), "/S", log, given)
        expect(bench, code, FOLDER, "/D=")
    usual = bench.data.parent / "Programs"
    there = [one for one in bench.wine.drive.iterdir() if "alpha" in one.name]
    hold(not usual.exists() and not there, f"it went elsewhere: {there}")
    return "a folder it cannot take as meant is refused"


STEPS: tuple[Callable[[Bench], str], ...] = (
    *(knows_its_own_folder, keeps_off_the_data, removes_all_or_nothing),
    *(changes_the_profile_with_the_rest, works_one_at_a_time),
    *(goes_back_with_patience, takes_a_folder_as_meant),
)


def _profile(bench: Bench, text: str) -> str:
    """The option that takes along a profile of this text."""
    profile = bench.folder / "cơ quan.toml"
    profile.write_text(text, encoding="utf-8")
    return f"/PROFILE={bench.wine.windows_path(profile)}"


def _uninstall_and_wait(bench: Bench) -> int:
    """The exit code of a silent removal, which stays in its own place for it."""
    bench.log.unlink(missing_ok=True)
    log = f"/LOG={bench.wine.windows_path(bench.log)}"
    place = f"_?={bench.wine.windows_path(bench.place)}"
    return bench.wine.setup(bench.place / installer.UNINSTALLER, "/S", log, place)


def _deep(bench: Bench) -> Path:
    """A file that both versions have, late in their lists."""
    return bench.place / "_internal" / "Thư mục có dấu" / "trong nữa" / "chung.txt"


def _is_whole_with_profile(bench: Bench, version: str, text: str) -> None:
    kept = bench.place / "co-quan.toml"
    there = kept.read_text(encoding="utf-8") if kept.exists() else "(none)"
    hold(there == text, f"the profile is\n{there}")
    kept.rename(bench.folder / "mine.toml")
    is_whole(bench, version)
    (bench.folder / "mine.toml").rename(kept)
