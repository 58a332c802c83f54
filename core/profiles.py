"""Profiles of offices as files: read, found by name, written (thông tin cơ quan).

A profile is one TOML file, bundled (`resources/profiles`), the user's own, or a
colleague's. What nobody has said stays empty: nothing here fills it in.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from core import files, resources
from core.errors import UsageError
from core.figures import clean
from core.letter.wording import slots_of
from core.office import (
    Citation,
    LetterKind,
    OfficeProfile,
    Signatory,
    Target,
    Targets,
    Task,
)
from core.store.location import data_folder
from core.weaknesses import OVERDUE

OWN_FILE = "co-quan.toml"
"""Name of the user's own profile in the data folder."""

_COMMON_SLOTS = frozenset({"name", "area", "period"})
_TARGET_SLOTS = frozenset({"target"})
_OVERDUE_SLOTS = frozenset({"count", "units"})
_TEXTS = ("superior", "archive", "peers", "ordered", "petition_to", "superior_area")
_LISTS = ("recipients", "codes", "unit_names")
_NEEDED = ("name", "full_name", "area", "place", "symbol")
_NEEDED_LISTS = ("letterhead", "addressees")
_OTHER = ("kind", "signatory", "citation", "task", "targets", "cumulative_since")


def load(path: Path) -> OfficeProfile:
    """The profile in the file at `path`.

    Raises:
        UsageError: There is no such file, or it is no profile.
    """
    return parse(_text(path), path.stem, path.name)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        sentence = f"Tệp thông tin cơ quan “{path.name}” không phải chữ UTF-8."
        raise UsageError(sentence, detail=str(error)) from error
    except OSError as error:
        sentence = f"Không đọc được tệp thông tin cơ quan “{path.name}”."
        raise UsageError(sentence, detail=str(error)) from error


def bundled() -> tuple[OfficeProfile, ...]:
    """The profiles that come with the program, by name of file."""
    return tuple(load(path) for path in _bundled_files())


def _bundled_files() -> list[Path]:
    return sorted((resources.folder() / "profiles").glob("*.toml"))


def find(name_or_path: str) -> OfficeProfile:
    """The bundled profile of that name, or the one in the file of that path.

    Raises:
        UsageError: There is neither, or the file is no profile.
    """
    known = {path.stem: path for path in _bundled_files()}
    path = Path(name_or_path)
    if name_or_path in known:
        return load(known[name_or_path])
    if path.suffix == ".toml" or path.exists():
        return load(path)
    sentence = (
        f"Không có thông tin cơ quan tên “{name_or_path}”; các tên có sẵn: "
        f"{', '.join(known)}."
    )
    raise UsageError(sentence)


def own(folder: Path | None = None) -> OfficeProfile | None:
    """The profile that the user has set up, or None.

    Raises:
        UsageError: The file is there and is no profile.
    """
    path = (folder or data_folder()) / OWN_FILE
    return load(path) if path.exists() else None


