"""Family N in letters, and what body and annex say differently of one figure (A02)."""

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final

from core import entry, figures
from core.catalogue import Catalogue, Kind
from core.names import matching
from core.paper.claims_regions import Region, regions, weak_from
from core.paper.model import Claim, Component, Paper
from core.report import TOTAL, Part, Place, Report, Row
from core.rules.registry import (
    Example,
    Look,
    Need,
    Remark,
    Rule,
    Scope,
    Severity,
    rule,
)
from core.same import Same

_OFFICIAL: Final = "Số liệu công bố phải là số liệu của Cổng Dịch vụ công quốc gia, ở mọi chỗ như nhau."
_REFERENCE: Final = (
    "(Kèm theo Công văn số 05/UBND-VP ngày 09 tháng 10 năm 2026 của UBND xã)"
)
_SAID: Final = "Chi tiết tại Phụ lục kèm theo."
_HEAD: Final = f"Phụ lục\nKẾT QUẢ BỘ CHỈ SỐ\n{_REFERENCE}\n|STT|Tên đơn vị|Tỷ lệ hồ sơ nộp trực tuyến (%)|"
_CRITERIA: Final = (
    f"Phụ lục\nKẾT QUẢ BỘ CHỈ SỐ\n{_REFERENCE}\n|STT|Tên tiêu chí|Tỷ lệ (%)|Điểm đạt|Điểm tối đa|\n"
    "|1|Tỷ lệ hồ sơ nộp trực tuyến|91,70|6,00|6|\n|2|Tỷ lệ hồ sơ cấp kết quả điện tử|{}|3,46|6|"
)
_OWN: Final = _HEAD + "\n|1|UBND xã Trường Tây|91,70|\n|2|Xã Long Thành|80,00|"
_NO_ORDER: Final = {"also": ("I01",)}
_RATE: Final = "Tỷ lệ hồ sơ nộp trực tuyến của xã Trường Tây đạt {}%."


def _letter(body: str, annex: str = "") -> dict[str, str]:
    """The sound letter with these sentences and this annex."""
    return (
        {"body.first": f"{_SAID}\n{body}", "annex": annex}
        if annex
        else {"body.first": body}
    )


UNEVEN_UNITS: Final = _letter("", _OWN.replace("80,00", "80"))
UNEVEN_CRITERIA: Final = _letter("", _CRITERIA.format("57,7"))
EVEN_UNITS: Final = _letter("", _OWN)
EVEN_BUT_BODY: Final = _letter(_RATE.format("91,7"), _OWN)
"""Letters for N03, which looks at figures too and so stands elsewhere."""


def number(claim: Claim, catalogue: Catalogue) -> Decimal | None:
    """The figure that a claim states, or None where it is none."""
    indicator = catalogue.indicators.get(claim.place.indicator)
    if indicator is None:
        return None  # the period, the time
    kind = entry.kind_of(indicator, claim.place.part)
    return _read(claim.text, Kind.COUNT if kind is Kind.RANK else kind)


@lru_cache(maxsize=1024)  # a letter states few figures, and several rules ask for them
def _read(text: str, kind: Kind) -> Decimal | None:
    value = figures.parse(text, kind)
    return value if isinstance(value, Decimal) else None


def same(first: Decimal, second: Decimal) -> bool:
    """Whether two figures are one, as far as the less exact of them is printed."""
    if first == second:
        return True
    step = Decimal(1).scaleb(-min(_decimals(first), _decimals(second)))
    return first.quantize(step, ROUND_HALF_UP) == second.quantize(step, ROUND_HALF_UP)


def _decimals(one: Decimal) -> int:
    exponent = one.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def contradicted(
    paper: Paper, catalogue: Catalogue
) -> Mapping[Place, tuple[Claim, Claim]]:
    """Places of which a letter states two figures: what counts, and what differs.

    The annex counts more than the body, and what stands first more than what follows.
    """
    return _contradicted(Same(paper), Same(catalogue))


@lru_cache(maxsize=4)  # asked by A02, and of whatever is led back to the letter
def _contradicted(
    whole: Same[Paper], index: Same[Catalogue]
) -> Mapping[Place, tuple[Claim, Claim]]:
    found: dict[Place, tuple[Claim, Claim]] = {}
    claims, firsts = whole.value.claims, whole.value.claimed()
    # Nearly all are told once, or twice alike.
    doubtful = {one.place for one in claims if one.text != firsts[one.place].text}
    by_place: dict[Place, list[Claim]] = {}
    for claim in claims if doubtful else ():
        if claim.place in doubtful:
            by_place.setdefault(claim.place, []).append(claim)
    for place, some in by_place.items():
        some.sort(key=lambda one: not _is_in_annex(whole.value, one))
        first = number(some[0], index.value)
        for other in some[1:]:
            value = number(other, index.value)
            if first is not None and value is not None and not same(first, value):
                found[place] = some[0], other
                break
    return found


