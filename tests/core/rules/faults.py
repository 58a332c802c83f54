"""Kinds of single faults, and how each is planted at a place that chance chooses."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from lxml import etree

from core.letter.docx.reading_xml import W
from core.paper.mentions import mentions
from core.paper.model import Component
from core.period import PeriodKind
from core.report import REPORT, Part
from tests.core.rules.planting import Manuscript, rewrite, taken_out, text_of

BODY: Final = Component.BODY
TWO_TIER: Final = date(2025, 7, 1)


@dataclass(frozen=True)
class Fault:
    """A kind of fault.

    Attributes:
        name: What it is.
        rules: Those that may find it.
        plant: Puts one into a letter; tells whether there was a place for it.
        beside: Whether the letter is compared with its figures.
        office: Whether the office that writes is known.
    """

    name: str
    rules: tuple[str, ...]
    plant: Callable[[Manuscript], bool]
    beside: bool = False
    office: bool = False


def _changed(
    pattern: str, new: str | Callable[[str], str], *components: Component
) -> Callable[[Manuscript], bool]:
    return lambda letter: letter.change(pattern, new, *components)


def _added(*texts: str, orders: bool | None = None) -> Callable[[Manuscript], bool]:
    return lambda letter: letter.add(letter.chance.choice(texts), orders=orders)


def _one_of(*plants: Callable[[Manuscript], bool]) -> Callable[[Manuscript], bool]:
    """The first of them, from one by chance on, that finds a place."""

    def plant(letter: Manuscript) -> bool:
        return any(one(letter) for one in letter.chance.sample(plants, len(plants)))

    return plant


def _since_2025(plant: Callable[[Manuscript], bool]) -> Callable[[Manuscript], bool]:
    return lambda letter: (letter.paper.day or TWO_TIER) >= TWO_TIER and plant(letter)


def _wrong_period(letter: Manuscript) -> bool:
    """Another month, quarter or year in one of the places that name it."""
    named = mentions(letter.paper)
    if len(named) < 2:
        return False
    one = letter.chance.choice([one for one in named if one.period == named[0].period])
    number = one.period.number or one.period.year
    if one.period.kind is PeriodKind.QUARTER:
        old, new = r"(III|II|IV|I)(?=/\d{4})", {"III": "II", "I": "II"}.get
        text = re.sub(old, lambda found: new(found[0], "III") or "", one.text)
    elif one.period.kind is PeriodKind.YEAR:
        text = one.text.replace(str(number), str(number - 1))
    else:
        other = letter.chance.choice([-3, -2, 1]) + number
        other = other if 1 <= other <= 12 else number - 2
        text = re.sub(rf"0?{number}(?=\D)", str(other), one.text, count=1)
    line = letter.paper.lines[one.line].text
    begin = line[max(0, one.start - 25) : one.start]
    found = rf"{re.escape(begin)}({re.escape(one.text)})"
    return text != one.text and letter.change(found, text)


def _digit(letter: Manuscript, *, twice: bool = False) -> bool:
    """A figure of the letter off by one digit; `twice`: one that is stated elsewhere too."""
    claims = [
        one
        for one in letter.paper.claims
        if one.place.row != REPORT and one.place.part is Part.VALUE
    ]
    places = [one.place for one in claims]
    report = letter.report
    told = [
        one
        for one in claims
        if (places.count(one.place) > 1)
        or (not twice and (report is None or one.place.row in report.rows))
    ]
    if not told:
        return False
    claim = letter.chance.choice(told)
    found = letter.printed(claim.line)
    if found is None:
        return False
    paragraph, shift = found
    digits = [at for at, sign in enumerate(claim.text) if sign.isdecimal()]
    at = letter.chance.choice(digits)
    digit = letter.chance.choice([one for one in "123456789" if one != claim.text[at]])
    rewrite(paragraph, claim.start - shift + at, claim.start - shift + at + 1, digit)
    return True


def _margin(letter: Manuscript) -> bool:
    side = letter.chance.choice(["left", "right", "top", "bottom"])
    page = next(letter.root.iter(f"{W}pgMar"))
    page.set(f"{W}{side}", letter.chance.choice(["567", "2835"]))
    return True


def _look(letter: Manuscript, name: str, **values: str) -> bool:
    """Another look of all letters of a paragraph of the body."""
    one = letter.chance.choice(letter.of(BODY))
    for run in one.iter(f"{W}r"):
        look = run.find(f"{W}rPr")
        if look is None:
            look = run.makeelement(f"{W}rPr")
            run.insert(0, look)
        for old in look.findall(f"{W}{name}"):
            look.remove(old)
        made = look.makeelement(
            f"{W}{name}", {f"{W}{key}": one for key, one in values.items()}
        )
        look.insert(0, made) if name == "rFonts" else look.append(made)
    return True


def _decomposed(letter: Manuscript) -> bool:
    one = letter.chance.choice(letter.of(BODY))
    text = text_of(one)
    rewrite(one, 0, len(text), unicodedata.normalize("NFD", text))
    return True


def _first_beside(letter: Manuscript) -> bool:
    """The first of several addressees on the line of “Kính gửi:”."""
    told = letter.of(Component.ADDRESSEES)
    if len(told) < 3:
        return letter.change(r"Kính gửi: ()", "- ") if len(told) == 1 else False
    first = text_of(told[1])
    rewrite(told[0], 0, len(text_of(told[0])), f"Kính gửi: {first}")
    taken_out(told[1])
    return True


def _no_signer(letter: Manuscript) -> bool:
    for one in letter.of(Component.SIGNER):
        taken_out(one)
    return True


def _no_word_of_annex(letter: Manuscript) -> bool:
    """No mention in the body of the annexes that are there."""
    if not letter.paper.annexes:
        return False
    for one, start, end in reversed(
        letter.spots(r"Phụ lục(?: [IVX]+)?(?:[^.;)]*kèm theo)?", BODY)
    ):
        rewrite(one, start, end, "bảng số liệu")
    return True


def _arabic(letter: Manuscript) -> bool:
    if len(letter.paper.annexes) < 2:
        return False
    return letter.change(
        r"Phụ lục (I+)$", lambda old: str(len(old)), Component.ANNEX_LABEL
    )


def _starred(letter: Manuscript) -> bool:
    return letter.change(r"(?<=[^\d\s)])$", " (***)", Component.ANNEX_CELL)


def _other_commune(letter: Manuscript) -> bool:
    office = " ".join(letter.paper.text(Component.ISSUER).split())
    found = re.search(r"(?:XÃ|PHƯỜNG|ĐẶC KHU) (.+)", office)
    if found is None or "PHƯỜNG" in office:
        return False
    name = found[1].title()
    where = (
        BODY,
        Component.PLACE_DATE,
        Component.ANNEX_TITLE,
        Component.ANNEX_REFERENCE,
    )
    before = r"(?:(?<=xã )|(?<=XÃ )|(?<=đặc khu )|^)"
    return letter.change(
        rf"{before}(?i:{name})(?= |,|\.|;|$)",
        lambda old: "THẠNH ĐỨC" if old.isupper() else "Thạnh Đức",
        *where,
    )


def _lying(letter: Manuscript) -> bool:
    """A wide annex on an upright page."""
    wide = [
        one
        for one in letter.root.iter(f"{W}pgSz")
        if int(one.get(f"{W}w") or 0) > 16000
    ]
    if not wide:
        return False
    for one in wide:
        one.set(f"{W}w", "11906")
        one.set(f"{W}h", "16838")
    return True


def _day(letter: Manuscript, *, before: bool) -> bool:
    """A signature before the period ended, or on a Sunday."""
    period, day = letter.paper.stated.period, letter.paper.day
    if period is None or day is None or day <= period.last_day:
        return False
    if before:
        new = period.last_day.replace(day=20)
        while new.weekday() > 4:
            new = new.replace(day=new.day - 1)
    else:
        new = next(
            day.replace(day=one)
            for one in range(day.day, 29)
            if day.replace(day=one).weekday() == 6
        )
    month = f"{new.month:02}" if new.month < 3 else str(new.month)
    told = f"ngày {new.day:02} tháng {month} năm {new.year}"
    return letter.change(r"ngày \d+ tháng \d+ năm \d{4}", told, Component.PLACE_DATE)


def _after_comma(old: str) -> str:
    return f" {old}"


def _inserted(letter: Manuscript) -> bool:
    """A run that was put in under Word's eyes and that nobody has accepted."""
    run = letter.chance.choice(list(letter.root.iter(f"{W}r")))
    wrapper = etree.Element(f"{W}ins")
    run.addprevious(wrapper)
    wrapper.append(run)
    return True


