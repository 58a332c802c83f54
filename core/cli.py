"""The command line: the same job as the window's, for terminals and tests.

Exit code 0: done. 1: refused by `--strict`, nothing is written. 2: the input could
not be used; one Vietnamese sentence on standard error says why.
"""

import argparse
import errno
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

from core import catalogue as catalogues
from core import (
    console,
    entry,
    figures,
    files,
    names,
    offices,
    profiles,
    rules,
    starting,
)
from core.catalogue import Catalogue
from core.errors import CongVanError, UsageError
from core.importing.reader import Reader
from core.letter import compose, docx, wording
from core.letter.model import Letter
from core.office import LetterKind, OfficeProfile
from core.ownership import own_row
from core.report import AS_OF_PLACE, PERIOD_PLACE, UNIT_NAME, Part, Place, Report
from core.rules.registry import Checked, Context, Severity
from core.summary import as_json, as_text

COMMANDS = ("check", "letter")
"""First words that the command line answers."""

GOOD_PERIODS = "2024-09, 2024-Q3, 2024-H1, 2024-W12, 2024-01-05..2024-01-11 hoặc 2024"
"""What is told of `--period` where it was not understood."""

HELP = """Công văn 766 – dòng lệnh

  main.py                         mở cửa sổ
  main.py TỆP                     mở cửa sổ với TỆP
  main.py check TỆP [--json] [--date 2024-10-04]
                                  tệp nói gì, quy tắc nói gì về nó
  main.py letter TỆP -o RA.docx [--kind cap-xa|cap-tren]
                                  [--date 2024-10-04] [--number SỐ] [--strict]
                                  công văn; --strict: không lưu khi còn lỗi
  main.py --self-test             thử mọi phần của chương trình trên máy này

Cơ quan:  --profile P           tệp .toml, hoặc tên có sẵn (xa-truong-tay)
Số liệu:  --set MÃ=GIÁ_TRỊ      của đơn vị mình, đơn vị duy nhất, hoặc dòng tổng;
                                --set "Xã Bàu Đồn:MÃ=GIÁ_TRỊ" của đơn vị khác
          --period 2024-09   --as-of 2024-12-06T16:30   --unit TÊN   --hidden
TỆP là "-" để bắt đầu từ bảng trống và điền bằng --set.
"""


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are errors of ours, in Vietnamese."""

    def error(self, message: str) -> NoReturn:
        """Refuse the command line.

        Raises:
            UsageError: Always.
        """
        sentence = (
            f"Dòng lệnh chưa đúng; gõ “{console.program()} check --help” để xem cách "
            "dùng."
        )
        raise UsageError(sentence, detail=message)


@dataclass(frozen=True, slots=True)
class _Job:
    """What both commands work on."""

    report: Report
    catalogue: Catalogue
    profile: OfficeProfile | None
    now: datetime


def run(argv: Sequence[str], reader: Reader | None = None) -> int:
    """Do the command and return its exit code.

    Args:
        argv: The command line without the program's name.
        reader: What reads the file, if it is getting ready already.
    """
    console.prepare()
    try:
        with reader or Reader() as reading:
            code = _command(argv, reading)
        sys.stdout.flush()
        return code
    except CongVanError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:  # standard output itself
        sys.stdout = None
        if _has_no_reader(error):
            return 0
        print(f"Chưa ghi được kết quả ra: {error.strerror}.", file=sys.stderr)
        return 2


def _has_no_reader(error: OSError) -> bool:
    """Whether who read our output has read enough; not so a full disk behind ">"."""
    if sys.platform == "win32" and error.errno == errno.EINVAL:
        return True  # what its C library makes of a closed pipe
    return isinstance(error, BrokenPipeError)


def _command(argv: Sequence[str], reader: Reader) -> int:
    if {"-h", "--help"} & set(argv):
        print(_help(console.program()))
        return 0
    if argv[0] not in COMMANDS:
        raise _no_command(argv[0])
    options = _parser(argv[0]).parse_args(argv)
    if options.file is None:
        sentence = "Chưa có tên tệp; ghi đường dẫn tệp Excel sau tên lệnh."
        raise UsageError(sentence)
    job = _job(options, reader)
    return _check(job, options) if options.command == "check" else _letter(job, options)


def _help(program: str) -> str:
    """The help with the name that `program` goes by; what is explained stays in line."""
    longer = " " * (len(program) - len(console.FROM_SOURCE))
    lines = [
        line.replace(console.FROM_SOURCE, program).replace(longer, "", 1)
        if console.FROM_SOURCE in line
        else line
        for line in HELP.splitlines()
    ]
    return "\n".join(lines)


def _no_command(word: str) -> UsageError:
    """What is told of a first word that is no command."""
    known = " và ".join(f"“{one}”" for one in COMMANDS)
    sentence = f"Phiên bản này không có lệnh “{word}”; có {known}."
    is_word = not (word.startswith("-") or Path(word).exists())
    if is_word and console.is_for_terminals():  # a file may stand there, too
        sentence = (
            f"“{word}” không phải lệnh ({known}), cũng không phải tệp có trên máy; xem "
            f"lại chữ vừa gõ, hoặc gõ “{console.program()} --help”."
        )
    return UsageError(sentence)


def _parser(command: str) -> _Parser:
    """A parser of what `command` takes; what only the other takes is refused."""
    parser = _Parser(add_help=False, allow_abbrev=False)
    parser.add_argument("command")
    parser.add_argument("file", nargs="?")
    if command == "check":
        parser.add_argument("--json", action="store_true")
        parser.set_defaults(kind=None)
    else:
        parser.add_argument("-o", "--output", type=Path)
        parser.add_argument("--kind", choices=[one.value for one in LetterKind])
        parser.add_argument("--number", default="")
        parser.add_argument("--strict", action="store_true")
    parser.add_argument("--date")
    parser.add_argument("--profile")
    parser.add_argument("--set", action="append", default=[], dest="typed")
    parser.add_argument("--period")
    parser.add_argument("--as-of")
    parser.add_argument("--unit")
    parser.add_argument("--hidden", action="store_true")
    return parser


def _job(options: argparse.Namespace, reader: Reader) -> _Job:
    catalogue = catalogues.load()
    profile = _profile(options.profile)
    now = datetime.now().astimezone()
    report = _read(options, profile, reader)
    report = replace(report, own=_own(options, report, profile))
    typed = [
        *_facts(options),
        *(_typed(report, catalogue, one) for one in options.typed),
    ]
    change = entry.change(report, catalogue, typed, now)
    return _Job(report.apply(change) if change else report, catalogue, profile, now)


def _own(
    options: argparse.Namespace, report: Report, profile: OfficeProfile | None
) -> str | None:
    """The row that is ours: the one named, else a commune's own among others."""
    if options.unit:
        return _row_named(report, options.unit)
    return own_row(report, profile, _kind(options))


