from decimal import Decimal

import pytest

from core.period import Period
from core.report import (
    PERIOD,
    UNIT_NAME,
    Cell,
    Part,
    Report,
    Row,
    Source,
    rows_of,
)


@pytest.fixture
def file(tmp_path):
    """Where the store of this test is; the folder is not there yet."""
    return tmp_path / "dữ liệu" / "congvan766.db"


@pytest.fixture
def report():
    """A commune's month: a score, a rank, a period."""
    cells = {
        (UNIT_NAME, Part.VALUE): Cell("UBND xã Trường Tây"),
        ("score_total", Part.VALUE): Cell(Decimal("80.33"), "80,33"),
        ("rank", Part.VALUE): Cell(Decimal(8), "8/8"),
        ("rank", Part.OF): Cell(Decimal(8), "8/8"),
    }
    return Report(
        rows=rows_of([Row("1", cells)]),
        facts={PERIOD: Cell(Period.month(2024, 9), "tháng 9/2024")},
        source=Source("mau-1.xlsx", "ab" * 32),
    )
