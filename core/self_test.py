"""The packed program tried on this very machine: each part imported, each sample done.

What PyInstaller left out is missing only when somebody needs it, so everything is needed
once here. The user's data are not touched: whoever runs this sets a folder of its own
(`in_own_folder`). The window's part is `ui/self_test.py`.
"""

import importlib
import os
import pkgutil
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from core import (
    catalogue,
    compiled_toml,
    files,
    holidays,
    importing,
    profiles,
    resources,
    rules,
)
from core.data_pack import making, reading
from core.errors import CongVanError
from core.importing.reader import Reader
from core.letter import compose, docx, widths, wording
from core.names import folded
from core.office import OfficeProfile
from core.report import Report
from core.rules.registry import Context
from core.store.database import Store
from core.store.location import VARIABLE, store_file

LIBRARIES = (
    *("pandas", "numpy", "openpyxl", "python_calamine", "xlrd", "docx", "lxml.etree"),
    *("defusedxml.ElementTree", "sqlite3", "platformdirs", "tomli_w"),
)
"""What the core rests on, imported by name: most of it is loaded late."""

DAY = date(2026, 11, 20)
"""The date of the letters written here."""


class SelfTestError(Exception):
    """A part is not as it must be; the text says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the self-test.

    Attributes:
        name: What is tried.
        run: Tries it; tells what was seen, raises where it is not as it must be.
    """

    name: str
    run: Callable[[], str]


def run(checks: Iterable[Check], tell: Callable[[str], None]) -> int:
    """Try all, tell one line each, return the exit code: 0, or 1 if one failed."""
    failed = [check for check in checks if not _passes(check, tell)]
    return 1 if failed else 0


def _passes(check: Check, tell: Callable[[str], None]) -> bool:
    try:
        seen = check.run()
    except Exception as error:  # noqa: BLE001 - whatever it is, the next is tried too
        known = isinstance(error, SelfTestError | CongVanError)
        why = str(error) if known else f"{type(error).__name__}: {error}"
        tell(f"Hỏng {check.name}: {' '.join(why.split())}")
        return False
    tell(f"Đạt  {check.name}: {seen}")
    return True


@contextmanager
def in_own_folder() -> Iterator[Path]:
    """A folder for what is written meanwhile, the program's data too; gone afterwards."""
    before = os.environ.get(VARIABLE)
    # A virus scanner may still look at what was written; it is in the way of nobody.
    with tempfile.TemporaryDirectory(
        prefix="Công văn 766 tự kiểm tra ", ignore_cleanup_errors=True
    ) as name:
        folder = Path(name)
        os.environ[VARIABLE] = str(folder / "du-lieu")
        try:
            yield folder
        finally:
            if before is None:
                del os.environ[VARIABLE]
            else:
                os.environ[VARIABLE] = before


def checks(folder: Path) -> tuple[Check, ...]:
    """What is tried of the core; what is written goes to `folder`."""
    return (
        Check("các phần của core", partial(modules_of, "core")),
        *(Check(f"thư viện {name}", partial(library, name)) for name in LIBRARIES),
        Check("chống XML độc hại", _xml_is_guarded),
        Check("tệp dữ liệu kèm chương trình", _resources),
        Check("bản đọc nhanh của dữ liệu", _compiled),
        Check("gói dữ liệu", partial(_pack, folder)),
        *_of_samples(folder),
        Check("tiến trình con đọc tệp mẫu", _read_by_child),
        Check("kho số liệu", _store),
    )


# --------------------------------------------------------------------------- modules


def modules_of(package: str) -> str:
    """How many modules there are in `package`, once each was imported."""
    top = importlib.import_module(package)
    found = [one.name for one in pkgutil.walk_packages(top.__path__, f"{package}.")]
    # A __main__ does its work when it is imported.
    names = [name for name in found if not name.endswith(".__main__")]
    for name in names:
        importlib.import_module(name)
    if not names:
        message = "không thấy mô-đun nào"
        raise SelfTestError(message)
    return f"{len(names)} mô-đun"


def library(name: str) -> str:
    """The library's version, once it was imported."""
    importlib.import_module(name)
    top = importlib.import_module(name.partition(".")[0])
    return str(getattr(top, "__version__", "có"))


def _xml_is_guarded() -> str:
    if not importlib.import_module("openpyxl").DEFUSEDXML:
        message = "openpyxl không dùng defusedxml"
        raise SelfTestError(message)
    guarded = importlib.import_module("defusedxml.ElementTree")
    bomb = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    try:
        guarded.fromstring(bomb)
    except importlib.import_module("defusedxml").EntitiesForbidden:
        return "có"
    message = "XML có thực thể vẫn được đọc"
    raise SelfTestError(message)


# --------------------------------------------------------------- what comes with it


