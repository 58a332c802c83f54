"""The two tables as models: rows, columns, looks, words, typing, filters."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from core.report import REPORT, Blank, Cell, Part, Place, Unreadable
from core.rules.registry import Severity
from tests.ui.months import (
    EA_KTUR,
    GO_DAU,
    TRUONG_TAY,
    by_hand,
    document_of,
    many_units,
    sample,
)
from tests.ui.tables.conftest import model_of
from ui.tables.cell import LineKind, State, Trend
from ui.tables.criteria import PROVINCE_TIP


def cell(model, place):
    """The look of the report's cell at `place`."""
    index = model.find(place)
    assert index.isValid(), place
    return model.look(index.row(), index.column())


def named(model, line, column):
    """The index of a cell by the names of its row and column."""
    keys = [one.key for one in model.columns]
    rows = [model.line(row).key for row in range(model.rowCount())]
    return model.index(rows.index(line), keys.index(column))


def look(model, line, column):
    index = named(model, line, column)
    return model.look(index.row(), index.column())


def names(model):
    return [model.line(row).name for row in range(model.rowCount())]


@pytest.mark.parametrize("which", [EA_KTUR, GO_DAU, TRUONG_TAY])
def test_the_models_keep_qts_rules(qtmodeltester, store, which):
    document = sample(store, which)
    model = model_of(document)
    qtmodeltester.check(model)
    model.set_filter("hồ sơ", only_findings=False)
    model.set_filter("", only_findings=False)
    if which != GO_DAU:
        model.toggle(0)
        model.toggle(0)


# ------------------------------------------------------------------- one unit


def test_six_groups_stand_in_the_order_of_the_index_with_their_criteria(store):
    model = model_of(sample(store, EA_KTUR))
    lines = [model.line(row) for row in range(model.rowCount())]
    groups = [line.indicator for line in lines if line.kind is LineKind.HEADING]
    assert groups == [
        "score_ckmb",
        "score_tdgq",
        "score_dvctt",
        "score_tttt",
        "score_mdsh",
        "score_mdhl",
    ]
    codes = [line.code for line in lines if line.code]
    assert codes[:6] == ["1.1", "1.2", "1.3", "1.4", "2.1", "2.2"]
    assert len(codes) == 24


def test_a_group_shows_share_bar_and_loss_computed_from_its_score(store):
    model = model_of(sample(store, EA_KTUR))
    assert look(model, "score_ckmb", "value").text == "65,83"
    assert look(model, "score_ckmb", "score").text == "11,85"
    assert look(model, "score_ckmb", "maximum").text == "18"
    assert look(model, "score_ckmb", "status").text == "Mất 6,15 điểm"
    assert look(model, "score_ckmb", "numerator").share == pytest.approx(0.6583)
    assert model.place(named(model, "score_ckmb", "value")) is None
    assert model.place(named(model, "score_ckmb", "score")) == Place("1", "score_ckmb")


def test_a_criterion_shows_its_numbers_and_each_is_the_cell_it_came_from(store):
    model = model_of(sample(store, EA_KTUR))
    shown = [
        look(model, "on_time_rate", column).text
        for column in ("numerator", "denominator", "value", "score", "maximum")
    ]
    assert shown == ["2.457", "2.882", "85,25", "17,05", "20"]
    place = model.place(named(model, "on_time_rate", "numerator"))
    assert place == Place("1", "on_time_rate", Part.NUMERATOR)


def test_zero_missing_and_nothing_are_three_different_looks(store):
    model = model_of(sample(store, EA_KTUR))
    assert look(model, "publish_rate", "numerator").text == "0"
    missing = look(model, "online_offer_rate", "value")
    assert (missing.text, missing.state) == ("chưa có", State.MISSING)
    nothing = look(model, "average_days", "score")
    assert (nothing.text, nothing.state) == ("", State.NOTHING)


