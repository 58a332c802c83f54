"""Rule N03: ratios of one table written with different numbers of decimals."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from core.catalogue import Kind
from core.report import Cell, Place
from core.rules.gathered import Column
from core.rules.on_letter import stated
from core.rules.registry import Example, Look, Need, Remark, Rule, Scope, Severity, rule

_FRACTION: Final = re.compile(r",([0-9]+)%?$", re.MULTILINE)


def _listed(*rates: str) -> dict[str, str]:
    """Units with these rates."""
    return {f"{row}.reuse_rate": rate for row, rate in enumerate(rates, start=1)}


@rule(
    "N03",
    Severity.HINT,
    title="Số chữ số thập phân chưa thống nhất",
    when="Trong một cột tỷ lệ của bảng số liệu, hoặc một bảng của phụ lục, các tỷ lệ được ghi với số chữ số thập phân khác nhau. Cột số liệu chỉ xét khi có số giữ cả số 0 cuối (91,70), vì bảng tính bỏ số 0 cuối.",
    hint="Ghi mọi tỷ lệ của bảng với cùng số chữ số thập phân, thường là hai: 91,70.",
    basis="Cùng một cách ghi thì so sánh được các số với nhau.",
    scope=Scope.REPORT,
    broken=(
        Example(_listed("41,70", "42,5", "40,08")),
        Example({}, letter=stated.UNEVEN_UNITS),
        Example({}, letter=stated.UNEVEN_CRITERIA),
    ),
    sound=(
        Example(_listed("41,70", "42,50", "40,08")),
        Example(_listed("41,7", "42,53", "40,08")),
        Example(_listed("41,70", "42", "-")),
        Example({"1.score_total": "41,70", "2.score_total": "42,5"}),
        Example({}, letter=stated.EVEN_UNITS),
        Example({}, letter=stated.EVEN_BUT_BODY),
    ),
)  # fmt: skip
def decimals_differ(look: Look) -> Iterator[Remark]:
    """Ratios of one column of the figures, or of one table of the letter, unlike others."""
    if look.context.paper is not None:
        yield from stated.uneven_tables(look)
    if not look.context.has(Need.FIGURES):
        return
    for key in look.report.columns:
        indicator = look.indicator(key)
        is_ratio = indicator is not None and indicator.kind is Kind.RATIO
        found = look.columns.of_key(key).told(_uneven) if is_ratio else None
        if found is not None:
            unit, text, usual = found
            told = f"Số chữ số thập phân chưa thống nhất: {text} và {usual}."
            yield Remark(Place(unit, key), told)


def _uneven(column: Column) -> tuple[str, str, str] | None:
    """A unit that writes its ratio unlike most, its writing and theirs; or None.

    Only texts are looked at that surely stand as somebody wrote them: with a comma.
    """
    fractions = column.found(_fraction, _FRACTION)
    counted = Counter(fractions.values())
    if not any(one.endswith("0") for one in counted):
        return None
    places: Counter[int] = Counter()
    for fraction, times in counted.items():
        places[len(fraction)] += times
    usual = max(places, key=lambda one: (places[one], one))
    if len(places) == 1:
        return None
    ordered = sorted(fractions.items(), key=lambda one: int(one[0]))
    other = next(one for one, fraction in ordered if len(fraction) != usual)
    like = next(one for one, fraction in ordered if len(fraction) == usual)
    return other, column.cells[other].raw, column.cells[like].raw


def _fraction(cell: Cell) -> str | None:
    """The digits behind the comma of a ratio, or None."""
    found = _FRACTION.search(cell.raw)
    return found[1] if found else None


RULES: Final[tuple[Rule, ...]] = (decimals_differ,)
