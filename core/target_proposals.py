"""Levels that an office may take as its targets: offered with their source, never taken."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core import profiles, resources
from core.catalogue import Catalogue
from core.criteria_words import MEASURED
from core.office import Target, Targets
from core.report import Part, Report


@dataclass(frozen=True, slots=True)
class Proposal:
    """Levels that may be taken over (mức có sẵn).

    Attributes:
        name: What the window calls it.
        source: Where they come from, as far as that is known.
        targets: By key of the indicator.
    """

    name: str
    source: str
    targets: Mapping[str, Target]


def bundled(catalogue: Catalogue, folder: Path | None = None) -> tuple[Proposal, ...]:
    """What comes with the program, in the order of its file.

    Raises:
        KeyError, ValueError: A file is none of proposals (a programmer's mistake).
    """
    where = folder or resources.folder() / "targets"
    return tuple(
        _proposal(item, catalogue)
        for path in sorted(where.glob("*.toml"))
        for item in tomllib.loads(path.read_text(encoding="utf-8"))["proposal"]
    )


def _proposal(item: Mapping[str, Any], catalogue: Catalogue) -> Proposal:
    targets: Mapping[str, Target]
    if item.get("threshold"):
        targets = _thresholds(catalogue, item["basis"])
    else:
        targets = profiles.find(item["profile"]).targets.years[item["year"]]
    return Proposal(item["name"], item["source"], targets)


def _thresholds(catalogue: Catalogue, basis: str) -> dict[str, Target]:
    """The ratios from which on a criterion has all its points."""
    return {
        one.key: Target(one.key, one.threshold, basis)
        for one in catalogue.criteria
        if one.threshold is not None
    }


def of_file(
    report: Report, catalogue: Catalogue, targets: Targets, year: int
) -> Proposal | None:
    """The targets that the file itself writes and the office has none of; or None.

    A criterion for which the file gives its units different targets is left out: none
    of them is the office's.
    """
    found: dict[str, Target] = {}
    cells: list[str] = []
    for key, indicator in catalogue.indicators.items():
        if indicator.kind not in MEASURED or targets.find(key, year) is not None:
            continue
        given = [
            cell
            for row in report.all_rows
            if (cell := row.cell(key, Part.TARGET)).number is not None
        ]
        levels = {cell.number for cell in given}
        if len(levels) == 1 and (level := levels.pop()) is not None:
            found[key] = Target(key, level)
            cells += [cell.at for cell in given[:1] if cell.at]
    if not found:
        return None
    name = report.source.file if report.source is not None else ""
    at = f" ({', '.join(cells)})" if cells else ""
    source = (
        f"Ghi trong tệp “{name}”{at}; tệp không nói văn bản nào giao."
        if name
        else "Ghi trong bảng số liệu; bảng không nói văn bản nào giao."
    )
    return Proposal("Chỉ tiêu ghi trong tệp đang mở", source, found)
