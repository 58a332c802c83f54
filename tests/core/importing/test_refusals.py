"""Each file that cannot be used is refused with one sentence that says why."""

import io
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from core.catalogue import Catalogue
from core.errors import UnreadableFileError
from core.importing import open_file

SAMPLES = Path(__file__).parents[3] / "resources" / "samples"
WORKBOOK = SAMPLES / "Phụ lục 766 - UBND xã Trường Tây - tháng 9-2024.xlsx"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.fixture
def refused(catalogue: Catalogue) -> Callable[[Path], str]:
    """The sentence with which a path is refused."""

    def refused(path: Path) -> str:
        with pytest.raises(UnreadableFileError) as caught:
            open_file(path, catalogue)
        return str(caught.value)

    return refused


@pytest.fixture
def put(tmp_path: Path) -> Callable[[bytes], Path]:
    """Write bytes as `số liệu.xlsx`."""

    def put(data: bytes) -> Path:
        path = tmp_path / "số liệu.xlsx"
        path.write_bytes(data)
        return path

    return put


def a_zip(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return buffer.getvalue()


def repacked(replaced: dict[str, bytes]) -> bytes:
    """The first sample with some of its parts replaced."""
    with zipfile.ZipFile(WORKBOOK) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return a_zip(parts | replaced)


def a_png() -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + body))
        return struct.pack(">I", len(body)) + kind + body + check

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    parts = chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts) + chunk(b"IEND", b"")


# ------------------------------------------------------------------ what the disk says


def test_a_missing_file_is_said_to_be_missing(refused, tmp_path):
    assert refused(tmp_path / "không có.xlsx") == (
        "Không tìm thấy tệp “không có.xlsx”. Tệp có thể đã bị xóa, đổi tên hoặc chuyển"
        " chỗ; chọn lại tệp."
    )


def test_a_path_through_a_file_or_with_a_nul_is_missing_too(refused, put):
    assert refused(put(b"x") / "a.xlsx").startswith("Không tìm thấy tệp “a.xlsx”")
    assert refused(Path("a\0b.xlsx")).startswith("Không tìm thấy tệp")


def test_a_folder_is_no_file(refused, tmp_path):
    assert refused(tmp_path) == (
        f"“{tmp_path.name}” không phải là một tệp. Chọn tệp Excel tải từ Cổng hoặc hệ"
        " thống Một cửa."
    )


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no /dev/zero")
def test_a_device_that_never_ends_is_not_read(refused):
    assert "không phải là một tệp" in refused(Path("/dev/zero"))


WRITE_ONLY = Path("/proc/sys/vm/compact_memory")  # its mode binds root too


def _unreadable(path: Path) -> Path | None:
    """A file that this user may not read, or None where there is none."""
    path.write_bytes(WORKBOOK.read_bytes())
    path.chmod(0)
    for one in (path, WRITE_ONLY):
        try:
            one.read_bytes()
        except PermissionError:
            return one
        except OSError:
            continue
    return None


