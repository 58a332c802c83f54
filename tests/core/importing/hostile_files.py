"""Files that must not be opened, each with the words of its refusal; and their trial.

Run as a program it opens every file of a folder, each within 5 s of work and all within
limits of memory, and prints what each was refused with. It is a program of its own so
that a file which breaks a limit ends it and not the tests.
"""

import io
import json
import struct
import sys
import warnings
import zipfile
import zlib
from base64 import encodebytes
from collections.abc import Callable, Mapping
from pathlib import Path

SECONDS = 5
MEGABYTES = 500

MB = 1024 * 1024
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
EXCEL_2003 = "urn:schemas-microsoft-com:office:spreadsheet"
LAUGHS = '<!DOCTYPE w [<!ENTITY a "' + "ha" * 50 + '">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
) + "]>"  # fmt: skip
OUTSIDE = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>'

CUT = "bị hỏng hoặc tải chưa hết"
LOCKED = "vì tệp có mật khẩu"
DECLARES = "có khai báo DOCTYPE hoặc ENTITY"
FAR = "có những ô cách nhau quá xa"
NO_PAGE = "là một trang web không có bảng số liệu nào"


def zipped(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return buffer.getvalue()


def workbook(sample: bytes, more: Mapping[str, bytes] | None = None) -> bytes:
    """The sample with parts added or replaced."""
    with zipfile.ZipFile(io.BytesIO(sample)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return zipped(parts | dict(more or {}))


def exported(name: str) -> bytes:
    """A file of the corpus."""
    folder = Path(__file__).resolve().parents[2] / "data" / "exports"
    return (folder / name).read_bytes()


def sheet(before: str, text: str = "&a;") -> bytes:
    cell = f'<c r="A1" t="inlineStr"><is><t>{text}</t></is></c>'
    body = f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">{cell}</row></sheetData>'
    return f'<?xml version="1.0"?>{before}{body}</worksheet>'.encode()


def lying(sample: bytes) -> bytes:
    """A part that says to be 1,000 bytes and unpacks to 300 MB."""
    data = workbook(sample, {"xl/extra.xml": bytes(300 * MB)})
    says, is_true = struct.pack("<I", 1000), struct.pack("<I", 300 * MB)
    return data.replace(is_true, says)


def twice(sample: bytes) -> bytes:
    buffer = io.BytesIO(sample)
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "a") as package:
        warnings.simplefilter("ignore")
        package.writestr(SHEET, sheet(""))
    return buffer.getvalue()


def overlapping(sample: bytes) -> bytes:
    """Every part of the directory, though not by its name, is the first one."""
    data = bytearray(workbook(sample, {f"xl/{n}.xml": b"x" * 999 for n in range(300)}))
    at = data.find(b"PK\x01\x02")
    first = data[at + 16 : at + 28], data[at + 42 : at + 46]
    with zipfile.ZipFile(io.BytesIO(sample)) as package:
        largest = max(package.infolist(), key=lambda part: part.compress_size)
    packed = struct.pack("<I", largest.compress_size)
    while at >= 0:
        data[at + 20 : at + 24] = packed
        data[at + 42 : at + 46] = first[1]
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def xml_2003(before: str, row: str) -> bytes:
    body = f'<Worksheet ss:Name="T9"><Table>{row}</Table></Worksheet>'
    space = f'xmlns="{EXCEL_2003}" xmlns:ss="{EXCEL_2003}"'
    return f'<?xml version="1.0"?>{before}<Workbook {space}>{body}</Workbook>'.encode()


def mail(page: bytes, end: bytes = b"--X--\n") -> bytes:
    head = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=X\n\n--X\n"
    part = b"Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n"
    return head + part + encodebytes(page) + b"\n" + end


def png() -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n\0\0\0\r" + head + struct.pack(">I", zlib.crc32(head))


ROWS = "<tr><td>Tên đơn vị<td>Số hồ sơ quá hạn<tr><td>Xã A<td>1"
PAGE = f"<html><table>{ROWS}</table></html>".encode()
CSV = 'STT;Tên đơn vị;Số\n1;Xã A;9\n2;"Xã B;8\n'
OLD = "STT;Tªn ®¬n vÞ;Tæng sè hå s¬\n1;X· A;9\n2;X· B;8\n".encode("cp1252")
FILEPASS = struct.pack("<HHIQI", 0x809, 16, 0x50600, 0, 0) + struct.pack(
    "<HH", 0x2F, 54
)
XLS = OLE + "Workbook".encode("utf-16-le") + bytes(512) + FILEPASS + bytes(600)

FAR_CELL = '<Cell ss:Index="16384"><Data ss:Type="Number">1</Data></Cell>'
FAR_ROW = f'<Row ss:Index="1048576">{FAR_CELL}</Row>'

LOCKED_ODS = {
    "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
    "META-INF/manifest.xml": b'<m xmlns:manifest="urn:m"><manifest:encryption-data/></m>',
    "content.xml": bytes(range(256)),
}

Made = Mapping[str, tuple[Callable[[bytes], bytes], str]]

# File name -> how it is made of a sound workbook, and words of its refusal.
HOSTILE: Made = {
    # nothing, or not all
    "rỗng.xlsx": (lambda _: b"", "là tệp rỗng"),
    "cụt.xlsx": (lambda sample: sample[:-900], CUT),
    "cụt.html": (lambda _: PAGE[:60], CUT),
    "cụt 2003.xls": (lambda _: xml_2003("", "<Row></Row>")[:-40], CUT),
    "cụt.mht": (lambda _: mail(PAGE, b""), CUT),
    "cụt.csv": (lambda _: CSV.encode(), CUT),
    "cụt.xls": (lambda _: exported("Co phan an.xls")[:3000], CUT),
    "cụt.xlsb": (lambda _: exported("Có phần ẩn.xlsb")[:-60], CUT),
    "cụt.ods": (lambda _: exported("Có phần ẩn.ods")[:-60], CUT),
    "ngoặc kép.csv": (lambda _: b'a;b\n1;2\n3;"' + b"x" * MB, CUT),
    "phần cụt.xlsx": (lambda s: workbook(s, {SHEET: sheet("")[:80]}), CUT),
    # locked
    "khóa.xlsx": (lambda _: OLE + "EncryptedPackage".encode("utf-16-le"), LOCKED),
    "khóa.xls": (lambda _: XLS, LOCKED),
    "khóa.ods": (lambda _: zipped(LOCKED_ODS), LOCKED),
    # something else
    "word.xlsx": (lambda _: zipped({"word/document.xml": b"<w/>"}), "(tệp Word)"),
    "ảnh.xls": (lambda _: png(), "(ảnh)"),
    "pdf.csv": (lambda _: b"%PDF-1.7\n%\xe2\xe3\n", "(tệp PDF)"),
    "nén.xlsx": (lambda _: zipped({"ảnh/1.png": png()}), "(tệp nén)"),
    "chương trình.xls": (lambda _: b"MZ\x90" + bytes(90), "(chương trình)"),
    "thư.csv": (lambda _: "Kính gửi: các xã\n".encode(), "(văn bản thường)"),
    "số không.csv": (lambda _: bytes(10 * MB), "(tệp không rõ loại)"),
    "đăng nhập.xls": (lambda _: b"<html><form>Login</form></html>", NO_PAGE),
    "khung.xls": (lambda _: b"<html><frameset></frameset>", "chỉ là khung"),
    "mã cũ.csv": (lambda _: OLD, "có vẻ thuộc bảng mã cũ"),
    # packages that are not what they seem
    "nghìn phần.xlsx": (
        lambda s: workbook(s, {f"xl/{n}.xml": b"" for n in range(3000)}),
        "hơn 2000 phần bên trong",
    ),
    "bung 240 MB.xlsx": (
        lambda s: workbook(s, {f"xl/{n}.xml": bytes(30 * MB) for n in range(8)}),
        "quá lớn để là bảng số liệu (hơn 200 MB)",
    ),
    "bung 100 MB.xlsx": (
        lambda s: workbook(s, {SHEET: sheet("", " " * 100 * MB)}),
        "nén quá chặt",
    ),
    "khai man.xlsx": (lying, "bung ra nhiều hơn tệp tự khai"),
    "mimetype.ods": (lambda _: zipped({"mimetype": bytes(300 * MB)}), "(tệp nén)"),
    "ra ngoài.xlsx": (
        lambda s: workbook(s, {"../../a.xml": b"<a/>"}),
        "có phần mang tên đường dẫn lạ",
    ),
    "ổ đĩa.xlsx": (
        lambda s: workbook(s, {"C:\\Windows\\a.xml": b"<a/>"}),
        "có phần mang tên đường dẫn lạ",
    ),
    "hai lần.xlsx": (twice, "có hai phần cùng tên"),
    "chồng nhau.xlsx": (overlapping, "các phần chồng lên nhau"),
    # entities
    "cười.xlsx": (lambda s: workbook(s, {SHEET: sheet(LAUGHS, "&i;")}), DECLARES),
    "ngoài.xlsx": (lambda s: workbook(s, {SHEET: sheet(OUTSIDE)}), DECLARES),
    "utf16.xlsx": (
        lambda s: workbook(s, {SHEET: sheet(LAUGHS, "&i;").decode().encode("utf-16")}),
        DECLARES,
    ),
    "cười.xml": (lambda _: f"<?xml version='1.0'?>{LAUGHS}<w>&i;</w>".encode(), DECLARES),
    "cười 2003.xls": (lambda _: xml_2003(LAUGHS, "<Row/>"), DECLARES),
    "ngoài 2003.xls": (lambda _: xml_2003(OUTSIDE, "<Row/>"), DECLARES),
    "cười.html": (lambda _: LAUGHS.replace(" w ", " html ").encode() + PAGE, DECLARES),
    "ngoài.mht": (lambda _: mail(OUTSIDE.encode() + PAGE), DECLARES),
    # tables that never end
    "ô xa 2003.xls": (
        lambda _: xml_2003("", FAR_ROW),
        FAR,
    ),
    "cột rộng.html": (
        lambda _: b"<table>" + b"<tr><td colspan=1000 rowspan=65534>1" * 5000 + b"</table>",
        FAR,
    ),
    "lồng nhau.html": (lambda _: b"<table><tr><td>" * 90_000 + b"</table>", "quá sâu"),
    "thẻ lồng.html": (lambda _: b"<div><b>" * 500_000 + b"<table></table>", NO_PAGE),
    "kiểu dài.html": (
        lambda _: b"<style>" + b"a/*{font:" * MB + b"</style><table></table>",
        NO_PAGE,
    ),
    "ô xa.csv": (lambda _: b"a;b\nc;d\n" + b";" * 13_000 + b"\n" * 2000, FAR),
}  # fmt: skip


def _limit() -> None:
    """Let this process do so much more work and take so much more memory, no more."""
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + 1 + SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    room = pages * resource.getpagesize() + MEGABYTES * MB
    resource.setrlimit(resource.RLIMIT_AS, (room, resource.RLIM_INFINITY))


def _most() -> int:
    """The most memory that this process had so far, in MB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    (most,) = (line.split()[1] for line in lines if line.startswith("VmHWM:"))
    return int(most) // 1024


def main(folder: Path) -> None:
    """Print what each file of the folder is refused with, and the most memory taken."""
    import pandas as pd  # else its own loading would count as a file's

    from core import catalogue as catalogues
    from core.errors import UnreadableFileError
    from core.importing import open_file

    catalogue = catalogues.load()
    for path in sorted(folder.iterdir()):
        _limit()
        try:
            told = f"opened, {len(open_file(path, catalogue).rows)} rows"
        except UnreadableFileError as refusal:
            told = str(refusal)
        except BaseException as trouble:  # noqa: BLE001 - the test wants to see every kind
            told = f"{type(trouble).__name__}: {trouble}"
        print(json.dumps([path.name, told, _most()]), flush=True)
    assert pd is not None


if __name__ == "__main__":
    main(Path(sys.argv[1]))
