"""The sheets of any file whose kind is read: one reader a kind."""

from core.importing import delimited, refusals, sniff, xlsx
from core.importing.grid import Grid

READERS = {sniff.XLSX: xlsx.grids, sniff.DELIMITED: delimited.grids}
"""Reader by kind; a kind that is not here is refused with its own sentence."""


def grids(data: bytes, name: str) -> tuple[Grid, ...]:
    """The sheets of the file `name` with these bytes.

    Raises:
        UnreadableFileError: It is no table, or none that can be read.
    """
    kind = sniff.kind(data)
    reader = READERS.get(kind)
    if reader is not None:
        return reader(data, name)
    if kind.verdict is sniff.Verdict.PASSWORD:
        raise refusals.password(name)
    if kind.verdict is sniff.Verdict.NOT_YET:
        raise refusals.not_yet(name, kind.name)
    if kind.verdict is sniff.Verdict.FOREIGN:
        raise refusals.not_a_table(name, kind.name)
    raise refusals.broken(name, "the package has no directory")