def _kind(options: argparse.Namespace) -> LetterKind | None:
    return LetterKind(options.kind) if options.kind else None


def _profile(named: str | None) -> OfficeProfile | None:
    return profiles.find(named) if named else offices.own()


def _read(
    options: argparse.Namespace, profile: OfficeProfile | None, reader: Reader
) -> Report:
    if options.file != "-":
        return reader.read(Path(options.file), hidden=options.hidden)
    told = (_unit_and_rest(text)[0] for text in options.typed)
    named: dict[str, str] = {}
    for name in filter(None, (options.unit, *told)):
        named.setdefault(names.unit_identity(name), name)
    office = profile.name if profile else "Đơn vị"
    units = [*named.values()] or [office]
    return starting.begin(starting.EMPTY_TEMPLATE, None, units)


def _facts(options: argparse.Namespace) -> list[tuple[Place, str]]:
    typed = []
    if options.period:
        if figures.parse_period(options.period) is None:
            raise _bad("--period", options.period, GOOD_PERIODS)
        typed.append((PERIOD_PLACE, options.period))
    if options.as_of:
        if figures.parse_moment(options.as_of) is None:
            raise _bad("--as-of", options.as_of, "2024-12-06T16:30 hoặc 2024-12-06")
        typed.append((AS_OF_PLACE, options.as_of))
    return typed


def _bad(option: str, text: str, good: str) -> UsageError:
    return UsageError(f"Không đọc được “{text}” sau {option}; ghi như {good}.")


