"""`letter`: the letter about a file's figures."""

import argparse
import sys

from core import files
from core.cli.job import checked_of, day_of, job_of, kind_of
from core.errors import UsageError
from core.importing.reader import Reader
from core.letter import compose, docx, wording
from core.letter.model import Letter
from core.rules.registry import Checked, Severity


def letter(options: argparse.Namespace, reader: Reader) -> int:
    """Write the letter; exit code 0, or 1 where `--strict` refuses."""
    job = job_of(options, reader)
    if options.output is None:
        sentence = "Chưa biết lưu công văn vào đâu; thêm -o và tên tệp .docx."
        raise UsageError(sentence)
    if options.output.suffix.lower() != ".docx":
        sentence = f"“{options.output}” không phải tên tệp .docx; đổi tên sau -o."
        raise UsageError(sentence)
    if job.profile is None:
        sentence = "Chưa có thông tin cơ quan; thêm --profile và tên hoặc tệp .toml."
        raise UsageError(sentence)
    day = day_of(options.date) or job.now.date()
    made = compose.compose(
        job.report,
        job.catalogue,
        job.profile,
        wording.load(),
        day=day,
        kind=kind_of(options),
        number=options.number,
    )
    if options.strict and (refusal := _refusal(made, checked_of(job, day))):
        print(f"Chưa lưu: {refusal}", file=sys.stderr)
        return 1
    files.save(options.output, docx.write(made))
    print(f"Đã lưu công văn: {options.output}")
    if still := _refusal(made, checked_of(job, day)):
        print(f"Bản nháp: {still}", file=sys.stderr)
    return 0


def _refusal(letter: Letter, checked: Checked) -> str:
    """What `--strict` refuses, and a draft is told of; empty where all is there."""
    errors = [one for one in checked.open if one.severity is Severity.ERROR]
    if errors:
        return f"công văn còn {len(errors)} lỗi; lỗi đầu tiên: {errors[0].message}"
    if letter.missing:
        return (
            f"công văn còn {len(letter.missing)} chỗ chưa có số liệu; "
            "điền số liệu bằng --set rồi làm lại."
        )
    return ""