@pytest.mark.parametrize(
    ("line", "column", "text", "word"),
    [
        ("on_time_rate", "target", "80", "Đạt"),
        ("on_time_rate", "target", "98", "Dưới chỉ tiêu"),
        ("publish_rate", "target", "100", "Thuộc cấp tỉnh"),
        ("average_days", "value", "3,99", "Chỉ theo dõi"),
    ],
)
def test_the_status_follows_target_and_figure(store, line, column, text, word):
    model = model_of(sample(store, EA_KTUR))
    model.setData(named(model, line, column), text)
    assert look(model, line, "status").text == word


def test_without_target_or_figure_the_status_says_so(store):
    model = model_of(sample(store, EA_KTUR))
    assert look(model, "sync_rate", "status").text == "Chưa giao"
    assert look(model, "online_offer_rate", "status").text == "Chưa có số liệu"
    tip = model.data(
        named(model, "publish_rate", "status"), Qt.ItemDataRole.ToolTipRole
    )
    assert PROVINCE_TIP in tip


def test_the_office_s_target_stands_where_the_file_has_none(store):
    document = sample(store, ("Trường Tây", "huyen-go-dau"))
    assert document.profile is not None
    given = document.profile.targets.years[2024]
    model = model_of(document)
    for key in ("online_submit_rate", "online_pay_rate"):
        target = given[key]
        shown = look(model, key, "target").text
        assert Decimal(shown.replace(",", ".")) == target.level
        tip = model.data(named(model, key, "target"), Qt.ItemDataRole.ToolTipRole)
        assert target.basis in tip


def test_one_unit_of_an_annex_is_shown_by_criteria_with_other_figures_last(store):
    model = model_of(sample(store, TRUONG_TAY))
    shown = names(model)
    after = shown[shown.index("Số liệu khác") + 1 :]
    assert after == [
        "Hồ sơ quá hạn (hồ sơ)",
        "Bản sao điện tử trong kỳ (hồ sơ)",
        "Bản sao điện tử lũy kế (hồ sơ)",
    ]
    assert look(model, "ecopy_cumulative", "value").text == "2.033"
    assert "Hồ sơ nộp trực tuyến" in shown
    assert "TTHC cung cấp DVCTT" not in shown


def test_the_month_before_gives_difference_and_arrow(store):
    first = sample(store, TRUONG_TAY)
    first.type(Place("1", "online_submit_rate"), "80")
    first.type(Place("1", "overdue_total"), "3")
    first.type(Place(REPORT, "period"), "tháng 8/2024")
    document = sample(store, TRUONG_TAY)
    assert document.previous is not None
    model = model_of(document)
    assert look(model, "online_submit_rate", "previous").text == "80,00"
    better = look(model, "online_submit_rate", "difference")
    assert (better.text, better.trend) == ("11,70", Trend(up=True, better=True))
    fewer = look(model, "overdue_total", "difference")
    assert (fewer.text, fewer.trend) == ("3", Trend(up=False, better=True))


# ------------------------------------------------------------------ many units


def test_units_stand_in_the_file_s_order_and_the_total_line_last(store):
    model = model_of(sample(store, GO_DAU))
    assert names(model)[:3] == [
        "Các cơ quan chuyên môn huyện",
        "Xã Cẩm Giang",
        "Xã Thạnh Đức",
    ]
    assert model.line(10).kind is LineKind.TOTAL
    assert look(model, "total", "digitize_rate.value").text == "69,89"


def test_columns_are_the_report_s_with_units_marks_bands_and_targets(store):
    model = model_of(sample(store, GO_DAU))
    found = {column.key: column for column in model.columns}
    overdue, reuse = found["overdue_total.value"], found["reuse_rate.value"]
    assert overdue.title.endswith("(*)")
    assert (overdue.unit, overdue.decimals) == ("hồ sơ", False)
    assert (reuse.goal, reuse.unit) == ("≥ 52", "%")
    assert found["digitize_rate.value"].band == "Kết quả số hóa hồ sơ (**)"
    assert found["name"].goal == "Chỉ tiêu năm 2024"
    head = model.headerData(
        model.columns.index(reuse),
        Qt.Orientation.Horizontal,
        Qt.ItemDataRole.AccessibleTextRole,
    )
    assert head == "Khai thác, sử dụng lại dữ liệu số hóa, phần trăm, chỉ tiêu ≥ 52"