def _is_in_annex(paper: Paper, claim: Claim) -> bool:
    return paper.lines[claim.line].annex > 0


def _named(look: Look, place: Place, report: Report) -> str:
    """What a place is called: "Nộp trực tuyến, Xã Bàu Đồn"."""
    name = look.name(place.indicator)
    parts = {Part.SCORE: "điểm", Part.MAXIMUM: "điểm tối đa", Part.OF: "số đơn vị"}
    parts |= {Part.NUMERATOR: "tử số", Part.DENOMINATOR: "mẫu số"}
    part = f" ({parts[place.part]})" if place.part in parts else ""
    row = report.row(place.row)
    is_of_other = row is not None and row is not report.head and row.name
    return f"{name}{part}" + (
        f", {row.name}" if row is not None and is_of_other else ""
    )


def _at(claim: Claim) -> tuple[int, int]:
    return claim.start, claim.end


@rule(
    "A02",
    Severity.WARNING,
    title="Số liệu trong nội dung khác phụ lục",
    when="Một số liệu được ghi khác nhau ở nội dung và ở phụ lục, hoặc ở hai chỗ của nội dung; hoặc nhóm, tiêu chí được nêu là đạt thấp mà phụ lục không có (nhóm đã ghi điểm trong nội dung chỉ xét khi câu ấy dẫn đến phụ lục).",
    hint="Đối chiếu với Cổng Dịch vụ công quốc gia rồi sửa chỗ ghi sai; thêm nhóm, tiêu chí còn thiếu vào phụ lục.",
    basis=_OFFICIAL,
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=(
        Example({}, letter=_letter(_RATE.format("91,07"), _OWN)),
        Example({}, letter=_letter(_RATE.format("91,7") + "\nTỷ lệ hồ sơ nộp trực tuyến là 97,1%.")),
        Example({}, letter=_letter("Tiêu chí còn thấp: Tỷ lệ số hóa hồ sơ 46,3%.", _OWN), extra=_NO_ORDER),
        Example({}, letter=_letter("Nhóm đạt thấp: Thanh toán trực tuyến 5,1/10 điểm (có Phụ lục kèm theo).", _OWN), extra=_NO_ORDER),
    ),
    sound=(
        Example({}, letter=_letter(_RATE.format("91,7"), _OWN)),
        Example({}, letter=_letter(_RATE.format("92"), _OWN)),
        Example({}, letter=_letter("Tiêu chí còn thấp: Tỷ lệ số hóa hồ sơ 46,3%."), extra=_NO_ORDER),
        Example({}, letter=_letter("Nhóm đạt thấp: Số hóa hồ sơ 5,1/22 điểm, trong đó cấp kết "
                                   "quả điện tử 57,7%.", _CRITERIA.format("57,70")), extra=_NO_ORDER),
        Example({}, letter=_letter("Nhóm đạt thấp: Thanh toán trực tuyến 5,1/10 điểm.", _OWN), extra=_NO_ORDER),
        Example({}, letter=_letter("Đạt kết quả cao: Thanh toán trực tuyến 9,5/10 điểm.", _OWN)),
    ),
)  # fmt: skip
def body_differs_from_annex(look: Look) -> Iterator[Remark]:
    """A figure that the letter states twice and differently, or weak and not in the annex."""
    paper = look.the_paper
    for place, (right, other) in contradicted(paper, look.catalogue).items():
        if _is_wrong_maximum(look, right) or _is_wrong_maximum(look, other):
            continue
        where = "phụ lục" if _is_in_annex(paper, right) else "chỗ khác"
        message = (
            f"{_named(look, place, paper.stated)}: ở đây ghi {other.text}, {where} ghi "
            f"{right.text}."
        )
        yield Remark(None, message, line=other.line, span=_at(other))
    yield from _weak_not_in_annex(look)


