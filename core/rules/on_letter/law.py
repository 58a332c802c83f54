"""Rules about the law that a letter cites: family L."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from core import figures
from core.dates import lowered
from core.paper.model import Component
from core.paper.subject import names_index
from core.reference import Citation
from core.rules.on_letter import law_examples as given
from core.rules.on_letter.citing import Cited, citations
from core.rules.on_letter.passages import Passage, passages, pattern, sentences
from core.rules.on_letter.quoting import misquoted
from core.rules.on_letter.whole import Whole, whole
from core.rules.registry import Look, Need, Remark, Rule, Scope, Severity, rule

_LETTER: Final = (Need.LETTER,)
_FORM: Final = "Nghị định số 30/2020/NĐ-CP, Phụ lục I"
_INTRODUCED: Final = (Component.SUBJECT, Component.BODY)


def _day(look: Look) -> date:
    """The day by which the law is judged: the letter's, else today."""
    return look.the_paper.day or look.context.issue_date or look.context.today


def _at(cited: Cited, message: str) -> Remark:
    return cited.passage.remark(message, cited.start, cited.end)


def _is_about_index(look: Look) -> bool:
    text = look.the_paper.text(*_INTRODUCED, annex=0)
    return names_index(text, look.reference)


@rule(
    "L01",
    Severity.WARNING,
    title="Viện dẫn Bộ chỉ số chưa đúng",
    when="Công văn về Bộ chỉ số không nêu quyết định ban hành Bộ chỉ số, hoặc ghi sai"
    " số, ngày, tên của quyết định đó.",
    hint="Ghi đúng số, ký hiệu, ngày, cơ quan ban hành và tên của quyết định.",
    basis="Quyết định số 766/QĐ-TTg ngày 23/6/2022; Nghị định số 30/2020/NĐ-CP, Phụ lục"
    " I.",
    scope=Scope.LETTER,
    needs=_LETTER,
    broken=given.L01_BROKEN,
    sound=given.L01_SOUND,
)
def index_cited(look: Look) -> Iterator[Remark]:
    """The index is cited, with its number, date and title."""
    index = look.reference.index_on(_day(look))
    if index is None or not _is_about_index(look):
        return
    found = list(citations(look.the_paper))
    wrong = [one for one in found if _is_mistaken(one, index)]
    right = [one for one in found if one.code == index.code]
    for one in wrong:
        yield _at(one, f"Số văn bản ghi {one.code}, Bộ chỉ số là {index.short}.")
    for one in right:
        if one.day_text and one.day != index.day:
            given_day, day = one.day_text, figures.show_date(index.day)
            yield _at(one, f"{index.short} ghi “{given_day}”, ngày đúng là {day}.")
        yield from misquoted(one, index, look.reference)
    if not wrong and not right:
        yield from _missing(look, index)


def _is_mistaken(cited: Cited, index: Citation) -> bool:
    """Whether a number is one that people mistake for the index, or bears its title."""
    if cited.code == index.code or cited.code in index.mistaken:
        return cited.code != index.code
    named = index.title.casefold().partition(" bộ chỉ số ")[2].split(",")[0]
    return bool(named) and f"bộ chỉ số {named}" in cited.title.casefold().split(",")[0]


def _missing(look: Look, index: Citation) -> Iterator[Remark]:
    body = list(passages(look.the_paper, (Component.BODY,), annex=0))
    leads = [one for one in body if one.text.lstrip().startswith("Căn cứ")]
    for one in (leads or body)[:1]:
        message = f"Chưa viện dẫn {index.short} ngày {figures.show_date(index.day)}."
        yield one.remark(message, 0, len(one.text))


@rule(
    "L02",
    Severity.HINT,
    title="Căn cứ không phải về Bộ chỉ số",
    when="Công văn về Bộ chỉ số viện dẫn văn bản về việc khác, như quy chế hoạt động.",
    hint="Bỏ căn cứ này, hoặc nêu văn bản giao chỉ tiêu của cấp trên.",
    basis=f"{_FORM} (căn cứ ban hành).",
    scope=Scope.LETTER,
    needs=_LETTER,
    broken=given.L02_BROKEN,
    sound=given.L02_SOUND,
)
def about_the_index(look: Look) -> Iterator[Remark]:
    """Documents that a letter about the index rests on are about it."""
    if not _is_about_index(look):
        return
    off = look.reference.words("off_subject")
    for one in citations(look.the_paper):
        known = one.known(look.reference)
        title = one.title.casefold()
        if known.about_index if known else not any(word in title for word in off):
            continue
        yield _at(one, f"{one.name} không phải là căn cứ về Bộ chỉ số.")


