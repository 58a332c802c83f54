"""Family U on a letter: whose letter it is, and who is named; docs/linh-vuc.md 7.3 U."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from core.names import folded
from core.office import OfficeProfile
from core.paper.holding import lines_holding, texts
from core.paper.mentions import is_closing
from core.paper.model import Component, Line, Paper
from core.paper.orders import Tier, is_above, tasks, tier
from core.paper.telling import told, verb
from core.paper.word_patterns import any_word
from core.rules.letter_examples import SOUND
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

_TYPES: Final = r"xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|thành phố|tỉnh"
_WORD: Final = r"(?:[A-ZĐÀ-ÖØ-ÞĂĨŨƠƯẠ-Ỹ][\w’'-]*|\d+)"
_HEAD: Final = re.compile(
    rf"^\s*(?P<type>{_TYPES})\s+(?P<name>\S.*?)\s*$", re.IGNORECASE
)
# Each branch begins with a letter of its own, which is looked for first.
_SELF: Final = re.compile(
    r"(?:UBND|Ủy ban nhân dân(?: \(UBND\))?|Uỷ ban nhân dân(?: \(UBND\))?|T(?i:rên địa bàn)|t(?i:rên địa bàn))\s+"
    rf"(?P<type>(?i:{_TYPES}))\s+(?P<name>{_WORD}(?:[ -]{_WORD})*)"
)
_NAMING: Final = ("ubnd", "ủy ban nhân dân", "uỷ ban nhân dân", "trên địa bàn")
"""Without one of them a sentence names no unit as the letter's own."""

_BESIDE: Final = re.compile(
    r"(?:với|là|như|và|cùng|hơn|sau|trước|kể|đến|tại)\s*$", re.IGNORECASE
)
"""Behind such a word another office may be named."""

_CITED: Final = re.compile(r"\d+(?:/\d{4})?/[A-ZĐƯ][^,;]*|“[^”]*”|\([^)]*\bcũ\)")
_PLACE: Final = re.compile(r"^\s*(?P<place>[^,]+?)\s*,")
_WHERE: Final = {
    Component.ISSUER: "tên cơ quan ban hành",
    Component.PLACE_DATE: "địa danh",
    Component.SUBJECT: "trích yếu",
    Component.BODY: "nội dung",
    Component.ANNEX_TITLE: "tên phụ lục",
    Component.ANNEX_REFERENCE: "dòng kèm theo của phụ lục",
}
_PLACE_DATE: Final = SOUND["place_date"]


@dataclass(frozen=True, slots=True)
class _Unit:
    """An area of administration: "xã", "Trường Tây"."""

    type: str
    name: str

    @property
    def shown(self) -> str:
        return f"{self.type.lower()} {self.name}"

    def is_named(self, type_: str, name: str) -> bool:
        """Whether that is its name; more words may follow it."""
        is_type = _plain(type_) == _plain(self.type)
        return is_type and f"{_plain(name)} ".startswith(f"{_plain(self.name)} ")


@lru_cache(maxsize=256)  # a letter names few units, and its own in every paragraph
def _plain(name: str) -> str:
    return folded(name)


