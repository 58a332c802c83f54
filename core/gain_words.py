"""The ways to more points in words, for the window and the command line."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from core import figures, scoring
from core.catalogue import Catalogue
from core.figures import HUNDRED
from core.gains import Gain, Way
from core.report import Report

HEADING = "Cách tăng điểm nhanh nhất"
ASSUMED = "Tính khi mẫu số giữ nguyên; điểm chính thức là điểm của Cổng."
UNCOUNTED = "Chưa có tử số, mẫu số nên chưa tính được cần thêm bao nhiêu."
PETITION = "Chỉ cấp tỉnh thay đổi được: đưa vào phần kiến nghị."
ESTIMATE = "Công thức chưa thống nhất giữa các nguồn nên số điểm là ước tính."
LOST = "đã mất, không lấy lại được trong kỳ này"
HEADINGS = {
    Way.OURS: "Cấp xã tự làm được",
    Way.PROVINCE: "Chỉ cấp tỉnh thay đổi được: đưa vào kiến nghị",
    Way.LOST: "Đã mất, không lấy lại được trong kỳ này",
}
"""What stands above the ways of each kind."""

_PETITION = "chỉ cấp tỉnh thay đổi được, đưa vào kiến nghị"
_FELT = Decimal("0.05")  # so much is shown by two decimals without misleading
_LOTS = (Decimal(1), Decimal(10), Decimal(100), Decimal(1000))
_NOUNS = ("hồ sơ", "TTHC", "dịch vụ công", "PAKN", "đơn vị")


def title(gain: Gain) -> str:
    """The criterion as people know it: "3.6 Hồ sơ thanh toán trực tuyến"."""
    return f"{gain.indicator.code} {gain.indicator.name}".strip()


def points(gain: Gain) -> str:
    """What there is to be won, "+2,25"; or what is lost for good, "−2,95"."""
    if gain.way is Way.LOST:
        return f"−{figures.show(gain.lost, 2)}"
    return f"+{figures.show(gain.points, 2)}"


def step(gain: Gain) -> str:
    """What has to be done for it: "Thêm 30 hồ sơ thanh toán trực tuyến"."""
    is_lost = gain.way is Way.LOST
    if gain.needed is not None:
        counted = gain.indicator.counted or "đơn vị đếm của tử số"
        verb = "Thiếu" if is_lost else "Thêm"
        return f"{verb} {figures.show(gain.needed)} {counted}"
    if is_lost:
        return f"Tỷ lệ không lên được {figures.show(gain.goal)}% nữa"
    if gain.is_full:
        return "Theo công thức đã đủ điểm: đối chiếu điểm này với Cổng"
    level = figures.show(gain.goal)
    return f"Nâng tỷ lệ lên {level}%"


def each(gain: Gain) -> str:
    """What one more brings: "Mỗi hồ sơ: +0,08 điểm"; empty where that says nothing new.

    Where one brings too little to be felt, what ten, a hundred or a thousand bring.
    """
    if gain.each is None or gain.needed is None or gain.needed <= 1:
        return ""
    noun = noun_of(gain)
    for lot in _LOTS:
        if lot <= gain.needed and gain.each * lot >= _FELT:
            many = "" if lot == 1 else f"{figures.show(lot)} "
            return f"Mỗi {many}{noun}: +{figures.show(gain.each * lot, 2)} điểm"
    return f"Mỗi {noun}: +{figures.show(gain.each, 4)} điểm"


def noun_of(gain: Gain) -> str:
    """What is counted, in a word: "hồ sơ", "TTHC"."""
    counted = gain.indicator.counted
    return next((noun for noun in _NOUNS if counted.startswith(noun)), "đơn vị đếm")


def few(gain: Gain) -> str:
    """The caution where single files move the ratio much; empty elsewhere."""
    if not gain.of_few or gain.denominator is None:
        return ""
    if gain.denominator <= 0:
        return f"Mẫu số bằng 0: {noun_of(gain)} đầu tiên quyết định cả tỷ lệ."
    moved = figures.show(HUNDRED / gain.denominator, 1)
    whole = figures.show(gain.denominator)
    return f"Mẫu số chỉ {whole}: một {noun_of(gain)} làm tỷ lệ đổi {moved}%."


def dated(catalogue: Catalogue) -> str:
    """By which year's formula it is reckoned, where that came after the figures."""
    since = catalogue.formula_valid_from
    return f"theo công thức năm {since.year}" if since else ""