def test_a_file_that_may_not_be_read_is_said_to_be_locked(refused, tmp_path):
    path = _unreadable(tmp_path / "khóa.xlsx")
    if path is None:
        pytest.skip("this user may read every file")

    assert refused(path) == (
        f"Chưa mở được “{path.name}” vì tệp đang bị khóa hoặc bạn không có quyền đọc."
        " Đóng chương trình đang mở tệp, hoặc chép tệp sang thư mục khác, rồi mở lại."
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has /proc/self/mem")
def test_a_drive_that_fails_is_said_to_have_failed(refused):
    assert refused(Path("/proc/self/mem")) == (
        "Chưa đọc được “mem” từ ổ đĩa. Kiểm tra ổ đĩa hoặc mạng rồi mở lại."
    )


def test_an_empty_file_is_said_to_be_empty(refused, put):
    assert refused(put(b"")) == (
        "“số liệu.xlsx” là tệp rỗng, không có gì bên trong. Tải lại tệp rồi mở."
    )


def test_a_huge_file_is_not_even_read(refused, tmp_path):
    path = tmp_path / "lớn.xlsx"
    with path.open("wb") as file:
        file.truncate(60 * 1024 * 1024)  # sparse: no room is taken

    assert "quá lớn để là bảng số liệu (hơn 50 MB)" in refused(path)


# ---------------------------------------------------------------- what is in the file


def foreign(kind: str) -> str:
    return (
        f"“số liệu.xlsx” không phải bảng tính ({kind}). Chọn tệp Excel tải từ Cổng hoặc"
        " hệ thống Một cửa."
    )


def test_a_word_file_renamed_is_named(refused, put):
    buffer = io.BytesIO()
    docx.Document().save(buffer)

    assert refused(put(buffer.getvalue())) == foreign("tệp Word")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (a_png(), "ảnh"),
        (b"\xff\xd8\xff\xe0" + bytes(40), "ảnh"),
        (b"%PDF-1.7\n%\xe2\xe3\n", "tệp PDF"),
        (b"{\\rtf1\\ansi}", "tệp Word"),
        (OLE + "WordDocument".encode("utf-16-le"), "tệp Word"),
        (a_zip({"ppt/presentation.xml": b"<p/>"}), "tệp PowerPoint"),
        (a_zip({"ảnh/1.png": b"x"}), "tệp nén"),
        (b"Rar!\x1a\x07\x00", "tệp nén"),
        (b"MZ\x90\x00\x03", "chương trình"),
        ("Kính gửi: các xã\nV/v báo cáo".encode(), "văn bản thường"),
        (bytes(range(256)), "tệp không rõ loại"),
        (OLE, "tệp không rõ loại"),
        (
            a_zip({"mimetype": b"application/vnd.oasis.opendocument.text"}),
            "tệp OpenDocument, không phải bảng tính",
        ),
    ],
)
def test_what_is_no_table_is_named_by_its_content(data, kind, refused, put):
    assert refused(put(data)) == foreign(kind)


def test_a_password_is_said_with_excels_way_to_remove_it(refused, put):
    data = OLE + "EncryptionInfo".encode("utf-16-le")
    data += "EncryptedPackage".encode("utf-16-le")

    assert refused(put(data)) == (
        "Chưa mở được “số liệu.xlsx” vì tệp có mật khẩu. Trong Excel: Tệp (File) › Thông"
        " tin (Info) › Bảo vệ sổ làm việc (Protect Workbook) › Mã hóa bằng mật khẩu, xóa"
        " mật khẩu, lưu, rồi mở lại ở đây."
    )


BROKEN = "“số liệu.xlsx” bị hỏng hoặc tải chưa hết. Tải lại tệp rồi mở."


@pytest.mark.parametrize(
    "data",
    [
        OLE + "Workbook".encode("utf-16-le"),
        OLE + "Book".encode("utf-16-le"),
        a_zip({"xl/workbook.bin": b"x"}),
        a_zip({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
        b"\x09\x08\x08\x00\x00\x05",
    ],
    ids=["BIFF 8", "BIFF 5", ".xlsb", ".ods", "bare BIFF 5"],
)
def test_an_old_workbook_with_nothing_in_it_is_broken(data, refused, put):
    assert refused(put(data)) == BROKEN


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.99])
def test_a_truncated_workbook_is_broken(share, refused, put):
    data = WORKBOOK.read_bytes()

    assert refused(put(data[: int(len(data) * share)])) == BROKEN


@pytest.mark.parametrize(
    "replaced",
    [
        {"xl/workbook.xml": b"<workbook"},
        {"xl/worksheets/sheet1.xml": b"<worksheet><sheetData><row r='1'><c r='A1'"},
        {"xl/styles.xml": b"\x00\x01"},
        {"xl/_rels/workbook.xml.rels": b""},
    ],
    ids=["workbook", "sheet", "styles", "relations"],
)
def test_a_workbook_with_a_damaged_part_is_broken(replaced, refused, put):
    assert refused(put(repacked(replaced))) == BROKEN