def parse(text: str, profile_id: str, source: str) -> OfficeProfile:
    """The profile that the TOML `text` holds; `source` names it in a complaint.

    Raises:
        UsageError: The text is no profile.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        sentence = f"Tệp thông tin cơ quan “{source}” viết chưa đúng dạng TOML."
        raise UsageError(sentence, detail=str(error)) from error
    return _profile(_Table(data, source), profile_id)


def _profile(table: "_Table", profile_id: str) -> OfficeProfile:
    table.refuse_others((*_NEEDED, *_NEEDED_LISTS, *_TEXTS, *_LISTS, *_OTHER))
    signatory = table.table("signatory")
    signatory.refuse_others(("lines", "name"))
    return OfficeProfile(
        id=profile_id,
        kind=_kind(table),
        name=table.needed("name"),
        full_name=table.needed("full_name"),
        area=table.needed("area"),
        place=table.needed("place"),
        symbol=table.needed("symbol"),
        letterhead=table.needed_list("letterhead"),
        addressees=table.needed_list("addressees"),
        recipients=table.texts("recipients"),
        codes=table.texts("codes"),
        unit_names=table.texts("unit_names"),
        superior=table.text("superior"),
        archive=table.text("archive", "VT"),
        peers=table.text("peers"),
        ordered=table.text("ordered"),
        petition_to=table.text("petition_to"),
        superior_area=table.text("superior_area"),
        signatory=Signatory(signatory.texts("lines"), signatory.text("name")),
        citations=tuple(_citation(one) for one in table.tables("citation")),
        tasks=tuple(_task(one) for one in table.tables("task")),
        targets=_targets(table.table("targets")),
        cumulative_since=table.day("cumulative_since"),
    )


def _kind(table: "_Table") -> LetterKind:
    try:
        return LetterKind(table.needed("kind"))
    except ValueError as error:
        raise table.wrong("kind", "phải là “cap-xa” hoặc “cap-tren”") from error


def _citation(table: "_Table") -> Citation:
    table.refuse_others(("text", "valid_from", "valid_to"))
    text = table.needed("text")
    return Citation(text, table.day("valid_from"), table.day("valid_to"))


def _task(table: "_Table") -> Task:
    table.refuse_others(("text", "indicators", "unit", "deadline"))
    task = Task(
        text=table.text("text"),
        indicators=table.texts("indicators"),
        unit=table.text("unit"),
        deadline=table.text("deadline"),
    )
    if not task.text and not task.indicators:
        raise table.wrong("text", "đang để trống")
    if unknown := slots_of(task.text) - _slots_for(task):
        raise table.wrong("text", f"có chỗ trống không dùng được: {min(unknown)}")
    return task


def _slots_for(task: Task) -> frozenset[str]:
    """What the text of an instruction may leave to be filled in."""
    if OVERDUE in task.indicators:
        return _COMMON_SLOTS | _OVERDUE_SLOTS
    return _COMMON_SLOTS | (_TARGET_SLOTS if task.indicators else frozenset())


def _targets(table: "_Table") -> Targets:
    years: dict[int, dict[str, Target]] = {}
    for year in table.data:
        if not (year.isdigit() and len(year) == 4):
            raise table.wrong(year, "phải là một năm")
        by_key = table.table(year)
        years[int(year)] = {key: _target(key, by_key.table(key)) for key in by_key.data}
    return Targets(years)


def _target(key: str, table: "_Table") -> Target:
    table.refuse_others(("level", "basis"))
    return Target(key, table.number("level"), table.text("basis"))


@dataclass(frozen=True, slots=True)
class _Table:
    """A TOML table that complains in words a clerk can follow."""

    data: Mapping[str, Any]
    source: str
    path: str = ""

    def wrong(self, name: str, why: str) -> UsageError:
        """The complaint about an entry of this table."""
        sentence = (
            f"Tệp thông tin cơ quan “{self.source}”: mục “{self.path}{name}” {why}."
        )
        return UsageError(sentence)

    def refuse_others(self, known: Iterable[str]) -> None:
        """Refuse an entry that no profile has: it is a typing error."""
        for name in self.data:
            if name not in known:
                raise self.wrong(name, "không có trong mẫu")

    def text(self, name: str, empty: str = "") -> str:
        value = self.data.get(name, empty)
        if not isinstance(value, str):
            raise self.wrong(name, "phải là chữ")
        return clean(value)

    def needed(self, name: str) -> str:
        if value := self.text(name):
            return value
        raise self.wrong(name, "đang để trống")

    def texts(self, name: str) -> tuple[str, ...]:
        values = self.data.get(name, [])
        if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
            raise self.wrong(name, "phải là danh sách chữ")
        return tuple(clean(value) for value in values)

    def needed_list(self, name: str) -> tuple[str, ...]:
        if values := self.texts(name):
            return values
        raise self.wrong(name, "đang để trống")

    def day(self, name: str) -> date | None:
        value = self.data.get(name)
        if value is not None and type(value) is not date:
            raise self.wrong(name, "phải là ngày, như 2024-12-31")
        return value

    def number(self, name: str) -> Decimal:
        value = self.data.get(name)
        try:
            level = Decimal(str(value))
        except InvalidOperation:
            level = Decimal("NaN")
        if isinstance(value, bool) or not level.is_finite():
            raise self.wrong(name, 'phải là số, như 52 hoặc "52.5"')
        return level

    def table(self, name: str) -> "_Table":
        value = self.data.get(name, {})
        if not isinstance(value, dict):
            raise self.wrong(name, "phải là một bảng")
        return _Table(value, self.source, f"{self.path}{name}.")

    def tables(self, name: str) -> list["_Table"]:
        values = self.data.get(name, [])
        if not isinstance(values, list) or not all(isinstance(v, dict) for v in values):
            raise self.wrong(name, "phải là các bảng [[…]]")
        numbered = enumerate(values, start=1)
        return [
            _Table(value, self.source, f"{self.path}{name} {number}.")
            for number, value in numbered
        ]


def save(profile: OfficeProfile, path: Path) -> None:
    """Write `profile` to `path`, whole or not at all.

    Raises:
        UnwritableFileError: The place is read-only, full or open elsewhere.
    """
    files.save(path, dump(profile).encode("utf-8"))


def dump(profile: OfficeProfile) -> str:
    """`profile` as TOML; what is empty is left out."""
    import tomli_w

    return tomli_w.dumps(_plain(profile), multiline_strings=False)


def _plain(profile: OfficeProfile) -> dict[str, Any]:
    names = (*_NEEDED, *_NEEDED_LISTS, *_LISTS)
    entries: dict[str, Any] = {"kind": profile.kind.value}
    entries |= {name: getattr(profile, name) for name in names}
    entries |= {name: getattr(profile, name) for name in _TEXTS}
    entries |= {
        "cumulative_since": profile.cumulative_since,
        "signatory": _filled(
            {"lines": profile.signatory.lines, "name": profile.signatory.name}
        ),
        "targets": {
            str(year): {
                key: _filled({"level": f"{one.level:f}", "basis": one.basis})
                for key, one in by_key.items()
            }
            for year, by_key in profile.targets.years.items()
        },
        "citation": [_filled(_fields(one)) for one in profile.citations],
        "task": [_filled(_fields(one)) for one in profile.tasks],
    }
    # An empty archive is not the default one, so it is written whatever it says.
    return _filled(entries) | {"archive": profile.archive}


def _fields(value: Citation | Task) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__slots__}


def _filled(entries: Mapping[str, Any]) -> dict[str, Any]:
    """`entries` without the empty ones, tuples as lists."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in entries.items()
        if value not in (None, "", (), [], {})
    }
