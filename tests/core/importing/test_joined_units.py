"""Units of several tables joined: by name, by any of their codes, never by guess."""

from decimal import Decimal

from core.report import UNIT_NAME, Blank, NoteKind, Place, Unreadable
from tests.core.importing.grids import figures, notes, numbers, report, sheet

KEYS = "overdue_total digitize_rate"
MISSING = Blank.MISSING


def two(first: str, second: str):
    """What two sheets are read into: overdue files, then digitisation."""
    one = f"Tên đơn vị | Mã đơn vị | Hồ sơ quá hạn\n{first}"
    other = f"Cơ quan, đơn vị | Mã định danh | Tỷ lệ số hóa (%)\n{second}"
    return report(sheet(one), sheet(other, name="Số hóa"))


def test_two_codes_of_one_office_never_split_it():
    told = two("Xã A | 000.21.35.H53 | 2", "UBND xã A | H53.35.21 | 60")

    assert figures(told, KEYS) == {"Xã A": numbers(2, 60)}
    assert notes(told, NoteKind.CONFLICT) == []


def test_one_code_under_two_names_is_one_office_and_is_said():
    told = two(
        "VPĐK Gò Dầu | H53.7 | 2",
        "Chi nhánh Văn phòng đăng ký đất đai Gò Dầu | h53.7 | 60",
    )

    assert figures(told, KEYS) == {"VPĐK Gò Dầu": numbers(2, 60)}
    (note,) = notes(told, NoteKind.CONFLICT)
    assert note.place == Place("1", UNIT_NAME)
    assert "Chi nhánh Văn phòng đăng ký đất đai Gò Dầu" in note.text


def test_a_name_goes_before_a_code_that_another_unit_bears():
    told = two("Xã A | H53.7 | 2\nXã B | H53.8 | 3", "Xã B | H53.7 | 60")

    assert figures(told, KEYS) == {
        "Xã A": [Decimal(2), MISSING],
        "Xã B": numbers(3, 60),
    }


def test_communes_of_one_name_in_two_provinces_stay_two_in_any_order():
    told = two(
        "Xã Tân Phú - Tỉnh Đồng Nai | | 2\nXã Tân Phú - Tỉnh Tây Ninh | | 3",
        "UBND Xã Tân Phú - Tỉnh Tây Ninh | | 60\nXã Tân Phú, tỉnh Đồng Nai | | 50",
    )

    assert figures(told, KEYS) == {
        "Xã Tân Phú - Tỉnh Đồng Nai": numbers(2, 50),
        "Xã Tân Phú - Tỉnh Tây Ninh": numbers(3, 60),
    }
    assert notes(told, NoteKind.SAME_NAME) == []


def test_communes_of_one_name_are_told_apart_by_their_codes():
    told = two(
        "Xã Tân Phú | H1.1 | 2\nXã Tân Phú | H1.2 | 3",
        "Xã Tân Phú | H1.2 | 60\nXã Tân Phú | H1.1 | 50",
    )

    rows = [[row.number(key) for key in KEYS.split()] for row in told.rows.values()]
    assert rows == [numbers(2, 50), numbers(3, 60)]
    assert notes(told, NoteKind.SAME_NAME) == []


def test_two_rows_of_one_name_without_codes_stay_two_and_are_said():
    told = two("Xã Tân Phú | | 2\nXã B | | 4\nUBND xã Tân Phú | | 3", "Xã B | | 60")

    assert [row.number("overdue_total") for row in told.rows.values()] == numbers(
        2, 4, 3
    )
    (note,) = notes(told, NoteKind.SAME_NAME)
    assert note.text == "UBND xã Tân Phú (A2, A4)"
    assert note.place == Place("3", UNIT_NAME)


def test_a_unit_of_another_province_is_another_unit():
    told = two("Xã Hòa Hiệp - Tỉnh Đắk Lắk | | 2", "Xã Hoà Hiệp - Tỉnh Cà Mau | | 60")

    assert len(told.rows) == 2


# ------------------------------------------------------------ fractions among percentages

RATES = """
    Tên đơn vị | Tỷ lệ số hóa (%) | Tỷ lệ quá hạn (%)
    Xã A | 40 | 0.4
    Xã B | 0.915 | 12
    Xã C | 50 | 9
    Xã D | {last} | 8
"""


def test_one_fraction_among_percentages_is_unreadable_with_both_readings():
    told = figures(report(sheet(RATES.format(last=46))), "digitize_rate overdue_rate")

    unsure = Unreadable("0.915", (Decimal("0.915"), Decimal("91.5")))
    assert told["Xã B"] == [unsure, Decimal(12)]
    assert told["Xã A"] == numbers(40, "0.4")  # less is better, and so little is usual


def test_a_small_ratio_that_says_percent_or_has_small_neighbours_is_what_it_says():
    shown = figures(report(sheet(RATES.format(last="0,5%"))), "digitize_rate")
    assert shown["Xã D"] == numbers("0.5")

    small = report(
        sheet("Đơn vị | Tỷ lệ tái sử dụng (%)\nXã A | 0.5\nXã B | 1.2\nXã C | 3")
    )
    assert figures(small, "reuse_rate")["Xã A"] == numbers("0.5")
