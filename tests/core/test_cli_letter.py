"""The options of `letter` and of reading reach the letter and the figures."""

import json
from pathlib import Path

import docx
import openpyxl
import pytest

from core import cli, offices, profiles, resources

SAMPLES = resources.folder() / "samples"
TRUONG_TAY = SAMPLES / "Phụ lục 766 - UBND xã Trường Tây - tháng 9-2024.xlsx"
GO_DAU = SAMPLES / "Phụ lục 1 - huyện Gò Dầu - tháng 11-2024.xlsx"


def letter(out: Path, *arguments: object) -> str:
    """All that the letter says, tables too."""
    words = ["letter", *arguments, "-o", out]
    assert cli.run([str(one) for one in words]) == 0
    document = docx.Document(str(out))
    cells = (cell for table in document.tables for cell in table._cells)
    paragraphs = [p for cell in cells for p in cell.paragraphs]
    return "\n".join(one.text for one in [*document.paragraphs, *paragraphs])


def test_number_and_day_are_those_that_were_given(tmp_path):
    office = ["--profile", "xa-truong-tay"]
    told = letter(
        tmp_path / "a.docx", TRUONG_TAY, *office, "--number", 5, "--date", "2024-10-04"
    )
    assert "Số: 05/UBND" in told
    assert "ngày 04 tháng 10 năm 2024" in told


def test_the_kind_may_be_another_than_the_offices_own(tmp_path):
    office = ["--profile", "huyen-go-dau", "--date", "2024-12-09"]
    above = letter(tmp_path / "a.docx", GO_DAU, *office)
    own = letter(tmp_path / "b.docx", GO_DAU, *office, "--kind", "cap-xa")
    assert "Xã Bàu Đồn" in above
    assert "Xã Bàu Đồn" not in own


def test_the_office_set_up_writes_where_none_is_named(tmp_path):
    offices.set_own(profiles.find("xa-ea-ktur"))
    assert "ea ktur" in letter(tmp_path / "a.docx", TRUONG_TAY).lower()


@pytest.mark.parametrize(("option", "count"), [((), 1), (("--hidden",), 2)])
def test_hidden_rows_are_read_where_that_is_asked_for(option, count, tmp_path, capsys):
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["STT", "Tên đơn vị", "Tỷ lệ hồ sơ nộp trực tuyến (%)"],
        [1, "Xã A", 90],
        [2, "Xã B", 80],
    ):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    book.save(tmp_path / "a.xlsx")
    assert cli.run(["check", str(tmp_path / "a.xlsx"), "--json", *option]) == 0
    assert len(json.loads(capsys.readouterr().out)["units"]) == count
