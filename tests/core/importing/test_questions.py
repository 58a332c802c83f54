"""What a file leaves open: asked once a column, proposed with a reason, never decided."""

from datetime import date, datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from core import catalogue as catalogues
from core import figures
from core.catalogue import Kind
from core.importing.choosing.choices import NO_CHOICES
from core.importing.choosing.questions import (
    answered,
    as_change,
    chosen,
    questions,
    with_styles,
)
from core.importing.choosing.signs import DATE, DOT, FRACTION
from core.period import Period
from core.report import (
    PERIOD_PLACE,
    NoteKind,
    Part,
    Place,
    Report,
    Row,
    Unreadable,
)
from tests.core.importing.written import HEAD, ONLINE, notes, value

NOW = datetime(2026, 10, 4, 9, 14)  # noqa: DTZ001 - months are kept in local time
RATIOS = [
    HEAD,
    [1, "Xã A", 0, "4,55"],
    [2, "Xã Cẩm Giang", 0, "40.250"],
    [3, "Xã C", 0, "55,7"],
    [4, "Xã D", 0, "70.125"],
]


def test_numbers_of_one_column_are_asked_once_with_a_likely_reading(read, catalogue):
    (question,) = questions(read(RATIOS), catalogue)

    assert question.field == (ONLINE, Part.VALUE)
    assert question.places == (Place("2", ONLINE), Place("4", ONLINE))
    assert question.texts == ("40.250", "70.125")
    assert [(a.shown, a.words) for a in question.answers] == [
        ("40.250", "hàng nghìn"),
        ("40,25", "số thập phân"),
    ]
    assert question.proposal == 1
    assert question.reason == (
        "Cột này là tỷ lệ, các ô khác từ 4,55 đến 55,7: có lẽ là 40,25."
    )
    assert question.title == "“40.250” là số nào?"
    assert question.where == "Xã Cẩm Giang · Hồ sơ nộp trực tuyến (%) · ô D3"


def test_the_answer_is_given_to_the_whole_column_and_nothing_is_before_it(
    read, catalogue
):
    report = read(RATIOS)
    (question,) = questions(report, catalogue)

    after = answered(report, question, 1)

    assert isinstance(value(report, ONLINE, "2"), Unreadable)
    assert value(after, ONLINE, "2") == Decimal("40.25")
    assert value(after, ONLINE, "4") == Decimal("70.125")
    assert after.cell(Place("2", ONLINE)).raw == "40.250"
    assert after.cell(Place("2", ONLINE)).at == "Bảng!D3"
    assert questions(after, catalogue) == ()


def test_an_answer_to_a_kept_month_is_one_step_that_can_be_taken_back(read, catalogue):
    report = read(RATIOS)
    (question,) = questions(report, catalogue)

    step = as_change(report, question, 0, catalogue, NOW)

    assert step.label == "Chọn cách đọc 2 ô, Hồ sơ nộp trực tuyến (%)"
    assert value(report.apply(step), ONLINE, "2") == 40250
    assert report.apply(step).apply(step.inverse) == report


def test_an_answer_among_the_choices_holds_for_the_next_report(read, catalogue):
    report = read(RATIOS)
    (question,) = questions(report, catalogue)
    choices = chosen(NO_CHOICES, question, 1)

    assert choices.styles == {((ONLINE, Part.VALUE), DOT): 1}
    assert with_styles(report, catalogue, choices.styles) == answered(
        report, question, 1
    )


def test_a_count_is_likely_whole(read, catalogue):
    (question,) = questions(
        read([HEAD, [1, "Xã A", "1,204", 90], [2, "Xã B", 640, 80]]), catalogue
    )

    assert question.proposal == 0
    assert question.answers[0].value == 1204
    assert question.reason == (
        "Cột này đếm hồ sơ, thường là số nguyên, các ô khác là 640: có lẽ là 1.204."
    )


def test_nothing_is_likely_where_neighbours_speak_against_the_kind(read, catalogue):
    rows = [HEAD, [1, "Xã A", "1,204", 90], [2, "Xã B", 2, 80], [3, "Xã C", 1, 80]]

    (question,) = questions(read(rows), catalogue)

    assert question.proposal is None
    assert question.reason == "Chưa đủ căn cứ để gợi ý; xem lại trong tệp gốc."


def test_the_maximum_tells_a_score(read, catalogue):
    rows = [["Tên đơn vị", "Tổng điểm", "Công khai (18đ)"], ["Xã A", 60, "17.125"]]

    (question,) = questions(read(rows), catalogue)

    assert question.proposal == 1
    assert question.answers[1].shown == "17,125"
    assert question.reason == "Điểm tối đa là 18: có lẽ là 17,125."


def test_a_rank_that_excel_made_a_date_is_asked_and_gets_its_whole_back(
    read, catalogue
):
    rows = [
        ["Tên đơn vị", "Tổng điểm", "Xếp hạng"],
        ["Xã A", 60, date(2026, 9, 8)],
        ["Xã B", 50, "9/9"],
    ]
    report = read(rows)

    (question,) = questions(report, catalogue)
    after = answered(report, question, 0)

    assert question.sign == DATE
    assert question.title == "“08/09/2026” là hạng mấy?"
    assert [one.shown for one in question.answers] == ["8/9"]
    assert question.reason == ("Excel đã đổi hạng thành ngày 08/09/2026: có lẽ là 8/9.")
    assert value(after, "rank") == 8
    assert value(after, "rank", part=Part.OF) == 9