@rule(
    "U01",
    Severity.ERROR,
    title="Tên đơn vị không thống nhất",
    when="Tên cơ quan ban hành, địa danh, nội dung hoặc phụ lục ghi tên đơn vị khác với Thông tin cơ quan. Chưa có thông tin cơ quan thì so các chỗ với tên cơ quan ban hành.",
    hint="Sửa cho đúng tên đơn vị; kiểm tra xem có dùng lại công văn của đơn vị khác không.",
    basis="Nghị định số 30/2020/NĐ-CP, Phụ lục I: tên cơ quan ban hành và địa danh là tên chính thức của đơn vị.",
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=(
        Example(
            {},
            letter={"issuer": "ỦY BAN NHÂN DÂN\nXÃ TRƯỜNG ĐÔNG"},
            extra={"profile": {}},
        ),
        Example({}, letter={"place_date": "Hòa Thành, ngày 09 tháng 10 năm 2026"}),
        Example({}, letter={"body.first": "Kết quả của UBND xã Trường Đông như sau."}),
        Example(
            {},
            letter={
                "body.first": "Chi tiết tại Phụ lục kèm theo.",
                "annex": "Phụ lục\nKẾT QUẢ CỦA UBND XÃ TRƯỜNG ĐÔNG THÁNG 9/2026\n"
                "(Kèm theo Công văn số 05/UBND-VP ngày 09 tháng 10 năm 2026 của UBND xã Trường Tây)",
            },
        ),
        Example(
            {},
            letter={"body.first": "Ủy ban nhân dân (UBND) xã Trường Đông công bố:"},
        ),
    ),
    sound=(
        Example({}, letter={}, extra={"profile": {}}),
        Example({}, letter={"body.first": "UBND tỉnh Tây Ninh và UBND xã Trường Tây."}),
        Example({}, letter={"body.first": "UBND xã A đạt 80%; UBND xã B đạt 90%."}),
        Example(
            {},
            letter={
                "issuer": "VĂN PHÒNG\nHỘI ĐỒNG NHÂN DÂN",
                "place_date": "Hòa Thành, ngày 09 tháng 10 năm 2026",
            },
        ),
        Example({}, letter={"place_date": "ngày 09 tháng 10 năm 2026"}),
        Example({}, letter={"body.first": "Xã xếp sau UBND xã Trường Đông."}),
    ),
)
def unit_differs(look: Look) -> Iterator[Remark]:
    """Names of another unit where the letter speaks of its own (U01)."""
    paper = look.the_paper
    profile = look.context.profile
    own = _configured(profile) or _issuer(paper)
    if own is None:
        return
    place = profile.place if profile else own.name
    heads = paper.of(Component.ISSUER, Component.PLACE_DATE)
    for index in sorted({*heads, *lines_holding(paper, _NAMING, tuple(_WHERE))}):
        for span, name in _strangers(paper.lines[index], own, place):
            where = _WHERE[paper.lines[index].component]
            message = f"Tên đơn vị không thống nhất: {where} ghi “{name}”, đơn vị là {own.shown}."
            yield Remark(None, message, line=index, span=span)


def _configured(profile: OfficeProfile | None) -> _Unit | None:
    found = _HEAD.match(profile.area) if profile else None
    return _Unit(found["type"], found["name"]) if found else None


def _issuer(paper: Paper) -> _Unit | None:
    """The unit of the letterhead: "XÃ TRƯỜNG TÂY"."""
    for index in paper.of(Component.ISSUER, annex=0):
        if found := _HEAD.match(_under(paper.lines[index].text)):
            return _Unit(found["type"], found["name"].title())
    return None


def _under(text: str) -> str:
    """A line of the letterhead without "ỦY BAN NHÂN DÂN" before the unit."""
    return re.sub(
        r"^\s*(?:(?:ỦY|UỶ) BAN NHÂN DÂN|UBND)\s+", "", text, flags=re.IGNORECASE
    )


def _strangers(
    line: Line, own: _Unit, place: str
) -> Iterator[tuple[tuple[int, int], str]]:
    """Where a line names another unit as the letter's own."""
    text = line.text
    if line.component is Component.ISSUER:
        at = len(text) - len(_under(text))
        found = _HEAD.match(text[at:])
        if found and not own.is_named(found["type"], found["name"]):
            yield (at + found.start("type"), at + found.end("name")), text[at:].strip()
    elif line.component is Component.PLACE_DATE:
        found = _PLACE.match(text)
        if (
            found
            and "ngày" not in found["place"]
            and not _is_place(found["place"], own, place)
        ):
            yield found.span("place"), found["place"]
    else:
        yield from _in_text(text, own)


def _is_place(said: str, own: _Unit, place: str) -> bool:
    known = {folded(place), folded(own.name), folded(own.shown)}
    return folded(said) in known


def _in_text(text: str, own: _Unit) -> Iterator[tuple[tuple[int, int], str]]:
    """Units of our kind in sentences; a list of several is about others."""
    alike = [
        one
        for one in _SELF.finditer(_capitals_lowered(_without_cited(text)))
        if _is_low(one["type"]) is _is_low(own.type)
        or _plain(one["type"]) == _plain(own.type)
    ]
    strange = [one for one in alike if not own.is_named(one["type"], one["name"])]
    if len(strange) == len(alike) and len({_plain(one["name"]) for one in alike}) > 1:
        return
    for one in strange:
        if not _BESIDE.search(text, 0, one.start()):
            yield one.span(), text[one.start("type") : one.end()]


