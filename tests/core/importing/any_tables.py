"""Random tables in the shapes that are known, each with what must be read from it."""

from collections.abc import Callable
from decimal import Decimal

from hypothesis import strategies as st

from core import catalogue as catalogues
from core import figures
from core.kind import Kind
from tests.data.exports.make.model import PERCENT, Expected, Figure, Sheet, number
from tests.data.exports.make.tables import Column, Table, col, criteria, held, table

CATALOGUE = catalogues.load()


def _labels(key: str) -> tuple[str, ...]:
    """Headings under which that figure stands in real tables."""
    one = CATALOGUE.indicators[key]
    tail = " (%)" if one.kind is Kind.RATIO else ""
    if one.kind is Kind.SCORE:
        tail = f" ({figures.plain(one.maximum)}đ)" if one.maximum else ""
    aliases = [alias.capitalize() + tail for alias in one.aliases[:2]]
    return tuple(dict.fromkeys([*aliases, one.annex_label or aliases[0]]))


RATIOS: tuple[str, ...] = (
    "on_time_rate",
    "online_submit_rate",
    "online_pay_rate",
    "e_result_rate",
    "digitize_rate",
    "reuse_rate",
    "satisfaction_rate",
    "pakn_on_time_rate",
)
COUNTS: tuple[str, ...] = (
    "overdue_total",
    "received_total",
    "received_online",
    "ecopy_count",
    "ecopy_cumulative",
    "carried_over",
    "fee_total",
)
SCORES = (*(group.key for group in CATALOGUE.groups), "score_total")
CRITERIA = tuple(one.key for one in CATALOGUE.criteria if one.kind is Kind.RATIO)


# ------------------------------------------------------------------- figures as written


def _ratio(hundredths: int, style: str) -> Figure:
    value = figures.plain(Decimal(hundredths) / 100)
    ways: dict[str, Callable[[], Figure]] = {
        "number": lambda: number(value),
        "comma": lambda: number(value, value.replace(".", ",")),
        "point": lambda: number(value, value),
        "sign": lambda: number(value, f"{value.replace('.', ',')} %"),
        "fraction": lambda: number(value, hundredths / 10_000, PERCENT),
    }
    return ways[style]()


def _count(value: int, style: str) -> Figure:
    plain = str(value)
    shown = {
        "number": value,
        "text": plain,
        "dots": f"{value:,}".replace(",", "."),
        "spaces": f"{value:,}".replace(",", " "),
        "commas": f"{value:,}",
        "zero": f"{value:02d} hồ sơ",
        "english": value / 1000 if value % 10 and 1000 < value < 10**6 else value,
    }
    return number(plain, shown[style])


def _three_decimals(thousandths: int, style: str) -> Figure:
    value = figures.plain(Decimal(thousandths) / 1000)
    fixed = f"{Decimal(thousandths) / 1000:.3f}"
    written = {"number": float(value), "comma": fixed.replace(".", ","), "point": fixed}
    return number(value, written[style])


def _score(hundredths: int, style: str) -> Figure:
    value = figures.plain(Decimal(hundredths) / 100)
    comma = value.replace(".", ",")
    shown = {"number": float(value), "comma": comma, "points": f"{comma} điểm"}
    return number(value, shown[style])


MISSING = st.sampled_from([None, "-", "—", "N/A", "chưa có số liệu"]).map(
    lambda written: Figure(written, {"value": None, "state": "missing"})
)
RATIO = st.builds(
    _ratio,
    st.integers(0, 10_000),
    st.sampled_from(["number", "comma", "point", "sign", "fraction"]),
) | st.builds(
    _three_decimals,
    st.integers(0, 100_000),
    st.sampled_from(["number", "comma", "point"]),
)
COUNT = st.builds(
    _count,
    st.integers(0, 2_000_000),
    st.sampled_from(["number", "text", "dots", "spaces", "commas", "zero", "english"]),
)


def _points(key: str) -> st.SearchStrategy[Figure]:
    most = CATALOGUE.indicators[key].maximum or Decimal(100)
    styles = st.sampled_from(["number", "comma", "points"])
    return st.builds(_score, st.integers(0, int(most * 100)), styles)


def _figure(key: str) -> st.SearchStrategy[Figure]:
    kind = CATALOGUE.indicators[key].kind
    by_kind = {Kind.RATIO: RATIO, Kind.COUNT: COUNT, Kind.SCORE: _points(key)}
    return by_kind[kind] | MISSING


# --------------------------------------------------------------------- tables of units

