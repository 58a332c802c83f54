"""What `check` prints of a small report: as text for people, as JSON for programs."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from core import catalogue, summary
from core.report import Blank, Cell, Part, Report, Row
from core.rules import accepting, check
from core.rules.examples import context_of
from core.rules.registry import Checked, Context, Example

CATALOGUE = catalogue.load()
NOW = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)
CELLS = {
    "1.unit_name": "Xã Ea Ktur",
    "1.online_pay_rate": "88,79",
    "1.online_pay_rate.numerator": "1.418",
    "1.online_pay_rate.denominator": "1.597",
    "1.online_pay_rate.score": "6,5",
    "1.online_pay_rate.maximum": "6",
    "1.online_pay_rate.target": "47",
    "1.rank": "2/8",
    "1.reuse_rate": "2.033",
    "1.share_rate": "không áp dụng",
    "1.sync_rate": "",
    "1.class": "Trung bình",
}


def context(cells: dict[str, str], **extra: object) -> Context:
    return context_of(Example(cells, extra=extra), CATALOGUE)


def text(cells: dict[str, str], **extra: object) -> str:
    made = context(cells, **extra)
    return summary.as_text(made.report, check(made), CATALOGUE)


def test_each_figure_is_a_line_with_its_code_unit_and_parts():
    lines = text(CELLS).splitlines()
    assert lines[:2] == [
        "Kỳ báo cáo: tháng 9/2026",
        "Số liệu tính đến: ngày 05/10/2026",
    ]
    assert lines[3:10] == [
        "Xã Ea Ktur",
        (
            "  3.6 Hồ sơ thanh toán trực tuyến: 88,79 % (tử số 1.418, mẫu số 1.597, "
            "6,5 điểm, tối đa 6, chỉ tiêu 47)"
        ),
        "  Xếp hạng: 2 (trong số 8)",
        "  4.3 Khai thác, sử dụng lại dữ liệu số hóa: “2.033” (chưa đọc được)",
        "  4.4 Kết nối, chia sẻ phục vụ tái sử dụng: không áp dụng",
        "  1.4 Đồng bộ hồ sơ lên Cổng DVCQG: chưa có số liệu",
        "  Xếp loại: Trung bình",
    ]


def test_what_is_not_known_is_said():
    lines = text({"report.period": "", "report.as_of": "", "1.rank": "1"}).splitlines()
    assert lines[:2] == ["Kỳ báo cáo: chưa rõ", "Số liệu tính đến: chưa ghi"]
    assert lines[3] == "Đơn vị chưa có tên"


def test_each_finding_is_counted_placed_and_says_what_to_do():
    lines = text(CELLS, at={"1.reuse_rate": "Bảng!C5"}).splitlines()
    start = lines.index("Điểm cần xem: 1 lỗi, 2 cảnh báo, 0 gợi ý.")
    found = check(context(CELLS)).findings
    assert [one.rule.id for one in found] == ["N02", "N16", "N04"]
    assert lines[start + 1].startswith("- Lỗi N02 (Xã Ea Ktur): ")
    assert lines[start + 2] == f"  Việc cần làm: {found[0].rule.hint}"
    assert lines[start + 5].startswith("- Cảnh báo N04 (Xã Ea Ktur, Bảng!C5): ")
    assert lines[start + 6] == f"  Việc cần làm: {found[2].rule.hint}"


def test_a_finding_of_the_json_bears_the_address_and_the_hint():
    made = context(CELLS, at={"1.reuse_rate": "Bảng!C5"})
    checked = check(made)
    told = summary.as_json(made.report, checked)["findings"]
    assert told[2] == {
        "rule": "N04",
        "severity": "canh-bao",
        "unit": "Xã Ea Ktur",
        "indicator": "reuse_rate",
        "at": "Bảng!C5",
        "message": "“2.033” là 2033 hay 2,033?",
        "hint": checked.findings[2].rule.hint,
        "accepted": None,
    }
    assert told[0]["at"] is None


def test_a_finding_that_was_accepted_counts_no_more_and_bears_its_reason():
    made = context(CELLS)
    found = check(made).findings[2]
    change = accepting.accept(made.report, found, "đã kiểm tra, đúng", NOW)
    after = replace(made, report=made.report.apply(change))
    checked = check(after)
    lines = summary.as_text(after.report, checked, CATALOGUE).splitlines()
    assert "Điểm cần xem: 1 lỗi, 1 cảnh báo, 0 gợi ý." in lines
    assert "Đã chấp nhận, không tính ở trên: 1 điểm." in lines
    assert not any(line.startswith("- Cảnh báo N04") for line in lines)
    told = summary.as_json(after.report, checked)["findings"]
    assert [one["accepted"] for one in told] == [None, None, "đã kiểm tra, đúng"]


def test_every_state_has_its_value_readings_and_parts():
    made = context(CELLS)
    cells = summary.as_json(made.report, Checked())["units"][0]["cells"]
    told = {key: (one["state"], one["value"]) for key, one in cells.items()}
    assert told == {
        "online_pay_rate": ("number", "88.79"),
        "rank": ("number", "2"),
        "reuse_rate": ("unreadable", None),
        "share_rate": ("not-applicable", None),
        "sync_rate": ("missing", None),
        "class": ("text", "Trung bình"),
    }
    assert cells["reuse_rate"]["readings"] == ["2033", "2.033"]
    assert cells["rank"]["of"] == "8"
    parts = ("numerator", "denominator", "score", "maximum", "target")
    shown = [cells["online_pay_rate"][part] for part in parts]
    assert shown == ["1418", "1597", "6.5", "6", "47"]


def test_values_are_in_plain_notation_however_they_are_kept():
    exact = context({"1.overdue_total": "1000", "1.reuse_rate": "0,50"}).report
    cells = summary.as_json(exact, Checked())["units"][0]["cells"]
    assert [one["value"] for one in cells.values()] == ["1000", "0.5"]
    (row,) = exact.rows.values()
    small = Cell(Decimal("5E-10"))
    kept: dict[tuple[str, Part], Cell] = {
        **row.cells,
        ("reuse_rate", Part.VALUE): small,
    }
    report: Report = replace(exact, rows={"1": Row("1", kept)})
    cells = summary.as_json(report, Checked())["units"][0]["cells"]
    assert cells["reuse_rate"]["value"] == "0.0000000005"
    assert summary.state(Cell(Blank.MISSING)) == "missing"
