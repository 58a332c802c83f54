"""What a letter takes from the office, from the month before and from staff's hands."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from core import figures, profiles
from core.dossier import Dossier
from core.letter.filing import file_name
from core.letter.model import Figure, plain_text
from core.office import LetterKind, Target, Targets, Task
from core.period import Period
from core.report import AS_OF, PERIOD, Cell, Report
from tests.core.letter.samples import (
    as_text,
    keys,
    letter,
    paragraph,
    read,
    report,
    typed,
)

DISTRICT = profiles.find("huyen-go-dau")


# ------------------------------------------------------------- targets, tasks, kinds


def test_a_target_s_basis_is_named_where_the_office_has_said_it():
    target = Target("reuse_rate", Decimal(60), "Kế hoạch số 12/KH-UBND")
    profile = replace(DISTRICT, targets=Targets({2024: {"reuse_rate": target}}))
    composed = letter("huyen-go-dau", profile=profile)
    text = paragraph(composed, "task.reuse_rate")
    assert "tối thiểu 60% (theo Kế hoạch số 12/KH-UBND)" in text
    assert "task.online_pay_rate" not in keys(composed)
    assert "chỉ tiêu năm" not in paragraph(composed, "task")
    assert "để đạt chỉ tiêu năm 2024:" in paragraph(letter("huyen-go-dau"), "task")


def test_the_office_s_own_words_unit_and_deadline_take_their_place():
    own = Task("Đạt {target} tái sử dụng.", ("reuse_rate",), "Phòng Tư pháp", "30/12")
    only_who = Task(indicators=("online_pay_rate",), unit="Phòng Tài chính")
    general = Task("Báo cáo kết quả thực hiện")
    profile = replace(DISTRICT, tasks=(own, only_who, general))
    composed = letter("huyen-go-dau", profile=profile)
    assert "Đạt 52% tái sử dụng (thực hiện: Phòng Tư pháp; thời hạn: 30/12)." in (
        paragraph(composed, "task.reuse_rate")
    )
    pay = paragraph(composed, "task.online_pay_rate")
    assert pay.endswith("trực tuyến (thực hiện: Phòng Tài chính).")
    assert paragraph(composed, "task.office.1") == "h) Báo cáo kết quả thực hiện."


def test_a_commune_s_own_target_makes_its_ratio_weak_and_its_instruction_exact():
    target = Target("online_submit_rate", Decimal(95))
    profile = replace(
        profiles.find("xa-truong-tay"),
        targets=Targets({2024: {"online_submit_rate": target}}),
    )
    composed = letter("xa-truong-tay", profile=profile)
    assert paragraph(composed, "weakness.online_submit_rate") == (
        "- Tỷ lệ hồ sơ nộp trực tuyến: 91,7% (chỉ tiêu tối thiểu 95%)."
    )
    assert "bảo đảm tối thiểu 95%" in paragraph(composed, "task.online_submit_rate")


def test_without_somebody_to_send_it_to_there_is_no_petition():
    profile = replace(profiles.find("xa-ea-ktur"), petition_to="")
    composed = letter("xa-ea-ktur", profile=profile)
    assert not any(key.startswith("petition") for key in keys(composed))
    assert "heading.petition" not in keys(composed)


def test_a_commune_reports_to_the_body_above_and_orders_only_its_own_staff():
    text = paragraph(letter("xa-truong-tay"), "closing")
    assert "kính gửi Văn phòng HĐND và UBND thị xã theo dõi" in text
    assert "yêu cầu các công chức chuyên môn xã" in text
    assert "kính gửi" not in paragraph(letter("xa-ea-ktur"), "closing")


def test_the_kind_asked_for_goes_before_the_profile_s_own():
    composed = letter("huyen-go-dau", kind=LetterKind.COMMUNE)
    assert composed.kind is LetterKind.COMMUNE
    assert len(composed.annexes[0].table.rows) == 1


# ----------------------------------------------------------------- the previous month


def previous(**texts: str) -> Report:
    """August 2024 of the commune."""
    found = read("xa-truong-tay")
    august = replace(found, facts={PERIOD: Cell(Period.month(2024, 8))})
    return typed(august, {(found.head_id, key): t for key, t in texts.items()})


def test_total_and_rank_are_compared_with_the_previous_month_where_it_is_there():
    before = previous(score_total="81,2", rank="7/8")
    text = paragraph(letter("xa-truong-tay", previous=before), "result.total")
    assert text.endswith(
        "So với tháng 8/2024, tổng điểm giảm 0,87 điểm, thứ hạng giảm 1 bậc."
    )
    same = previous(score_total="80,33", rank="8/9")
    text = paragraph(letter("xa-truong-tay", previous=same), "result.total")
    assert text.endswith("So với tháng 8/2024, tổng điểm không thay đổi.")


def test_nothing_is_compared_without_a_figure_or_with_another_month():
    empty = paragraph(letter("xa-truong-tay", previous=previous()), "result.total")
    assert "So với" not in empty
    june = replace(
        previous(score_total="70"), facts={PERIOD: Cell(Period.month(2024, 6))}
    )
    assert "So với" not in paragraph(
        letter("xa-truong-tay", previous=june), "result.total"
    )


@pytest.mark.parametrize(
    ("period", "printed"),
    [
        (Period.half(2026, 1), "6 tháng đầu năm 2026"),
        (Period.nine_months(2026), "9 tháng đầu năm 2026"),
        (
            Period.week(2026, 12),
            "tuần 12 năm 2026 (từ ngày 16/03/2026 đến ngày 22/03/2026)",
        ),
        (
            Period.of_days(date(2026, 1, 5), date(2026, 1, 11)),
            "kỳ từ ngày 05/01/2026 đến ngày 11/01/2026",
        ),
    ],
)
def test_a_period_of_any_length_is_printed_wherever_the_letter_tells_it(
    period, printed
):
    found = replace(report("xa-truong-tay"), facts={PERIOD: Cell(period)})
    composed = letter("xa-truong-tay", found, day=date(2026, 11, 3))
    assert plain_text(composed.subject).endswith(f" {printed}")
    assert f"doanh nghiệp {printed} như sau:" in as_text(composed)
    assert f"{printed.upper()}\n" in as_text(composed)
    assert "tháng 9/2024" not in as_text(composed)
    told = printed.partition(" (")[0].replace("/", "-")
    assert file_name(composed).endswith(f" - {told}.docx")


def test_a_half_of_a_year_is_compared_with_the_half_before():
    now = replace(report("xa-truong-tay"), facts={PERIOD: Cell(Period.half(2025, 1))})
    before = replace(
        previous(score_total="81,2"), facts={PERIOD: Cell(Period.half(2024, 2))}
    )
    text = paragraph(letter("xa-truong-tay", now, previous=before), "result.total")
    assert "So với 6 tháng cuối năm 2024, tổng điểm giảm 0,87 điểm" in text


def test_a_letter_names_nobody_of_a_list_of_dossiers():
    listed = Dossier(
        code="H15.1-260901-0001", owner="Nguyễn Văn Mẫu", address="Thôn Giả Định",
        phone="0900000000",
    )  # fmt: skip
    found = replace(report("huyen-go-dau"), dossiers=(listed,))
    text = as_text(letter("huyen-go-dau", found))
    assert text == as_text(letter("huyen-go-dau"))
    assert "Mẫu" not in text


def test_nothing_is_compared_across_the_change_of_the_formulas():
    january = Period.month(2026, 1)
    now = replace(report("xa-truong-tay"), facts={PERIOD: Cell(january)})
    december = replace(
        previous(score_total="70"), facts={PERIOD: Cell(january.previous)}
    )
    composed = letter("xa-truong-tay", now, previous=december)
    assert "So với" not in paragraph(composed, "result.total")


# ------------------------------------------------------------------ rewritten by hand


def test_a_rewritten_paragraph_keeps_the_user_s_words_and_its_figures():
    composed = letter(
        "xa-truong-tay",
        overrides={"result.total": "Xã đạt 80,33/100 điểm, hạng 8/8, TTHC tốt."},
    )
    pieces = next(p.pieces for p in composed.body if p.key == "result.total")
    assert "".join(map(str, (p for p in pieces if isinstance(p, str)))) == (
        "Xã đạt  điểm, hạng , TTHC tốt."
    )
    assert [p.text for p in pieces if isinstance(p, Figure)] == ["80,33/100", "8/8"]


def test_a_number_that_only_looks_like_the_figure_stays_text():
    composed = letter(
        "xa-truong-tay",
        overrides={"result.total": "Xã đạt 180,33/100 và 8/8, rồi 8/8."},
    )
    pieces = next(p.pieces for p in composed.body if p.key == "result.total")
    assert pieces == ("Xã đạt 180,33/100 và 8/8, rồi 8/8.",)


def test_a_rewritten_point_takes_the_sign_that_it_has_now():
    composed = letter(
        "xa-truong-tay", overrides={"task.digitize_rate": "z) Số hóa ngay."}
    )
    assert paragraph(composed, "task.digitize_rate") == "b) Số hóa ngay."
    unknown = letter("xa-truong-tay", overrides={"task.nothing": "Không có."})
    assert unknown == letter("xa-truong-tay")


def test_as_of_of_the_report_stands_in_the_letter():
    found = report("xa-truong-tay")
    moment = figures.parse_moment("16:30, 02/10/2024")
    assert moment is not None
    dated = replace(found, facts={**found.facts, AS_OF: Cell(moment)})
    composed = letter("xa-truong-tay", dated)
    assert "16 giờ 30 phút ngày 02/10/2024" in paragraph(composed, "basis.portal")


def test_the_only_one_ranked_is_not_called_last():
    found = typed(report("xa-truong-tay"), {("1", "rank"): "1/1"})
    told = paragraph(letter("xa-truong-tay", found), "result.total")
    assert "1/1" in told
    assert "cuối" not in told


def test_what_does_not_apply_is_said_and_not_asked_for():
    found = typed(report("xa-truong-tay"), {("1", "rank"): "không áp dụng"})
    composed = letter("xa-truong-tay", found)
    told = paragraph(composed, "result.total")
    assert "không áp dụng" in told
    assert not any(one.text == "không áp dụng" for one in composed.missing)


def test_units_with_overdue_files_come_by_their_number():
    found = typed(report("huyen-go-dau"), {("2", "overdue_total"): "60"})
    told = paragraph(letter("huyen-go-dau", found), "weakness.overdue")
    assert told.index("60 hồ sơ") < told.index("44 hồ sơ") < told.index("01 hồ sơ")


def test_many_units_without_a_figure_are_counted_not_named():
    some = {(str(row), "reuse_rate"): "" for row in range(1, 10)}
    found = typed(report("huyen-go-dau"), some | {("10", "reuse_rate"): "30"})
    told = paragraph(letter("huyen-go-dau", found), "weakness.units.reuse_rate")
    assert "chưa có số liệu của 09 đơn vị" in told
    assert "Bàu Đồn" not in told
