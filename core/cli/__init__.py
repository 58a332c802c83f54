"""The command line: the same job as the window's, for terminals and tests.

Exit code 0: done. 1: refused by `--strict`, nothing is written, or the verdict of
`audit` is cần sửa. 2: the input could not be used; one Vietnamese sentence on standard
error says why.
"""

import errno
import sys
from collections.abc import Sequence
from pathlib import Path

from core import console
from core.cli import audits, checks, letters
from core.cli.parsing import COMMANDS, parser
from core.errors import CongVanError, UsageError
from core.importing.reader import Reader

_DO = {"check": checks.check, "letter": letters.letter, "audit": audits.audit}

__all__ = ["COMMANDS", "HELP", "run"]

HELP = """Công văn 766 – dòng lệnh

  main.py                         mở cửa sổ
  main.py TỆP                     mở cửa sổ với TỆP
  main.py check TỆP [--json] [--date 2024-10-04]
                                  tệp nói gì, quy tắc nói gì về nó
  main.py letter TỆP -o RA.docx [--kind cap-xa|cap-tren]
                                  [--date 2024-10-04] [--number SỐ] [--strict]
                                  công văn; --strict: không lưu khi còn lỗi
  main.py audit CÔNG_VĂN.docx [--report TỆP] [--json] [--comments RA.docx]
                                  kiểm tra một công văn có sẵn, của bất kỳ ai;
                                  --report: đối chiếu với bảng số liệu;
                                  --comments: bản sao có chú thích ở từng chỗ
  main.py --self-test             thử mọi phần của chương trình trên máy này

Cơ quan:  --profile P           tệp .toml, hoặc tên có sẵn (xa-truong-tay)
Số liệu:  --set MÃ=GIÁ_TRỊ      của đơn vị mình, đơn vị duy nhất, hoặc dòng tổng;
                                --set "Xã Bàu Đồn:MÃ=GIÁ_TRỊ" của đơn vị khác
          --period 2024-09   --as-of 2024-12-06T16:30   --unit TÊN   --hidden
TỆP là "-" để bắt đầu từ bảng trống và điền bằng --set.
"""


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
    options = parser(argv[0]).parse_args(argv)
    if options.file is None:
        sentence = "Chưa có tên tệp; ghi đường dẫn tệp Excel sau tên lệnh."
        raise UsageError(sentence)
    return _DO[options.command](options, reader)


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
    *others, last = (f"“{one}”" for one in COMMANDS)
    known = f"{', '.join(others)} và {last}"
    sentence = f"Phiên bản này không có lệnh “{word}”; có {known}."
    is_word = not (word.startswith("-") or Path(word).exists())
    if is_word and console.is_for_terminals():  # a file may stand there, too
        sentence = (
            f"“{word}” không phải lệnh ({known}), cũng không phải tệp có trên máy; xem "
            f"lại chữ vừa gõ, hoặc gõ “{console.program()} --help”."
        )
    return UsageError(sentence)
