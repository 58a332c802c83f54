"""Rules about terms written in one way, and abbreviations spelled out (F12, F13)."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from core.paper.model import Component
from core.reference import Term
from core.rules.on_letter import form_terms_examples as given
from core.rules.on_letter.passages import Passage
from core.rules.on_letter.whole import Found, Whole, whole
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
# What stands before a capital is looked at behind it: looking for it first is faster.
_SHORT: Final = re.compile(r"[A-ZĐ](?<![\w/(.-][A-ZĐ])[A-ZĐa-zđ]*[A-ZĐ](?![\w/-])")
_ROMAN: Final = re.compile(r"[IVXLC]+")
_INTRODUCED: Final = re.compile(
    r"\(([A-ZĐ][A-ZĐa-zđ]+)\)|(?:viết tắt|gọi tắt) là[\s:“\"]*([A-ZĐ][A-ZĐa-zđ]+)"
)
_IN_BRACKETS: Final = re.compile(r"\(([A-ZĐ][A-ZĐa-zđ]+)\)")
_CALLING: Final = ("viết tắt", "gọi tắt")
_LEAST: Final = 3


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
    told = whole(look.the_paper)
    for term in look.reference.terms:
        names = (term.name, *term.others)
        places = told.places(*names)
        ways = {told.text[start:end] for start, end in places}
        if not _are_alike(term, ways):
            uses = told.found_at(places, _WRITTEN)
            yield from _unlike(term, [use for use in uses if not use.text.isupper()])
    small = look.reference.words("small")
    behind = [at for word in small for at in _behind_words(told, word)]
    for passage in told.at(behind, _WRITTEN):
        yield from _raised(passage, small)


def _are_alike(term: Term, ways: set[str]) -> bool:
    """Whether a letter that writes a term in these ways writes it in one."""
    small = {way for way in ways if not way.isupper()}
    is_right = not term.strict or term.name in small
    return not small or (len(small) == 1 and is_right)


def _behind_words(told: Whole, word: str) -> Iterator[int]:
    """Where `word`, written so, stands behind another, or behind a comma."""
    at = told.text.find(f" {word}")
    while at >= 0:
        before = told.text[at - 1 : at]
        if before.isalnum() or before in ("_", ","):
            yield at
        at = told.text.find(f" {word}", at + 1)


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


def _unlike(term: Term, uses: list[Found]) -> Iterator[Remark]:
    """The uses that are not written in the one way, one for each paragraph."""
    ways = Counter([use.text for use in uses]) if uses else None
    if not ways or (len(ways) == 1 and not term.strict):
        return
    right = term.name
    if right not in ways and not term.strict:
        right = ways.most_common(1)[0][0]
    seen: set[tuple[Passage, str]] = set()
    for use in uses:
        if use.text != right and (use.passage, use.text) not in seen:
            seen.add((use.passage, use.text))
            message = f"Viết “{use.text}”, nên thống nhất là “{right}”."
            yield use.passage.remark(message, use.start, use.end)


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
    told = whole(look.the_paper)
    used = _abbreviations(told, known, full)
    called = {told.index(at) for at in _called(told)}
    for index in sorted({*used, *called}):
        passage = told.passages[index]
        line = look.the_paper.lines[passage.line]
        if line.component is not Component.BODY or line.annex:
            continue
        if index in called or not used[index] <= known:
            yield from _unexplained(passage, known, full)


def _called(told: Whole) -> Iterator[int]:
    """Where words introduce an abbreviation, or an address stands close to capitals."""
    for word in _CALLING:
        yield from told.every(word)
    for at in told.every("http"):
        if told.text[at - 1 : at].isupper():
            yield at


def _abbreviations(
    told: Whole, known: set[str], full: dict[str, str]
) -> dict[int, set[str]]:
    """What may be an abbreviation that is not known, in which paragraph."""
    found: dict[int, set[str]] = {}
    for one in _SHORT.finditer(told.text):
        if one[0] not in known and _may_be_short(one[0], full):
            found.setdefault(told.index(one.start()), set()).add(one[0])
    for one in _IN_BRACKETS.finditer(told.text):
        if one[1] not in known:
            found.setdefault(told.index(one.start()), set()).add(one[1])
    return found


def _unexplained(
    passage: Passage, known: set[str], full: dict[str, str]
) -> Iterator[Remark]:
    """What a paragraph does not spell out; from there on it is `known`."""
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
    known.update(introduced)


def _may_be_short(short: str, full: dict[str, str]) -> bool:
    """Whether it is a known one, or of three letters and more, and no number (XII)."""
    is_long = short.isupper() and len(short) >= _LEAST
    return short in full or (is_long and not _ROMAN.fullmatch(short))


def _is_short(
    short: str, text: str, found: re.Match[str], full: dict[str, str]
) -> bool:
    """Whether capitals are an abbreviation: no word among others in capitals."""
    if short in full or not _may_be_short(short, full):
        return short in full
    beside = (*text[: found.start()].split()[-1:], *text[found.end() :].split()[:1])
    return not any(len(word) > 1 and word.isupper() for word in beside)


RULES: Final[tuple[Rule, ...]] = (one_way_of_writing, spelled_out)