@rule(
    "L03",
    Severity.WARNING,
    title="Viện dẫn văn bản đã hết hiệu lực",
    when="Văn bản được viện dẫn đã bị thay thế, hoặc của cơ quan không còn, vào ngày ký"
    " công văn.",
    hint="Viện dẫn văn bản đang có hiệu lực.",
    basis="Nghị định số 118/2025/NĐ-CP; chính quyền địa phương hai cấp từ ngày"
    " 01/7/2025.",
    scope=Scope.LETTER,
    needs=_LETTER,
    broken=given.L03_BROKEN,
    sound=given.L03_SOUND,
)
def in_force(look: Look) -> Iterator[Remark]:
    """Documents that a letter cites are in force on its day."""
    day = _day(look)
    for one in citations(look.the_paper):
        known = one.known(look.reference)
        if known and known.valid_to and known.valid_to < day:
            yield _at(one, _ended(known))
            continue
        for unit in look.reference.abolished:
            if unit.ended < day and f" {unit.name} " in f"{one.issuer.casefold()} ":
                ended = figures.show_date(unit.ended)
                message = f"{one.name} là của {one.issuer}, {unit.name} không còn sau"
                yield _at(one, f"{message} ngày {ended}.")
                break


def _ended(known: Citation) -> str:
    last = figures.show_date(known.valid_to) if known.valid_to else ""
    message = f"{known.short} chỉ có hiệu lực đến hết ngày {last}"
    if known.replaced_by:
        message += f"; văn bản thay thế là {known.replaced_by}"
    return message + ("." if known.settled else " (cần đối chiếu lại).")


@rule(
    "L04",
    Severity.HINT,
    title="“Theo quy định” mà không nêu quy định nào",
    when="Câu ghi “theo quy định” mà không nêu văn bản quy định.",
    hint="Nêu số, ký hiệu của văn bản quy định, hoặc bỏ cụm từ này.",
    basis=f"{_FORM} (viện dẫn văn bản).",
    scope=Scope.LETTER,
    needs=_LETTER,
    broken=given.L04_BROKEN,
    sound=given.L04_SOUND,
)
def named_rules(look: Look) -> Iterator[Remark]:
    """A sentence that refers to rules names them."""
    vague = look.reference.words("vague_basis")
    told = whole(look.the_paper)
    places = [start for start, _ in told.places(*vague)]
    for passage in told.at(places, (Component.BODY,)):
        cited = [
            one.start for one in citations(look.the_paper) if one.passage is passage
        ]
        for one in sentences(passage):
            end = one.start + len(one.text)
            if any(one.start <= at < end for at in cited):
                continue
            plain = one.text.casefold()
            for words in vague:
                found = words in plain and pattern(words).search(one.text)
                if found and not _goes_on(one.text[found.end() :]):
                    message = f"Ghi “{found[0]}” mà không nêu quy định nào."
                    yield one.remark(message, *found.span())
                    break


def _goes_on(rest: str) -> bool:
    """Whether what follows "theo quy định" says whose or where."""
    return rest.lstrip().startswith(("tại ", "của ", "trong ", "về ", "trên ", "nêu "))


@rule(
    "L05",
    Severity.HINT,
    title="Tên mục, địa chỉ trên Cổng có thể đã cũ",
    when="Công văn nêu tên mục hoặc địa chỉ của Cổng Dịch vụ công quốc gia đã đổi.",
    hint="Mở Cổng, ghi tên mục và địa chỉ như đang hiển thị.",
    basis="Cổng Dịch vụ công quốc gia.",
    scope=Scope.LETTER,
    needs=_LETTER,
    broken=given.L05_BROKEN,
    sound=given.L05_SOUND,
)
def portal_pages(look: Look) -> Iterator[Remark]:
    """Pages of the portal are named as they are now."""
    day = _day(look)
    told = whole(look.the_paper)
    for passage in told.at(_portal_places(told, look), (Component.BODY,)):
        plain = passage.text.casefold()
        for page in look.reference.portal:
            for name in page.others:
                if (at := plain.find(name.casefold())) >= 0:
                    message = f"Mục “{name}” trên Cổng có nhiều cách gọi; địa chỉ hiện"
                    message += f" nay là {page.url}."
                    yield passage.remark(message, at, at + len(name))
            if page.ended and day > page.ended:
                yield from _old_addresses(passage, page.old, page.url)


