"""Vietnamese labels made comparable (docs/linh-vuc.md 3.5): folded, marks taken out."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from core import figures
from core.frozen import frozen
from core.names import tone_last
from core.patterns import later

_SAME = (("thủ tục hành chính", "tthc"), ("tỉ lệ", "tỷ lệ"))
_FILES = later(r"\bhs\b")
_NUMBER = r"\d+(?:[.,]\d+)?"
# What stands in brackets and says nothing of what is measured.
_ASIDE = later(
    rf"\(\s*(?:%|\*+|hồ sơ|ho so|tthc|ngày|điểm|{_NUMBER}\s*(?:đ|điểm|d|diem)?)\s*\)",
    re.IGNORECASE,
)
_POINTS = later(rf"({_NUMBER})\s*(?:đ|điểm|d|diem)(?![^\W\d_])", re.IGNORECASE)
_ABOUT_POINTS = later(r"(?<!thời )(?<!địa )(?<!quan )\b(?:điểm|diem)\b", re.IGNORECASE)
_NUMBERED = later(r"^(?:\d+(?:\.\d+)*[a-z]?[.)]|\d+(?:\.\d+)+[a-z]?)\s+")
_WHOLE = r"(?:toàn|cả) (?:tỉnh|huyện|quận|thị xã|thành phố|xã|phường|đơn vị|nước|ngành|địa bàn)"
# "(I+II)", "(1+2)", "= A + B": a sum of all sections; ": 9 xã" of all of these.
_ALL_PARTS = (
    r"[(=\s]*(?:[ivx]+|\d+|[a-hđ])(?:\s*\+\s*(?:[ivx]+|\d+|[a-hđ]))+[)\s]*"
    r"|\W{1,3}\d+ (?:đơn vị|xã|phường)\b.*"
)
_OF_SECTION = (
    r"(?:(?:các )?(?:khối|nhóm|cấp|phần|mục|cụm)\b.*|trang\b.*|\W*(?:[ivx]+|[a-hđ])\W*)"
)
_TOTAL = later(
    rf"tổng cộng\b(?! {_OF_SECTION}$).*"
    rf"|(?:tổng số|tổng chung|tổng|cộng)(?: chung)?(?: {_WHOLE}.*|{_ALL_PARTS})?"
    rf"|(?:chung )?{_WHOLE}\b.*"
    r"|tong cong\b.*|(?:tong so|tong|cong)(?: chung)?"
)
_SUBTOTAL = later(r"cộng")
_SUM = later(
    r"(?:tổng (?!công ty|cục|đài|đội|kho|lãnh sự)|tổng$|cộng (?!đồng|hòa|hoà)|cộng$).*"
)
# What a row may be called that compares, aims or signs, and is of no unit.
_NO_UNIT = later(
    r"(?:bình quân|trung bình|cao nhất|thấp nhất|lớn nhất|nhỏ nhất|chỉ tiêu|kế hoạch"
    r"|mục tiêu|ngưỡng|cùng kỳ|xếp hạng|thứ hạng|xếp loại|so với"
    r"|chênh lệch|người (?:lập|ký|tổng hợp|kiểm)|lập biểu|thủ trưởng|tỷ lệ|tỉ lệ"
    r"|(?:tháng|kỳ|quý|năm|tuần) (?:trước|này|nay|sau|\d)"
    r"|(?:thang |mức |số )?điểm (?:tối đa|chuẩn|cao nhất|trung bình|bình quân|thành phần)"
    r"|thang điểm|mã (?:số|tiêu chí|chỉ tiêu|chỉ số)|mức tối đa|tối đa|trọng số|diem toi da|thang diem)(?!\w).*"
    r"|(?:tăng|giảm)(?:[ /]+giảm)?(?: (?:so|trong|của)\b.*)?"
    r"|(?:tb|bq)(?: (?:chung|toàn|cả|các).*)?|max|min|hạng|kỳ|chung"
)
_NAMED_SO = frozenset({"Trung Bình", "Bình Quân"})
"""How a place of such a name is written, which an average is not."""

_KIND_OF_UNITS = later(
    r"(?:ubnd )?(?:cấp|khối|nhóm) (?:các )?(?:tỉnh|huyện|xã|phường|đặc khu|thị trấn|sở"
    r"|ban|ngành|đơn vị)(?: (?:tỉnh|huyện|xã|phường|đặc khu|thị trấn|sở|ban|ngành"
    r"|đơn vị|và|các))*"
)
_COLUMN_NUMBER = later(
    r"(?:\(\s*)?(?:\d{1,2}|[A-ZĐ])(?:\s*\))?\s*(?:=.*)?|\(\s*\d{1,2}\s*=[^)]*\)"
)
_SECTION = later(
    r"(?:ubnd )?(?:cấp|khối|nhóm|phần) .*|(?:các )?(?:sở|ban|ngành|xã|phường|đơn vị)"
    r"(?: (?:sở|ban|ngành|xã|phường|đặc khu|thị trấn|đơn vị|và|cơ quan))*"
    r"(?: (?:cấp tỉnh|cấp huyện|cấp xã|trực thuộc|thuộc tỉnh))?"
)
_MANY = 5
_DIFFERENCE = later(r"[δΔ∆]|chênh lệch|tăng giảm|thay đổi|so với .*")
_TIME = later(r"(?:thời gian|thời điểm)(?: (?:cập|lấy|chốt|số|báo).*)?|cập nhật.*")
_ONE_UNIT = later(
    r"(?-i:[XxPp]|TT|TX|TP|ĐK)\.\s*(?P<short>\w[\w ]*)|"
    r"(?:(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+)?(?:xã|phường|thị trấn|đặc khu|huyện"
    r"|quận|thị xã|thành phố|tp\.?|tỉnh|sở)\s+(?P<name>\w)",
    re.IGNORECASE,
)
_NOTE = later(r"\(?\*+\)?|ghi chú|lưu ý|chú thích|nguồn")
# How all of these begin, and the numbers of columns; most names of units do not.
_ASIDE_BEGINS = later(
    r"\W|\d|_|\w(?!\w)|tổng|cộng|chung|toàn|cả|tong|cong|ghi|lưu|chú|nguồn|chênh|tăng"
    r"|thay|so|thời|cập|bình|trung|cao|thấp|lớn|nhỏ|chỉ|kế|mục|ngưỡng|cùng|xếp|hạng|thứ"
    r"|giảm|người|lập|thủ|tỷ|tỉ|tháng|kỳ|quý|năm|tuần|tb|bq|max|min|cấp|khối|nhóm"
    r"|thang|mức|mã|số|điểm|tối|trọng|diem"
    r"|ubnd(?! (?:xã|phường|đặc|thị|huyện|quận|thành|tỉnh)(?!\w))"
)
_PUNCTUATION = later(r"[^\w%/]")
_UNIT = later(
    r"(?:ubnd|ủy ban|uỷ ban|xã|phường|thị trấn|thị xã|đặc khu|huyện|quận|thành phố|tp"
    r"|tỉnh|sở|ban|văn phòng|vpđk|trung tâm|công an|công ty|chi nhánh|chi cục"
    r"|bộ (?!chỉ số|phận))(?!\w)"
)


@lru_cache(maxsize=1024)  # a row's name is folded once, whatever is asked of it
def fold(text: str) -> str:
    """`text` for comparing: lower case, single spaces, no punctuation, tones last.

    Both ways of placing a tone mark (hoà, hòa) fold to the same.
    """
    if text.isdecimal():
        return text
    plain = figures.clean(text).lower()
    if "(" in plain:
        plain = _ASIDE.sub(" ", plain)
    for long, short in _SAME:
        plain = plain.replace(long, short)
    plain = _PUNCTUATION.sub(" ", plain).replace("/", " / ").replace("_", " ")
    if "hs" in plain:
        plain = _FILES.sub("ho so" if plain.isascii() else "hồ sơ", plain)
    words = (tone_last(word) for word in plain.split())
    return " ".join(word for word in words if word != "%") or plain.strip()


@frozen
class Label:
    """A heading or a row's name made comparable.

    Attributes:
        text: Folded.
        percent: It bears a "%".
        points: It speaks of points (điểm).
        maximum: The most points it names ("(18đ)"), or None.
    """

    text: str
    percent: bool = False
    points: bool = False
    maximum: Decimal | None = None


_RATIO = tuple(f" {fold(word)} " for word in ("tỷ lệ", "ty le", "mức độ", "muc do"))
_NUMBERS = tuple(f"{fold(word)} " for word in ("tổng số", "tong so", "số", "so"))
_RATIO_OF = fold("tỷ lệ")
_NUMBER_OF = fold("số")
_NO_NUMBERS = tuple(fold(word) for word in ("số hóa", "so hoa"))


@frozen
class Evidence:
    """What the values of a column say of it, where the heading leaves it open.

    Attributes:
        percent: Most of them show a "%".
        numbers: The numbers among them.
        is_share: A heading above says that it is one ("Tỷ lệ").
    """

    percent: bool = False
    numbers: tuple[Decimal, ...] = ()
    is_share: bool = False

    @property
    def is_broken(self) -> bool:
        """Whether half of the numbers or more are decimals that no number of files is.

        Fewer may be averages among the rows.
        """
        broken = sum(map(_is_broken, self.numbers))
        return not self.may_count and 2 * broken >= len(self.numbers) > 0

    def exceeds(self, maximum: Decimal) -> bool:
        """Whether most of the numbers are more than `maximum`."""
        beyond = sum(1 for number in self.numbers if number > maximum)
        return 2 * beyond > len(self.numbers)

    @property
    def may_count(self) -> bool:
        """Whether the numbers may be those of files: no plain decimals up to 100.

        Three digits behind a sign may as well be thousands ("1,100").
        """
        return bool(self.numbers) and not (
            any(map(_is_broken, self.numbers)) and max(self.numbers) <= 100
        )


def _is_broken(number: Decimal) -> bool:
    exponent = number.as_tuple().exponent
    return number % 1 != 0 and (number < 1 or exponent != -3)


def says_ratio(label: Label) -> bool:
    """Whether a heading itself says that it is over shares, not over a number."""
    return label.percent or any(word in f" {label.text} " for word in _RATIO)


def shared(text: str) -> str:
    """The folded `text` with the "tỷ lệ" that a heading with "%" may leave out."""
    return f"{'ty le' if text.isascii() else _RATIO_OF} {text}"


def counted(text: str) -> str:
    """The folded `text` with the "số" that a heading leaves out when it counts files."""
    return f"{'so' if text.isascii() else _NUMBER_OF} {text}"


def says_count(label: Label) -> bool:
    """Whether a heading says that it is over a number ("Số …", "Tổng số …")."""
    is_number = label.text.startswith(_NUMBERS)
    return is_number and not (says_ratio(label) or label.text.startswith(_NO_NUMBERS))


_YEARLY_AIM = later(
    rf"(?:{'|'.join(map(fold, ('chỉ tiêu', 'kế hoạch', 'mục tiêu')))})"
    rf"(?: {fold('được')})?(?: giao)? {fold('năm')} 20\d\d"
)
EMPTY = frozenset({"", *map(fold, ("trong đó", "trong do", "gồm", "bao gồm"))})
"""What a heading may be that says nothing of what is measured."""

_BARE_TOTALS = frozenset({fold("tổng"), "tong"})


def begins_as_total(text: str) -> bool:
    """Whether the folded `text` begins so: "Tổng số"."""
    return text.split(" ", 1)[0] in _BARE_TOTALS


def is_bare_total(text: str) -> bool:
    """Whether the folded `text` is "Tổng" and does not say of what."""
    return text in _BARE_TOTALS


def joined(labels: Sequence[Label]) -> Label | None:
    """The labels as one, top down, with every mark that any of them bears."""
    if not labels:
        return None
    maxima = [label.maximum for label in labels if label.maximum is not None]
    return Label(
        text=" ".join(label.text for label in labels),
        percent=any(label.percent for label in labels),
        points=any(label.points for label in labels),
        maximum=maxima[-1] if maxima else None,
    )


@lru_cache(maxsize=1024)  # the catalogue says much twice
def said(text: str) -> str:
    """`text` folded, without the number before it: the text of its `label`."""
    return fold(_NUMBERED.sub("", figures.clean(text)))


def label(text: str) -> Label:
    """What `text` says once unit, maximum and marks are read off it."""
    tidy = _NUMBERED.sub("", figures.clean(text))
    found = _POINTS.search(tidy)
    return Label(
        text=fold(tidy),
        percent="%" in tidy,
        points=found is not None or _is_about_points(tidy),
        maximum=Decimal(found[1].replace(",", ".")) if found else None,
    )


def _is_about_points(text: str) -> bool:
    small = text.lower()  # most texts have no such word, and the pattern takes long
    may_be = "điểm" in small or "diem" in small
    return may_be and _ABOUT_POINTS.search(text) is not None


def is_total(text: str) -> bool:
    """Whether a row of that name is the office's own line (TỔNG CỘNG, cả huyện)."""
    if text[:1].isdecimal():
        return False  # a number or a code, as nearly all rows have
    return bool(_TOTAL.fullmatch(figures.clean(text).lower().strip(" .:-")))