def _resources() -> str:
    tables = sorted(resources.folder().rglob("*.toml"))
    for path in tables:
        tomllib.loads(path.read_text(encoding="utf-8"))
    indicators = catalogue.load().indicators
    offices = profiles.bundled()
    wording.load()
    holidays.load()
    width = widths.text_width("Ủy ban nhân dân", 14)
    if not (indicators and offices and width > 0):
        message = "thiếu danh mục, cơ quan mẫu hoặc bề rộng chữ"
        raise SelfTestError(message)
    return f"{len(tables)} tệp TOML, {len(indicators)} chỉ tiêu, {len(offices)} cơ quan"


def _compiled() -> str:
    """How many files have the copies that go with them where the program is packed."""
    folders = [resources.folder() / name for name in compiled_toml.FOLDERS]
    every = [path for folder in folders for path in folder.glob("*.toml")]
    fitting = 0
    for path in every:
        copy = compiled_toml.copied(path)  # None for a file that was changed here
        if copy not in (None, tomllib.loads(path.read_text(encoding="utf-8"))):
            message = f"bản đọc nhanh nói khác tệp “{path.name}”"
            raise SelfTestError(message)
        fitting += copy is not None
    if getattr(sys, "frozen", False) and not fitting:
        message = "không có bản đọc nhanh nào"
        raise SelfTestError(message)
    return f"{fitting} trên {len(every)} tệp"


def _pack(folder: Path) -> str:
    """The bundled data made into a pack and read back."""
    made = making.make(resources.folder(), folder / "gói dữ liệu.cv766")
    again = reading.read_file(folder / "gói dữ liệu.cv766")
    if again.files != made.files:
        message = "gói đọc lại khác gói vừa làm"
        raise SelfTestError(message)
    return f"phiên bản {again.manifest.version}, {len(again.manifest.sha256)} phần"


def samples() -> list[Path]:
    """The bundled workbooks."""
    return sorted((resources.folder() / "samples").glob("*.xlsx"))


def _of_samples(folder: Path) -> Iterator[Check]:
    found = samples()
    yield Check("tệp mẫu", partial(_number_of, found))
    for path in found:
        yield Check(f"đọc và kiểm tra “{path.name}”", partial(_checked, path))
        yield Check(
            f"soạn và lưu công văn từ “{path.name}”", partial(_written, path, folder)
        )


def _number_of(found: list[Path]) -> str:
    if not found:
        message = "không có tệp nào"
        raise SelfTestError(message)
    return f"{len(found)} tệp"


def _checked(path: Path) -> str:
    index = catalogue.load()
    report = importing.open_file(path, index)
    context = Context(
        report=report,
        catalogue=index,
        today=DAY,
        issue_date=DAY,
        profile=_office_of(path),
    )
    found = rules.check(context).findings
    figures = sum(len(row.cells) for row in report.all_rows)
    if not figures:
        message = "không đọc được số nào"
        raise SelfTestError(message)
    return f"{len(report.rows)} đơn vị, {figures} ô, {len(found)} điểm cần xem"


def _office_of(path: Path) -> OfficeProfile:
    """The bundled office that the sample's name tells of."""
    for office in profiles.bundled():
        if folded(office.area) in folded(path.name):
            return office
    message = "không có cơ quan mẫu của tệp này"
    raise SelfTestError(message)


def _written(path: Path, folder: Path) -> str:
    index, office = catalogue.load(), _office_of(path)
    report = importing.open_file(path, index)
    letter = compose.compose(report, index, office, wording.load(), day=DAY)
    target = folder / "Tài liệu" / f"{path.stem}.docx"
    files.make_folder(target.parent)
    files.save(target, docx.write(letter))
    text = _text_of(target)
    for wanted in (*office.letterhead, "Nơi nhận"):
        if folded(wanted) not in folded(text):
            message = f"trong công văn không có “{wanted}”"
            raise SelfTestError(message)
    return f"{target.stat().st_size // 1024} KB, đọc lại được {len(text)} chữ"


def _text_of(letter: Path) -> str:
    """The words of the .docx at `letter`."""
    from defusedxml import ElementTree

    with zipfile.ZipFile(letter) as package:
        if package.testzip() is not None:
            message = "tệp .docx bị hỏng"
            raise SelfTestError(message)
        return "".join(
            ElementTree.fromstring(package.read("word/document.xml")).itertext()
        )


def _read_by_child() -> str:
    index = catalogue.load()
    with Reader() as reader:
        for path in samples():
            if reader.read(path) != importing.open_file(path, index):
                message = f"“{path.name}” đọc ra khác"
                raise SelfTestError(message)
        return f"{len(samples())} tệp, đọc ra như nhau"


# ------------------------------------------------------------------------- the store


def _store() -> str:
    report = _any_report()
    with Store.open(store_file()) as store:
        month_id = store.create(report, "", "Tự kiểm tra")
    with Store.open(store_file()) as again:
        kept = again.load(month_id)
    if kept.report != report:
        message = "tháng đọc lại khác tháng đã lưu"
        raise SelfTestError(message)
    return "lưu một tháng, mở lại còn nguyên"


def _any_report() -> Report:
    """The figures of the first sample."""
    for path in samples():
        return importing.open_file(path, catalogue.load())
    message = "không có tệp mẫu để lưu"
    raise SelfTestError(message)
