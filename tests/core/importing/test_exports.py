"""Every file of the corpus opens to exactly what its script put into it."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from core.importing import open_file
from core.rules.registry import Checked
from core.summary import as_json

FOLDER = Path(__file__).resolve().parents[2] / "data" / "exports"
FILES = sorted(
    path for path in FOLDER.iterdir() if path.is_file() and path.suffix != ".json"
)
NOT_COMPARED = {"raw"}


def _row(row: dict[str, Any] | None) -> dict[str, Any] | None:
    if row is None:
        return None
    cells = {
        key: {name: told for name, told in cell.items() if name not in NOT_COMPARED}
        for key, cell in row["cells"].items()
    }
    return {**row, "cells": cells}


def _named(dossiers: list[dict[str, Any]], expected: list[dict[str, Any]]):
    """The dossiers with only the keys that are expected of each."""
    if len(dossiers) != len(expected):
        return dossiers
    return [
        {key: one.get(key) for key in known}
        for one, known in zip(dossiers, expected, strict=True)
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_export_opens_to_what_was_put_into_it(path, catalogue):
    expected = json.loads(Path(f"{path}.json").read_text(encoding="utf-8"))
    before = hashlib.sha256(path.read_bytes()).hexdigest()

    report = open_file(path, catalogue)

    told = as_json(report, Checked())
    assert report.source is not None
    assert {
        "units": [_row(row) for row in told["units"]],
        "total": _row(told["total"]),
        "period": told["period"],
        "as_of": told["as_of"],
        "dossiers": _named(told["dossiers"], expected["dossiers"]),
        "notes": sorted({note.kind.value for note in report.source.notes}),
    } == expected
    assert told["source"]["sha256"] == before
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def test_there_are_enough_exports():
    assert len(FILES) >= 40