def is_subtotal(text: str) -> bool:
    """Whether a total's name is only "Cộng", which a section's sum bears too."""
    return bool(_SUBTOTAL.fullmatch(figures.clean(text).lower().strip(" .:-")))


def is_sum(text: str) -> bool:
    """Whether a row is called a sum of units, be it of all or of some."""
    return bool(_SUM.fullmatch(figures.clean(text).lower().strip(" .:-")))


def is_no_unit(text: str) -> bool:
    """Whether a row of that name holds an average, an aim, another time or a signer.

    So does a sum of some units, and what is told of a kind of units taken together.
    """
    tidy = figures.clean(text).strip(" .:-()")
    if tidy in _NAMED_SO:
        return False
    bare = _bare(text)
    found = is_sum(text) and not is_total(text)
    return bool(found or _NO_UNIT.fullmatch(bare) or _KIND_OF_UNITS.fullmatch(bare))


def is_note(text: str) -> bool:
    """Whether a row is a note under the table."""
    return bool(_NOTE.match(text.lower()))


@lru_cache(maxsize=1024)
def _bare(text: str) -> str:
    """`text` in lower case and single spaces, its punctuation gone."""
    return " ".join(_PUNCTUATION.sub(" ", figures.clean(text).lower()).split())


def beginning(name: str) -> str:
    """As much of a row's name as `may_be_aside` asks for: a word, or UBND and one more."""
    first, _, rest = name.partition(" ")
    return f"{first} {rest.partition(' ')[0]}" if first == "UBND" else first


