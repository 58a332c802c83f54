"""What is no letter is refused in one Vietnamese sentence, whatever its bytes."""

import io
import random
import zipfile
from contextlib import suppress

import pytest

from core import resources
from core.errors import CongVanError
from core.letter.docx import read
from core.letter.docx.reading_refusals import entities
from tests.core.letter.typed_docx import SPACES, file, p, table, tc, zipped

NAME = "thư.docx"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
SAMPLES = sorted((resources.folder() / "samples").iterdir())
SHEET = next(one for one in SAMPLES if one.suffix == ".xlsx").read_bytes()
LETTER = next(one for one in SAMPLES if one.suffix == ".docx").read_bytes()
BOMB = {"word/document.xml": b"<w:p/>" * 10_000_000}
LARGE = {"word/document.xml": random.Random(1).randbytes(26_000_000)}  # noqa: S311
DOCUMENT = f"<w:document {SPACES}><w:body/></w:document>"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "tệp rỗng"),
        (bytes(2000), "tệp rỗng"),
        (OLE, "Word kiểu cũ"),
        (OLE + "WordDocument".encode("utf-16-le"), "Word kiểu cũ"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "có mật khẩu"),
        (OLE + "Workbook".encode("utf-16-le"), "bảng tính Excel"),
        (b"{\\rtf1 abc}", "Word kiểu cũ"),
        (b"%PDF-1.7", "tệp PDF"),
        (b"<html><body>a</body></html>", "trang web"),
        (b"\x01\x02 abc", "không rõ loại"),
        (SHEET, "bảng tính Excel"),
        (zipped({"a.txt": "a"}), "tệp nén"),
        (zipped({"ppt/a.xml": "<a/>"}), "PowerPoint"),
        (LETTER[:4000], "bị hỏng"),
        (LETTER[: len(LETTER) // 2], "bị hỏng"),
        (b"PK\x03\x04", "bị hỏng"),
        (zipped({"word/document.xml": "<w:document"}), "bị hỏng"),
        (zipped({"word/document.xml": "<!DOCTYPE a>" + DOCUMENT}), "DOCTYPE"),
        (zipped({"word/document.xml": "<a/>"}), "không phải tệp Word"),
        (zipped(BOMB), "cấu trúc bất thường"),
        (zipped(LARGE), "quá lớn để là một công văn"),
        (zipped({f"a{n}.xml": "" for n in range(2100)}), "cấu trúc bất thường"),
        (zipped({"../word/document.xml": DOCUMENT}), "cấu trúc bất thường"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_it_is_refused_in_a_sentence_that_says_why(data, words):
    with pytest.raises(CongVanError, match=words) as refusal:
        read(data, NAME)
    sentence = str(refusal.value)
    assert sentence.startswith(("“thư.docx”", "Chưa mở được “thư.docx”"))
    assert sentence.endswith(".")


def test_a_letter_without_a_name_is_named_all_the_same():
    with pytest.raises(CongVanError, match=r"^“Tệp công văn” là tệp rỗng"):
        read(b"")
    assert "mở tệp trong Word" in str(entities(NAME))


def test_tables_and_boxes_in_one_another_without_end_are_read_in_time():
    body = p("đáy")
    for _ in range(60):
        body = table((f"<w:tc>{body}{p('lớp')}</w:tc>",))
    assert read(file(body + p("cuối"))).lines[-1].text == "cuối"


def test_a_cell_over_more_columns_than_there_can_be_is_kept_within_them():
    wide = tc("một", properties='<w:gridSpan w:val="99999999999"/>')
    paper = read(file(table((wide, "hai"))))
    assert len(paper.table(0)[0]) == 64


def test_relations_that_lead_nowhere_are_left_out():
    parts = {
        "word/document.xml": DOCUMENT.replace(
            "<w:body/>", f"<w:body>{p('một')}</w:body>"
        )
    }
    assert [line.text for line in read(zipped(parts)).lines] == ["một"]
    header = '<w:sectPr><w:headerReference r:id="x" w:type="default"/></w:sectPr>'
    assert read(file(p("một") + header)).setups[0].numbered is False


def test_bytes_changed_at_random_are_read_or_refused_but_never_fail():
    chance = random.Random(766)  # noqa: S311 - the same bytes every time
    with zipfile.ZipFile(io.BytesIO(LETTER)) as package:
        parts = {one: package.read(one) for one in package.namelist() if "word/" in one}
    for _ in range(60):
        changed = dict(parts)
        name = chance.choice(["word/document.xml", "word/numbering.xml"])
        text = bytearray(changed[name])
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(text))
            text[at : at + chance.randint(0, 6)] = chance.choice(
                [b"", b'"', b"0", b"-1", b"w:p", b"\xe1\xba", b'9e9"', b"<w:tbl/>"]
            )
        changed[name] = bytes(text)
        with suppress(CongVanError):
            read(zipped(changed), NAME)