def test_a_ratio_below_its_target_is_marked_and_one_that_is_missing_is_not(store):
    model = model_of(sample(store, GO_DAU))
    assert look(model, "2", "reuse_rate.value").below
    assert not look(model, "1", "reuse_rate.value").below
    tip = model.data(named(model, "2", "reuse_rate.value"), Qt.ItemDataRole.ToolTipRole)
    assert "Dưới chỉ tiêu. Chỉ tiêu 52%" in tip


def test_a_unit_can_be_renamed(store):
    document = sample(store, GO_DAU)
    model = model_of(document)
    assert model.setData(named(model, "2", "name"), "Xã Cẩm Giang Mới")
    assert document.report.rows["2"].name == "Xã Cẩm Giang Mới"
    assert names(model)[1] == "Xã Cẩm Giang Mới"


# ------------------------------------------------------------- typing and undo


def test_typing_goes_through_the_document_and_undo_takes_it_back(store, qtbot):
    document = sample(store, GO_DAU)
    model = model_of(document)
    index = named(model, "3", "online_pay_rate.value")
    with qtbot.waitSignal(model.dataChanged):
        assert model.setData(index, "48,33")
    assert document.report.rows["3"].number("online_pay_rate") == Decimal("48.33")
    shown = look(model, "3", "online_pay_rate.value")
    assert (shown.text, shown.edited) == ("48,33", True)
    document.undo()
    assert look(model, "3", "online_pay_rate.value").text == "chưa có"
    assert not model.setData(index, "chưa có")


def test_what_cannot_be_read_keeps_its_text_and_is_marked(store):
    document = sample(store, GO_DAU)
    model = model_of(document)
    index = named(model, "7", "digitize_rate.value")
    model.setData(index, "67,4l")
    shown = look(model, "7", "digitize_rate.value")
    assert (shown.text, shown.state) == ("67,4l", State.UNREADABLE)
    assert shown.severity is Severity.ERROR
    assert model.edit_text(index) == "67,4l"
    assert "Không đọc được “67,4l” là số" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_an_edited_cell_tells_what_it_was_and_when(store):
    model = model_of(sample(store, EA_KTUR))
    index = named(model, "score_tdgq", "score")
    model.setData(index, "17,5")
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "Đã sửa: 17,05 → 17,5 lúc 09:14" in tip


def test_a_computed_cell_takes_no_typing_and_says_from_what_it_is(store):
    model = model_of(sample(store, EA_KTUR))
    index = named(model, "score_tdgq", "value")
    assert not model.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(index, "99")
    assert index.data(Qt.ItemDataRole.ToolTipRole) == (
        "Tự tính từ điểm đạt và điểm tối đa, không sửa trực tiếp."
    )


def test_more_decimals_than_are_shown_stay_in_the_editor_and_the_tip(store):
    model = model_of(sample(store, GO_DAU))
    index = named(model, "3", "online_pay_rate.value")
    model.setData(index, "48,3333")
    assert look(model, "3", "online_pay_rate.value").text == "48,33"
    assert model.edit_text(index) == "48,3333"
    assert "Số đầy đủ: 48,3333" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_a_count_is_typed_without_the_dots_it_is_shown_with(store):
    model = model_of(sample(store, TRUONG_TAY))
    index = named(model, "ecopy_cumulative", "value")
    assert (index.data(), model.edit_text(index)) == ("2.033", "2033")


def test_a_cell_is_read_aloud_with_row_figure_unit_and_what_is_wrong(store):
    model = model_of(sample(store, GO_DAU))
    index = named(model, "2", "reuse_rate.value")
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith(
        "Hàng 2, Xã Cẩm Giang, Khai thác, sử dụng lại dữ liệu số hóa, "
        "40,25 phần trăm, dưới chỉ tiêu"
    )
    bad = named(model, "7", "digitize_rate.value")
    model.setData(bad, "67,4l")
    assert ", lỗi, " in bad.data(Qt.ItemDataRole.AccessibleTextRole)