def _without_cited(text: str) -> str:
    """The text with the names of documents, quotes and former names blanked out."""
    is_there = "/" in text or "“" in text or "cũ)" in text
    return _CITED.sub(lambda one: "|" * len(one[0]), text) if is_there else text


def _capitals_lowered(text: str) -> str:
    """Words in capitals written as a title writes them: "XÃ TRƯỜNG TÂY" has a name."""
    return text if not text.isupper() else _UPPER.sub(_small, text)


_UPPER: Final = re.compile(
    rf"\b(?:ỦY BAN NHÂN DÂN|TRÊN ĐỊA BÀN|TRONG|THÁNG|NĂM|QUÝ|TỪ|{_TYPES.upper()})\b"
)


def _small(found: re.Match[str]) -> str:
    text = found[0]
    return "Ủy ban nhân dân" if text == "ỦY BAN NHÂN DÂN" else text.lower()


def _is_low(type_: str) -> bool:
    """Whether a type of unit is that of a commune."""
    return type_.lower() in ("xã", "phường", "đặc khu", "thị trấn")


@rule(
    "U02",
    Severity.HINT,
    title="Yêu cầu cấp trên thực hiện",
    when="Kính gửi có cơ quan cấp trên nhưng công văn chỉ dùng lời yêu cầu, không có lời báo cáo, kính gửi cấp trên; hoặc yêu cầu chính cấp trên.",
    hint="Chuyển cơ quan cấp trên xuống Nơi nhận (b/c), hoặc thêm lời báo cáo, đề nghị phù hợp.",
    basis="Cơ quan cấp dưới báo cáo, đề nghị, kiến nghị với cấp trên, không yêu cầu.",
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=(
        Example(
            {},
            letter={
                "addressees": "Kính gửi:\n- Văn phòng UBND tỉnh;\n- Các công chức chuyên môn xã.",
                "body.first": "UBND xã Trường Tây yêu cầu các công chức chuyên môn xã hoàn thành trước ngày 30/10/2026.",
            },
        ),
        Example(
            {},
            letter={
                "body.first": "UBND xã Trường Tây yêu cầu Văn phòng UBND tỉnh hoàn thành trước ngày 30/10/2026.",
                "recipients": "Nơi nhận:\n- Như trên;\n- Văn phòng UBND tỉnh;\n- Lưu: VT, VP.",
            },
        ),
    ),
    sound=(
        Example({}, letter={}),
        Example(
            {},
            letter={
                "addressees": "Kính gửi:\n- Văn phòng UBND tỉnh;\n- Các công chức chuyên môn xã.",
                "body.first": "UBND xã Trường Tây yêu cầu các công chức chuyên môn xã hoàn thành trước ngày 30/10/2026.",
                "body.last": "UBND xã Trường Tây kính báo cáo Văn phòng UBND tỉnh theo dõi, chỉ đạo.",
            },
        ),
        Example(
            {},
            letter={"addressees": "Kính gửi: Văn phòng UBND tỉnh"},
        ),
    ),
)
def order_to_the_superior(look: Look) -> Iterator[Remark]:
    """Words of command in a letter that goes to an office above, too (U02)."""
    paper, words = look.the_paper, look.reference
    of = tier(paper)
    for index in _of_both(look, _COMMANDS, of):
        text = paper.lines[index].text
        who = told(text, words)
        is_told = is_above(who, of, words) and verb(text, words) in _COMMANDS
        if is_told and not is_closing(text):
            message = (
                f"“{who}” là cấp trên: dùng “đề nghị”, “kiến nghị” thay cho “yêu cầu”."
            )
            yield Remark(None, message, line=index)
    addressed = paper.of(Component.ADDRESSEES, annex=0)
    above = [one for one in addressed if is_above(paper.lines[one].text, of, words)]
    if not above or not _commands(look, paper) or _is_polite(look, of):
        return
    for index in above:
        name = _DASH.sub("", paper.lines[index].text).strip(" ;.,-")
        message = f"Kính gửi “{name}” là cấp trên nhưng công văn chỉ có lời yêu cầu."
        yield Remark(None, message, line=index)


