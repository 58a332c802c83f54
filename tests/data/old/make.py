"""The workbooks of this folder, made by LibreOffice from one that openpyxl writes.

    python tests/data/old/make.py

The tests read what it left here, so that they need no LibreOffice Calc. Each mark that
a reader knows stands in them once.
"""

import shutil
import subprocess
import tempfile
from datetime import date, time
from pathlib import Path

import openpyxl
from openpyxl.styles import Font

HERE = Path(__file__).resolve().parent


def workbook(path: Path) -> None:
    """A sheet with each mark, and a hidden one."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Bảng"
    sheet.append(["STT", "Tên đơn vị", "Quá hạn", "Tỷ lệ", "Ngày", "Công thức"])
    sheet.append([1, "Xã A", 5, 0.9523, date(2024, 9, 8), "=1/0"])
    sheet.append([2, "X· B­êng", 7, 0.8, date(2024, 9, 9), "=SUM(C2:C3)"])
    sheet["D2"].number_format = "0.00%"
    sheet["B3"].font = Font(name=".VnTime")
    sheet["G2"] = time(16, 30)
    sheet["H2"] = '=""'
    sheet["H3"] = '="chữ"'
    sheet["A5"] = "gộp"
    sheet.merge_cells("A5:C6")
    sheet["A8"] = "dòng ẩn"
    sheet.row_dimensions[8].hidden = True
    sheet["J1"] = "cột ẩn"
    sheet.column_dimensions["J"].hidden = True
    hidden = book.create_sheet("Ẩn")
    hidden["A1"] = "x"
    hidden.sheet_state = "hidden"
    book.save(path)


def main() -> None:
    """Write them all."""
    office = shutil.which("soffice") or "libreoffice"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "marks.xlsx"
        workbook(source)
        for kind in ("xls", "ods"):
            command = [office, "--headless", "--convert-to", kind, "--outdir", HERE]
            subprocess.run([*map(str, command), str(source)], check=True)


if __name__ == "__main__":
    main()
