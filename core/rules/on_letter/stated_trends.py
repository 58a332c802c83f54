"""Family N in letters: what is called weak (N07), what is said to rise or fall (N11)."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final

from core import figures, scoring
from core.dates import lowered
from core.paper.claims_regions import Region, regions
from core.paper.holding import lines_holding
from core.paper.model import Claim, Component, Paper
from core.report import Part, Place, Report, Row
from core.rules.on_letter.stated import weak_claims
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

_SCORES: Final = (
    "Điểm các nhóm: Công khai, minh bạch 11,85/18 điểm; Tiến độ giải quyết 17,05/20 điểm; "
    "Dịch vụ công trực tuyến 6,33/12 điểm; Thanh toán trực tuyến 6,9/10 điểm; Mức độ hài "
    "lòng 5,68/18 điểm; Số hóa hồ sơ 7,05/22 điểm."
)
_NO_ORDER: Final = {"also": ("I01",)}
_SEED_1: Final = (
    "Tổng số điểm là 80,33/100 điểm. Một số tiêu chí đạt kết quả thấp như: Số hóa hồ sơ "
    "18,5/22 điểm; Thanh toán trực tuyến 5,1/10 điểm."
)
_UNKNOWN: Final = re.compile(
    r"chưa có (?:số liệu )?điểm|chưa có số liệu", re.IGNORECASE
)
_ALL: Final = re.compile(
    r"tất cả|toàn bộ|(?:mọi|các) (?:tiêu chí|chỉ tiêu|chỉ số) đều", re.IGNORECASE
)
_SENTENCE: Final = re.compile(r"[^.!?;]*(?:[.,]\d[^.!?;]*)*[.!?;]?")
_QUOTED: Final = re.compile(r"“[^”]*”")
_GIVEN: Final = re.compile(
    r"\W*(?:(?:thêm|lên|xuống|được|mạnh|nhẹ|từ|còn|là|mức)\s+)*\d|[^.;]*\bso với\b[^.;]*\([^)]*\d",
    re.IGNORECASE,
)
_BY_HOW_MUCH: Final = re.compile(r"hơn$", re.IGNORECASE)
_IN_TIME: Final = re.compile(
    r"[^.;,]{0,25}(?:tháng|kỳ|quý|năm|tuần)(?!\w)", re.IGNORECASE
)
_BETTER: Final = re.compile(r"cải thiện|tiến bộ|tích cực|nâng", re.IGNORECASE)
_SLACK: Final = Decimal("0.005")


@rule(
    "N07",
    Severity.WARNING,
    title="Nhóm được nêu là thấp lại cao hơn nhóm không nêu",
    when="Một nhóm chỉ số được nêu là đạt thấp mà tỷ lệ điểm đạt so với điểm tối đa cao hơn một nhóm không được nêu (hoặc cao hơn mức chung của các nhóm chưa nêu điểm).",
    hint="Nêu các nhóm có tỷ lệ điểm thấp nhất trước; xem lại điểm của nhóm chưa nêu.",
    basis="So sánh được giữa các nhóm là tỷ lệ điểm đạt trên điểm tối đa, không phải số điểm.",
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=(
        Example({}, letter={"body.first": _SEED_1}, extra=_NO_ORDER),
        Example({}, letter={"body.first": f"{_SCORES}\nNhóm đạt thấp: Thanh toán trực tuyến 6,9/10 điểm."}, extra=_NO_ORDER),
    ),
    sound=(
        Example({}, letter={"body.first": f"{_SCORES}\nNhóm đạt thấp: Số hóa hồ sơ 7,05/22 điểm; "
                            "Mức độ hài lòng 5,68/18 điểm."}, extra=_NO_ORDER),
        Example({}, letter={"body.first": f"{_SEED_1}\nChưa có số liệu điểm của các nhóm khác."}, extra=_NO_ORDER),
        Example({}, letter={"body.first": "Nhóm đạt thấp: Số hóa hồ sơ 18,5/22 điểm."}, extra=_NO_ORDER),
        Example({}, letter={"body.first": _SCORES}),
        Example({}, letter={"body.first": "Tiêu chí đạt thấp: tỷ lệ số hóa hồ sơ 46%."}, extra=_NO_ORDER),
    ),
)  # fmt: skip
def weak_is_not_the_weakest(look: Look) -> Iterator[Remark]:
    """A group called weak that has more of its points than one that is not named."""
    paper, head = look.the_paper, look.the_paper.stated.head
    if head is None:
        return
    weak: dict[str, Claim] = {}
    for claim in weak_claims(paper):
        weak.setdefault(claim.place.indicator, claim)
    groups = {one.group.key: one for one in scoring.scored_groups(head, look.catalogue)}
    if groups.keys().isdisjoint(weak):
        return
    others = {
        one.group.name: share
        for key, one in groups.items()
        if key not in weak and (share := _share(look, head, one)) is not None
    }
    if not _says_unknown(paper):
        others |= _rest(look, head)
    for key, claim in weak.items():
        if key not in groups or groups[key].score is None or not others:
            continue
        name = min(others, key=lambda one: others[one])
        if groups[key].share > others[name] + _SLACK:
            message = (
                f"{groups[key].group.name} đạt {figures.show(groups[key].share, 1)}% được ghi "
                f"là thấp, trong khi {name} chỉ đạt {figures.show(others[name], 1)}%."
            )
            span = (claim.start, claim.end)
            yield Remark(None, message, line=claim.line, span=span)


def _says_unknown(paper: Paper) -> bool:
    """Whether the letter itself says that points of groups are not known."""
    held = lines_holding(paper, ("chưa có",), (Component.BODY,), 0)
    return any(_UNKNOWN.search(paper.lines[one].text) for one in held)


def _share(look: Look, head: Row, one: scoring.ScoredGroup) -> Decimal | None:
    """What share of its points a group has, as stated or in the open report; or None."""
    if one.score is not None:
        return one.share
    other = look.report.head
    known = None if other is None or other is head else other.number(one.group.key)
    return None if known is None else known * 100 / one.group.maximum


def _rest(look: Look, head: Row) -> Mapping[str, Decimal]:
    """The share that the groups without points have together, by what is left for them.

    A group whose criteria are all known is reckoned by them.
    """
    total = head.number(scoring.TOTAL_SCORE)
    groups = scoring.scored_groups(head, look.catalogue)
    if total is None:
        return {}
    most = Decimal(0)
    for one in groups:
        score = one.score
        if score is None:
            earned = scoring.group_points(head, one.group, look.catalogue)
            score = earned.points if earned.is_exact else None
        if score is None:
            most += one.group.maximum
        else:
            total -= score
    return {"các nhóm chưa nêu điểm": total * 100 / most} if most else {}


@rule(
    "N11",
    Severity.WARNING,
    title="Nói tăng, giảm mà không có số liệu kỳ trước",
    when="Phần kết quả có từ tăng, giảm, cải thiện, tụt… mà không có số liệu kỳ trước, hoặc số liệu kỳ trước cho thấy điều ngược lại, hoặc ghi “tất cả” trong khi có tiêu chí ngược lại. Mục tiêu (tăng cường, để cải thiện…) không tính.",
    hint="Ghi kèm số liệu kỳ trước (“80,1 điểm, tăng 0,23 điểm so với tháng 8”), mở số liệu kỳ trước để đối chiếu, hoặc bỏ câu này.",
    basis="Nhận xét tăng, giảm phải dựa trên số liệu hai kỳ cùng cách tính.",
    scope=Scope.LETTER,
    needs=(Need.LETTER,),
    broken=(
        Example({}, letter={"body.first": "Các tiêu chí có xu hướng giảm ở một số nội dung."}),
        Example({}, letter={"body.first": "Tổng điểm đạt 87,07/100 điểm, xếp thứ 7/9. Kết quả có cải thiện."}),
        Example({}, letter={"body.first": "Tỷ lệ số hóa hồ sơ đạt 40% và đã cao hơn cùng kỳ."}),
        Example({}, letter={"body.first": "Tổng điểm đạt 87,07/100 điểm, giảm so với kỳ trước."},
                extra={"previous": {"1.score_total": "86,5"}}),
        Example({}, letter={"body.first": "Tổng điểm đạt 87,07/100 điểm, tăng so với kỳ trước."},
                extra={"previous": {"1.score_total": "87,5"}}),
        Example({}, letter={"body.first": "Tổng số hồ sơ quá hạn là 46 hồ sơ, có cải thiện."},
                extra={"previous": {"1.overdue_total": "40"}}),
        Example({"1.reuse_rate": "40", "1.digitize_rate": "50"},
                letter={"body.first": "Tất cả các tiêu chí đều tăng."},
                extra={"previous": {"1.reuse_rate": "41", "1.digitize_rate": "45"}}),
        Example({"1.reuse_rate": "40"}, letter={"body.first": "Kết quả có xu hướng giảm."},
                extra={"previous": {"1.reuse_rate": "39"}}),
        Example({}, letter={"body.first": "Tổng điểm đạt 87,07/100 điểm, tăng so với kỳ trước."},
                extra={"previous": {}}),
        Example({}, letter={"body.first": "Tổng điểm đạt 87,07/100 điểm, tăng so với kỳ trước."},
                extra={"previous": {"1.reuse_rate": "41"}}),
    ),
    sound=(
        Example({}, letter={"body.first": "Tổng điểm đạt 87,07/100 điểm, tăng 0,57 điểm so với tháng 8."}),
        Example({}, letter={"body.first": "Tổng điểm tăng so với kỳ trước (86,5 điểm)."}),
        Example({}, letter={"body.first": "Tổng điểm đạt 87,07/100 điểm, tăng 0,57 điểm."},
                extra={"previous": {"1.reuse_rate": "41"}}),
        Example({}, letter={"body.first": "Xã đã tăng cường tuyên truyền để cải thiện kết quả."}),
        Example({}, letter={"body.first": "Tỷ lệ số hóa hồ sơ cao hơn mức chung."}),
        Example({}, letter={"body.first": "Căn cứ kế hoạch cải thiện chỉ số của tỉnh."}),
        Example({}, letter={"body.first": "UBND xã yêu cầu các công chức thực hiện một số nội dung sau:\n"
                            "1. Thực hiện để tỷ lệ tăng trước ngày 30/10/2026."}),
        Example({}, letter={"body.first": "Tổng điểm đạt 87,07/100 điểm, tăng so với kỳ trước."},
                extra={"previous": {"1.score_total": "86,5"}}),
        Example({}, letter={"body.first": "Tổng số hồ sơ quá hạn là 46 hồ sơ, có cải thiện."},
                extra={"previous": {"1.overdue_total": "50"}}),
        Example({"1.reuse_rate": "40", "1.digitize_rate": "50"},
                letter={"body.first": "Một số tiêu chí tăng."},
                extra={"previous": {"1.reuse_rate": "41", "1.digitize_rate": "45"}}),
    ),
)  # fmt: skip
def trend_without_data(look: Look) -> Iterator[Remark]:
    """Words of rise and fall in results that no figures of the previous period bear out."""
    paper = look.the_paper
    rising, falling = _words(look, "increase"), _words(look, "decrease")
    words = look.reference.words
    least, told = _least(words("increase") + words("decrease")), regions(paper)
    for index in lines_holding(paper, least, (Component.BODY,), 0):
        if told[index] is Region.ORDER:
            continue
        text = _bare(look, paper.lines[index].text)
        is_trend = _holds(text, least)
        for sentence in _SENTENCE.finditer(text) if is_trend else ():
            if not _holds(sentence[0], least):
                continue
            found = _first(sentence, rising, falling)
            if found is None or sentence[0].lstrip().lower().startswith("căn cứ"):
                continue
            trend = _Trend(look, index, found, rises=bool(rising.fullmatch(found[0])))
            yield from trend.judged(sentence)


@lru_cache(maxsize=8)
def _least(words: tuple[str, ...]) -> tuple[str, ...]:
    """Those of `words`, in small letters, that hold no other of them."""
    small = tuple(dict.fromkeys(map(lowered, words)))
    return tuple(one for one in small if not any(o != one and o in one for o in small))


def _holds(text: str, least: tuple[str, ...]) -> bool:
    """Whether a text holds one of these words, be it within another."""
    small = lowered(text)
    return any(one in small for one in least)


def _words(look: Look, name: str) -> re.Pattern[str]:
    """The words of that list, the longest first."""
    return _any_of(look.reference.words(name))


@lru_cache(maxsize=16)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    some = sorted(words, key=len, reverse=True)
    begin = "".join(sorted({re.escape(one[0]) for one in some}))
    first = rf"(?=[{begin}])" if begin else ""  # much faster than what follows
    return re.compile(
        rf"(?<!\w){first}(?:{'|'.join(map(re.escape, some))})(?!\w)", re.IGNORECASE
    )


def _bare(look: Look, text: str) -> str:
    """The text with quotes and aims blanked out."""
    if "“" in text:
        text = _QUOTED.sub(_blank, text)
    if _holds(text, _least(look.reference.words("aim"))):
        text = _words(look, "aim").sub(_blank, text)
    return text


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _first(sentence: re.Match[str], *some: re.Pattern[str]) -> re.Match[str] | None:
    """The first word of rise or fall in a sentence; of "hơn" only over time."""
    text = sentence.string
    found = [
        match
        for words in some
        for match in words.finditer(text, sentence.start(), sentence.end())
        if not _BY_HOW_MUCH.search(match[0]) or _IN_TIME.match(text, match.end())
    ]
    return min(found, key=lambda one: one.start(), default=None)


class _Trend:
    """A word of rise or fall, judged by what is known of the previous period."""

    def __init__(
        self, look: Look, line: int, word: re.Match[str], *, rises: bool
    ) -> None:
        """Keep what is asked."""
        self._look = look
        self._line = line
        self._word = word
        self._rises = rises
        self._paper: Paper = look.the_paper

    def judged(self, sentence: re.Match[str]) -> Iterator[Remark]:
        """What is wrong with the word in its sentence; nothing where it is borne out."""
        previous = self._look.context.previous
        claim = self._claim(sentence)
        if previous is None or previous.head is None:
            if not _GIVEN.match(self._word.string, self._word.end()):
                yield self._remark(
                    f"Chưa có số liệu kỳ trước để nói “{self._word[0]}”."
                )
                yield from self._bare_results()
            return
        if claim is not None:
            yield from self._against(claim, previous)
        else:
            yield from self._against_all(sentence, previous)

    def _claim(self, sentence: re.Match[str]) -> Claim | None:
        """The figure of the office that the word is said of: the last one before it."""
        own = [
            one
            for one in self._paper.claims
            if one.line == self._line
            and one.place.row == self._paper.stated.head_id
            and one.place.part is Part.VALUE
            and sentence.start() <= one.start < self._word.start()
        ]
        return own[-1] if own else None

    def _against(self, claim: Claim, previous: Report) -> Iterator[Remark]:
        """A word that the figures of one indicator contradict."""
        key = claim.place.indicator
        before = previous.head.number(key) if previous.head else None
        now = self._paper.stated.number_at(claim.place)
        if before is None or now is None:
            if not _GIVEN.match(self._word.string, self._word.end()):
                yield self._remark(
                    f"Chưa có số liệu kỳ trước để nói “{self._word[0]}”."
                )
        elif not self._fits(key, now - before):
            yield self._remark(
                f"Ghi “{self._word[0]}” nhưng {self._look.name(key)} kỳ trước là "
                f"{figures.show(before)}, kỳ này {figures.show(now)}."
            )

    def _against_all(
        self, sentence: re.Match[str], previous: Report
    ) -> Iterator[Remark]:
        """A word said of the criteria in general."""
        now, before = self._look.report.head, previous.head
        moved: dict[str, Decimal] = {}
        for key in self._look.catalogue.indicators:
            first = None if before is None else before.number(key)
            second = None if now is None else now.number(key)
            if first is not None and second is not None:
                moved[key] = second - first
        against = [key for key, by in moved.items() if not self._fits(key, by)]
        is_all = bool(_ALL.search(sentence[0]))
        if moved and against and (is_all or len(against) == len(moved)):
            names = ", ".join(self._look.name(key) for key in against[:3])
            all_of = "tất cả " if is_all else ""
            yield self._remark(
                f"Ghi “{all_of}{self._word[0]}” nhưng số liệu hai kỳ cho thấy ngược lại ở: {names}."
            )

    def _fits(self, key: str, by: Decimal) -> bool:
        """Whether a change is what the word says; "cải thiện" means for the better."""
        indicator = self._look.indicator(key)
        is_higher = indicator is None or indicator.higher_is_better
        is_judging = bool(_BETTER.search(self._word[0]) or "hạng" in self._word[0])
        up = by if is_higher or not is_judging else -by
        return up > 0 if self._rises else up < 0

    def _bare_results(self) -> Iterator[Remark]:
        """The office's points and rank beside the word, that nothing is set against."""
        claimed = self._paper.claimed()
        head = self._paper.stated.head_id
        for key in (scoring.TOTAL_SCORE, "rank"):
            claim = claimed.get(Place(head, key))
            if claim is not None and claim.line == self._line:
                name = self._look.name(key)
                message = f"{name} {claim.text} chưa có số liệu kỳ trước để so sánh."
                span = (claim.start, claim.end)
                yield Remark(None, message, line=self._line, span=span)

    def _remark(self, message: str) -> Remark:
        return Remark(None, message, line=self._line, span=self._word.span())


RULES: Final[tuple[Rule, ...]] = (weak_is_not_the_weakest, trend_without_data)
