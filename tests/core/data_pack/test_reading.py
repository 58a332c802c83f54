"""Data packs read from a file: a sound one whole, any other refused in a sentence."""

import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.data_pack import reading
from core.data_pack.manifest import FILE
from core.errors import CongVanError
from tests.core.data_pack import packs

Parts = dict[str, bytes]
NAME = "goi-2026.12.cv766"


@pytest.fixture
def folder(tmp_path):
    return packs.open_pack(tmp_path / "gói")


def refused(data: bytes) -> str:
    with pytest.raises(CongVanError) as refusal:
        reading.read(data, NAME)
    return str(refusal.value)


def test_a_sound_pack_is_read_with_all_that_is_in_it(tmp_path):
    pack = reading.read(packs.packed(packs.with_successor(tmp_path / "gói")), NAME)
    assert pack.manifest.version == "2026.12"
    new, old = pack.contents.catalogues
    assert (new.basis, old.basis) == (
        "Quyết định số 99/QĐ-TTg",
        "Quyết định số 766/QĐ-TTg",
    )
    assert "assistant_rate" in new.indicators
    assert "assistant_rate" not in old.indicators
    assert pack.contents.reference.cited("766/QĐ-TTg") is not None
    assert pack.contents.holidays.knows(2026)


def test_the_same_parts_make_the_same_bytes(folder):
    assert packs.packed(folder) == packs.packed(folder)


def added(name: str, text: str = "") -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        parts[name] = parts.get(name, b"") + text.encode()

    return change


def without(start: str) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        for name in [one for one in parts if one.startswith(start)]:
            del parts[name]

    return change


def replaced(name: str, old: str, new: str) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        text = parts[name].decode("utf-8")
        assert old in text
        parts[name] = text.replace(old, new, 1).encode()

    return change


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            added("catalogue/bo-chi-so-766.toml", "\n[[indicator]]\n"),
            "“catalogue” viết sai",
        ),
        (added("wording/cong-van.toml", "\nhỏng"), "“wording” viết sai"),
        (
            added("reference/van-ban.toml", "\n[[citation]]\nkind = 3\n"),
            "“reference” viết sai",
        ),
        (added("holidays/viet-nam.toml", "\n[[off]]\n"), "“holidays” viết sai"),
        (added("typography/times-new-roman.toml", "\n="), "“typography” viết sai"),
        (added("typography/times-new-roman.toml", '\n-5 = "ạ"'), "bề rộng chữ âm"),
        (
            added("wording/cong-van.toml", "\n" + "a" * 3000 + " = " + "[" * 3000),
            "viết sai",
        ),
        (
            added(
                "catalogue/a.toml",
                '[catalogue]\ntitle = "A"\nbasis = "A"\n[[group]]\nkey = "g"\nnumber = 1\nname = "G"\nmaximum = "1"\n[[indicator]]\nkey = "a"\ngroup = "g"\nname = "A"\nkind = "ratio"\n',
            ),
            "“A” thiếu mã “score_ckmb”",
        ),
        (without("wording/viec-can-lam"), "thiếu câu"),
        (without("reference/tu-ngu"), "thiếu danh sách"),
        (without("reference/van-ban"), "không có văn bản viện dẫn nào"),
        (without("holidays/"), "“holidays” không có"),
        (without("catalogue/"), "“catalogue” không có"),
        (added("catalogue/tro.toml"), "“catalogue” viết sai"),
        (added("thu-muc-la/a.toml"), "có tệp lạ “thu-muc-la/a.toml”"),
        (added("reference/a.py"), "có tệp lạ"),
        (added("reference/con.toml"), "có tệp lạ"),
        (added("reference/lpt1.toml"), "có tệp lạ"),
        (added("reference/A.toml"), "có tệp lạ"),
        (added("reference/../a.toml"), "đường dẫn lạ"),
        (added("/reference/a.toml"), "đường dẫn lạ"),
        (added("C:/reference/a.toml"), "đường dẫn lạ"),
    ],
)
def test_a_wrong_part_is_named(folder, change, told):
    sentence = refused(packs.packed(folder, change))
    assert told in sentence
    assert NAME in sentence


def test_a_sentence_with_a_blank_that_nothing_fills_is_refused(folder):
    key = "wording/cong-van.toml"
    text = (folder / key).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    slot = next(line for line in lines if "{period}" in line)
    change = replaced(key, slot, slot.replace("{period}", "{thang}", 1))
    assert "chỗ trống không dùng được: thang" in refused(packs.packed(folder, change))


def test_a_part_that_was_changed_after_it_was_issued_is_refused(folder):
    parts = packs.parts_of(folder)
    parts["reference/van-ban.toml"] += b"\n# "
    assert "bị sửa sau khi phát hành" in refused(reading.packed(parts))


@pytest.mark.parametrize("beside", [True, False])
def test_the_manifest_tells_of_every_part_and_of_no_other(folder, beside):
    parts = packs.parts_of(folder)
    if beside:
        parts["reference/them.toml"] = b""
    else:
        del parts["reference/van-ban.toml"]
    sentence = refused(reading.packed(parts))
    assert ("reference/them.toml" if beside else "reference/van-ban.toml") in sentence


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("format = 1", "format = 2", "cần phiên bản chương trình mới hơn"),
        ("format = 1", "format = 0", "“format” phải là 1"),
        ('version = "2026.12"', 'version = "mới"', "“version” phải là năm và tháng"),
        ("issued = ", "day = ", "“day” không có trong mẫu"),
        ("basis = [", "basis = []\nnote2 = [", "không có trong mẫu"),
        ("issued = 2026", "issued = hai 2026", "mục lục"),
    ],
)
def test_a_wrong_manifest_is_told(folder, old, new, told):
    text = (folder / FILE).read_text(encoding="utf-8")
    assert old in text
    (folder / FILE).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert told in refused(packs.packed(folder))


def test_a_pack_without_a_manifest_is_none(folder):
    parts = packs.parts_of(folder)
    del parts[FILE]
    assert "không phải gói dữ liệu" in refused(reading.packed(parts))


@pytest.mark.parametrize("data", [b"", b"PK", b"x" * 5000, b"PK\x03\x04" + b"\0" * 200])
def test_what_is_no_zip_is_no_pack(data):
    assert "không phải gói dữ liệu" in refused(data)


def test_more_than_a_pack_ever_holds_is_refused(folder):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, data in packs.parts_of(folder).items():
            package.writestr(name, data)
        package.writestr("reference/to.toml", b"# " + b"\n" * (21 << 20))
    assert "quá lớn để là gói dữ liệu (hơn 20 MB)" in refused(made.getvalue())


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CongVanError, match=r"Không đọc được “mat\.cv766”"):
        reading.read_file(tmp_path / "mat.cv766")


@given(place=st.integers(0, 10**6), byte=st.integers(0, 255))
def test_a_damaged_pack_is_refused_in_a_sentence_or_its_parts_are_whole(
    sound, place, byte
):
    at = place % len(sound)
    changed = sound[:at] + bytes([byte]) + sound[at + 1 :]
    told, parts = "", {}
    try:
        parts = dict(reading.read(changed, NAME).files)
    except CongVanError as refusal:
        told = str(refusal)
    whole = reading.read(sound, NAME).files
    assert told.endswith(".") or all(
        data == whole[name] for name, data in parts.items() if name != FILE
    )
    assert told or parts.keys() == whole.keys()


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    return packs.packed(packs.open_pack(tmp_path_factory.mktemp("gói") / "gói"))