_COMMANDS: Final = ("yêu cầu", "giao", "phân công", "chỉ đạo")
_DASH: Final = re.compile(r"^\s*(?:Kính gửi\s*:)?\s*[-–]?\s*", re.IGNORECASE)


def _commands(look: Look, paper: Paper) -> bool:
    """Whether the letter orders somebody of its own."""
    words = look.reference
    return any(
        verb(f"{one.lead} {one.text}", words) in _COMMANDS
        for one in tasks(paper, words).orders
        if not one.is_petition
    )


def _is_polite(look: Look, of: Tier) -> bool:
    """Whether a paragraph speaks to an office above as it should."""
    lines = look.the_paper.lines
    both = _of_both(look, look.reference.words("polite"), of)
    return any(is_above(lines[one].text, of, look.reference) for one in both)


def _of_both(look: Look, words: tuple[str, ...], of: Tier) -> list[int]:
    """Lines of the body that hold one of `words` and may name an office above."""
    paper, names = look.the_paper, look.reference.words(f"above.{of.value}")
    return [
        index
        for index in lines_holding(paper, words, (Component.BODY,), 0)
        if any(one in paper.lines[index].text for one in names)
    ]


@rule(
    "U03",
    Severity.WARNING,
    title="Tên đơn vị, cơ quan đã bỏ",
    when="Công văn ký từ ngày 01/7/2025 còn ghi huyện, thị xã, thị trấn, phòng chuyên môn của huyện. Không kể tên ghi kèm “cũ”, và tên trong văn bản được viện dẫn.",
    hint="Thay bằng đơn vị hiện nay (xã, phường, đặc khu; phòng thuộc UBND xã), hoặc ghi thêm “(cũ)”.",
    basis="Mô hình chính quyền địa phương hai cấp từ ngày 01/7/2025 (Luật Tổ chức chính quyền địa phương năm 2025).",
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=(
        Example(
            {},
            issue_date=date(2026, 10, 9),
            letter={
                "body.first": "Thực hiện chỉ đạo của UBND huyện Gò Dầu, các xã đã khắc phục."
            },
        ),
        Example(
            {},
            issue_date=date(2026, 10, 9),
            letter={"addressees": "Kính gửi: UBND các xã, thị trấn"},
        ),
    ),
    sound=(
        Example(
            {},
            issue_date=date(2026, 10, 9),
            letter={"body.first": "Địa bàn huyện Gò Dầu cũ đã khắc phục."},
        ),
        Example({}, issue_date=date(2026, 10, 9), letter={}),
        Example(
            {"report.period": "tháng 11/2024", "report.as_of": "06/12/2024"},
            issue_date=date(2024, 12, 9),
            letter={
                "subject": "V/v công bố kết quả Bộ chỉ số tháng 11/2024",
                "body": SOUND["body"].replace("9/2026", "11/2024"),
                "body.first": "Các phòng chuyên môn huyện đã khắc phục.",
                "place_date": "Trường Tây, ngày 09 tháng 12 năm 2024",
            },
        ),
        Example(
            {"report.period": "tháng 9/2026"},
            letter={"body.first": "UBND huyện Gò Dầu đã khắc phục."},
        ),
    ),
)
def abolished_unit(look: Look) -> Iterator[Remark]:
    """Units that are no more, in a letter of today (U03)."""
    paper = look.the_paper
    signed = paper.day or look.context.issue_date
    ended = [one for one in look.reference.abolished if signed and signed > one.ended]
    if not ended:
        return
    by_name = {one.name.lower(): one for one in ended}
    pattern = any_word(tuple(by_name))
    former = look.reference.words("former")
    for index in texts(paper).holding(*map(str.casefold, by_name)):
        left = _without_cited(paper.lines[index].text)
        for found in pattern.finditer(left):
            after = left[found.end() : found.end() + _NEAR].lower()
            if any(re.search(rf"\b{one}\b", after) for one in former):
                continue
            one = by_name[found[0].lower()]
            instead = f"; hiện nay là {one.instead}" if one.instead else ""
            message = f"“{found[0]}” không còn từ ngày 01/7/2025{instead}."
            yield Remark(None, message, line=index, span=found.span())
            break


_NEAR: Final = 40
"""So many characters behind a name “cũ” may stand."""

RULES: Final[tuple[Rule, ...]] = (unit_differs, order_to_the_superior, abolished_unit)