def _weak_not_in_annex(look: Look) -> Iterator[Remark]:
    """Weak groups and criteria of the body that the annex has not, once a line."""
    paper = look.the_paper
    annexed = {one.place.indicator for one in paper.claims if _is_in_annex(paper, one)}
    if not annexed:
        return
    of_index = {
        key for group in look.catalogue.groups for key in (group.key, *group.criteria)
    }
    if annexed.isdisjoint(of_index):
        return  # of other things: numbers of files, totals of units
    said = {one.place.indicator for one in paper.claims if not _is_in_annex(paper, one)}
    backed = set(annexed)
    for group in look.catalogue.groups:
        if not annexed.isdisjoint(said.intersection(group.criteria)):
            backed.add(group.key)
    groups = {group.key for group in look.catalogue.groups}
    by_line: dict[int, list[Claim]] = {}
    for claim in weak_claims(paper):
        key, text = claim.place.indicator, paper.lines[claim.line].text
        is_sent_there = key not in groups or "phụ lục" in text.casefold()
        if claim.place.part is Part.VALUE and key not in backed and is_sent_there:
            by_line.setdefault(claim.line, []).append(claim)
    for line, some in by_line.items():
        names = ", ".join(f"“{look.name(one.place.indicator)}”" for one in some)
        message = f"{names} được nêu là đạt thấp nhưng phụ lục không có số liệu này."
        yield Remark(None, message, line=line, span=_at(some[0]))


def weak_claims(paper: Paper) -> tuple[Claim, ...]:
    """The figures of the office itself that the body calls weak."""
    return _weak_claims(Same(paper))


@lru_cache(maxsize=4)  # asked by A02 and N07
def _weak_claims(whole: Same[Paper]) -> tuple[Claim, ...]:
    paper = whole.value
    told, office = regions(paper), paper.stated.head_id
    begins: dict[int, int | None] = {}
    found: list[Claim] = []
    for claim in paper.claims:
        region = told.get(claim.line)
        if region is None or region is Region.ORDER or claim.place.row != office:
            continue
        if claim.line not in begins:
            is_all = region is Region.WEAK
            begins[claim.line] = (
                -1 if is_all else weak_from(paper.lines[claim.line].text)
            )
        begin = begins[claim.line]
        if begin is not None and begin < claim.start:
            found.append(claim)
    return tuple(found)


@rule(
    "A12",
    Severity.ERROR,
    title="Số liệu trong công văn khác bảng số liệu",
    when="Một số liệu ghi trong công văn khác với ô của đơn vị và chỉ tiêu ấy trong bảng số liệu đang mở (làm tròn khi in không tính là khác).",
    hint="Sửa số trong công văn theo bảng số liệu; hoặc, nếu bảng sai, sửa ô của bảng.",
    basis=_OFFICIAL,
    scope=Scope.LETTER,
    needs=(Need.LETTER, Need.FIGURES),
    broken=(
        Example({"1.online_submit_rate": "91,7"}, letter=_letter(_RATE.format("97,1"))),
        Example({"1.unit_name": "Xã A", "1.reuse_rate": "45,5", "2.unit_name": "Xã B", "2.reuse_rate": "40"},
                letter=_letter("Tỷ lệ tái sử dụng dữ liệu: xã A: 4,55%; xã B: 40%; xã C: 50%.")),
        Example({"1.rank": "7/8"}, letter=_letter("Xếp hạng 6/8 xã.")),
        Example({"1.unit_name": "Xã A", "1.reuse_rate": "40", "2.unit_name": "UBND xã Trường Tây",
                 "2.reuse_rate": "45,5", "total.reuse_rate": "42"},
                letter=_letter("Tỷ lệ tái sử dụng dữ liệu của xã đạt 42%.")),
    ),
    sound=(
        Example({"1.online_submit_rate": "91,68"}, letter=_letter(_RATE.format("91,7"))),
        Example({"1.overdue_total": "46"}, letter=_letter(_RATE.format("91,7"))),
        Example({"1.unit_name": "Xã A", "1.reuse_rate": "45,5", "2.unit_name": "Xã B", "2.reuse_rate": "40"},
                letter=_letter("Tỷ lệ tái sử dụng dữ liệu của xã đạt 42%.")),
    ),
)  # fmt: skip
def letter_differs_from_report(look: Look) -> Iterator[Remark]:
    """A figure of the letter that is not that of the open report."""
    paper, report = look.the_paper, look.report
    own = paper.stated.period
    if own is not None and report.period not in (own, None):
        return  # figures of another period: P01 tells of it
    for claim in paper.claims:
        stated = number(claim, look.catalogue)
        row = _row_of(claim.place.row, paper, report)
        given = row.number(*claim.place.field) if row is not None else None
        if stated is None or given is None or _is_printed(given, stated):
            continue
        if _is_wrong_maximum(look, claim):
            continue
        message = (
            f"{_named(look, claim.place, paper.stated)}: công văn ghi {claim.text}, bảng số "
            f"liệu là {figures.show(given)}."
        )
        yield Remark(None, message, line=claim.line, span=_at(claim))


