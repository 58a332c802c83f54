"""Whether an error is one of damaged bytes, or of our own code.

What reads a file of others turns the first into a sentence; the second must be seen.
"""

_OF_BYTES = (ValueError, LookupError, EOFError, OSError, OverflowError)
_OURS = __name__.partition(".")[0]


def is_of_bytes(problem: Exception) -> bool:
    """Whether damaged bytes make such an error, in a library or said by ourselves.

    Libraries fail in any way, and have errors of their own (`struct.error`,
    `BadZipFile`); our readers say ValueError, or look for a part, a style, a byte that
    is not there.
    """
    if isinstance(problem, _OF_BYTES) or type(problem).__module__ != "builtins":
        return True
    where = problem.__traceback__
    while where is not None and where.tb_next is not None:
        where = where.tb_next
    raised_in = "" if where is None else str(where.tb_frame.f_globals["__name__"])
    return raised_in.partition(".")[0] != _OURS