def may_be_aside(first: str) -> bool:
    """Whether a row's name may be a total's, a note, a difference, a time or a number.

    `first` is its `beginning`, or more of it. What is none of them is seen at once.
    """
    return not first or bool(_ASIDE_BEGINS.match(figures.clean(first).lower() or " "))


def is_column_number(text: str) -> bool:
    """Whether it only numbers a column: "(1)", "B", "3=1+2", "(3=1+2)"."""
    return bool(_COLUMN_NUMBER.fullmatch(text))


def are_column_numbers(texts: Sequence[str]) -> bool:
    """Whether a row of those texts only numbers the columns, from left to right.

    Bare numbers rise one by one: small figures of a unit that is called "1" do not.
    """
    if not all(map(is_column_number, texts)):
        return False
    numbers = [int(text) for text in texts if text.isdecimal()]
    least = 0 if len(numbers) >= _MANY else 1  # where one was typed twice
    return all(a + least <= b <= a + 2 for a, b in pairwise(numbers))


def is_section(text: str) -> bool:
    """Whether it names a section of units ("Cấp xã", "Sở ban ngành"), not one unit."""
    return bool(_SECTION.fullmatch(_bare(text)))


def is_difference(text: str) -> bool:
    """Whether a row of that name only says what changed ("Δ", "Chênh lệch")."""
    return bool(_DIFFERENCE.fullmatch(_bare(text)))


def is_yearly_aim(text: str) -> bool:
    """Whether the folded `text` is what is aimed at in a year: "Chỉ tiêu năm 2026"."""
    return bool(_YEARLY_AIM.fullmatch(text))


def is_time(text: str) -> bool:
    """Whether a row of that name tells when the figures were taken."""
    return bool(_TIME.fullmatch(_bare(text)))


def names_one_unit(text: str) -> bool:
    """Whether `text` is the name of one unit ("Xã A", "UBND phường 1"), not of a kind."""
    found = _ONE_UNIT.match(figures.clean(text))
    if found is None:
        return False
    if found["short"]:  # "P. Trảng Bàng"; "X. Nội dung khác" is a tenth section
        return all(w[0].isupper() or w[0].isdigit() for w in found["short"].split())
    return found["name"].isupper() or found["name"].isdigit()


def names_unit(text: str) -> bool:
    """Whether `text` begins as the name of an office does (UBND, xã, Sở …)."""
    return bool(_UNIT.match(figures.clean(text).lower()))
