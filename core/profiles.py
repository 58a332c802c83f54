"""Profiles of offices as files: read, found by name, written (thông tin cơ quan).

A profile is one TOML file, bundled (`resources/profiles`), the user's own, or a
colleague's. Only what kind of office it is and its name must be there; what nobody has
said stays empty: nothing here fills it in.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from core import compiled_toml, files, resources
from core.errors import UsageError
from core.frozen import names_of
from core.long_paths import extended
from core.office import (
    OVERDUE,
    Citation,
    DayOff,
    LetterKind,
    OfficeProfile,
    OwnWord,
    Signatory,
    Target,
    Targets,
    Task,
)
from core.store.location import data_folder, program_folder
from core.toml_table import TomlTable

OWN_FILE = "co-quan.toml"
"""Name of the user's own profile in the data folder."""

_COMMON_SLOTS = frozenset({"name", "area", "period"})
_TARGET_SLOTS = frozenset({"target"})
_OVERDUE_SLOTS = frozenset({"count", "units"})
_TEXTS = (
    *("name", "full_name", "area", "superior", "place", "symbol", "archive"),
    *("peers", "superior_area", "ordered", "petition_to"),
)
_LISTS = ("letterhead", "addressees", "recipients", "codes", "unit_names")
_OTHER = (
    *("kind", "signatory", "citation", "task", "targets", "cumulative_since"),
    *("rules_off", "day_off", "word"),
)


def load(path: Path) -> OfficeProfile:
    """The profile in the file at `path`.

    Raises:
        UsageError: There is no such file, or it is no profile.
    """
    return parse(_text(path), path.stem, path.name)


def _text(path: Path) -> str:
    try:
        return files.read(path).decode("utf-8-sig")  # Notepad begins a file with a mark
    except UnicodeDecodeError as error:
        sentence = f"Tệp thông tin cơ quan “{path.name}” không phải chữ UTF-8."
        raise UsageError(sentence, detail=str(error)) from error
    except OSError as error:
        sentence = f"Không đọc được tệp thông tin cơ quan “{path.name}”."
        raise UsageError(sentence, detail=str(error)) from error


def bundled() -> tuple[OfficeProfile, ...]:
    """The profiles that come with the program, by name of file.

    Raises:
        UsageError: One was changed, and is no profile any more.
    """
    return tuple(map(_bundled, _bundled_files()))


def _bundled(path: Path) -> OfficeProfile:
    copy = compiled_toml.copied(path)
    if copy is None:  # also one that somebody changed where the program is
        return load(path)
    return _profile(_table(copy, path.name), path.stem)


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
    """The profile that the user has set up, else the one rolled out, or None.

    What an administrator rolled out stands beside the program; what the user keeps
    goes to the data folder and goes before it from then on.

    Raises:
        UsageError: The file is there and is no profile.
    """
    places = (folder or data_folder(), program_folder())
    for path in (place / OWN_FILE for place in places if place is not None):
        if extended(path).exists():
            return load(path)
    return None


def parse(text: str, profile_id: str, source: str) -> OfficeProfile:
    """The profile that the TOML `text` holds; `source` names it in a complaint.

    Raises:
        UsageError: The text is no profile.
    """
    import tomllib  # 5 ms, which a first start without a profile does without

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        sentence = f"Tệp thông tin cơ quan “{source}” viết chưa đúng dạng TOML."
        raise UsageError(sentence, detail=str(error)) from error
    return _profile(_table(data, source), profile_id)


def _table(data: Mapping[str, Any], source: str) -> TomlTable:
    return TomlTable(data, f"Tệp thông tin cơ quan “{source}”")


def _profile(table: TomlTable, profile_id: str) -> OfficeProfile:
    table.refuse_others((*_TEXTS, *_LISTS, *_OTHER))
    signatory = table.table("signatory")
    signatory.refuse_others(("lines", "name"))
    return OfficeProfile(
        id=profile_id,
        kind=_kind(table),
        name=table.needed("name"),
        full_name=table.text("full_name"),
        area=table.text("area"),
        place=table.text("place"),
        symbol=table.text("symbol"),
        letterhead=table.texts("letterhead"),
        addressees=table.texts("addressees"),
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
        rules_off=_rules_off(table.table("rules_off")),
        days_off=tuple(_day_off(one) for one in table.tables("day_off")),
        words=tuple(_word(one) for one in table.tables("word")),
    )


