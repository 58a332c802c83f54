"""Rules about terms written in one way, and abbreviations spelled out (F12, F13)."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from core.paper.model import Component
from core.reference import Term
from core.rules.on_letter import form_terms_examples as given
from core.rules.on_letter.passages import Passage, all_text, passages, pattern
from core.rules.registry import Look, Need, Remark, Rule, Scope, Severity, rule

_LETTER: Final = (Need.LETTER,)
_WRITTEN: Final = (
    Component.SUBJECT,
    Component.ADDRESSEES,
    Component.BODY,
    Component.RECIPIENTS,
    Component.ANNEX_TEXT,
)
_QUOTED: Final = re.compile(r"“[^”]*”|\"[^\"]*\"|https?://\S+")
_SHORT: Final = re.compile(r"(?<![\w/(.-])[A-ZĐ][A-ZĐa-zđ]*[A-ZĐ](?![\w/-])")
_ROMAN: Final = re.compile(r"[IVXLC]+")
_INTRODUCED: Final = re.compile(
    r"\(([A-ZĐ][A-ZĐa-zđ]+)\)|(?:viết tắt|gọi tắt) là[\s:“\"]*([A-ZĐ][A-ZĐa-zđ]+)"
)
_LEAST: Final = 3


@dataclass(frozen=True, slots=True)
class _Use:
    """A use of a term: where, and how it is written there."""

    passage: Passage
    start: int
    text: str

    def remark(self, message: str) -> Remark:
        return self.passage.remark(message, self.start, self.start + len(self.text))


@rule(
    "F12",
    Severity.HINT,
    title="Viết hoa, gọi tên chưa thống nhất",
    when="Cùng một tên được viết nhiều cách trong công văn, hoặc viết hoa không đúng.",
    hint="Dùng một cách viết trong cả công văn.",
    basis="Nghị định số 30/2020/NĐ-CP, Phụ lục II (viết hoa trong văn bản hành chính).",
    scope=Scope.LETTER,
    needs=_LETTER,
    broken=given.F12_BROKEN,
    sound=given.F12_SOUND,
)
def one_way_of_writing(look: Look) -> Iterator[Remark]:
    """A term is written in one way throughout."""
    told = [(one, one.text.casefold()) for one in passages(look.the_paper, _WRITTEN)]
    whole = all_text(look.the_paper, _WRITTEN)
    for term in look.reference.terms:
        if any(way.casefold() in whole for way in (term.name, *term.others)):
            yield from _unlike(term, list(_uses(term, told)))
    for passage, _ in told:
        yield from _raised(passage, look.reference.words("small"))


def _raised(passage: Passage, small: tuple[str, ...]) -> Iterator[Remark]:
    """Words with a capital in the middle of a sentence that bear none."""
    words = [word for word in small if word in passage.text]
    plain = _without_quotes(passage) if words else ""
    for word in words:
        for found in re.finditer(rf"(?<!\w)(\w+,?) ({word})(?!\w)", plain):
            if found[1][0].islower():
                message = f"Giữa câu viết “{word}”, phải là “{word.lower()}”."
                yield passage.remark(message, *found.span(2))


def _without_quotes(passage: Passage) -> str:
    """A passage with blanks in place of what is quoted, and of addresses."""
    if not any(sign in passage.text for sign in ("“", '"', "http")):
        return passage.text
    return _QUOTED.sub(lambda found: " " * len(found[0]), passage.text)


def _uses(term: Term, told: list[tuple[Passage, str]]) -> Iterator[_Use]:
    """Where a term, or another name of it, is written, but all in capitals.

    `told` are passages, each with its text in small letters.
    """
    ways = tuple(sorted((term.name, *term.others), key=len, reverse=True))
    any_way = _any_of(ways)
    small = [way.casefold() for way in ways]
    for passage, plain in told:
        if not any(way in plain for way in small):
            continue
        for found in any_way.finditer(passage.text):
            if not found[0].isupper():
                yield _Use(passage, found.start(), found[0])


@lru_cache(maxsize=256)
def _any_of(ways: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(pattern(way).pattern for way in ways), re.IGNORECASE)


def _unlike(term: Term, uses: list[_Use]) -> Iterator[Remark]:
    """The uses that are not written in the one way, one for each paragraph."""
    ways = Counter(use.text for use in uses)
    if not ways or (len(ways) == 1 and not term.strict):
        return
    right = term.name
    if right not in ways and not term.strict:
        right = ways.most_common(1)[0][0]
    seen: set[tuple[Passage, str]] = set()
    for use in uses:
        if use.text != right and (use.passage, use.text) not in seen:
            seen.add((use.passage, use.text))
            yield use.remark(f"Viết “{use.text}”, nên thống nhất là “{right}”.")


@rule(
    "F13",
    Severity.HINT,
    title="Chữ viết tắt chưa giải thích",
    when="Chữ viết tắt dùng trong nội dung mà ở lần đầu chưa ghi đầy đủ kèm chữ viết tắt"
    " trong ngoặc; UBND, HĐND và các tên riêng không xét.",
    hint="Lần đầu ghi đầy đủ, như “thủ tục hành chính (TTHC)”.",
    basis="Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II (nội dung văn bản: giải thích"
    " từ viết tắt ở lần đầu).",
    scope=Scope.LETTER,
    needs=_LETTER,
    broken=given.F13_BROKEN,
    sound=given.F13_SOUND,
)
def spelled_out(look: Look) -> Iterator[Remark]:
    """An abbreviation is spelled out where it is first used."""
    full = {one.short: one.full for one in look.reference.abbreviations}
    known = {one.short for one in look.reference.abbreviations if one.common}
    known |= set(look.reference.words("short_names"))
    for passage in passages(look.the_paper, (Component.BODY,), annex=0):
        plain = _without_quotes(passage)
        introduced = {one[1] or one[2]: one for one in _INTRODUCED.finditer(plain)}
        for found in _SHORT.finditer(plain):
            short = found[0]
            if short in known or not _is_short(short, plain, found, full):
                continue
            known.add(short)
            if short in introduced and introduced[short].start() < found.start():
                continue
            meaning = f": {full[short]}" if short in full else ""
            message = f"Chữ viết tắt {short} chưa được giải thích ở lần đầu{meaning}."
            yield passage.remark(message, *found.span())
        known |= introduced.keys()


def _is_short(
    short: str, text: str, found: re.Match[str], full: dict[str, str]
) -> bool:
    """Whether capitals are an abbreviation: a known one, or three letters and more.

    Numbers (XII) are none, nor is a word among others in capitals.
    """
    if short in full:
        return True
    if not short.isupper() or len(short) < _LEAST or _ROMAN.fullmatch(short):
        return False
    beside = (*text[: found.start()].split()[-1:], *text[found.end() :].split()[:1])
    return not any(len(word) > 1 and word.isupper() for word in beside)


RULES: Final[tuple[Rule, ...]] = (one_way_of_writing, spelled_out)
