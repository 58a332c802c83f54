"""What is told of a fault of the program's under “Chi tiết”."""

from pathlib import Path


def details_of(error: BaseException) -> str:
    """Where a fault came from: files and lines, never the figures."""
    lines = [type(error).__name__]
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        lines.append(f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return "\n".join(lines)
