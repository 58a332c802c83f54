"""docs/quy-tac.md says what the rules say."""

import runpy
from pathlib import Path

from core import catalogue as catalogue_module
from core.rules.documenting import document
from core.rules.families import RULES

ROOT = Path(__file__).resolve().parents[3]
WRITTEN = ROOT / "docs" / "quy-tac.md"


def test_the_document_is_the_one_generated_from_the_rules():
    text = WRITTEN.read_text(encoding="utf-8")
    assert text == document(RULES, catalogue_module.load()), (
        "run: python -m core.rules > docs/quy-tac.md"
    )


def test_the_command_prints_the_document_as_utf_8(capsysbinary):
    runpy.run_module("core.rules", run_name="__main__")
    assert capsysbinary.readouterr().out == WRITTEN.read_bytes()


def test_each_rule_has_its_entry_with_all_that_a_clerk_asks():
    text = document(RULES, catalogue_module.load())
    for rule in RULES:
        assert f"### {rule.id} – {rule.title}" in text
    for word in ("Mức độ", "Khi nào", "Ví dụ", "Việc cần làm", "Căn cứ", "Cần có"):
        assert text.count(f"- **{word}:**") == len(RULES)
