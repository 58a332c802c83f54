"""What the command line prints for other programs is what the pages say it prints."""

import json
import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

import main
from core import catalogue, entry, summary
from core.cli.job import checked_of, job_of
from core.cli.parsing import parser
from core.dossier import Dossier
from core.importing.choosing import questions
from core.importing.reader import Reader
from core.report import Blank, Cell, Part, Place, Row, Unreadable
from core.rules.registry import Severity
from tests.test_docs import ARCHITECTURE, ROOT, SAMPLE


def contract() -> dict[str, set[str]]:
    """The keys that architecture.md names, by object."""
    section = ARCHITECTURE.split("### 4.1")[1].split("\n## ")[0]
    keys: dict[str, set[str]] = {}
    for name, key in re.findall(r"(?m)^\| (\w+) \| `(\w+)` \|", section):
        assert key not in keys.setdefault(name, set())
        keys[name].add(key)
    return keys


@cache
def told() -> dict[str, Any]:
    """What `check --json` makes of the sample, a part of every kind typed in."""
    index = catalogue.load()
    words = ["check", str(ROOT / SAMPLE)]
    with Reader() as reader:
        made = job_of(parser("check").parse_args(words), reader)
    kept = {**made.report.rows["1"].cells} | {
        ("reuse_rate", part): entry.read("12", Place("1", "reuse_rate", part), index)
        for part in Part
    }
    doubt = Unreadable("2.033", (Decimal(2033), Decimal("2.033")))
    row = Row("1", kept | {("online_use_rate", Part.VALUE): Cell(doubt, "2.033")})
    listed = (Dossier(due=doubt),)
    report = replace(made.report, rows={"1": row}, total=row, dossiers=listed)
    asked = [questions.as_json(report, q) for q in questions.questions(report, index)]
    return summary.as_json(report, checked_of(made, None), asked)


def test_the_keys_of_the_contract_are_those_that_are_made():
    made, (unit,) = told(), told()["units"]
    assert contract() == {
        "top": set(made),
        "source": set(made["source"]),
        "table": set(made["source"]["tables"][0]),
        "unit": set(unit),
        "cell": {key for cell in unit["cells"].values() for key in cell},
        "dossier": set(made["dossiers"][0]),
        "finding": set(made["findings"][0]),
        "question": set(made["questions"][0]),
    }
    assert set(made["total"]) == set(unit) - {"code"}


def test_states_and_severities_of_the_contract_are_those_that_are_made():
    values = (Cell(Blank.MISSING), Cell(Blank.NOT_APPLICABLE), Cell("chữ"))
    states = {"number", "unreadable", *map(summary.state, values)}
    row = next(line for line in ARCHITECTURE.splitlines() if "| cell | `state`" in line)
    assert set(re.findall(r"`([\w-]+)`", row)) - {"state"} == states
    grave = next(line for line in ARCHITECTURE.splitlines() if "`severity`" in line)
    found = set(re.findall(r"`([\w-]+)`", grave)) - {"severity"}
    assert found == {one.value for one in Severity}


def shows(example: Any, actual: Any) -> bool:
    """Whether `example` is `actual`, keys left out."""
    if isinstance(example, dict):
        return all(shows(value, actual[key]) for key, value in example.items())
    if isinstance(example, list):
        pairs = zip(example, actual, strict=True)
        return all(shows(one, other) for one, other in pairs)
    return bool(example == actual)


def test_the_example_of_the_contract_is_what_the_sample_gives(capsys):
    example = json.loads(re.findall(r"```json\n(.*?)```", ARCHITECTURE, re.DOTALL)[0])
    assert main.main(["check", str(ROOT / SAMPLE), "--json"]) == 0
    assert shows(example, json.loads(capsys.readouterr().out))