NAMES = st.lists(
    st.builds(
        "{} {}{}".format,
        st.sampled_from(["UBND xã", "UBND phường", "Xã", "Phường", "Đặc khu"]),
        st.sampled_from(["Ea ", "Tân ", "Bình ", "Hòa ", "Ia ", "Số "]),
        st.sampled_from(["Kao", "Phú", "Đông", "Hưng", "Thịnh", "7", "Ktur", "Lộc"]),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda name: " ".join(name.lower().split()[-2:]),
)
TITLES = st.lists(
    st.sampled_from(
        [
            "PHỤ LỤC",
            "KẾT QUẢ THỰC HIỆN BỘ CHỈ SỐ 766",
            "(Ban hành kèm theo Công văn của Ủy ban nhân dân)",
            "Đơn vị tính: hồ sơ, %",
        ]
    ),
    max_size=3,
    unique=True,
)
GROUPS = ("Kết quả trong kỳ", "Kết quả giải quyết", "Nội dung khác")


@st.composite
def headings(draw, keys: tuple[str, ...]) -> list[Column]:
    """Columns for these figures, some of them under one or two common headings."""
    depth = draw(st.integers(1, 3))
    columns = []
    for key in keys:
        above = GROUPS[: draw(st.integers(0, depth - 1))]
        label = draw(st.sampled_from(_labels(key)))
        columns.append(col(*above, label, key=key))
    name = col(
        draw(st.sampled_from(["Tên đơn vị", "Đơn vị", "Cơ quan, đơn vị"])),
        key="unit_name",
    )
    place = draw(st.integers(0, len(columns)))
    columns.insert(place, name)
    if draw(st.booleans()):
        columns.insert(draw(st.integers(0, place)), col("STT"))
    return columns


def _values(columns: list[Column], name: str, count: int, told: dict[str, Figure]):
    named = {"unit_name": name, "": count}
    return [named[one.key] if one.key in named else told[one.key] for one in columns]


@st.composite
def tables_of_units(draw) -> tuple[Sheet, Expected]:
    """A sheet with titles, a header, units, perhaps sections, a total and notes."""
    sheet, expected = Sheet("Bảng"), Expected()
    pool = draw(st.sampled_from([RATIOS, COUNTS, SCORES, (*RATIOS, *COUNTS)]))
    keys = draw(st.lists(st.sampled_from(pool), min_size=1, max_size=6, unique=True))
    columns = draw(headings(tuple(keys)))
    left = draw(st.integers(1, 3))
    row = 1 + draw(st.integers(0, 2))
    for title in draw(TITLES):
        sheet.title(row, title, draw(st.integers(1, len(columns))), column=left)
        row += 1
    rows = table(sheet, expected, row + draw(st.integers(0, 2)), columns, left)
    if draw(st.booleans()):
        rows.plain(*(f"({number})" for number in range(1, len(columns) + 1)))
    _units(draw, rows, columns, keys)
    if draw(st.booleans()):
        rows.plain("Ghi chú: (*) gồm cả hồ sơ đang giải quyết.")
    return sheet, expected


def _units(draw, rows: Table, columns: list[Column], keys: list[str]) -> None:
    names = draw(NAMES)
    numbered = columns[0].key == ""
    sectioned = numbered and draw(st.booleans())
    again, is_told = draw(st.integers(0, len(names))), False
    for count, name in enumerate(names, start=1):
        if sectioned and count % 2:
            _section(rows, columns, "I" * count)
        if count == again and is_told:
            rows.again()
        figures_ = {key: draw(_figure(key)) for key in keys}
        rows.unit(*_values(columns, name, count, figures_))
        is_told = any(one.told["value"] is not None for one in figures_.values())
    if draw(st.booleans()):
        told = {key: draw(_figure(key)) for key in keys}
        if any(one.told["value"] is not None for one in told.values()):
            values = _values(columns, "TỔNG CỘNG", 0, told)
            rows.total(*("" if value == 0 else value for value in values))


def _section(rows: Table, columns: list[Column], roman: str) -> None:
    """A Roman number and a name, and nothing in any column of figures."""
    texts = {"unit_name": "Các xã phía Nam", "": roman}
    rows.plain(*(texts.get(one.key) for one in columns))


# --------------------------------------------------------------- a figure a row, joined


@st.composite
def tables_of_criteria(draw) -> tuple[Sheet, Expected]:
    """Criteria as rows, with whatever parts of them the file tells."""
    sheet, expected = Sheet("Chi tiết"), Expected()
    sheet.title(1, "Đơn vị: UBND xã Tân Lộc", 4)
    owner = expected.unit("UBND xã Tân Lộc")
    parts = [
        held("Tử số", part="numerator"),
        held("Mẫu số", part="denominator"),
        held("Tỷ lệ (%)"),
        held("Điểm đạt được", part="score"),
        held("Điểm tối đa", part="maximum"),
        held("Mục tiêu", part="target"),
    ]
    chosen = draw(st.lists(st.sampled_from(parts), min_size=1, unique=True))
    names = [col("STT"), col("Tên Tiêu chí Thành phần")]
    rows = criteria(sheet, owner, draw(st.integers(2, 5)), [*names, *chosen])
    keys = draw(
        st.lists(st.sampled_from(CRITERIA), min_size=1, max_size=8, unique=True)
    )
    strategies = {"numerator": COUNT, "denominator": COUNT, "value": RATIO}
    strategies |= {"score": _points("score_dvctt"), "maximum": _points("score_dvctt")}
    for count, key in enumerate(keys, start=1):
        values = [draw(strategies.get(one.part, RATIO) | MISSING) for one in chosen]
        if all(one.told["value"] is None for one in values):
            continue
        rows.figure(key, count, CATALOGUE.indicators[key].full_name, *values)
    if not owner["cells"]:
        rows.figure(
            keys[0],
            1,
            CATALOGUE.indicators[keys[0]].full_name,
            *(number("50") for _ in chosen),
        )
    return sheet, expected


@st.composite
def two_tables(draw) -> tuple[Sheet, Expected]:
    """Two tables, one below the other or side by side, about the same units."""
    sheet, expected = Sheet("Tổng hợp"), Expected()
    names = draw(NAMES)
    row, left = 1, 1
    below = draw(st.booleans())
    for keys in (RATIOS[:2], COUNTS[:2]):
        columns = [col("STT"), col("Tên đơn vị", key="unit_name")]
        columns += [col(_labels(key)[0], key=key) for key in keys]
        rows = table(sheet, expected, row, columns, left)
        for count, name in enumerate(draw(st.permutations(names)), start=1):
            told = {key: draw(_figure(key)) for key in keys}
            rows.unit(*_values(columns, name, count, told))
        if below:
            row = rows.row + 1 + draw(st.integers(0, 1))
            sheet.title(row, "2. Tình hình tiếp nhận", 4)
            row += 1
        else:
            left += len(columns) + 1
    return sheet, expected
