"""Data packs kept in the data folder: whole or not at all, used from the next start on."""

import errno
import shutil

import pytest

from core import catalogue, files, holidays, reference, resources
from core.data_pack import installed, installing, named, reading
from core.data_pack.manifest import FILE
from core.errors import CongVanError, UnwritableFileError
from core.letter import wording
from tests.core.data_pack import packs


@pytest.fixture
def pack_of(tmp_path):
    def made(version="2026.12", *, successor=False):
        make = packs.with_successor if successor else packs.open_pack
        folder = tmp_path / f"gói {len(list(tmp_path.iterdir()))}"
        return reading.read(packs.packed(make(folder, version)), f"{version}.cv766")

    return made


@pytest.fixture
def start_anew(monkeypatch, data_folder, tmp_path):
    """The program closed and started again: what was chosen is chosen anew."""

    def again():
        moved = tmp_path / f"{data_folder.name}-{len(list(tmp_path.iterdir()))}"
        if data_folder.exists():
            shutil.copytree(data_folder, moved)
        monkeypatch.setenv("CONGVAN766_DATA", str(moved))

    return again


def kept(data_folder):
    return {path.name for path in (data_folder / named.FOLDER).iterdir()}


def test_without_an_imported_pack_the_bundled_one_is_used():
    assert resources.pack() == resources.folder()
    assert installing.present().is_bundled
    assert not installing.is_waiting()


def test_an_imported_pack_is_used_from_the_next_start_on(pack_of, start_anew):
    before = catalogue.load_all()
    installing.install(pack_of(successor=True))
    assert catalogue.load_all() == before
    assert installing.is_waiting()
    start_anew()
    assert not installing.is_waiting()
    assert len(catalogue.load_all()) == 2
    assert catalogue.load().basis == "Quyết định số 99/QĐ-TTg"


def test_all_loaders_read_the_imported_pack(tmp_path, start_anew):
    folder = packs.open_pack(tmp_path / "gói")
    for name, text in (
        ("holidays/them.toml", "off = []\n[covers]\nfirst = 2031\nlast = 2031\n"),
        ("reference/them.toml", '[words]\nthem = ["một"]\n'),
        ("wording/them.toml", 'them = "Thêm."\n'),
    ):
        (folder / name).write_text(text, encoding="utf-8")
    installing.install(reading.read(packs.packed(folder), "a.cv766"))
    start_anew()
    assert holidays.bundled().knows(2031)
    assert reference.bundled().words("them") == ("một",)
    assert wording.load().text("them") == "Thêm."


def test_a_pack_as_old_as_the_one_in_use_is_refused(pack_of):
    present = installing.present().manifest.version
    with pytest.raises(CongVanError, match=f"không mới hơn gói đang dùng .{present}."):
        installing.install(pack_of(present))
    installing.install(pack_of("2027.10"))
    with pytest.raises(CongVanError, match=r"2027\.9 không mới hơn .* .2027\.10."):
        installing.install(pack_of("2027.9"))
    assert installing.present().manifest.version == "2027.10"


def test_the_bundled_pack_is_used_again_when_asked(pack_of, start_anew, data_folder):
    installing.install(pack_of())
    installing.remove()
    assert installing.present().is_bundled
    assert kept(data_folder) == {named.IN_USE}
    start_anew()
    assert resources.pack() == resources.folder()


def test_the_pack_in_use_stays_until_the_program_ends(pack_of, start_anew):
    installing.install(pack_of())
    start_anew()
    in_use = resources.pack()
    installing.install(pack_of("2027.1"))
    installing.remove()
    assert (in_use / FILE).is_file()
    assert len(catalogue.load_all()) == 1


def test_an_imported_pack_older_than_the_bundled_one_is_not_used(
    pack_of, monkeypatch, tmp_path, data_folder
):
    installing.install(pack_of("2026.12"))
    newer = packs.open_pack(tmp_path / "chương trình mới", "2027.2")
    monkeypatch.setattr(resources, "folder", lambda: newer)
    assert installed.folder_in_use(data_folder, newer) == newer
    assert installing.present().trouble == ""


@pytest.mark.parametrize(
    "harm",
    [
        lambda place: (place / "reference" / "van-ban.toml").unlink(),
        lambda place: (place / "reference" / "van-ban.toml").write_bytes(b""),
        lambda place: (place / FILE).write_text("hỏng", encoding="utf-8"),
        lambda place: (place / FILE).unlink(),
        lambda place: (place / "wording" / "la.toml").write_bytes(b""),
        shutil.rmtree,
    ],
)
def test_a_damaged_pack_is_not_used_and_that_is_said(
    pack_of, start_anew, data_folder, harm
):
    installing.install(pack_of())
    harm(data_folder / named.FOLDER / "2026.12")
    start_anew()
    assert resources.pack() == resources.folder()
    assert "bị hỏng" in installing.present().trouble


def test_a_damaged_pack_is_imported_again(pack_of, data_folder):
    installing.install(pack_of())
    (data_folder / named.FOLDER / "2026.12" / FILE).unlink()
    installing.install(pack_of())
    assert installing.present().manifest.version == "2026.12"
    assert installing.present().trouble == ""


@pytest.mark.parametrize("at", range(1, 6))
def test_a_full_disk_leaves_what_was_there(pack_of, data_folder, monkeypatch, at):
    installing.install(pack_of("2026.12"))
    pack, before = pack_of("2027.1"), kept(data_folder)
    writes = iter(range(1, 100))

    def write(parts, place):
        for name, data in parts.items():
            if next(writes) == at:
                raise OSError(errno.ENOSPC, "full")
            path = place / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    monkeypatch.setattr(reading, "write", write)
    with pytest.raises(UnwritableFileError, match="đĩa đã đầy"):
        installing.install(pack)
    assert kept(data_folder) == before
    assert installing.present().manifest.version == "2026.12"


def test_a_pointer_that_cannot_be_written_leaves_what_was_there(
    pack_of, data_folder, monkeypatch
):
    installing.install(pack_of("2026.12"))
    pack, before = pack_of("2027.1"), kept(data_folder)

    def save(_path, _data):
        raise UnwritableFileError("Chưa lưu được.")

    monkeypatch.setattr(files, "save", save)
    with pytest.raises(UnwritableFileError):
        installing.install(pack)
    assert kept(data_folder) == before


@pytest.mark.parametrize("name", ["..", ".", "../ngoài", "/etc", "a/b", "\0"])
def test_a_pointer_leads_nowhere_else(data_folder, name):
    place = data_folder / named.FOLDER
    place.mkdir(parents=True)
    (place / named.IN_USE).write_text(name, encoding="utf-8")
    assert (
        installed.folder_in_use(data_folder, resources.folder()) == resources.folder()
    )
