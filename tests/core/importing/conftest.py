"""Workbooks written by the tests, and the figures read back from them."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from core import catalogue as catalogues
from core.catalogue import Catalogue
from core.importing import open_file
from core.report import Report

Rows = Sequence[Sequence[Any]]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return catalogues.load()


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook: rows from A1 on, then whatever `also` does to the sheet."""

    def write(
        rows: Rows,
        also: Callable[[Worksheet], None] = lambda _: None,
        *,
        name: str = "tệp.xlsx",
        sheet: str = "Bảng",
    ) -> Path:
        book = openpyxl.Workbook()
        page = book.worksheets[0]
        page.title = sheet
        for row in rows:
            page.append(list(row))
        also(page)
        path = tmp_path / name
        book.save(path)
        return path

    return write


@pytest.fixture
def opened(catalogue: Catalogue) -> Callable[..., Report]:
    """Open a file, and fail if a byte of it was changed by that."""

    def opened(path: Path, **options: Any) -> Report:
        before = hashlib.sha256(path.read_bytes()).hexdigest()
        report = open_file(path, catalogue, **options)
        assert hashlib.sha256(path.read_bytes()).hexdigest() == before
        assert report.source is not None
        assert report.source.sha256 == before
        return report

    return opened


@pytest.fixture
def read(write, opened) -> Callable[..., Report]:
    """Write a workbook and open it."""

    def read(rows: Rows, *args: Any, hidden: bool = False, **options: Any) -> Report:
        report: Report = opened(write(rows, *args, **options), hidden=hidden)
        return report

    return read
