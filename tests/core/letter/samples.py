"""The three sample workbooks as reports, their letters, and a letter as plain text."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache

from core import catalogue, entry, importing, profiles, resources
from core.letter import wording
from core.letter.compose import compose
from core.letter.model import Annex, Letter, Style, plain_text, text_of
from core.report import Place, Report

CATALOGUE = catalogue.load()
WORDING = wording.load()

FILES = {
    "xa-truong-tay": "Phụ lục 766 - UBND xã Trường Tây - tháng 9-2024.xlsx",
    "huyen-go-dau": "Phụ lục 1 - huyện Gò Dầu - tháng 11-2024.xlsx",
    "xa-ea-ktur": "Chỉ số 766 - UBND xã Ea Ktur - 10-10-2026.xlsx",
}
TYPED = {
    "xa-truong-tay": {
        "score_total": "80,33",
        "rank": "8/8",
        "score_mdsh": "18,5",
        "score_tttt": "5,1",
    },
    "huyen-go-dau": {"score_total": "87,07", "rank": "8/9"},
    "xa-ea-ktur": {},
}
DAYS = {
    "xa-truong-tay": date(2024, 9, 30),
    "huyen-go-dau": date(2024, 12, 9),
    "xa-ea-ktur": date(2026, 10, 12),
}


@cache
def read(office: str) -> Report:
    """The office's sample as it is in the file."""
    path = resources.folder() / "samples" / FILES[office]
    return importing.open_file(path, CATALOGUE)


def report(office: str) -> Report:
    """The office's sample with what is typed by hand."""
    found = read(office)
    return typed(found, {(found.head_id, k): text for k, text in TYPED[office].items()})


def typed(found: Report, texts: Mapping[tuple[str, str], str]) -> Report:
    """`found` after typing `texts` by row and indicator."""
    places = [(Place(row, key), text) for (row, key), text in texts.items()]
    change = entry.change(found, CATALOGUE, places, datetime(2026, 1, 1, tzinfo=UTC))
    return found if change is None else found.apply(change)


def letter(office: str, found: Report | None = None, **options) -> Letter:
    """The office's letter about `found`, else about its sample."""
    return compose(
        found or report(office),
        CATALOGUE,
        options.pop("profile", None) or profiles.find(office),
        WORDING,
        day=options.pop("day", DAYS[office]),
        **options,
    )


def paragraph(composed: Letter, key: str) -> str:
    """The text of the paragraph with that key; fails where there is none."""
    return next(one.text for one in composed.body if one.key == key)


def keys(composed: Letter) -> list[str]:
    """The keys of the body's paragraphs."""
    return [one.key for one in composed.body]


def as_text(composed: Letter) -> str:
    """The whole letter as plain text, for people to read and tests to compare."""
    lines = [
        *composed.letterhead,
        f"Số: {composed.number or '      '}/{composed.symbol}",
        plain_text(composed.subject),
        f"{composed.place}, {composed.day:%d/%m/%Y}",
        "Kính gửi:",
        *(f"- {one}" for one in composed.addressees),
        "",
    ]
    for one in composed.body:
        lines += ["", one.text] if one.style is Style.HEADING else [one.text]
    lines += ["", "Nơi nhận:", "- Như trên;", *(f"- {r};" for r in composed.recipients)]
    lines += [f"- Lưu: {composed.archive}.", *composed.signatory.lines]
    for annex in composed.annexes:
        lines += ["", *_annex(annex)]
    return "\n".join(lines) + "\n"


def _annex(annex: Annex) -> list[str]:
    columns = annex.table.columns
    rows = [" | ".join(map(text_of, row.cells)) for row in annex.table.rows]
    return [
        annex.label,
        *map(plain_text, annex.title),
        annex.reference,
        " | ".join(f"{one.group} > {one.label}".removeprefix(" > ") for one in columns),
        *rows,
        *map(plain_text, annex.notes),
    ]
