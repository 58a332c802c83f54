"""`audit`: a letter that exists, looked over by all rules."""

import argparse
import json
from datetime import datetime
from pathlib import Path

from core import audit as auditing
from core import catalogue as catalogues
from core import files
from core.audit import Audited, Verdict
from core.catalogue import Catalogue
from core.cli.job import profile_of
from core.errors import UnreadableFileError, UsageError
from core.importing.reader import Reader
from core.long_paths import extended
from core.report import Report
from core.summary_of_audit import as_json, as_text, comments


def audit(options: argparse.Namespace, reader: Reader) -> int:
    """Print what is found in a letter; exit code 0 for đạt, 1 for cần sửa."""
    if options.comments is not None and options.comments.suffix.lower() != ".docx":
        sentence = (
            f"“{options.comments}” không phải tên tệp .docx; đổi tên sau --comments."
        )
        raise UsageError(sentence)
    data = _bytes(options.file)
    report = reader.read(options.report) if options.report else None
    catalogue = _catalogue_for(data, report)
    audited = auditing.looked_over(
        auditing.paper_of(data, catalogue, Path(options.file).name),
        catalogue,
        datetime.now().astimezone().date(),
        profile=profile_of(options.profile),
        report=report,
    )
    if options.comments is not None:
        _write_comments(options, data, audited)
    _show(options, audited, report)
    return 0 if audited.verdict is Verdict.PASSED else 1


def _catalogue_for(data: bytes, report: Report | None) -> Catalogue:
    """The edition of the index for the figures' period, else for the letter's own."""
    editions = catalogues.load_all()
    if len(editions) == 1:
        return editions[0]
    figures = report or auditing.paper_of(data, editions[0]).stated
    return catalogues.suited(editions, figures.period)


def _bytes(name: str) -> bytes:
    try:
        return files.read(extended(Path(name)))
    except OSError as error:
        sentence = (
            f"Không đọc được “{Path(name).name}”; kiểm tra lại tên tệp, hoặc đóng tệp trong"
            " Word rồi làm lại."
        )
        raise UnreadableFileError(sentence, detail=str(error)) from error


def _write_comments(options: argparse.Namespace, data: bytes, audited: Audited) -> None:
    from core.letter.docx.commenting import commented

    if options.comments.resolve() == Path(options.file).resolve():
        sentence = "Bản có chú thích phải là tệp khác, để tệp gốc giữ nguyên."
        raise UsageError(sentence)
    files.save(
        options.comments, commented(data, comments(audited), Path(options.file).name)
    )


def _show(options: argparse.Namespace, audited: Audited, report: Report | None) -> None:
    if options.json:
        shown = as_json(audited, report)
        print(json.dumps(shown, ensure_ascii=False, indent=2))
        return
    print(as_text(audited))
    if options.comments is not None:
        print(f"Đã lưu bản có chú thích: {options.comments}")