def _portal_places(told: Whole, look: Look) -> Iterator[int]:
    """Where names and addresses of the portal's pages stand."""
    for page in look.reference.portal:
        for name in (*page.others, *page.old):
            yield from told.every(lowered(name))


def _old_addresses(
    passage: Passage, old: tuple[str, ...], url: str
) -> Iterator[Remark]:
    for address in old:
        if (at := passage.text.find(address)) >= 0:
            message = f"Địa chỉ “{address}” là của Cổng cũ, hiện nay là {url}."
            yield passage.remark(message, at, at + len(address))


@rule(
    "L06",
    Severity.WARNING,
    title="Ngày của văn bản viện dẫn không khớp",
    when="Cùng một văn bản được ghi hai ngày khác nhau, hoặc khác ngày ban hành.",
    hint="Đối chiếu với văn bản gốc và ghi cùng một ngày.",
    basis=f"{_FORM} (viện dẫn văn bản).",
    scope=Scope.LETTER,
    needs=_LETTER,
    broken=given.L06_BROKEN,
    sound=given.L06_SOUND,
)
def same_day(look: Look) -> Iterator[Remark]:
    """A document bears one date, its own, wherever it is cited."""
    index = look.reference.index_on(_day(look))
    seen: list[Cited] = []
    for one in citations(look.the_paper):
        if one.day is None:
            continue
        known = one.known(look.reference)
        before = next((other for other in seen if one.is_same(other)), None)
        if before and before.day != one.day:
            message = f"{one.name} có chỗ ghi {before.day_text}, có chỗ ghi"
            yield _at(one, f"{message} {one.day_text}.")
        elif known and known != index and known.settled and known.day != one.day:
            day = figures.show_date(known.day)
            yield _at(one, f"{one.name} ghi “{one.day_text}”, ngày đúng là {day}.")
        seen.append(one)


@rule(
    "L07",
    Severity.HINT,
    title="Viện dẫn chưa đủ ở lần đầu hoặc thừa ở lần sau",
    when="Lần đầu viện dẫn một văn bản thiếu ngày, cơ quan ban hành hoặc tên; hoặc lần"
    " sau ghi lại đầy đủ.",
    hint="Lần đầu ghi đủ tên loại, số, ký hiệu, ngày, cơ quan, tên văn bản; các lần sau"
    " chỉ ghi tên loại và số, ký hiệu.",
    basis=f"{_FORM} (viện dẫn văn bản).",
    scope=Scope.LETTER,
    needs=_LETTER,
    broken=given.L07_BROKEN,
    sound=given.L07_SOUND,
)
def full_then_short(look: Look) -> Iterator[Remark]:
    """A document is cited in full at first, and short afterwards."""
    seen: list[Cited] = []
    for one in citations(look.the_paper):
        if any(one.is_same(other) for other in seen):
            if one.day_text and one.title:
                yield _at(one, f"{one.name} đã viện dẫn đầy đủ ở trên, chỉ ghi số.")
            continue
        seen.append(one)
        lacking = list(_lacking(one))
        if lacking:
            yield _at(one, f"{one.name} viện dẫn lần đầu thiếu {', '.join(lacking)}.")


def _lacking(one: Cited) -> Iterator[str]:
    if not one.kind:
        yield "tên loại"
    if one.code.split("/")[-1].startswith("QH"):
        return
    if not one.day_text:
        yield "ngày ban hành"
    if not one.issuer:
        yield "cơ quan ban hành"
    if not one.title:
        yield "tên văn bản"


RULES: Final[tuple[Rule, ...]] = (
    index_cited,
    about_the_index,
    in_force,
    named_rules,
    portal_pages,
    same_day,
    full_then_short,
)