def test_a_rank_that_became_the_first_of_a_month_has_two_readings(read, catalogue):
    rows = [["Tên đơn vị", "Tổng điểm", "Xếp hạng"], ["Xã A", 60, date(2026, 8, 1)]]
    report = read(rows)

    (question,) = questions(report, catalogue)

    assert [one.shown for one in question.answers] == ["1/8", "8/26"]
    assert question.proposal is None
    assert value(answered(report, question, 1), "rank", part=Part.OF) == 26


FRACTIONS = [HEAD, [1, "Xã A", 0, 0.95], [2, "Xã B", 0, 1], [3, "Xã C", 0, 0]]


def test_ratios_that_are_all_at_most_one_are_asked(read, catalogue):
    report = read(FRACTIONS)

    (question,) = questions(report, catalogue)
    after = answered(report, question, 1)

    assert question.sign == FRACTION
    assert [(a.shown, a.words) for a in question.answers] == [
        ("0,95 %", "như trong tệp"),
        ("95 %", "nhân 100"),
    ]
    assert question.proposal is None
    assert [value(after, ONLINE, row) for row in "123"] == [95, 100, 0]


def test_ratios_that_are_all_at_most_one_stay_unreadable_until_they_are_answered(
    read, catalogue
):
    report = read(FRACTIONS)

    assert [value(report, ONLINE, row) for row in "123"] == [
        Unreadable("0.95", (Decimal("0.95"), Decimal(95))),
        Unreadable("1", (Decimal(1), Decimal(100))),
        0,
    ]
    kept = answered(report, questions(report, catalogue)[0], 0)
    assert questions(kept, catalogue) == ()


def test_ratios_that_say_what_they_are_are_not_asked(read, catalogue):
    rows = [HEAD, [1, "Xã A", 0, 0.95], [2, "Xã B", 0, "0,95%"]]

    assert questions(read(rows), catalogue) == ()


def test_a_fraction_among_percentages_is_asked(read, catalogue):
    rows = [HEAD, [1, "Xã A", 0, 0.95], [2, "Xã B", 0, 91.7]]

    (question,) = questions(read(rows), catalogue)

    assert [one.value for one in question.answers] == [Decimal("0.95"), Decimal(95)]


def test_a_fraction_among_percentages_is_likely_a_hundredth(read, catalogue):
    rows = [HEAD, [1, "Xã A", 0, 91.5], [2, "Xã B", 0, 0.925], [3, "Xã C", 0, 88]]
    report = read(rows)

    (question,) = questions(report, catalogue)

    assert (question.sign, question.proposal) == (FRACTION, 1)
    assert [one.shown for one in question.answers] == ["0,925 %", "92,5 %"]
    assert question.reason == "Các ô khác từ 88 đến 91,5: có lẽ là 92,5."
    assert value(answered(report, question, 1), ONLINE, "2") == Decimal("92.5")


def test_periods_that_differ_are_asked_and_settle_the_conflict(read, catalogue):
    rows = [["SỐ LIỆU THÁNG 9 NĂM 2024"], ["Kỳ trước: tháng 8/2024"], *RATIOS[:2]]
    report = read(rows)

    (question,) = questions(report, catalogue)
    after = answered(report, question, 1)

    assert question.title == "Kỳ báo cáo nào đúng?"
    assert [(a.shown, a.words) for a in question.answers] == [
        ("Tháng 9/2024", "theo Bảng!A1"),
        ("Tháng 8/2024", "theo Bảng!A2"),
    ]
    assert question.proposal is None
    assert notes(report, NoteKind.CONFLICT)
    assert after.period == Period.month(2024, 8)
    assert notes(after, NoteKind.CONFLICT) == []
    assert chosen(NO_CHOICES, question, 1).period == after.period
    assert after.cell(PERIOD_PLACE).raw == report.cell(PERIOD_PLACE).raw


CATALOGUE = catalogues.load()
KEYS = [k for k, one in CATALOGUE.indicators.items() if one.kind is not Kind.CODE]


@given(
    st.sampled_from([k for k in KEYS if CATALOGUE.indicators[k].kind is not Kind.TEXT]),
    st.lists(st.from_regex(r"[1-9]\d{0,3}([.,]\d{1,3})?", fullmatch=True), min_size=1),
)
def test_every_answer_is_a_reading_and_leaves_nothing_open(key, texts):
    kind = CATALOGUE.indicators[key].kind
    rows = {
        str(n): Row(str(n), {(key, Part.VALUE): _cell(text, kind)})
        for n, text in enumerate(texts, start=1)
    }
    report = Report(rows, columns=(key,))
    asked = [one for one in questions(report, CATALOGUE) if one.sign != FRACTION]

    for question in asked:
        for index, answer in enumerate(question.answers):
            after = answered(report, question, index)
            open_value = report.cell(question.places[0]).value
            assert isinstance(open_value, Unreadable)
            assert answer.value in open_value.readings
            assert after.cell(question.places[0]).value == answer.value
            left = questions(after, CATALOGUE)
            assert not {q.sign for q in left} & {question.sign}
    open_places = {
        place
        for place, cell in report.cells()
        if isinstance(cell.value, Unreadable) and cell.value.readings
    }
    assert open_places == {place for one in asked for place in one.places}


def _cell(text, kind):
    from core.report import Cell

    return Cell(figures.parse(text, kind), text)