# ------------------------------------------------------------- filters and folds


def test_a_search_keeps_the_order_and_finds_without_diacritics(store):
    model = model_of(sample(store, GO_DAU))
    model.set_filter("phuoc", only_findings=False)
    assert names(model) == [
        "Xã Phước Đông",
        "Xã Phước Trạch",
        "Xã Phước Thạnh",
        "Xã Thanh Phước",
        "TỔNG CỘNG",
    ]
    assert model.counts() == (4, 10)
    model.set_filter("", only_findings=False)
    assert model.counts() == (10, 10)


def test_only_rows_with_findings_are_kept_with_their_group(store):
    model = model_of(sample(store, EA_KTUR))
    model.set_filter("", only_findings=True)
    assert names(model) == ["6  Mức độ hài lòng", "PAKN xử lý đúng hạn"]


def test_an_edit_that_heals_a_row_does_not_make_it_vanish_from_the_filter(store):
    document = sample(store, GO_DAU)
    model = model_of(document)
    place = Place("7", "digitize_rate")
    document.type(place, "67,4l")
    model.set_filter("", only_findings=True)
    shown = ["Xã Hiệp Thạnh", "Xã Phước Đông", "TỔNG CỘNG"]
    assert names(model) == shown
    document.type(place, "67,4")
    assert names(model) == shown


def test_going_to_a_hidden_cell_unfolds_its_group_or_drops_the_filter(store):
    model = model_of(sample(store, EA_KTUR))
    place = Place("1", "sync_rate", Part.SCORE)
    whole = model.rowCount()
    model.toggle(0)
    assert model.rowCount() == whole - 4
    assert model.find(place).data() == "6,00"
    assert model.rowCount() == whole
    model.set_filter("không có gì như thế", only_findings=False)
    assert model.rowCount() == 0
    assert model.find(place).data() == "6,00"
    assert not model.is_filtered()


def test_a_place_of_another_table_is_not_found(store):
    model = model_of(sample(store, GO_DAU))
    assert not model.find(Place("99", "reuse_rate")).isValid()
    assert not model.find(Place("1", "score_ckmb")).isValid()


# ----------------------------------------------------------- months begun by hand


def test_the_six_groups_alone_are_typed_in_their_own_rows(store):
    document = by_hand(store, "six-groups", "UBND xã Mới")
    model = model_of(document)
    assert model.rowCount() == 6
    model.setData(named(model, "score_tttt", "score"), "6,9")
    assert look(model, "score_tttt", "status").text == "Mất 3,10 điểm"


def test_numerator_and_denominator_make_the_ratio(store):
    document = by_hand(store, "all-criteria", "UBND xã Mới")
    model = model_of(document)
    model.setData(named(model, "on_time_rate", "numerator"), "2457")
    model.setData(named(model, "on_time_rate", "denominator"), "2882")
    assert look(model, "on_time_rate", "value").text == "85,25"


def test_rows_come_and_go_with_units(store, qtmodeltester):
    document = by_hand(store, "annex-columns", "Xã A", "Xã B")
    model = model_of(document)
    qtmodeltester.check(model)
    document.type(Place("3", "unit_name"), "Xã C")
    assert names(model) == ["Xã A", "Xã B", "Xã C", "Tổng cộng"]
    document.remove_row("2")
    assert names(model) == ["Xã A", "Xã C", "Tổng cộng"]
    document.undo()
    assert names(model) == ["Xã A", "Xã B", "Xã C", "Tổng cộng"]


def test_not_applicable_and_unreadable_cells_have_their_own_state(store):
    figures = {
        "reuse_rate": Cell(Blank.NOT_APPLICABLE, "kad"),
        "digitize_rate": Cell(Unreadable("2.033", ()), "2.033"),
    }
    model = model_of(document_of(store, many_units(3, figures)))
    assert cell(model, Place("1", "reuse_rate")).text == "không áp dụng"
    assert cell(model, Place("1", "digitize_rate")).state is State.UNREADABLE