def _row_of(row_id: str, paper: Paper, report: Report) -> Row | None:
    """The row of the open report that a row of the letter's figures is, or None.

    The office's own is the unit of its name, else the row that speaks for the report.
    """
    row = paper.stated.row(row_id)
    is_own = row_id in (paper.stated.head_id, TOTAL) or row is None
    issuer = " ".join(paper.text(Component.ISSUER, annex=0).split())
    name = issuer if is_own or row is None else row.name
    known = [(one.id, one.name) for one in report.rows.values()]
    found = matching(name, known)
    if len(found) == 1:
        return report.row(found[0])
    return report.head if is_own else None


def _is_printed(given: Decimal, stated: Decimal) -> bool:
    """Whether `stated` is `given` with as many decimals as are printed."""
    step = Decimal(1).scaleb(-_decimals(stated))
    return given.quantize(step, ROUND_HALF_UP) == stated


def uneven_tables(look: Look) -> Iterator[Remark]:
    """Ratios of one table printed with different numbers of decimals."""
    paper = look.the_paper
    first: dict[int, tuple[int, str]] = {}
    told: set[int] = set()
    for claim in paper.claims:
        line = paper.lines[claim.line]
        if line.component is not Component.ANNEX_CELL or line.cell is None:
            continue
        indicator = look.indicator(claim.place.indicator)
        is_ratio = indicator is not None and indicator.kind is Kind.RATIO
        value = number(claim, look.catalogue) if is_ratio else None
        if claim.place.part is not Part.VALUE or value is None:
            continue
        places, table = _decimals(value), line.cell.table
        before, text = first.setdefault(table, (places, claim.text))
        if places != before and table not in told:
            told.add(table)
            message = f"Số chữ số thập phân chưa thống nhất: {text} và {claim.text}."
            yield Remark(None, message, line=claim.line, span=_at(claim))


@rule(
    "N24",
    Severity.ERROR,
    title="Điểm tối đa ghi sai",
    when="Điểm tối đa của một nhóm, hay của tổng điểm, ghi trong công văn khác với bộ chỉ số.",
    hint="Sửa số đứng sau dấu “/” theo bộ chỉ số: Công khai, minh bạch 18; Tiến độ giải quyết 20; Dịch vụ công trực tuyến 12; Thanh toán trực tuyến 10; Số hóa hồ sơ 22; Mức độ hài lòng 18; tổng điểm 100.",
    basis="Quyết định số 766/QĐ-TTg: điểm tối đa của sáu nhóm và của tổng điểm.",
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=(
        Example({}, letter=_letter("Số hóa hồ sơ đạt 18,5/23 điểm.")),
        Example({"1.score_mdsh": "18,5", "1.score_mdsh.maximum": "22"},
                letter=_letter("Số hóa hồ sơ đạt 18,5/23 điểm."), extra={"also": ("N08",)}),
        Example({}, letter=_letter("Số hóa hồ sơ đạt 18,5/22 điểm.\nSố hóa hồ sơ là 18,5/23 điểm.")),
    ),
    sound=(
        Example({}, letter=_letter("Số hóa hồ sơ đạt 18,5/22 điểm.")),
        Example({}, letter=_letter("", _CRITERIA.format("57,70").replace("3,46|6|", "3,46|5|"))),
    ),
)  # fmt: skip
def wrong_maximum(look: Look) -> Iterator[Remark]:
    """A group's maximum that the index does not have."""
    for claim in look.the_paper.claims:
        if _is_wrong_maximum(look, claim):
            indicator = look.catalogue.indicators[claim.place.indicator]
            most = figures.show(indicator.maximum or Decimal(0))
            message = (
                f"{indicator.name}: điểm tối đa ghi {claim.text}, bộ chỉ số là {most}."
            )
            yield Remark(None, message, line=claim.line, span=_at(claim))


def _is_wrong_maximum(look: Look, claim: Claim) -> bool:
    """Whether N24 speaks of it, so that A02 and A12 need not."""
    if claim.place.part is not Part.MAXIMUM:
        return False
    indicator = look.indicator(claim.place.indicator)
    if indicator is None or indicator.kind is not Kind.SCORE:
        return False
    stated = number(claim, look.catalogue)
    return stated is not None and stated != indicator.maximum


RULES: Final[tuple[Rule, ...]] = (
    body_differs_from_annex,
    letter_differs_from_report,
    wrong_maximum,
)