def test_damaged_bytes_in_the_middle_are_no_traceback(refused, put):
    data = bytearray(WORKBOOK.read_bytes())
    for place in range(200, len(data) - 400, 7):
        data[place] ^= 0x5A

    assert refused(put(bytes(data))) == BROKEN


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">'
    b'<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b'<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&c;</t></is></c></row>'
    b"</sheetData></worksheet>"
)


def test_entities_are_refused_before_any_reader_sees_them(put, catalogue):
    path = put(repacked({"xl/worksheets/sheet1.xml": BOMB}))

    with pytest.raises(UnreadableFileError) as caught:
        open_file(path, catalogue)

    assert str(caught.value) == (
        "“số liệu.xlsx” có khai báo DOCTYPE hoặc ENTITY, thứ mà tệp số liệu không cần và"
        " có thể gây hại, nên không được mở. Nếu tin nơi gửi tệp: mở trong Excel, lưu lại"
        " thành .xlsx rồi mở ở đây."
    )


def test_a_package_that_unpacks_to_too_much_is_not_unpacked(refused, put):
    data = repacked({f"xl/media/{n}.bin": bytes(30 * 1024 * 1024) for n in range(7)})

    assert "quá lớn để là bảng số liệu (hơn 200 MB)" in refused(put(data))


def test_values_in_the_first_and_the_last_cell_do_not_kill_the_program(refused, write):
    def far(sheet):
        sheet["XFD1048576"] = 1

    assert refused(write([["STT", "Tên đơn vị"]], far)) == (
        "“tệp.xlsx” có những ô cách nhau quá xa ở trang “Bảng”, không đọc được như một"
        " bảng. Xóa các ô thừa ở xa bảng, lưu lại rồi mở."
    )


@pytest.mark.parametrize(
    "rows",
    [
        [["Danh sách họp"], ["Họ tên", "Chức vụ"], ["Nguyễn Văn A", "Chuyên viên"]],
        [["Tên đơn vị", "Ghi chú"], ["Xã A", "x"]],
        [[1, 2], [3, 4]],
    ],
    ids=["other", "no figure", "numbers"],
)
def test_a_workbook_without_a_table_we_know_is_said_to_have_none(rows, refused, write):
    assert refused(write(rows)) == (
        "Không nhận ra bảng số liệu Bộ chỉ số 766 nào trong “tệp.xlsx”. Kiểm tra xem"
        " bảng có dòng tiêu đề (tên đơn vị hoặc tiêu chí, và tên các chỉ tiêu) không,"
        " hoặc chọn tệp khác."
    )


@pytest.mark.parametrize("rows", [[], [["", " \u00a0"], [None, "\t"]]])
def test_a_workbook_with_blank_sheets_is_said_to_be_blank(rows, refused, write):
    assert "không có ô nào ghi chữ hay số" in refused(write(rows))


@pytest.mark.parametrize("value", ["=1+1", "#N/A", 0])
def test_a_formula_nobody_reckoned_an_error_and_a_nought_are_not_blank(
    value, refused, write
):
    sentence = refused(write([[value]]))
    assert "Không nhận ra bảng" in sentence


def test_a_refused_file_is_left_as_it_was(refused, put):
    path = put(OLE)
    before = path.read_bytes(), path.stat().st_mtime_ns
    refused(path)

    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_too_little_memory_is_not_called_damage(put, catalogue, monkeypatch):
    def exhausted(*_data):
        raise MemoryError

    monkeypatch.setattr("core.importing.books.marks.read", exhausted)

    with pytest.raises(MemoryError):  # the child says that the file is too heavy
        open_file(put(WORKBOOK.read_bytes()), catalogue)