def _typed(report: Report, catalogue: Catalogue, text: str) -> tuple[Place, str]:
    """Where and what `--set "Xã Bàu Đồn:KEY.part=VALUE"` types."""
    unit, field, value = _unit_and_rest(text)
    key, dot, part = field.partition(".")
    parts = {one.value: one for one in Part}
    if value is None or (key not in catalogue.indicators and key != UNIT_NAME):
        sentence = (
            f"Không có mã chỉ tiêu “{key}” trong --set; ghi như score_total=80,33."
        )
        raise UsageError(sentence)
    if dot and part not in parts:
        raise _bad("--set", field, "online_pay_rate.numerator=112")
    row = _row_named(report, unit) if unit else report.head_id
    return Place(row, key, parts[part] if dot else Part.VALUE), value


def _unit_and_rest(text: str) -> tuple[str, str, str | None]:
    """Unit (empty for ours), field and value of a `--set`; None without a "="."""
    left, equals, value = text.partition("=")
    unit, _, field = left.rpartition(":")
    return unit.strip(), field.strip(), value if equals else None


def _row_named(report: Report, name: str) -> str:
    found = names.matching(name, ((row.id, row.name) for row in report.all_rows))
    if len(found) == 1:
        return found[0]
    sentence = f"Trong tệp không có đơn vị “{name}”; kiểm tra lại tên đơn vị."
    if found:
        sentence = (
            f"Trong tệp có {len(found)} đơn vị tên là “{name}” hoặc gần giống; ghi tên "
            "đúng từng dấu như trong tệp."
        )
    raise UsageError(sentence)


def _checked(job: _Job, issued: date | None) -> Checked:
    context = Context(
        report=job.report,
        catalogue=job.catalogue,
        today=job.now.date(),
        issue_date=issued,
        profile=job.profile,
    )
    return rules.check(context)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    day = figures.parse_date(text)
    if day is None:
        raise _bad("--date", text, "2024-10-04")
    return day


def _check(job: _Job, options: argparse.Namespace) -> int:
    checked = _checked(job, _day(options.date))
    if options.json:
        from core.importing.choosing import questions

        asked = questions.questions(job.report, job.catalogue)
        told = (questions.as_json(job.report, one) for one in asked)
        shown = as_json(job.report, checked, told)
        print(json.dumps(shown, ensure_ascii=False, indent=2))
    else:
        print(as_text(job.report, checked, job.catalogue))
    return 0


def _letter(job: _Job, options: argparse.Namespace) -> int:
    if options.output is None:
        sentence = "Chưa biết lưu công văn vào đâu; thêm -o và tên tệp .docx."
        raise UsageError(sentence)
    if options.output.suffix.lower() != ".docx":
        sentence = f"“{options.output}” không phải tên tệp .docx; đổi tên sau -o."
        raise UsageError(sentence)
    if job.profile is None:
        sentence = "Chưa có thông tin cơ quan; thêm --profile và tên hoặc tệp .toml."
        raise UsageError(sentence)
    day = _day(options.date) or job.now.date()
    letter = compose.compose(
        job.report,
        job.catalogue,
        job.profile,
        wording.load(),
        day=day,
        kind=_kind(options),
        number=options.number,
    )
    if options.strict and (refusal := _refusal(letter, _checked(job, day))):
        print(f"Chưa lưu: {refusal}", file=sys.stderr)
        return 1
    files.save(options.output, docx.write(letter))
    print(f"Đã lưu công văn: {options.output}")
    if still := _refusal(letter, _checked(job, day)):
        print(f"Bản nháp: {still}", file=sys.stderr)
    return 0


def _refusal(letter: Letter, checked: Checked) -> str:
    """What `--strict` refuses, and a draft is told of; empty where all is there."""
    errors = [one for one in checked.findings if one.severity is Severity.ERROR]
    if errors:
        return f"công văn còn {len(errors)} lỗi; lỗi đầu tiên: {errors[0].message}"
    if letter.missing:
        return (
            f"công văn còn {len(letter.missing)} chỗ chưa có số liệu; "
            "điền số liệu bằng --set rồi làm lại."
        )
    return ""