_LISTED: Final = r"\b(\d+) hồ sơ(?: quá hạn: | \()(?=[^.]*hồ sơ;)"

FAULTS: Final = (
    Fault("another month in one place", ("P01",), _wrong_period),
    Fault("a figure off by a digit, its table open", ("A12", "N24"), _digit, beside=True),
    Fault("a figure stated twice, off by a digit",
          ("A02", "N01", "N02", "N05", "N10", "N16", "A10", "N24", "N09"),
          lambda letter: _digit(letter, twice=True)),
    Fault("a total of points off", ("N01", "A02", "A10", "N10"),
          lambda letter: bool(letter.spots(r"Mức độ hài lòng", BODY)) and letter.change(r"(?:Tổng (?:số )?điểm|[Tt]ổng điểm|Xã đạt)\D{0,30}(\d\d)(?=[,/])", lambda old: str(int(old) - 3), BODY)),
    Fault("a dash of print in the motto", ("F03",), _changed(" - ", " – ", Component.MOTTO)),
    Fault("a margin", ("F02",), _margin),
    Fault("another font", ("F01",), lambda letter: _look(letter, "rFonts", ascii="Arial", hAnsi="Arial", cs="Arial")),
    Fault("letters too small", ("F01",), lambda letter: _look(letter, "sz", val="22")),
    Fault("no end sign", ("F09",), _changed(r"(\./\.)$", ".", BODY)),
    Fault("a blank before the end sign", ("F09",), _changed(r"()\./\.$", " ", BODY)),
    Fault("another number beside the annex", ("A03",),
          _changed(r"số (\d+)/", lambda old: str(int(old) + 10), Component.ANNEX_REFERENCE)),
    Fault("another date beside the annex", ("A03",),
          _changed(r"ngày (\d+)", lambda old: f"{int(old) % 27 + 1:02}", Component.ANNEX_REFERENCE)),
    Fault("a colon after “số” beside the annex", ("A03",), _changed(r"số()\s+\d", ":", Component.ANNEX_REFERENCE)),
    Fault("a superseded decree", ("L03",), _since_2025(_added(
        "Thực hiện Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ về thực hiện cơ chế một cửa.",
        "Thực hiện Nghị định số 107/2021/NĐ-CP ngày 06 tháng 12 năm 2021 của Chính phủ."))),
    Fault("another number of the decision", ("L01", "L06"), _changed(r"(766)/QĐ-TTg", "776", BODY)),
    Fault("the decision's title", ("L01",), _one_of(
        _changed(r"theo thời gian thực() trên", " hiện", BODY), _changed(r"dịch vụ công() theo thời", " trực tuyến", BODY))),
    Fault("the decision's date", ("L01", "L06"), _changed(r"ngày (23) tháng 6 năm 2022", "24", BODY)),
    Fault("a day without a zero", ("P09",), _changed(r"ngày (0)\d ", "", Component.PLACE_DATE)),
    Fault("a day that no calendar has", ("P09",), _changed(r"ngày (\d+ tháng \d+)", "30 tháng 02", Component.PLACE_DATE)),
    Fault("a day in a sentence that no calendar has", ("P09",), _one_of(
        _changed(r"ngày (\d+)/\d+/20\d\d", "32", BODY), _added("Việc này xong trước ngày 31 tháng 11 năm 2026."))),
    Fault("signed before the period ended", ("P02",), lambda letter: _day(letter, before=True)),
    Fault("signed on a Sunday", ("P08",), lambda letter: _day(letter, before=False)),
    Fault("figures taken after the signature", ("P03",),
          _changed(r"(?:tính đến|thời điểm|lấy lúc)[^.;]*?ngày (\d+)/\d+/20\d\d", "28", BODY)),
    Fault("two blanks", ("F14",), _changed(r"(?<=\w)( )(?=\w)", "  ", BODY)),
    Fault("a blank before a comma", ("F14",), _changed(r"(?<=\w)(, )(?=\w)", _after_comma, BODY)),
    Fault("no blank after a comma", ("F14",), _changed(r"(?<=[^\W\d])(, )(?=[^\W\d])", ",", BODY)),
    Fault("decomposed letters", ("F15",), _decomposed),
    Fault("a sign of no width", ("F15",), _changed(r"(?<=\w)()(?=\w)", "\u200b", BODY)),
    Fault("addressees badly laid out", ("F07",), _first_beside),
    Fault("no colon after “Lưu”", ("F10",), _changed(r"Lưu(:) VT", "", Component.RECIPIENTS)),
    Fault("no “Như trên”", ("F10",), _changed(r"(- Như trên;)", "- Sở Nội vụ;", Component.RECIPIENTS)),
    Fault("no blank in “KT. CHỦ TỊCH”", ("F08",), _changed(r"^(?:KT|TM)\.( )", "", Component.AUTHORITY)),
    Fault("no name of who signs", ("F08",), _no_signer),
    Fault("a symbol without its unit", ("F05",), _changed(r"/UBND(-\w+)", "", Component.NUMBER)),
    Fault("arabic numbers of annexes", ("A04",), _arabic),
    Fault("an annex that is not spoken of", ("A01",), _no_word_of_annex),
    Fault("a star without a note", ("A05",), _starred),
    Fault("a bracket alone", ("A06",), _one_of(
        _changed(r"\w\w(\))", "", BODY), _changed(r"\w(\))", "", Component.ANNEX_CELL), _changed(r"(?<=\w\w\w)()[;,] ", ")", BODY))),
    Fault("a word twice", ("W04",), _changed(r"(?<= )(của|các|được|thực hiện|kết quả|trên|và) ", lambda old: f"{old} {old}", BODY)),
    Fault("“phí lệ, phí”", ("W04",), _added("Thu phí lệ, phí đúng mức quy định tại bảng giá.", "Thu lệ phí phí đúng mức.")),
    Fault("an apology by citizens", ("W05",), _added("Các đơn vị đăng tải thư xin lỗi của người dân trên trang thông tin.")),
    Fault("all and some", ("W02",), _added("Tất cả các tiêu chí đều đạt ở một số tiêu chí.")),
    Fault("the name of another commune", ("U01",), _other_commune, office=True),
    Fault("the name of another commune, the office unknown", ("U01",), _other_commune),
    Fault("an abolished unit", ("U03",), _since_2025(_added(
        "Phòng Nội vụ huyện phối hợp thực hiện.", "UBND thị trấn Gò Dầu phối hợp thực hiện.", "UBND huyện Gò Dầu theo dõi."))),
    Fault("“theo quy định”", ("L04",), _changed(r"\w\w()\.$", " theo quy định", BODY)),
    Fault("an unfilled slot", ("W07",), _one_of(
        _changed(r"(?<= )(\d+) hồ sơ", "…", BODY), _changed(r"(?<= )(\d+,\d+)(?=[/%])", "{so_lieu}", BODY), _added("Tỷ lệ đạt xxx%."))),
    Fault("“tăng” without a figure to compare with", ("N11",), _added(
        "Tổng điểm tăng mạnh so với kỳ trước.", "Tỷ lệ thanh toán trực tuyến có xu hướng giảm.", "Kết quả thanh toán trực tuyến được cải thiện rõ rệt.", orders=False)),
    Fault("parts that do not add up", ("N10", "A02", "A10"), _changed(_LISTED, lambda old: str(int(old) + 1), BODY)),
    Fault("an order for what the province does", ("I10",), lambda letter: "XÃ" in letter.paper.text(Component.ISSUER) and _added(
        "Yêu cầu công chức chuyên môn công bố thủ tục hành chính đúng hạn trước ngày 30 tháng 12.",
        "Giao công chức chuyên môn công khai đầy đủ các bộ phận tạo thành của thủ tục hành chính.", orders=True)(letter)),
    Fault("a rank below the last", ("N09", "A02"), _changed(r"(?<!\d{4} xếp )(?:hạng|thứ) (\d+)/\d+", "150", BODY)),
    Fault("more points than there are", ("N02", "A02"), _changed(r"(?<!thứ )(?<!hạng )\b(\d+)(?:,\d+)?/(?:18|20|12|10|22)\b(?!/)", "45", BODY)),
    Fault("a petition to who is not addressed", ("I07",), _added(
        "Kiến nghị Bộ Khoa học và Công nghệ nâng cấp hệ thống.", "Đề nghị Sở Khoa học và Công nghệ tỉnh xem xét nâng cấp hệ thống.", orders=True)),
    Fault("personal data in an annex", ("A11",), _changed(
        r"^(Tên đơn vị|STT|Nhóm chỉ số)$", "Số điện thoại chủ hồ sơ", Component.ANNEX_CELL)),
    Fault("a wide annex on an upright page", ("A09",), _lying),
    Fault("an annex that is not there", ("A01",), _added("Danh sách hồ sơ tại Phụ lục V kèm theo.")),
    Fault("a fragment after “Căn cứ”", ("W03",), _added(
        "Căn cứ kết quả trên Cổng Dịch vụ công quốc gia. Các đơn vị rà soát, thực hiện.")),
    Fault("a set phrase", ("W01",), _added("Đề nghị các đơn vị thực hiện nghiêm túc, tận tâm chỉ đạo của cấp trên.")),
    Fault("a point for a decimal comma", ("N25",), _one_of(
        _changed(r"\d(,)\d{1,2}(?=%)", ".", BODY), _changed(r"^\d{1,3}(,)\d{1,2}$", ".", Component.ANNEX_CELL))),
    Fault("a tracked change", ("W08",), _inserted),
    Fault("words that set no time", ("I06",), _added("Các đơn vị báo cáo kết quả càng sớm càng tốt.")),
    Fault("a month written in another way", ("P06",), _changed(r"(?<!so với )tháng (\d)/20\d\d(?! xếp)", lambda old: f"0{old}", BODY)),
)  # fmt: skip