def _rules_off(table: TomlTable) -> dict[str, str]:
    """Reasons by the ids of rules; one without a reason stays switched on."""
    return {rule: why for rule in table.data if (why := table.text(rule))}


def _day_off(table: TomlTable) -> DayOff:
    table.refuse_others(("day", "name", "works"))
    day, works = table.day("day"), table.data.get("works", False)
    if day is None:
        raise table.wrong("day", "đang để trống")
    if not isinstance(works, bool):
        raise table.wrong("works", "phải là true hoặc false")
    return DayOff(day, table.text("name"), works)


def _word(table: TomlTable) -> OwnWord:
    table.refuse_others(("text", "full"))
    return OwnWord(table.needed("text"), table.text("full"))


def _kind(table: TomlTable) -> LetterKind:
    try:
        return LetterKind(table.needed("kind"))
    except ValueError as error:
        raise table.wrong("kind", "phải là “cap-xa” hoặc “cap-tren”") from error


def _citation(table: TomlTable) -> Citation:
    table.refuse_others(("text", "valid_from", "valid_to"))
    text = table.needed("text")
    return Citation(text, table.day("valid_from"), table.day("valid_to"))


def _task(table: TomlTable) -> Task:
    table.refuse_others(("text", "indicators", "unit", "deadline"))
    task = Task(
        text=table.text("text"),
        indicators=table.texts("indicators"),
        unit=table.text("unit"),
        deadline=table.text("deadline"),
    )
    if not task.text and not task.indicators:
        raise table.wrong("text", "đang để trống")
    if unknown := unknown_slots(task):
        raise table.wrong("text", f"có chỗ trống không dùng được: {min(unknown)}")
    return task


def unknown_slots(task: Task) -> frozenset[str]:
    """The slots in the text of an instruction that no letter could fill."""
    from core.letter.wording import slots_of  # few profiles have instructions

    return slots_of(task.text) - _slots_for(task)


def _slots_for(task: Task) -> frozenset[str]:
    """What the text of an instruction may leave to be filled in."""
    if OVERDUE in task.indicators:
        return _COMMON_SLOTS | _OVERDUE_SLOTS
    return _COMMON_SLOTS | (_TARGET_SLOTS if task.indicators else frozenset())


def _targets(table: TomlTable) -> Targets:
    years: dict[int, dict[str, Target]] = {}
    for year in table.data:
        if not (year.isdigit() and len(year) == 4):
            raise table.wrong(year, "phải là một năm")
        by_key = table.table(year)
        years[int(year)] = {key: _target(key, by_key.table(key)) for key in by_key.data}
    return Targets(years)


def _target(key: str, table: TomlTable) -> Target:
    table.refuse_others(("level", "basis"))
    return Target(key, table.number("level"), table.text("basis"))


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
    entries: dict[str, Any] = {"kind": profile.kind.value}
    entries |= {name: getattr(profile, name) for name in (*_TEXTS, *_LISTS)}
    entries |= {
        "cumulative_since": profile.cumulative_since,
        "rules_off": dict(profile.rules_off),
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
        "day_off": [_filled(_fields(one)) for one in profile.days_off],
        "word": [_filled(_fields(one)) for one in profile.words],
    }
    # An empty archive is not the default one, so it is written whatever it says.
    return _filled(entries) | {"archive": profile.archive}


def _fields(value: Citation | Task | DayOff | OwnWord) -> dict[str, Any]:
    return {name: getattr(value, name) for name in names_of(type(value))}


def _filled(entries: Mapping[str, Any]) -> dict[str, Any]:
    """`entries` without the empty ones, tuples as lists."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in entries.items()
        if value not in (None, "", (), [], {})
    }
