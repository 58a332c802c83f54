"""Rules about how a letter is worded: family W."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from core.paper.model import Component
from core.reference import Contradiction, Phrase
from core.rules.on_letter import wording_examples as given
from core.rules.on_letter.citing import citations
from core.rules.on_letter.passages import (
    TEXT,
    Passage,
    Sentence,
    pattern,
    sentences,
)
from core.rules.on_letter.whole import whole
from core.rules.registry import Look, Need, Remark, Rule, Scope, Severity, rule

_LETTER: Final = (Need.LETTER,)
_STYLE: Final = (
    "Nghị định số 30/2020/NĐ-CP, Phụ lục I (nội dung văn bản: rõ ràng, chính xác)."
)
_WORDED: Final = (
    Component.SUBJECT,
    Component.ADDRESSEES,
    Component.BODY,
    Component.RECIPIENTS,
    Component.ANNEX_TITLE,
    Component.ANNEX_TEXT,
    Component.ANNEX_CELL,
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_DOUBLED: Final = re.compile(
    r"(?<![\w-])([^\W\d_]++(?:\s[^\W\d_]++)?)\s++\1(?![\w-])", re.IGNORECASE
)
_ASIDE: Final = re.compile(r"\([^)]*\)|“[^”]*”")
_NOUN: Final = re.compile(r"\s+(\w+(?:\s+\w+)?)")
_PIECE: Final = re.compile(r"[^;:\s][^;:]*")
_SLOT: Final = re.compile(
    r"\{[^{}]*\}|<[^<>\d]+>|\[[^\[\]\d]+\]|(?:\.{4,}|…{2,}|_{3,})"
    r"|(?<![,;]\s)(?<![,;\w.…])(?:…|\.{3})(?!\w)"
)

_BEFORE_SENTENCE: Final = '\n.!?)”"'
_SLOT_SIGNS: Final = ("{", "<", "[", "…", "...", "___")


@rule(
    "W01",
    Severity.HINT,
    title="Cụm từ khuôn sáo, trái lối diễn đạt",
    when="Câu dùng cụm từ khuôn sáo chưa đúng lối diễn đạt của văn bản hành chính.",
    hint="Viết lại như gợi ý.",
    basis=_STYLE,
    scope=Scope.LETTER,
    needs=_LETTER,
    broken=given.W01_BROKEN,
    sound=given.W01_SOUND,
)
def set_phrases(look: Look) -> Iterator[Remark]:
    """Set phrases are those of the field."""
    yield from _phrases(look, "set", "nên viết")


@rule(
    "W02",
    Severity.WARNING,
    title="Câu tự mâu thuẫn",
    when="Cùng một câu vừa nói “tất cả” vừa nói “một số” về cùng một việc.",
    hint="Chọn một cách nói, đúng với số liệu.",
    basis=_STYLE,
    scope=Scope.LETTER,
    needs=_LETTER,
    broken=given.W02_BROKEN,
    sound=given.W02_SOUND,
)
def no_contradiction(look: Look) -> Iterator[Remark]:
    """No sentence says "all" and "some" of the same."""
    except_words = look.reference.words("except")
    pairs = look.reference.contradictions
    for sentence in _saying_both(look, pairs):
        for piece in re.finditer(r"[^;]+", sentence.text):
            both = (_contradiction(piece[0], one) for one in pairs)
            found = next(filter(None, both), None)
            if found and not any(pattern(one).search(piece[0]) for one in except_words):
                start, end, message = found
                at = piece.start()
                yield sentence.remark(message, at + start, at + end)


def _saying_both(look: Look, pairs: Iterable[Contradiction]) -> Iterator[Sentence]:
    """The sentences of paragraphs in which both sides of a pair stand."""
    told = whole(look.the_paper)
    both: set[Passage] = set()
    for pair in pairs:
        seconds = told.at([start for start, _ in told.places(*pair.second)], TEXT)
        if seconds:
            firsts = told.at([start for start, _ in told.places(*pair.first)], TEXT)
            both |= set(firsts).intersection(seconds)
    for passage in sorted(both, key=lambda one: one.line):
        yield from sentences(passage)


def _contradiction(text: str, pair: Contradiction) -> tuple[int, int, str] | None:
    """From where to where a piece contradicts itself, and how; None where it does not."""
    firsts = list(_named(text, pair.first, same_noun=pair.same_noun))
    seconds = list(_named(text, pair.second, same_noun=pair.same_noun))
    for first, start, stop in firsts:
        for second, after, end in seconds:
            if stop <= after and (not pair.same_noun or _noun(first) == _noun(second)):
                said = f"“{first}” lại vừa nói “{second}”"
                return start, end, f"Câu tự mâu thuẫn: vừa nói {said}."
    return None


def _named(
    text: str, phrases: tuple[str, ...], *, same_noun: bool
) -> Iterator[tuple[str, int, int]]:
    """Where one of `phrases` stands, the longest first, with the noun that follows."""
    for phrase in sorted(phrases, key=len, reverse=True):
        for found in pattern(phrase).finditer(text):
            noun = _NOUN.match(text, found.end()) if same_noun else None
            if noun or not same_noun:
                end = noun.end() if noun else found.end()
                yield text[found.start() : end], found.start(), end


def _noun(phrase: str) -> str:
    """The last two words, in small letters."""
    return " ".join(phrase.casefold().split()[-2:])


@rule(
    "W03",
    Severity.HINT,
    title="Câu chưa trọn hoặc lủng củng",
    when="Câu bắt đầu bằng “Căn cứ …” đã kết thúc bằng dấu chấm, ý chính nằm ở câu"
    " sau; hoặc có các từ không nối được với nhau.",
    hint="Nối câu với câu sau bằng dấu phẩy, hoặc thêm từ còn thiếu.",
    basis=_STYLE,
    scope=Scope.LETTER,
    needs=_LETTER,
    broken=given.W03_BROKEN,
    sound=given.W03_SOUND,
)
def whole_sentences(look: Look) -> Iterator[Remark]:
    """Sentences are whole."""
    yield from _phrases(look, "grammar", "có phải là")
    told = whole(look.the_paper)
    leads = look.reference.words("lead")
    begun = [at for lead in leads for at in told.every(lead)]
    at_first = (at for at in begun if _may_begin(told.text, at))
    for passage in told.at(at_first, TEXT):
        every = list(sentences(passage))
        for sentence in every if len(every) > 1 else ():
            if _is_fragment(look, sentence.text):
                opening = " ".join(sentence.text.split()[:4])
                message = f"Câu “{opening} …” chưa có ý chính mà đã chấm câu."
                yield sentence.remark(message, 0, len(sentence.text))


def _may_begin(text: str, at: int) -> bool:
    """Whether a sentence may begin at a place: of a paragraph, or behind a stop."""
    while at and text[at - 1] != "\n" and text[at - 1].isspace():
        at -= 1
    return at == 0 or text[at - 1] in _BEFORE_SENTENCE


def _is_fragment(look: Look, text: str) -> bool:
    """Whether a sentence only leads to another.

    One that is a paragraph of its own is none: the decree ends a block of căn cứ so.
    """
    if not text.endswith("."):
        return False
    leads = look.reference.words("lead")
    opening = text[: max(map(len, leads), default=0)].casefold()
    if not opening.startswith(leads):
        return False
    plain = text.casefold()
    speakers = look.reference.words("speaker")
    return not any(f", {speaker.casefold()} " in plain for speaker in speakers)


@rule(
    "W04",
    Severity.ERROR,
    title="Lỗi gõ",
    when="Có lỗi gõ thường gặp, hoặc một từ bị gõ hai lần liền nhau.",
    hint="Sửa như gợi ý.",
    basis=_STYLE,
    scope=Scope.LETTER,
    needs=_LETTER,
    broken=given.W04_BROKEN,
    sound=given.W04_SOUND,
)
def no_typos(look: Look) -> Iterator[Remark]:
    """No known typo, no word typed twice."""
    yield from _phrases(look, "typo", "có phải là")
    allowed = look.reference.words("doubled")
    for passage in whole(look.the_paper).with_words_twice(_WORDED):
        for found in _DOUBLED.finditer(passage.text):
            if not _is_doubled_rightly(passage.text, found, allowed):
                message = f"Từ “{found[1]}” bị gõ hai lần liền nhau."
                yield passage.remark(message, *found.span())


def _is_doubled_rightly(
    text: str, found: re.Match[str], allowed: tuple[str, ...]
) -> bool:
    """Whether a word stands twice by right: "dần dần", "đồng bộ bộ thủ tục", "An An"."""
    words_twice = found[0].split()
    middle = len(words_twice) // 2
    first, second = " ".join(words_twice[:middle]), " ".join(words_twice[middle:])
    if first != second and second[0].isupper():
        return True
    if first[0].isupper() and second[0].isupper():
        return not first.isupper()
    before = text[: found.start()].casefold()
    words = (f"{before}{first.casefold()} {second.casefold()}").replace("\t", " ")
    return any(f" {words}".endswith(f" {one}") for one in allowed)


@rule(
    "W05",
    Severity.WARNING,
    title="Viết ngược nghĩa",
    when="Cụm từ đảo ngược người làm và người nhận, như “thư xin lỗi của người dân”.",
    hint="Viết lại như gợi ý.",
    basis="Nghị định số 118/2025/NĐ-CP: cơ quan giải quyết xin lỗi tổ chức, cá nhân.",
    scope=Scope.LETTER,
    needs=_LETTER,
    broken=given.W05_BROKEN,
    sound=given.W05_SOUND,
)
def not_reversed(look: Look) -> Iterator[Remark]:
    """Who does and who receives are not exchanged."""
    yield from _phrases(look, "reversed", "nên viết")


@rule(
    "W06",
    Severity.HINT,
    title="Câu quá dài",
    when="Câu, hoặc một vế giữa hai dấu chấm phẩy, dài hơn 60 từ; tên văn bản"
    " viện dẫn, lời trong ngoặc và trong ngoặc kép không tính.",
    hint="Tách thành nhiều câu ngắn.",
    basis=_STYLE,
    scope=Scope.LETTER,
    needs=_LETTER,
    broken=given.W06_BROKEN,
    sound=given.W06_SOUND,
)
def not_too_long(look: Look) -> Iterator[Remark]:
    """No sentence is longer than one breath; words of citations do not count."""
    longest = look.reference.limit("sentence_words")
    for passage in whole(look.the_paper).of(TEXT):
        if passage.text.count(" ") < longest:
            continue
        for sentence in sentences(passage):
            if _count(sentence.text) <= longest:
                continue
            text = _ASIDE.sub(
                lambda found: " " * len(found[0]), _own_words(look, sentence)
            )
            for piece in _PIECE.finditer(text):
                if (count := _count(piece[0])) > longest:
                    message = f"Câu dài {count} từ, nên tách để dễ đọc."
                    yield sentence.remark(message, *piece.span())
                    break


def _count(text: str) -> int:
    """How many words there are."""
    words = text.split()
    others = [
        word for word in words if not word.isalpha()
    ]  # "hồ sơ,", "2/4", "và/hoặc"
    return len(words) - len(others) + len(_WORD.findall(" ".join(others)))


def _own_words(look: Look, sentence: Sentence) -> str:
    """A sentence without the documents that it cites."""
    cited = [
        (one.start, one.title_start + len(one.title) if one.title else one.end)
        for one in citations(look.the_paper)
        if one.passage is sentence.passage
    ]
    return _without(sentence, cited)


def _without(sentence: Sentence, spans: list[tuple[int, int]]) -> str:
    """A sentence with `spans` of its passage blanked out."""
    text = sentence.text
    for first, last in spans:
        start = max(first - sentence.start, 0)
        end = min(last - sentence.start, len(text))
        if start < end:
            text = text[:start] + " " * (end - start) + text[end:]
    return text


@rule(
    "W07",
    Severity.WARNING,
    title="Còn chỗ chưa điền",
    when="Còn dấu “…”, {…}, […], “xxx” ở chỗ cần điền.",
    hint="Điền nội dung vào chỗ còn trống.",
    basis=_STYLE,
    scope=Scope.LETTER,
    needs=_LETTER,
    broken=given.W07_BROKEN,
    sound=given.W07_SOUND,
)
def filled_in(look: Look) -> Iterator[Remark]:
    """Nothing is left to be filled in; number and date are F06's."""
    told = whole(look.the_paper)
    slots = [one for one in look.reference.words("slot") if told.places(one)]
    if not slots and not any(sign in told.text for sign in _SLOT_SIGNS):
        return
    tried = (_SLOT, *map(pattern, slots))
    for passage in told.of(_WORDED):
        found = next(filter(None, (one.search(passage.text) for one in tried)), None)
        if found:
            message = f"Chỗ “{found[0]}” chưa điền nội dung."
            yield passage.remark(message, *found.span())


def _phrases(look: Look, kind: str, said: str) -> Iterator[Remark]:
    """Where the wrong phrases of a kind stand, and what they should be."""
    told = whole(look.the_paper)
    there = [
        (found.passage.line, rank, phrase, found)
        for rank, phrase in enumerate(look.reference.phrases_of(kind))
        for found in told.found(_WORDED, phrase.wrong)
    ]
    for _, _, phrase, found in sorted(there, key=lambda one: one[:2]):
        message = f"“{found.text}” {said} “{_cased(phrase, found.text)}”"
        why = f": {phrase.why}" if phrase.why else ""
        sign = "?" if said.startswith("có phải") and not why else "."
        yield found.passage.remark(f"{message}{why}{sign}", found.start, found.end)


def _cased(phrase: Phrase, found: str) -> str:
    """The right words, with a capital where the wrong ones begin with one."""
    right = phrase.right
    return right[0].upper() + right[1:] if found[0].isupper() else right


RULES: Final[tuple[Rule, ...]] = (
    set_phrases,
    no_contradiction,
    whole_sentences,
    no_typos,
    not_reversed,
    not_too_long,
    filled_in,
)