def cautions(gain: Gain, catalogue: Catalogue) -> tuple[str, ...]:
    """All that is to be known before one relies on it, a sentence each."""
    by_year = dated(catalogue) if gain.is_dated else ""
    is_lost = gain.way is Way.LOST
    told = (
        lost(gain),
        "" if gain.is_ours or is_lost else PETITION,
        "" if is_lost else few(gain),
        "" if is_lost or gain.needed is not None or gain.is_full else UNCOUNTED,
        "" if gain.is_settled else ESTIMATE,
        f"Tính {by_year}, có sau kỳ của số liệu." if by_year else "",
    )
    return tuple(one for one in told if one)


def lost(gain: Gain) -> str:
    """What the period has lost for good, and why; empty where that is nothing."""
    if not gain.lost:
        return ""
    if gain.way is Way.LOST:
        return gain.why_lost
    return (
        f"Ngoài ra {figures.show(gain.lost, 2)} điểm {LOST}: {_inside(gain.why_lost)}"
    )


def signs(gain: Gain, catalogue: Catalogue, *, alone: bool = False) -> str:
    """The same in a few words: "số điểm là ước tính"; empty for nothing to know.

    Args:
        gain: The way.
        catalogue: The index that it was reckoned by.
        alone: It does not stand under the heading of its kind.
    """
    told = (
        _PETITION if alone and gain.way is Way.PROVINCE else "",
        LOST if alone and gain.way is Way.LOST else "",
        "" if gain.is_settled else "số điểm là ước tính",
        f"tính {dated(catalogue)}" if gain.is_dated else "",
        f"mẫu số chỉ {figures.show(gain.denominator)}"
        if gain.of_few and gain.denominator is not None and gain.way is not Way.LOST
        else "",
    )
    return "; ".join(one for one in told if one)


def whole(gains: Sequence[Gain]) -> str:
    """How much can be won, how much of it by the commune itself, what is lost."""
    every = sum((one.points for one in gains), Decimal(0))
    ours = sum((one.points for one in gains if one.is_ours), Decimal(0))
    gone = sum((one.lost for one in gains), Decimal(0))
    much = f"{figures.show(every, 2)} điểm"
    if not every:
        told = "Không còn điểm nào tăng được trong kỳ này"
    elif ours == every:
        told = f"Cấp xã còn tự tăng được {much}"
    elif not ours:
        told = f"Còn tăng được {much}, chỉ cấp tỉnh thay đổi được"
    else:
        own = figures.show(ours, 2)
        told = f"Còn tăng được {much}, trong đó cấp xã tự làm được {own} điểm"
    lost_too = f" {figures.show(gone, 2)} điểm {LOST}." if gone else ""
    return f"{told}.{lost_too}"


def why_none(report: Report, catalogue: Catalogue) -> str:
    """Why no way is told of: what is not known, or that nothing is left to win."""
    if report.period is None:
        return "Chưa rõ kỳ báo cáo nên chưa tính được điểm. Gõ kỳ ở trên bảng."
    if not scoring.can_recompute(catalogue, report.period):
        return (
            f"{catalogue.basis} không áp dụng cho kỳ này và chưa có bộ chỉ số nào thay "
            "nên chương trình không tính điểm."
        )
    if report.head is None:
        return (
            "Bảng nhiều đơn vị này không có dòng tổng và chưa rõ dòng nào là của "
            "cơ quan. Điền Thông tin cơ quan để chương trình biết."
        )
    return "Không tiêu chí nào trong bảng còn thiếu điểm, hoặc chưa có số để tính."


def line(gain: Gain, catalogue: Catalogue) -> str:
    """A way in one line: "3.6 Hồ sơ …: thêm 30 hồ sơ …: +2,25 điểm (mỗi hồ sơ …)"."""
    beside = _inside(each(gain)), signs(gain, catalogue, alone=True)
    told = "; ".join(one for one in beside if one)
    more = f" ({told})" if told else ""
    return f"{title(gain)}: {_inside(step(gain))}: {points(gain)} điểm{more}"


def _inside(sentence: str) -> str:
    """A sentence as it goes on after a colon."""
    return sentence[:1].lower() + sentence[1:]


def lines(
    gains: Sequence[Gain], catalogue: Catalogue, most: int | None = None
) -> Iterator[str]:
    """All ways as text, most points first, under a heading; nothing without any.

    Args:
        gains: The ways.
        catalogue: The index that they were reckoned by.
        most: So many are told of, and how many are left; None for all.
    """
    if not gains:
        return
    yield f"{HEADING}: {whole(gains)}"
    for number, one in enumerate(gains[:most], 1):
        yield f"{number}. {line(one, catalogue)}"
    left = len(gains) - len(gains[:most])
    if left:
        yield f"… và {left} tiêu chí nữa."
    yield ASSUMED
